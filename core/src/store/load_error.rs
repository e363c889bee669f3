//! Why a draft could not be loaded.

use std::fmt;

use super::Fault;
use super::slot::SlotError;
use crate::draft::file::FileError;
use crate::i18n::{Message, english};

/// Why a draft could not be loaded.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadError {
    /// There is none of this id.
    Missing,
    /// It is in the trash.
    InTrash,
    /// Its record cannot be read, and stays as it is.
    Unreadable {
        /// What is wrong with it.
        error: FileError,
        /// The record, byte by byte.
        text: String,
    },
    /// None of its slots can be read; they stay as they are. Or one of them is a newer version's.
    Slot {
        /// What is wrong.
        error: SlotError,
        /// The record, byte by byte.
        text: String,
    },
    /// The storage failed.
    Fault(Fault),
}

impl From<Fault> for LoadError {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl LoadError {
    /// What is wrong and what to do, for the writer.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing => Message::new("storage-no-draft"),
            Self::InTrash => Message::new("storage-in-trash"),
            Self::Unreadable { error, .. } => error.message(),
            Self::Slot { error, .. } => error.message(),
            Self::Fault(fault) => fault.message(),
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for LoadError {}
