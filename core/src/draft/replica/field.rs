//! The units of a draft that are changed and merged: each answer, and a few other fields.

use super::dot::Dot;
use super::vector::Vector;
use crate::draft::{Draft, Entry, PageParts, Timestamp, limits, milestones};
use crate::ids::QuestionId;
use crate::json;

/// A part of a draft that is changed and merged on its own.
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
    /// Returns whether the writer has to choose if there are several values. In other fields, the latest value counts.
    pub fn is_chosen(&self) -> bool {
        matches!(self, Self::Page | Self::EditSummary | Self::Answer(_))
    }

    /// Returns the field's name in a record, in which answers are under their questions' ids in an object of their own.
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

    /// Finds the field of a path; `None` if there is none.
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

/// The fields that are under their own names in a record, in order.
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
    /// Returns the words in a value, for showing a choice; empty if there are none.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Page(page) => format!("{} {}", page.year, page.affiliate).trim().to_owned(),
            Self::Entry(entry) => entry.text().to_owned(),
            Self::Time(_) | Self::Rest(_) | Self::Trash(_) => String::new(),
        }
    }
}

/// The mark that puts a draft into the trash. It applies to the draft as known then: an edit that the mark did not
/// know brings the draft back. Its [`Version`] has the time when it was set.
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
    /// The time of the edit, by the editing computer's clock: for display, never for deciding what is dropped.
    pub at: Timestamp,
    /// The value that the edit left.
    pub value: Value,
}

/// Returns the value of a draft's field; `None` if it is equivalent to no value.
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

/// Merges several values of [`Field::Rest`], given the earlier first.
pub(super) fn merged_rest<'v>(values: impl Iterator<Item = &'v Value>) -> Value {
    Value::Rest(milestones::merged(values.filter_map(|value| match value {
        Value::Rest(fields) => Some(fields),
        _ => None,
    })))
}

/// The fields that every draft has, in order, before the answers.
pub(super) const PLAIN: [Field; 5] =
    [Field::Form, Field::Created, Field::Page, Field::EditSummary, Field::Rest];
