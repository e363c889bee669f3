//! Why nothing could be read.

use std::fmt;

use super::Kind;
use crate::draft::file::FileError;
use crate::i18n::{Message, english};

/// Why a text could not be read as a report.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportError {
    /// There is nothing but white space.
    Empty,
    /// None of the form's questions was recognized, so nothing was taken from the text.
    NoQuestion {
        /// As what it was read.
        kind: Kind,
    },
    /// The file is damaged, or none of ours.
    File(FileError),
}

impl ImportError {
    /// In the user's words.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("import-empty"),
            Self::NoQuestion { kind: Kind::Call } => Message::new("import-no-call"),
            Self::NoQuestion { kind: Kind::Table } => Message::new("import-no-table"),
            Self::NoQuestion { kind: Kind::Edition } => Message::new("import-no-edition"),
            Self::NoQuestion { kind: Kind::PageText | Kind::Html | Kind::File } => {
                Message::new("import-no-question")
            }
            Self::File(error) => error.message(),
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for ImportError {}
