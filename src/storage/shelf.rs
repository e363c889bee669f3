//! All that is stored, as the home screen shows it.

use super::aside::Copy;
use super::summary::Summary;
use super::{Aside, Backend, Fault, WhyAside, key};
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
    pub aside: Vec<Aside>,
    /// Why localStorage could not be read, if it could not.
    pub local: Option<Fault>,
    /// Why the mirror could not be read, if it could not. Not yet looked at is no fault.
    pub mirror: Option<Fault>,
}

/// A draft in short, and which one it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    /// The draft.
    pub id: DraftId,
    /// What it is about.
    pub summary: Summary,
}

/// Looks through all records. A draft whose summary is missing or belongs to another state of it is read itself.
pub(super) fn shelf(backend: &dyn Backend, nfc: Nfc<'_>) -> Result<Shelf, Fault> {
    let mut shelf = Shelf::default();
    for key in backend.keys(key::drafts())? {
        let Some(record) = backend.get(&key)? else { continue };
        let Some(id) = key::draft_of(&key) else {
            shelf.aside.push(Aside { key, draft: None, why: WhyAside::UnknownKey, text: record });
            continue;
        };
        match summary(backend, &id, &record, nfc)? {
            Ok(summary) if summary.deleted.is_some() => shelf.trash.push(Card { id, summary }),
            Ok(summary) => shelf.drafts.push(Card { id, summary }),
            Err(error) => {
                let why = WhyAside::Unreadable(error);
                shelf.aside.push(Aside { key, draft: Some(id), why, text: record });
            }
        }
    }
    copies(backend, &mut shelf.aside)?;
    shelf.drafts.sort_by(|a, b| b.summary.changed.cmp(&a.summary.changed).then_with(|| a.id.cmp(&b.id)));
    shelf.trash.sort_by(|a, b| b.summary.deleted.cmp(&a.summary.deleted).then_with(|| a.id.cmp(&b.id)));
    Ok(shelf)
}

/// A draft's summary: the stored one, or made anew. The outer error is the storage's, the inner one the record's.
pub(super) fn summary(
    backend: &dyn Backend,
    id: &DraftId,
    record: &str,
    nfc: Nfc<'_>,
) -> Result<Result<Summary, FileError>, Fault> {
    let stored = backend.get(&key::summary(id))?;
    if let Some(summary) = stored.as_deref().and_then(|json| Summary::read(json, record)) {
        return Ok(Ok(summary));
    }
    let deleted = stored.as_deref().and_then(Summary::deleted_in);
    Ok(read_one(record, nfc).map(|draft| Summary { deleted, ..Summary::of(&draft) }))
}

fn copies(backend: &dyn Backend, aside: &mut Vec<Aside>) -> Result<(), Fault> {
    for key in backend.keys(key::asides())? {
        let Some(json) = backend.get(&key)? else { continue };
        aside.push(Copy::aside(key, json));
    }
    Ok(())
}

/// Reads a draft's record, which holds exactly one draft.
pub(super) fn read_one(record: &str, nfc: Nfc<'_>) -> Result<Draft, FileError> {
    let mut drafts = file::read(record, nfc)?.into_iter();
    match (drafts.next(), drafts.next()) {
        (Some(draft), None) => Ok(draft),
        _ => Err(FileError::Foreign),
    }
}
