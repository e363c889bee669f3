//! A draft: the answers a group has so far, where each came from, and what belongs to its page on Meta.
//!
//! Everything put into a draft is cleaned in the same way: text is normalized (line ends, control characters, NFC) and
//! kept within [`limits`], so that a draft can always be written to a [`mod@file`] and read back unchanged. The fields
//! are private for that reason. This module does not read a clock or make ids: both are passed in.
//!
//! A draft knows its form only by name, and may carry along a changed form. Answers to questions that the form does
//! not ask are kept: they may come from another year's form, or from a newer version of this program.

mod carry_over;
mod edit;
mod entry;
mod error;
pub mod file;
mod form_record;

pub mod limits;
pub mod link;
mod milestones;
mod moving;
mod page;
pub mod replica;
pub mod team_folder;
#[cfg(test)]
pub(crate) mod testing;
mod timestamp;
mod waiver;

pub use crate::ids::DraftId;
pub use carry_over::CarriedOver;
pub use entry::{Entry, Origin};
pub use error::DraftError;
pub use milestones::{Publication, is_page_address};
pub use page::PageParts;
pub use timestamp::Timestamp;
pub use waiver::{Waiver, waiver};

use crate::ids::QuestionId;
use crate::json;

/// A function for Unicode normalization form C: in the browser `String.prototype.normalize`, natively a crate.
pub type Nfc<'a> = &'a dyn Fn(&str) -> String;

/// A report in the making.
///
/// ```
/// use report::draft::{Draft, DraftId, Timestamp};
/// use report::form::QuestionId;
///
/// let now = Timestamp::from_millis(0);
/// let mut draft = Draft::new(DraftId::new("ours").unwrap(), "2024", now);
/// // What is typed is normalized; the third argument is Unicode normalization form C.
/// assert!(draft.set_text(&QuestionId::new("mission"), "Free pictures\r\n", &str::to_owned, now)?);
/// assert_eq!(draft.text("mission"), "Free pictures\n");
/// assert_eq!(draft.text("goals"), "");
/// # Ok::<(), report::draft::DraftError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    id: DraftId,
    form: String,
    page: PageParts,
    summary: String,
    /// The answers, sorted by question, each question once.
    answers: Vec<(QuestionId, Entry)>,
    created: Timestamp,
    changed: Timestamp,
    /// The fields of a newer version's file, written back unchanged, and what this version keeps beside the answers.
    unknown: json::Fields,
}

impl Draft {
    /// Makes an empty draft of a form (`2024`), begun at `now`.
    pub fn new(id: DraftId, form: &str, now: Timestamp) -> Self {
        Self {
            id,
            form: form.to_owned(),
            page: PageParts::default(),
            summary: String::new(),
            answers: Vec::new(),
            created: now,
            changed: now,
            unknown: json::Fields::new(),
        }
    }

    /// Gives the draft another id: for a duplicate, or if an opened file's id is taken.
    #[must_use]
    pub fn with_id(self, id: DraftId) -> Self {
        Self { id, ..self }
    }

    /// Returns the draft's id.
    pub fn id(&self) -> &DraftId {
        &self.id
    }

    /// Returns the id of the form that the draft answers, by [`Form::id`](crate::form::Form::id).
    pub fn form(&self) -> &str {
        &self.form
    }

    /// Returns the parts of the title of the draft's page on Meta.
    pub fn page(&self) -> &PageParts {
        &self.page
    }

    /// Returns the edit summary as the writer typed it; empty stands for the default. See
    /// [`edit_summary`](Self::edit_summary).
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// Returns all answers, sorted by question.
    pub fn answers(&self) -> &[(QuestionId, Entry)] {
        &self.answers
    }

    /// Returns the answer to a question. No answer and one without text mean the same to the writer.
    pub fn entry(&self, question: &str) -> Option<&Entry> {
        self.place(question).ok().and_then(|at| self.answers.get(at)).map(|(_, entry)| entry)
    }

    /// Returns the text that answers a question; empty if there is none.
    pub fn text(&self, question: &str) -> &str {
        self.entry(question).map_or("", Entry::text)
    }

    /// Returns when the draft was begun.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// Returns when the draft was last edited.
    pub fn changed(&self) -> Timestamp {
        self.changed
    }

    fn entry_mut(&mut self, question: &str) -> Option<&mut Entry> {
        let at = self.place(question).ok()?;
        self.answers.get_mut(at).map(|(_, entry)| entry)
    }

    /// Replaces an answer, and returns the replaced one.
    fn put(&mut self, question: &QuestionId, entry: Entry) -> Option<Entry> {
        if let Some(old) = self.entry_mut(question.as_str()) {
            return Some(std::mem::replace(old, entry));
        }
        if let Err(at) = self.place(question.as_str()) {
            self.answers.insert(at, (question.clone(), entry));
        }
        None
    }

    /// Finds the index of the answer to a question (`Ok`), or the index where it would be inserted (`Err`).
    fn place(&self, question: &str) -> Result<usize, usize> {
        self.answers.binary_search_by(|(other, _)| other.as_str().cmp(question))
    }

    /// Returns the total length of the draft's texts in bytes, for [`limits::DRAFT_BYTES`]. The form's name does not
    /// count, as the writer did not type it.
    fn bytes(&self) -> usize {
        let answers = self.answers.iter().map(|(question, entry)| question.as_str().len() + entry.bytes());
        self.page.bytes() + self.summary.len() + answers.sum::<usize>()
    }
}
