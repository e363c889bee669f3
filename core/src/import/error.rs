//! Why nothing could be read.

use std::fmt;

use super::SourceKind;
use crate::draft::file::FileError;
use crate::draft::link::LinkError;
use crate::i18n::{Message, english};

/// The reason why a text could not be read as a report.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportError {
    /// A text of only white space.
    Empty,
    /// A text in which none of the form's questions was recognized, so that nothing was taken from it.
    NoQuestion {
        /// The kind that the text was read as.
        kind: SourceKind,
    },
    /// A file that is damaged, or not one of this app's.
    File(FileError),
    /// A link without drafts, or with damaged ones.
    Link(LinkError),
}

impl ImportError {
    /// Returns the message that tells the user what is wrong and what to do.
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
            Self::Link(error) => error.message(),
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for ImportError {}
