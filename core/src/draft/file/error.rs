//! Why a file of drafts can't be read, in the user's words and with what to do.

use std::fmt;

use super::Excess;
use crate::i18n::{Message, english};
use crate::json::JsonError;

/// The reason why a file can't be read or written.
///
/// Lines and columns count from 1, columns in characters. A path is like `drafts[0].answers.mission.text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// A file whose bytes are not UTF-8.
    NotUtf8 {
        /// The offset of the first wrong byte, from 0.
        byte: usize,
    },
    /// A file that is not one of this app's: not a JSON object, or one without `format`.
    Foreign,
    /// A file of another program.
    ForeignFormat {
        /// The beginning of the file's `format`.
        format: String,
    },
    /// A file that stops in the middle.
    Cut {
        /// The line that the file stops in.
        line: usize,
        /// The number of the file's last character in that line.
        column: usize,
    },
    /// A file with a JSON syntax error.
    Damaged {
        /// The line of the damage.
        line: usize,
        /// The number of the character in the line.
        column: usize,
        /// The damage in words, in English.
        what: String,
    },
    /// A file with the same name twice in one object, of which one would get lost.
    Twice {
        /// The line of the second occurrence.
        line: usize,
        /// The path of the name.
        path: String,
    },
    /// A file that a newer version of this program wrote.
    Newer {
        /// The version of the file's format.
        version: u64,
    },
    /// A file without a field that has to be there.
    Missing {
        /// The path of the missing field.
        path: String,
    },
    /// A file with a field that holds something else than it should.
    Unexpected {
        /// The path of the field.
        path: String,
        /// The content that the field should have.
        expected: Expected,
        /// The beginning of the field's content, as JSON.
        found: String,
    },
    /// A file, or drafts to be written, that pass a limit.
    TooMuch(Excess),
}

/// The content that a field should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// An object: `{ … }`
    Object,
    /// A list: `[ … ]`
    List,
    /// A text in quotes.
    Text,
    /// `true` or `false`.
    YesNo,
    /// A whole number from 1.
    Version,
    /// A draft's id, as [`DraftId`](crate::draft::DraftId) accepts it.
    DraftId,
    /// A question's id, not empty and not too long.
    QuestionId,
    /// A time as [`Timestamp`](crate::draft::Timestamp) writes it.
    Time,
    /// `typed`, `imported` or `carried-over`.
    Origin,
    /// No such field at all: it belongs only to an answer that is carried over.
    Nothing,
}

impl FileError {
    /// Returns the message that says what is wrong with the file and what to do.
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
    /// Returns the sentence about a field that holds something else; the path and the content found have to be added.
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
