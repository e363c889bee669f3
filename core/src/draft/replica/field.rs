//! What of a draft is changed and merged as one: each answer, and a few things beside them.

use super::dot::Dot;
use super::vector::Vector;
use crate::draft::{Draft, Entry, PageParts, Timestamp};
use crate::ids::QuestionId;
use crate::json;

/// What can be changed by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The form that is answered.
    Form,
    /// When the draft was begun.
    Created,
    /// The parts of the page's title.
    Page,
    /// The edit summary.
    EditSummary,
    /// Fields of a newer version's file.
    Rest,
    /// That the draft was put into the trash.
    Trash,
    /// An answer.
    Answer(QuestionId),
}

impl Field {
    /// Whether the writer is asked where there are several values. Of the others the latest counts.
    pub fn is_chosen(&self) -> bool {
        matches!(self, Self::Page | Self::EditSummary | Self::Answer(_))
    }
}

/// What a field holds. Which kind stands in which field: [`Field::Form`] and [`Field::EditSummary`] have texts, the others
/// one kind each.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// The form's id or the edit summary.
    Text(String),
    /// When the draft was begun.
    Time(Timestamp),
    /// The parts of the page's title.
    Page(PageParts),
    /// Fields of a newer version's file.
    Rest(json::Fields),
    /// The mark that puts a draft into the trash.
    Trash(Mark),
    /// An answer.
    Entry(Entry),
}

impl Value {
    /// The words in it, for showing a choice; empty where there are none.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Page(page) => format!("{} {}", page.year, page.affiliate).trim().to_owned(),
            Self::Entry(entry) => entry.text().to_owned(),
            Self::Time(_) | Self::Rest(_) | Self::Trash(_) => String::new(),
        }
    }
}

/// The mark that puts a draft into the trash. It holds for the draft as it was known then: an edit that the mark did not
/// know brings the draft back. When it was set says its version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The edits that the draft consisted of.
    pub(super) known: Vector,
}

/// A field's value as one edit left it.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The edit.
    pub dot: Dot,
    /// When it was made, by that computer's clock: to be shown, never to decide what is dropped.
    pub at: Timestamp,
    /// What it left.
    pub value: Value,
}

/// What a draft has in a field; `None` where that is the same as nothing.
pub(super) fn value_in(draft: &Draft, field: &Field) -> Option<Value> {
    match field {
        Field::Form => Some(Value::Text(draft.form.clone())),
        Field::Created => Some(Value::Time(draft.created)),
        Field::Page => (draft.page != PageParts::default()).then(|| Value::Page(draft.page.clone())),
        Field::EditSummary => (!draft.summary.is_empty()).then(|| Value::Text(draft.summary.clone())),
        Field::Rest => (!draft.unknown.is_empty()).then(|| Value::Rest(draft.unknown.clone())),
        Field::Trash => None,
        Field::Answer(question) => draft.entry(question.as_str()).cloned().map(Value::Entry),
    }
}

/// The fields that every draft has, in order; answers come after them.
pub(super) const PLAIN: [Field; 5] =
    [Field::Form, Field::Created, Field::Page, Field::EditSummary, Field::Rest];
