//! Records that are kept as they are, because this version cannot read them or another tab wrote them.

use super::slot::SlotError;
use crate::draft::file::FileError;
use crate::draft::{DraftId, Timestamp};
use crate::json;
use serde::{Deserialize, Serialize};

/// A record set aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Quarantined {
    /// Where it is stored.
    pub key: String,
    /// The draft it belongs to, where the key tells.
    pub draft: Option<DraftId>,
    /// Why it is set aside.
    pub why: QuarantineReason,
    /// The record's text, byte by byte.
    pub text: String,
}

/// Why a record is set aside.
#[derive(Clone, Debug, PartialEq)]
pub enum QuarantineReason {
    /// It cannot be read.
    Unreadable(FileError),
    /// It stood where this page was about to write, and was not what this page had read or written last.
    WrittenElsewhere {
        /// When it was set aside.
        at: Timestamp,
    },
    /// It is a slot, and cannot be read.
    Slot(SlotError),
    /// The key names no draft.
    UnknownKey,
}

/// How a copy set aside is stored: any text, within JSON.
#[derive(Serialize, Deserialize)]
pub(super) struct Copy {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The record's text.
    pub text: String,
}

impl Copy {
    /// The copy's own record.
    pub(super) fn write(&self) -> String {
        json::write(self)
    }

    /// What was copied aside under this key; a copy that is damaged itself as it is.
    pub(super) fn aside(key: String, json: String) -> Quarantined {
        let draft = key.strip_prefix(super::key::asides()).and_then(|rest| rest.split('/').next());
        let draft = draft.and_then(DraftId::new);
        match Self::read(&json) {
            Some(copy) => {
                let why = QuarantineReason::WrittenElsewhere { at: Timestamp::from_millis(copy.at) };
                Quarantined { key, draft, why, text: copy.text }
            }
            None => Quarantined { key, draft, why: QuarantineReason::UnknownKey, text: json },
        }
    }

    /// Reads it; `None` when it is damaged.
    pub(super) fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }
}
