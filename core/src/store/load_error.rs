//! Why a draft could not be loaded.

use std::fmt;

use super::Fault;
use super::slot::SlotError;
use crate::draft::file::FileError;
use crate::i18n::{Message, english};

/// The reason why a draft could not be loaded.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadError {
    /// No draft has this id.
    Missing,
    /// The draft is in the trash.
    InTrash,
    /// The draft's record of the first format cannot be read, and stays unchanged.
    Unreadable {
        /// The reason why the record cannot be read.
        error: FileError,
        /// The record's text, unchanged.
        text: String,
    },
    /// None of the draft's slots can be read, or a newer version has written one of them; all stay unchanged.
    Slot {
        /// The reason why the slot cannot be read.
        error: SlotError,
        /// The slot's record, unchanged.
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
    /// Returns the message that tells the writer what is wrong and what to do.
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
