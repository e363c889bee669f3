//! Everything stored, as the home screen shows it, and the reading of the first format's records.

use super::draft_info::DraftInfo;
use super::{Backend, Fault, Quarantined, key};
use crate::draft::file::{self, FileError};
use crate::draft::{Draft, DraftId, Nfc};

/// Everything stored, as the home screen shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The drafts, the last edited first.
    pub drafts: Vec<Card>,
    /// The drafts in the trash, the last deleted first.
    pub trash: Vec<Card>,
    /// The records in quarantine: unreadable, or written by another tab.
    pub quarantined: Vec<Quarantined>,
    /// The reason why localStorage could not be read, if it could not.
    pub local: Option<Fault>,
    /// The reason why the durable store could not be read; `None` also if it was not read yet.
    pub durable: Option<Fault>,
    /// Whether a medium had no room for a draft that this page has in memory.
    pub full: bool,
}

/// A draft's id, and what the home screen shows of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    /// The draft's id.
    pub id: DraftId,
    /// What the home screen shows of the draft.
    pub info: DraftInfo,
}

/// Sums up a record of the first format, from its stored summary or from the draft. The outer error is the storage's,
/// the inner one the record's.
pub(super) fn summary(
    backend: &dyn Backend,
    id: &DraftId,
    record: &str,
    nfc: Nfc<'_>,
) -> Result<Result<DraftInfo, FileError>, Fault> {
    let stored = backend.get(&key::summary(id))?;
    if let Some(info) = stored.as_deref().and_then(|json| DraftInfo::read(json, record)) {
        return Ok(Ok(info));
    }
    let deleted = stored.as_deref().and_then(DraftInfo::deleted_in);
    Ok(read_one(record, nfc).map(|draft| DraftInfo { deleted, ..DraftInfo::of(&draft) }))
}

/// Reads a record of the first format, or a revision: a file of exactly one draft.
pub(super) fn read_one(record: &str, nfc: Nfc<'_>) -> Result<Draft, FileError> {
    let mut drafts = file::read(record, nfc)?.into_iter();
    match (drafts.next(), drafts.next()) {
        (Some(draft), None) => Ok(draft),
        _ => Err(FileError::Foreign),
    }
}
