//! Records that are kept unchanged, because this version cannot read them or another tab wrote them.

use super::slot::SlotError;
use crate::draft::file::FileError;
use crate::draft::{DraftId, Timestamp};
use crate::json;
use serde::{Deserialize, Serialize};

/// A record in quarantine.
#[derive(Clone, Debug, PartialEq)]
pub struct Quarantined {
    /// The key that the record is stored under.
    pub key: String,
    /// The draft that the record belongs to, if its key names one.
    pub draft: Option<DraftId>,
    /// The reason why the record is in quarantine.
    pub why: QuarantineReason,
    /// The record's text, unchanged.
    pub text: String,
}

/// The reason why a record is in quarantine.
#[derive(Clone, Debug, PartialEq)]
pub enum QuarantineReason {
    /// A draft's record of the first format that cannot be read.
    Unreadable(FileError),
    /// A record under a key that this page was about to write, other than the one it had last read or written.
    WrittenElsewhere {
        /// The time when the record was put in quarantine.
        at: Timestamp,
    },
    /// A slot, or the edits beside one, that cannot be read.
    Slot(SlotError),
    /// A record whose key names no draft.
    UnknownKey,
}

/// The stored form of a record that was copied into quarantine: any text, within JSON.
#[derive(Serialize, Deserialize)]
pub(super) struct QuarantineRecord {
    /// The time of copying, in milliseconds since 1970.
    pub at: i64,
    /// The text of the record that was copied.
    pub text: String,
}

impl QuarantineRecord {
    /// Writes the copy as a record of its own.
    pub(super) fn write(&self) -> String {
        json::write(self)
    }

    /// Reads the copy in quarantine under a key; a damaged one is returned unchanged.
    pub(super) fn quarantined(key: String, json: String) -> Quarantined {
        let draft = key.strip_prefix(super::key::quarantine()).and_then(|rest| rest.split('/').next());
        let draft = draft.and_then(DraftId::new);
        match Self::read(&json) {
            Some(copy) => {
                let why = QuarantineReason::WrittenElsewhere { at: Timestamp::from_millis(copy.at) };
                Quarantined { key, draft, why, text: copy.text }
            }
            None => Quarantined { key, draft, why: QuarantineReason::UnknownKey, text: json },
        }
    }

    /// Reads a copy's record; `None` when it is damaged.
    pub(super) fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }
}
