//! What an import yields: what was recognized, how sure that is, and everything that went nowhere.
//!
//! Nothing is dropped: every word of what was read is in an answer, is a question's or heading's own wording, is the
//! wiki's frame around every page (see [`super::chrome`]), or is in [`Reading::unplaced`].

use super::SourceKind;
use crate::answer::Answer;
use crate::draft::PageParts;
use crate::form::QuestionId;
use crate::wikitext::Foreign;

/// A report as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// As what it was read.
    pub kind: SourceKind,
    /// The questions recognized, in the form's order, each once; an empty answer where none was given.
    pub found: Vec<Found>,
    /// The form's questions that were not there, in the form's order.
    pub missing: Vec<QuestionId>,
    /// Text that belongs to no question, in the order it was met.
    pub unplaced: Vec<Unplaced>,
    /// The page's title, where the source shows it.
    pub page: Option<PageParts>,
}

/// A question recognized, and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The question.
    pub question: QuestionId,
    /// Its answer; without markup where the question knows none.
    pub answer: Answer,
    /// By what it was recognized.
    pub how: How,
    /// What a person should look at.
    pub notes: Vec<Note>,
}

/// By what a question was recognized.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// Its own wording, up to case, blanks and punctuation.
    Wording,
    /// A wording that is much like it.
    Reworded {
        /// As it was written.
        written: String,
    },
    /// Its parameter's name.
    Parameter,
    /// A name much like its parameter's.
    Misspelled {
        /// As it was written.
        written: String,
        /// The parameter's name.
        name: String,
    },
    /// Its place between parameters that are known: the names there are not known. Never good enough for writing.
    Place {
        /// The parameter's name as it was written.
        written: String,
    },
}

/// Something about an answer that a person should look at. The answer's text is whole in any case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Wikitext that came in as text and will no longer do what it did.
    Foreign(Foreign),
    /// A picture: its description stands in its place.
    Picture {
        /// The picture's description or file name; may be empty.
        name: String,
    },
    /// A link that an answer can't have; its words stay.
    Link {
        /// Where it led.
        address: String,
    },
    /// A table inside the answer, now lines of text.
    Table,
    /// A footnote's mark such as `[1]`; the footnote itself is outside the answer.
    Footnote,
    /// A line that reads like a question which was recognized elsewhere; it stays in this answer.
    QuestionInside {
        /// The line.
        line: String,
    },
    /// A line that reads like a heading of the form; it stays in this answer.
    HeadingInside {
        /// The line.
        line: String,
    },
}

/// Text that belongs to no question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The text, never blank.
    pub text: String,
    /// The question it stood nearest behind.
    pub near: Option<QuestionId>,
    /// Why it has no place.
    pub why: Why,
}

/// Why a text has no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It stands before the first question.
    BeforeQuestions,
    /// It stands around the report: on the page before, between or behind what holds the answers.
    Outside,
    /// A heading that is none of this form's, or not at this place.
    UnknownHeading,
    /// A question that is none of this form's, with its answer.
    UnknownQuestion,
    /// A cell more than question and answer.
    ExtraCell,
    /// The value of a parameter that belongs to no question.
    UnknownParameter {
        /// As it was written.
        name: String,
    },
    /// The name of the template called, which is not the form's; its parameters were read all the same.
    OtherTemplate,
    /// A parameter without a name: mostly a `|` inside an answer.
    Positional,
    /// A question that is there twice; another answer was taken.
    Repeated {
        /// The question.
        question: QuestionId,
    },
}
