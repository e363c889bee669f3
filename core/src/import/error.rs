//! Why nothing could be read.

use std::fmt;

use super::SourceKind;
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
        kind: SourceKind,
    },
    /// The file is damaged, or none of ours.
    File(FileError),
}

impl ImportError {
    /// In the user's words.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("import-empty"),
            Self::NoQuestion { kind: SourceKind::Call } => Message::new("import-no-call"),
            Self::NoQuestion { kind: SourceKind::Table } => Message::new("import-no-table"),
            Self::NoQuestion { kind: SourceKind::Edition } => Message::new("import-no-edition"),
            Self::NoQuestion { kind: SourceKind::PageText | SourceKind::Html | SourceKind::File } => {
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
