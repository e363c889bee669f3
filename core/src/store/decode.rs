//! Decodes every stored state of a draft, in any format: into a state that can be merged, or into an error that leaves
//! the record in place.

use super::draft_info::DraftInfo;
use super::slot::{Slot, SlotEdit, SlotError};
use super::{Backend, Fault, QuarantineReason, Quarantined, key, shelf};
use crate::checksum::sum_of;
use crate::draft::file::FileError;
use crate::draft::replica::{CausalContext, Replica, Writer};
use crate::draft::{DraftId, Nfc};

/// A stored state of a draft that could be read.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The keys of its records: a slot and its edits, or a record of the first format and its summary.
    pub keys: Vec<String>,
    /// The writer of the state. For a record of the first format the writer is derived from the content.
    pub writer: Writer,
    /// The state itself.
    pub replica: Replica,
}

/// Edits of a slot without the slot that they build on.
#[derive(Clone, Debug)]
pub(super) struct Loose {
    /// The key of the edits' record.
    pub key: String,
    /// The record as it is stored.
    pub text: String,
    /// The edits that were read from the record.
    pub edit: SlotEdit,
}

impl Loose {
    /// Puts the record in quarantine: it is unknown what it belongs to.
    pub fn quarantined(self) -> Quarantined {
        let why = QuarantineReason::Slot(SlotError::Misplaced);
        Quarantined { key: self.key, draft: Some(self.edit.draft), why, text: self.text }
    }
}

/// Everything that one medium has of a draft.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    /// The states that could be read.
    pub found: Vec<Found>,
    /// Edits whose slot is missing and that can be applied to nothing else.
    pub loose: Vec<Loose>,
    /// The records that could not be read.
    pub quarantined: Vec<Quarantined>,
    /// The newest format among the records that a newer version has written.
    pub newer: Option<u64>,
}

impl Gathered {
    /// Merges all states into one; `None` where there is none.
    pub fn joined(&self) -> Option<Replica> {
        let mut states = self.found.iter().map(|found| &found.replica);
        let first = states.next()?.clone();
        Some(states.fold(first, |mut joined, state| {
            joined.merge(state);
            joined
        }))
    }

    /// Merges all states and edits into `state`. Returns whether that changed it.
    pub fn join_into(&self, state: &mut Replica) -> bool {
        let before = state.clone();
        for found in &self.found {
            state.merge(&found.replica);
        }
        for loose in &self.loose {
            state.apply(&loose.edit.delta);
        }
        *state != before
    }

    /// Lists the keys of the loose edits that `state` has seen already.
    pub fn known_loose(&self, state: &Replica) -> impl Iterator<Item = &String> {
        let known = |loose: &&Loose| state.context().covers_all(loose.edit.delta.context());
        self.loose.iter().filter(known).map(|loose| &loose.key)
    }

    fn add(&mut self, key: String, record: String, nfc: Nfc<'_>) {
        let read = if key::is_edit(&key) {
            SlotEdit::read(&key, &record, nfc).map(|edit| {
                self.loose.push(Loose { key: key.clone(), text: record.clone(), edit });
            })
        } else {
            Slot::read(&key, &record, nfc).map(|slot| {
                let (writer, replica) = (slot.head.writer, slot.replica);
                self.found.push(Found { keys: vec![key.clone()], writer, replica });
            })
        };
        if let Err(error) = read {
            if let SlotError::Newer { version } = error {
                self.newer = self.newer.max(Some(version));
            }
            let draft = key::slot_of(&key).map(|(draft, _)| draft);
            self.quarantined.push(Quarantined {
                key,
                draft,
                why: QuarantineReason::Slot(error),
                text: record,
            });
        }
    }

    /// Applies edits to the slots that they belong to. If a slot is missing or damaged, they are applied to the merged
    /// states, provided that those contain what the edits build on.
    fn apply_edits(mut self) -> Self {
        for loose in std::mem::take(&mut self.loose) {
            let delta = &loose.edit.delta;
            let slot = self.found.iter_mut().find(|found| found.writer == loose.edit.writer);
            if let Some(slot) = slot
                && slot.replica.apply(delta)
            {
                // Listed before the slot, so that they are removed first: without the slot, it would be unknown what
                // the edits belong to.
                slot.keys.insert(0, loose.key);
                continue;
            }
            let mut all = self.joined().unwrap_or_else(Replica::empty);
            if all.apply(delta) {
                self.found.push(Found { keys: vec![loose.key], writer: loose.edit.writer, replica: all });
            } else {
                self.loose.push(loose);
            }
        }
        self
    }
}

/// Decodes localStorage's records of a draft, including one of the first format.
///
/// # Errors
/// When localStorage cannot be read.
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
    Ok(gathered.apply_edits())
}

/// Decodes records given with their keys: from the durable store, or from a message of another tab.
pub(super) fn records(entries: Vec<(String, String)>, nfc: Nfc<'_>) -> Gathered {
    let mut gathered = Gathered::default();
    for (key, record) in entries {
        gathered.add(key, record, nfc);
    }
    gathered.apply_edits()
}

/// Decodes a record of the first format, and the mark for the trash in its summary.
fn first_format(gathered: &mut Gathered, id: &DraftId, record: String, summary: Option<&str>, nfc: Nfc<'_>) {
    let draft = match shelf::read_one(&record, nfc) {
        Ok(draft) => draft.with_id(id.clone()),
        Err(error) => {
            if let FileError::Newer { version } = error {
                gathered.newer = gathered.newer.max(Some(version));
            }
            let (key, why) = (key::draft(id), QuarantineReason::Unreadable(error));
            return gathered.quarantined.push(Quarantined {
                key,
                draft: Some(id.clone()),
                why,
                text: record,
            });
        }
    };
    let (writer, at) = (first_writer(&record), draft.changed());
    let mut replica = Replica::of(&draft, writer, at);
    if let Some(deleted) = summary.and_then(DraftInfo::deleted_in) {
        replica.trash(trash_writer(&record, deleted.millis()), deleted);
    }
    gathered.found.push(Found { keys: vec![key::draft(id), key::summary(id)], writer, replica });
}

/// Derives a writer from a record of the first format: the same record always gives the same writer, so it can be read
/// repeatedly.
fn first_writer(record: &str) -> Writer {
    Writer::of_sum(sum_of(&[record]))
}

fn trash_writer(record: &str, deleted: i64) -> Writer {
    Writer::of_sum(sum_of(&[record, &deleted.to_string()]))
}

/// Computes the edits that a record of the first format certainly contains: enough to see whether another state has merged it.
pub(super) fn first_context(record: &str, deleted: Option<i64>) -> CausalContext {
    let writers = [Some(first_writer(record)), deleted.map(|deleted| trash_writer(record, deleted))];
    let mut context = CausalContext::default();
    for writer in writers.into_iter().flatten() {
        context.see(crate::draft::replica::Dot { writer, counter: 1 });
    }
    context
}
