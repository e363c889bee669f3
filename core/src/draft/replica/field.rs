//! What of a draft is changed and merged as one: each answer, and a few things beside them.

use super::dot::Dot;
use super::vector::Vector;
use crate::draft::{Draft, Entry, PageParts, Timestamp, limits, milestones};
use crate::ids::QuestionId;
use crate::json;

/// A part of a draft that can be changed and merged by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The form that is answered.
    Form,
    /// The time when the draft was begun.
    Created,
    /// The parts of the page's title.
    Page,
    /// The edit summary.
    EditSummary,
    /// The fields of a newer version's file.
    Rest,
    /// The mark that puts the draft into the trash.
    Trash,
    /// The answer to a question.
    Answer(QuestionId),
}

impl Field {
    /// Returns whether the writer is asked where there are several values. Of other fields the latest value counts.
    pub fn is_chosen(&self) -> bool {
        matches!(self, Self::Page | Self::EditSummary | Self::Answer(_))
    }

    /// Returns the field's name in a record, where answers stand by their questions' ids in an object of their own.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Form => "form",
            Self::Created => "created",
            Self::Page => "page",
            Self::EditSummary => "summary",
            Self::Rest => "rest",
            Self::Trash => "trash",
            Self::Answer(question) => question.as_str(),
        }
    }

    /// Returns the path that names the field among all others: an answer's begins with `answers/`.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Answer(question) => format!("{ANSWERS}{question}"),
            other => other.name().to_owned(),
        }
    }

    /// Finds the field of a path; `None` where there is none.
    pub(super) fn of_path(path: &str) -> Option<Self> {
        let Some(id) = path.strip_prefix(ANSWERS) else {
            return NAMED.into_iter().find(|field| field.name() == path);
        };
        let fits = (1..=limits::QUESTION_ID_BYTES).contains(&id.len());
        fits.then(|| Self::Answer(QuestionId::new(id)))
    }
}

/// The beginning of an answer's path.
const ANSWERS: &str = "answers/";

/// The fields that stand by their own names in a record, in order.
pub(super) const NAMED: [Field; 6] =
    [Field::Form, Field::Created, Field::Page, Field::EditSummary, Field::Rest, Field::Trash];

/// The content of a field: a text for [`Field::Form`] and [`Field::EditSummary`], for each other field a kind of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// The form's id or the edit summary.
    Text(String),
    /// The time when the draft was begun.
    Time(Timestamp),
    /// The parts of the page's title.
    Page(PageParts),
    /// The fields of a newer version's file.
    Rest(json::Fields),
    /// The mark that puts a draft into the trash.
    Trash(Mark),
    /// The answer to a question.
    Entry(Entry),
}

impl Value {
    /// Returns the words in a value, for showing a choice; empty where there are none.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Page(page) => format!("{} {}", page.year, page.affiliate).trim().to_owned(),
            Self::Entry(entry) => entry.text().to_owned(),
            Self::Time(_) | Self::Rest(_) | Self::Trash(_) => String::new(),
        }
    }
}

/// The mark that puts a draft into the trash. It holds for the draft as it was known then: an edit that the mark did not know
/// brings the draft back. When it was set is told by its [`Version`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The edits that the draft consisted of when the mark was set.
    pub(super) known: Vector,
}

/// A field's value as one edit left it.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The edit that left the value.
    pub dot: Dot,
    /// The time of the edit, by that computer's clock: to be shown, never to decide what is dropped.
    pub at: Timestamp,
    /// The value that the edit left.
    pub value: Value,
}

/// Returns what a draft has in a field; `None` where that is the same as nothing.
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

/// Makes one value of several of [`Field::Rest`], the earlier first.
pub(super) fn merged_rest<'v>(values: impl Iterator<Item = &'v Value>) -> Value {
    Value::Rest(milestones::merged(values.filter_map(|value| match value {
        Value::Rest(fields) => Some(fields),
        _ => None,
    })))
}

/// The fields that every draft has, in order, before the answers.
pub(super) const PLAIN: [Field; 5] =
    [Field::Form, Field::Created, Field::Page, Field::EditSummary, Field::Rest];
