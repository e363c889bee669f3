//! All that is stored, as the home screen shows it, and the reading of the first format's records.

use super::draft_info::DraftInfo;
use super::{Backend, Fault, Quarantined, key};
use crate::draft::file::{self, FileError};
use crate::draft::{Draft, DraftId, Nfc};

/// What is stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The drafts, the last edited first.
    pub drafts: Vec<Card>,
    /// Those in the trash, the last deleted first.
    pub trash: Vec<Card>,
    /// Records that could not be read, or that another tab had written.
    pub aside: Vec<Quarantined>,
    /// Why localStorage could not be read, if it could not.
    pub local: Option<Fault>,
    /// Why the mirror could not be read, if it could not. Not yet looked at is no fault.
    pub durable: Option<Fault>,
    /// Whether a medium had no room for a draft that this page has in memory.
    pub full: bool,
}

/// A draft in short, and which one it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    /// The draft.
    pub id: DraftId,
    /// What it is about.
    pub summary: DraftInfo,
}

/// The summary of a record of the first format: the stored one, or made anew. The outer error is the storage's, the inner one the record's.
pub(super) fn summary(
    backend: &dyn Backend,
    id: &DraftId,
    record: &str,
    nfc: Nfc<'_>,
) -> Result<Result<DraftInfo, FileError>, Fault> {
    let stored = backend.get(&key::summary(id))?;
    if let Some(summary) = stored.as_deref().and_then(|json| DraftInfo::read(json, record)) {
        return Ok(Ok(summary));
    }
    let deleted = stored.as_deref().and_then(DraftInfo::deleted_in);
    Ok(read_one(record, nfc).map(|draft| DraftInfo { deleted, ..DraftInfo::of(&draft) }))
}

/// Reads a record of the first format, or a state from the history: a file of exactly one draft.
pub(super) fn read_one(record: &str, nfc: Nfc<'_>) -> Result<Draft, FileError> {
    let mut drafts = file::read(record, nfc)?.into_iter();
    match (drafts.next(), drafts.next()) {
        (Some(draft), None) => Ok(draft),
        _ => Err(FileError::Foreign),
    }
}
