//! Why a file of drafts can't be read, in the user's words and with what to do.

use std::fmt;

use super::Excess;
use crate::i18n::{Message, english};
use crate::json::JsonError;

/// Why a file can't be read, or not be written.
///
/// Lines and columns count from 1, columns in characters. A path is like `drafts[0].answers.mission.text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The bytes are not UTF-8.
    NotUtf8 {
        /// The first wrong byte, counted from 0.
        byte: usize,
    },
    /// Not one of our files: no JSON object, or one without `format`.
    Foreign,
    /// Another program's file.
    ForeignFormat {
        /// How its `format` begins.
        format: String,
    },
    /// The file stops in the middle.
    Cut {
        /// The line it stops in.
        line: usize,
        /// The last character of it.
        column: usize,
    },
    /// Something stands where JSON has no place for it.
    Damaged {
        /// The line.
        line: usize,
        /// The character in the line.
        column: usize,
        /// What is wrong with it, in English.
        what: String,
    },
    /// A name stands twice in one object; one of the two would get lost.
    Twice {
        /// The second one's line.
        line: usize,
        /// The name's path.
        path: String,
    },
    /// Written by a newer version of this program.
    Newer {
        /// The file's version.
        version: u64,
    },
    /// A field that has to be there is not.
    Missing {
        /// The field's path.
        path: String,
    },
    /// A field holds something else than it should.
    Unexpected {
        /// The field's path.
        path: String,
        /// What should be there.
        expected: Expected,
        /// How that begins which is there, as JSON.
        found: String,
    },
    /// A limit is passed.
    TooMuch(Excess),
}

/// What a field should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// `{ … }`
    Object,
    /// `[ … ]`
    List,
    /// A text in quotes.
    Text,
    /// `true` or `false`.
    YesNo,
    /// A whole number from 1.
    Version,
    /// An id as [`DraftId`](crate::draft::DraftId) has it.
    DraftId,
    /// A question's id, not empty and not too long.
    QuestionId,
    /// A time as [`Timestamp`](crate::draft::Timestamp) writes it.
    Time,
    /// `typed`, `imported` or `carried-over`.
    Origin,
    /// No such field: it belongs only to an answer that is carried over.
    Nothing,
}

impl FileError {
    /// What is wrong and what to do, for whoever opened the file.
    pub fn message(&self) -> Message {
        match self {
            Self::NotUtf8 { byte } => Message::new("file-not-utf8").with(byte),
            Self::Foreign => Message::new("file-foreign"),
            Self::ForeignFormat { format } => Message::new("file-foreign-format").with(format),
            Self::Cut { line, column } => Message::new("file-cut").with(line).with(column),
            Self::Damaged { line, column, what } => {
                Message::new("file-damaged").with(line).with(column).with(what)
            }
            Self::Twice { line, path } => Message::new("file-twice").with(line).with(path),
            Self::Newer { version } => Message::new("file-newer").with(version).with(super::VERSION),
            Self::Missing { path } => Message::new("file-missing").with(path),
            Self::Unexpected { path, expected, found } => expected.message().with(path).with(found),
            Self::TooMuch(excess) => excess.message(),
        }
    }
}

impl Expected {
    /// The sentence about a field that holds something else; it still takes the path and what was found.
    fn message(self) -> Message {
        match self {
            Self::Object => Message::new("file-expected-object"),
            Self::List => Message::new("file-expected-list"),
            Self::Text => Message::new("file-expected-text"),
            Self::YesNo => Message::new("file-expected-yes-no"),
            Self::Version => Message::new("file-expected-version"),
            Self::DraftId => Message::new("file-expected-draft-id"),
            Self::QuestionId => Message::new("file-expected-question-id"),
            Self::Time => Message::new("file-expected-time"),
            Self::Origin => Message::new("file-expected-origin"),
            Self::Nothing => Message::new("file-expected-nothing"),
        }
    }
}

impl From<JsonError> for FileError {
    fn from(error: JsonError) -> Self {
        match error {
            JsonError::Cut { line, column } => Self::Cut { line, column },
            JsonError::Syntax { line, column, what } => Self::Damaged { line, column, what },
            JsonError::Duplicate { line, path } => Self::Twice { line, path },
        }
    }
}

impl From<Excess> for FileError {
    fn from(excess: Excess) -> Self {
        Self::TooMuch(excess)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for FileError {}
