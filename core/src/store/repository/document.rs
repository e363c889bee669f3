//! A draft that this page has in memory: its state, what is shown of it, and where its last state is stored.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::checksum::sum_of;
use crate::draft::replica::{CausalContext, Field, Replica, Shown, Writer};
use crate::draft::{Draft, DraftId, Timestamp};
use crate::store::decode::Gathered;
use crate::store::slot::{Head, Slot, SlotEdit};
use crate::store::{Durability, Fault, Write, key};

/// The divisor for the longest record of edits: a quarter of its slot's record. Beyond that the slot is made anew.
const PART: usize = 4;

/// The length in bytes up to which edits stay beside a slot that is shorter than [`PART`] times that.
const LEAST: usize = 4096;

/// A draft in memory.
pub(super) struct Document {
    pub id: DraftId,
    pub replica: Replica,
    pub shown: Shown,
    /// Whether the durable store has not yet answered what it has of the draft.
    pub unread: bool,
    /// Whether a view shows the draft; then what is shown changes only when that view asks for it.
    pub open: bool,
    /// The format of a newer version that has written the draft, which is then no longer written here.
    pub stopped: Option<u64>,
    /// The state that came from elsewhere and waits for the view.
    pub inbox: Option<Replica>,
    /// This page's slot as it was last made; `None` before the first edit.
    pub slot: Option<Made>,
    /// The slot that the first edit will build on, made in advance and not written yet.
    prepared: Option<Made>,
    /// The edits since the slot was made, as a record; `None` where there are none.
    pub edit: Option<MadeEdit>,
    /// The fields that were touched since the slot was made; `None` where the slot has to be made anew with the next edit.
    touched: Option<BTreeSet<Field>>,
    pub local: Medium,
    pub durable: Medium,
}

/// A slot that was made, as records.
pub(super) struct Made {
    pub sequence: u64,
    pub head: Head,
    pub record: Rc<str>,
    /// The checksum of the slot's record.
    pub sum: u64,
    head_record: Rc<str>,
}

/// The edits beside a slot, made as a record.
pub(super) struct MadeEdit {
    sequence: u64,
    context: CausalContext,
    pub record: Rc<str>,
    /// The checksum of the edits' record.
    pub sum: u64,
}

/// What one medium has of a draft.
#[derive(Default)]
pub(super) struct Medium {
    /// The sequence of the state that the medium has.
    pub stored: u64,
    /// The sequence of the slot that the medium has; 0 where that is not known.
    pub slot: u64,
    /// The reason why the medium refused the last write.
    pub fault: Option<Fault>,
    /// The checksums of the records that the medium got last.
    pub sums: Sums,
}

/// The checksums of a slot's record and of the edits beside it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    pub slot: Option<u64>,
    pub edit: Option<u64>,
}

/// The writes that are due to the durable store.
pub(super) struct Due {
    /// The sequence of the state that the durable store has after the writes.
    pub sequence: u64,
    /// The sequence of the slot that the durable store has after the writes.
    pub slot: u64,
    /// The key and the record of the head that has to be stored already for the edits alone to be enough; `None` where the edits
    /// are never enough.
    pub head: Option<(String, Rc<str>)>,
    /// The keys and the records of the slot and its head.
    whole: Vec<(String, Rc<str>)>,
    /// The key of the edits beside the slot, and their record.
    edit: (String, Option<Rc<str>>),
}

impl Due {
    /// Decides the changes, given the record that the durable store has under the head's key.
    pub fn changes(&self, there: Option<&str>) -> Vec<Write> {
        let is_there = self.head.as_ref().is_some_and(|(_, head)| there == Some(head));
        let (key, edit) = &self.edit;
        let put =
            |(key, record): &(String, Rc<str>)| Write::Put { key: key.clone(), value: record.to_string() };
        let mut changes = Vec::new();
        if !is_there {
            changes.extend(self.whole.iter().map(put));
        }
        changes.push(match edit {
            Some(record) => Write::Put { key: key.clone(), value: record.to_string() },
            None => Write::Remove { key: key.clone() },
        });
        changes
    }
}

impl Document {
    pub fn new(id: DraftId, replica: Replica, me: Writer) -> Self {
        let shown = Shown::of(&replica, me);
        let (local, durable) = (Medium::default(), Medium::default());
        Self {
            id,
            replica,
            shown,
            unread: false,
            open: false,
            stopped: None,
            inbox: None,
            slot: None,
            prepared: None,
            edit: None,
            touched: None,
            local,
            durable,
        }
    }

    /// Returns the draft as it is shown.
    pub fn draft(&self) -> Option<Draft> {
        self.shown.draft(&self.id, self.replica.changed())
    }

    /// Takes over the changes in `draft`, and makes the edits or the slot anew if there are any.
    pub fn edit(&mut self, draft: &Draft, me: Writer, now: Timestamp) {
        let base = self.take_prepared();
        let touched = self.replica.edit(draft, &mut self.shown, me, now);
        self.note(touched, base, me);
    }

    /// Takes over the touched fields of `draft`, as [`edit`](Self::edit) does. If the document has no shown draft yet,
    /// `draft` is taken over whole.
    pub fn edit_fields(&mut self, draft: &Draft, touched: &[Field], me: Writer, now: Timestamp) {
        if self.shown.value(&Field::Form).is_none() {
            return self.edit(draft, me, now);
        }
        let base = self.take_prepared();
        let touched = self.replica.edit_fields(draft, touched, &mut self.shown, me, now);
        self.note(touched, base, me);
    }

    /// Makes the slot that the first edit will build on, so that saving that edit costs no more than the edit. Writes
    /// nothing.
    pub fn prepare(&mut self, me: Writer) {
        if self.slot.is_none() && self.stopped.is_none() {
            self.prepared = Some(self.make(me));
        }
    }

    /// Takes the prepared slot, if it is the one to build on.
    fn take_prepared(&mut self) -> Option<Made> {
        let is_first = self.slot.is_none();
        self.prepared.take().filter(|slot| is_first && slot.head.context == *self.replica.context())
    }

    /// Makes the edits beside the slot anew, to be written; or the slot, if there is none to build on or the edits
    /// have grown beyond [`LEAST`] and a [quarter](PART) of it. `base` is the slot that was prepared for the first
    /// edit.
    fn note(&mut self, fields: Vec<Field>, base: Option<Made>, me: Writer) {
        if fields.is_empty() || self.stopped.is_some() {
            self.prepared = base;
            return;
        }
        if base.is_some() {
            (self.slot, self.touched) = (base, Some(BTreeSet::new()));
        }
        let sequence = self.sequence() + 1;
        let (Some(touched), Some(slot)) = (&mut self.touched, &self.slot) else { return self.renew(me) };
        touched.extend(fields);
        // Only their texts are measured, which is cheap.
        let room = LEAST.max(slot.record.len() / PART);
        if self.replica.text_bytes(touched) > room {
            return self.renew(me);
        }
        let delta = self.replica.delta(touched, me, slot.head.context.of(me));
        let (draft, context) = (self.id.clone(), delta.context().clone());
        let record: Rc<str> = SlotEdit { draft, writer: me, delta }.write().into();
        if record.len() > room {
            return self.renew(me);
        }
        let sum = sum_of(&[&record]);
        self.edit = Some(MadeEdit { sequence, context, record, sum });
    }

    /// Makes the slot anew, to be written; does nothing if a newer version has written the draft.
    pub fn renew(&mut self, me: Writer) {
        if self.stopped.is_some() {
            return;
        }
        self.slot = Some(self.make(me));
        self.edit = None;
        self.touched = Some(BTreeSet::new());
    }

    /// Makes the records of a slot with the current state.
    fn make(&self, me: Writer) -> Made {
        let sequence = self.sequence() + 1;
        let slot = Slot::new(self.id.clone(), me, sequence, self.replica.clone());
        let record: Rc<str> = slot.write().into();
        let (sum, head_record) = (sum_of(&[&record]), slot.head.record(&slot).into());
        Made { sequence, head: slot.head, record, sum, head_record }
    }

    /// Writes the record of a slot with all edits in it.
    pub fn whole_record(&self, me: Writer) -> String {
        Slot::new(self.id.clone(), me, self.sequence(), self.replica.clone()).write()
    }

    /// Returns the number of times that the slot or the edits beside it were made.
    pub fn sequence(&self) -> u64 {
        let edit = self.edit.as_ref().map(|edit| edit.sequence);
        edit.or(self.slot.as_ref().map(|slot| slot.sequence)).unwrap_or_default()
    }

    /// Returns whether the records that were last made have the current state.
    pub fn is_made(&self) -> bool {
        let edit = self.edit.as_ref().map(|edit| &edit.context);
        let made = edit.or(self.slot.as_ref().map(|slot| &slot.head.context));
        made == Some(self.replica.context())
    }

    /// Returns the writes due to the durable store; `None` if it is up to date.
    pub fn due(&self) -> Option<Due> {
        let sequence = self.sequence();
        let slot = self.slot.as_ref().filter(|_| sequence > self.durable.stored)?;
        let writer = slot.head.writer;
        let head = (key::head(&self.id, writer), Rc::clone(&slot.head_record));
        let edit = self.edit.as_ref().map(|edit| Rc::clone(&edit.record));
        Some(Due {
            sequence,
            slot: slot.sequence,
            head: (edit.is_some() && self.durable.slot == slot.sequence).then(|| head.clone()),
            whole: vec![(key::slot(&self.id, writer), Rc::clone(&slot.record)), head],
            edit: (key::edit(&self.id, writer), edit),
        })
    }

    /// Returns whether the draft is in the trash and a medium has stored that: then localStorage needs nothing of it.
    pub fn is_put_away(&self) -> bool {
        self.local.stored.max(self.durable.stored) >= self.sequence() && self.replica.trashed().is_some()
    }

    /// Returns whether no medium has confirmed the last state.
    pub fn is_only_in_memory(&self) -> bool {
        self.stopped.is_none() && self.local.stored.max(self.durable.stored) < self.sequence()
    }

    /// Returns everything known of the draft: its state merged with the waiting one.
    pub fn whole(&self) -> Replica {
        let mut whole = self.replica.clone();
        if let Some(inbox) = &self.inbox {
            whole.merge(inbox);
        }
        whole
    }

    /// Lets states from elsewhere wait for the view. Returns whether they contain anything new.
    pub fn take_in(&mut self, gathered: &Gathered) -> bool {
        let mut whole = self.whole();
        let news = gathered.join_into(&mut whole);
        if news {
            self.inbox = Some(whole);
        }
        news
    }

    /// Merges the waiting state. Returns whether there was one.
    pub fn merge_inbox(&mut self) -> bool {
        let inbox = self.inbox.take();
        if let Some(inbox) = &inbox {
            self.replica.merge(inbox);
            // Edits beside the slot may contain only this page's own changes since the slot was made.
            self.touched = None;
        }
        inbox.is_some()
    }

    /// Returns how safe the draft's last state is; `overdue` says whether the durable store has not answered in time.
    pub fn durability(&self, overdue: bool) -> Durability {
        if let Some(version) = self.stopped {
            return Durability::Stopped { version };
        }
        let local = self.local.stored >= self.sequence();
        let stored = self.durable.stored >= self.sequence();
        let silent = (overdue && !stored).then_some(Fault::Silent);
        match self.durable.fault.clone().or(silent) {
            None if stored => Durability::Saved,
            None => Durability::Writing,
            Some(durable) if local => Durability::LocalOnly(durable),
            Some(durable) => {
                let local = self.local.fault.clone().unwrap_or(Fault::Blocked);
                Durability::MemoryOnly { local, durable }
            }
        }
    }
}
