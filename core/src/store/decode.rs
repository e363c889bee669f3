//! The one gate that every stored state of a draft comes in by: whatever its form, it is a state that can be merged, or an
//! error that leaves the record where it is.

use super::checksum::sum_of;
use super::draft_info::DraftInfo;
use super::slot::{Slot, SlotError};
use super::{Backend, Fault, QuarantineReason, Quarantined, key, shelf};
use crate::draft::file::FileError;
use crate::draft::replica::{Replica, Vector, Writer};
use crate::draft::{DraftId, Nfc};

/// A state that was read.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Where it stands; a record of the first format has its summary beside it.
    pub keys: Vec<String>,
    /// Who wrote it. Records of the first format have one that follows from their content.
    pub writer: Writer,
    /// The state.
    pub replica: Replica,
}

/// All that one medium has of a draft.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    /// What could be read.
    pub found: Vec<Found>,
    /// What could not.
    pub aside: Vec<Quarantined>,
    /// The newest format among the records that a newer version has written.
    pub newer: Option<u64>,
}

impl Gathered {
    /// All states made into one; `None` where there is none.
    pub fn joined(&self) -> Option<Replica> {
        let mut states = self.found.iter().map(|found| &found.replica);
        let first = states.next()?.clone();
        Some(states.fold(first, |mut joined, state| {
            joined.merge(state);
            joined
        }))
    }

    fn add(&mut self, key: String, record: String, nfc: Nfc<'_>) {
        match Slot::read(&key, &record, nfc) {
            Ok(slot) => {
                let (writer, replica) = (slot.head.writer, slot.replica);
                self.found.push(Found { keys: vec![key], writer, replica });
            }
            Err(error) => {
                if let SlotError::Newer { version } = error {
                    self.newer = self.newer.max(Some(version));
                }
                let draft = key::slot_of(&key).map(|(draft, _)| draft);
                self.aside.push(Quarantined { key, draft, why: QuarantineReason::Slot(error), text: record });
            }
        }
    }
}

/// What localStorage has of a draft, the first format's record included.
///
/// # Errors
/// When it cannot be read.
pub(super) fn local(backend: &dyn Backend, id: &DraftId, nfc: Nfc<'_>) -> Result<Gathered, Fault> {
    let mut gathered = Gathered::default();
    for key in backend.keys(&key::slots_of(id))? {
        if let Some(record) = backend.get(&key)? {
            gathered.add(key, record, nfc);
        }
    }
    if let Some(record) = backend.get(&key::draft(id))? {
        let summary = backend.get(&key::summary(id))?;
        first_format(&mut gathered, id, record, summary.as_deref(), nfc);
    }
    Ok(gathered)
}

/// Records that came by their keys: from the mirror, or in a message.
pub(super) fn records(entries: Vec<(String, String)>, nfc: Nfc<'_>) -> Gathered {
    let mut gathered = Gathered::default();
    for (key, record) in entries {
        gathered.add(key, record, nfc);
    }
    gathered
}

/// Reads a record of the first format, and the mark for the trash in its summary.
fn first_format(gathered: &mut Gathered, id: &DraftId, record: String, summary: Option<&str>, nfc: Nfc<'_>) {
    let draft = match shelf::read_one(&record, nfc) {
        Ok(draft) => draft.with_id(id.clone()),
        Err(error) => {
            if let FileError::Newer { version } = error {
                gathered.newer = gathered.newer.max(Some(version));
            }
            let (key, why) = (key::draft(id), QuarantineReason::Unreadable(error));
            return gathered.aside.push(Quarantined { key, draft: Some(id.clone()), why, text: record });
        }
    };
    let (writer, at) = (first_writer(&record), draft.changed());
    let mut replica = Replica::of(&draft, writer, at);
    if let Some(deleted) = summary.and_then(DraftInfo::deleted_in) {
        replica.trash(trash_writer(&record, deleted.millis()), deleted);
    }
    gathered.found.push(Found { keys: vec![key::draft(id), key::summary(id)], writer, replica });
}

/// The same record always has the same writer, so that it can be read again and again.
fn first_writer(record: &str) -> Writer {
    Writer::of_sum(sum_of(&[record]))
}

fn trash_writer(record: &str, deleted: i64) -> Writer {
    Writer::of_sum(sum_of(&[record, &deleted.to_string()]))
}

/// At least what a record of the first format has seen: enough to see whether another state has merged it in.
pub(super) fn first_vector(record: &str, deleted: Option<i64>) -> Vector {
    let writers = [Some(first_writer(record)), deleted.map(|deleted| trash_writer(record, deleted))];
    let mut vector = Vector::default();
    for writer in writers.into_iter().flatten() {
        vector.see(crate::draft::replica::Dot { writer, counter: 1 });
    }
    vector
}
