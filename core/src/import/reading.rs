//! The result of an import: what was recognized, how certain that is, and all text without a place.
//!
//! Nothing is dropped: every word that was read is in an answer, is a question's or heading's own wording, is the
//! wiki's frame around every page (see [`super::chrome`]), or is in [`Reading::unplaced`].

use super::SourceKind;
use super::title::title_parts;
use crate::answer::Answer;
use crate::draft::{DraftId, PageParts};
use crate::form::{Form, QuestionId};
use crate::wikitext::Foreign;

/// A report as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The kind that the text was read as.
    pub kind: SourceKind,
    /// The questions that were recognized, in the form's order, each once; with an empty answer where none was given.
    pub found: Vec<Found>,
    /// The form's questions that were not found, in the form's order.
    pub missing: Vec<QuestionId>,
    /// The text that belongs to no question, in the order of the source.
    pub unplaced: Vec<Unplaced>,
    /// The parts of the page's title, if the source shows it.
    pub page: Option<PageParts>,
    /// The draft whose questions were asked, if the text is the reply ([`crate::report::write_request`]).
    pub draft: Option<DraftId>,
}

impl Reading {
    /// Takes year and affiliate from the title of the page that was read, if it is a report's.
    pub fn take_title(&mut self, form: &Form, title: &str) {
        self.page = title_parts(form, title).or(self.page.take());
    }
}

/// A recognized question and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The question's id.
    pub question: QuestionId,
    /// The question's answer; without markup if the question has none.
    pub answer: Answer,
    /// The way in which the question was recognized.
    pub how: How,
    /// The things that a person should look at.
    pub notes: Vec<Note>,
}

/// The way in which a question was recognized.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// The question's own wording, up to case, blanks and punctuation.
    Wording,
    /// A wording that is much like the question's own.
    Reworded {
        /// The wording as it was written.
        written: String,
    },
    /// The name of the question's parameter.
    Parameter,
    /// A name much like that of the question's parameter.
    Misspelled {
        /// The name as it was written.
        written: String,
        /// The parameter's own name.
        name: String,
    },
    /// A position between known parameters, if the names themselves are not known. Never certain enough for writing.
    Place {
        /// The parameter's name as it was written.
        written: String,
    },
}

/// Something about an answer that a person should look at. The text that its author saw is complete in any case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Wikitext that came in as text and will no longer do what it did.
    Foreign(Foreign),
    /// A picture, replaced by its description.
    Picture {
        /// The picture's description or file name; may be empty.
        name: String,
    },
    /// A link that an answer can't have; its words stay.
    Link {
        /// The address that the link led to.
        address: String,
    },
    /// A table inside the answer, now lines of text.
    Table,
    /// A footnote's mark such as `[1]`; the footnote itself is outside the answer.
    Footnote,
    /// Text that was marked as deleted, left out.
    Deleted,
    /// Text that was struck out, which an answer cannot show; its words stay.
    Struck,
    /// A line that reads like a question which was recognized elsewhere; it stays in this answer.
    QuestionInside {
        /// The line that reads like a question.
        line: String,
    },
    /// A line that reads like a heading of the form; it stays in this answer.
    HeadingInside {
        /// The line that reads like a heading.
        line: String,
    },
    /// A parameter that the page shows because it has no value. The answer is empty.
    Unfilled {
        /// The parameter as the page shows it.
        written: String,
    },
    /// Words that were probably a link; a copied text brings no addresses along.
    LinkLost,
    /// A colon at the end, after which a list was probably lost.
    ListLost,
    /// Letters garbled by a wrong encoding.
    Broken {
        /// The beginning of the first word that has such letters.
        word: String,
    },
    /// More things to look at than are noted one by one.
    More {
        /// The number of things that are not noted.
        count: usize,
    },
}

/// A piece of text that belongs to no question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The text, never blank.
    pub text: String,
    /// The nearest question before the text.
    pub near: Option<QuestionId>,
    /// The reason why the text has no place.
    pub why: Why,
}

/// The reason why a text has no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The text is before the first question.
    BeforeQuestions,
    /// The text is the request for the answers ([`crate::report::write_request`]).
    Request,
    /// The text is around the report: before, between or after the parts of the page with the answers.
    Outside,
    /// The text is left out of an answer, and a note has only its beginning.
    LeftOut,
    /// The text is a heading of this form at the end, with nothing below it.
    HeadingLast,
    /// The text is a heading that this form does not have, or not at this place.
    UnknownHeading,
    /// The text is a question that this form does not have, with its answer.
    UnknownQuestion,
    /// The text is an extra cell beside question and answer.
    ExtraCell,
    /// The text is the value of a parameter that belongs to no question.
    UnknownParameter {
        /// The parameter's name as it was written.
        name: String,
    },
    /// The text is the name of the called template, which is not the form's; its parameters were read nevertheless.
    OtherTemplate,
    /// The text is a parameter without a name: mostly a `|` inside an answer.
    Positional,
    /// The text answers a question that occurs twice; the other answer was taken.
    Repeated {
        /// The question that occurs twice.
        question: QuestionId,
    },
}
