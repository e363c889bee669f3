//! A draft that this page has in memory: its state, what is shown of it, and where its last state has got.

use crate::draft::replica::{Field, Replica, Shown, Writer};
use crate::draft::{Draft, DraftId, Timestamp};
use crate::store::slot::{Head, Slot};
use crate::store::{Durability, Fault, Write, key};

/// A draft in memory.
pub(super) struct Document {
    pub id: DraftId,
    pub replica: Replica,
    pub shown: Shown,
    /// Whether the mirror did not say what it has of it.
    pub unread: bool,
    /// Whether a view shows it; nothing but that view's wish changes then what is shown.
    pub open: bool,
    /// The format of a newer version that has written this draft: nothing is written any more.
    pub stopped: Option<u64>,
    /// What came from elsewhere and waits for the view.
    pub inbox: Option<Replica>,
    /// This page's slot as it was last made; `None` before the first edit.
    pub slot: Option<Made>,
    pub local: Medium,
    pub durable: Medium,
}

/// A slot that was made, as records.
pub(super) struct Made {
    pub sequence: u64,
    pub head: Head,
    pub record: String,
    head_record: String,
}

/// How far a medium has come.
#[derive(Default)]
pub(super) struct Medium {
    /// The sequence of the slot that it has.
    pub stored: u64,
    /// Why it refused the last one.
    pub fault: Option<Fault>,
    /// The sum of the record that it got last.
    pub sum: Option<u64>,
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
            local,
            durable,
        }
    }

    /// The draft as it is shown.
    pub fn draft(&self) -> Option<Draft> {
        self.shown.draft(&self.id, self.replica.changed())
    }

    /// Takes over what the draft has changed, and makes the slot anew if that is anything.
    pub fn edit(&mut self, draft: &Draft, me: Writer, now: Timestamp) {
        if self.replica.edit(draft, &mut self.shown, me, now) {
            self.renew(me);
        }
    }

    /// Takes over what the draft has in the fields that were touched, and makes the slot anew if that is anything. A
    /// draft of which nothing is shown yet is taken over whole.
    pub fn edit_fields(&mut self, draft: &Draft, touched: &[Field], me: Writer, now: Timestamp) {
        if self.shown.value(&Field::Form).is_none() {
            return self.edit(draft, me, now);
        }
        if self.replica.edit_fields(draft, touched, &mut self.shown, me, now) {
            self.renew(me);
        }
    }

    /// Makes the slot anew, to be written; not after a newer version was met.
    pub fn renew(&mut self, me: Writer) {
        if self.stopped.is_some() {
            return;
        }
        let sequence = self.sequence() + 1;
        let slot = Slot::new(self.id.clone(), me, sequence, self.replica.clone());
        let (record, head_record) = (slot.write(), slot.head.record(&slot));
        self.slot = Some(Made { sequence, head: slot.head, record, head_record });
    }

    /// How often the slot was made.
    pub fn sequence(&self) -> u64 {
        self.slot.as_ref().map_or(0, |slot| slot.sequence)
    }

    /// What the mirror has to write; `None` where it is up to date.
    pub fn due(&self) -> Option<(u64, Vec<Write>)> {
        let made = self.slot.as_ref().filter(|made| made.sequence > self.durable.stored)?;
        let writer = made.head.writer;
        let changes = vec![
            Write::Put { key: key::slot(&self.id, writer), value: made.record.clone() },
            Write::Put { key: key::head(&self.id, writer), value: made.head_record.clone() },
        ];
        Some((made.sequence, changes))
    }

    /// Whether it is in the trash, and a medium has that: localStorage needs nothing of it then.
    pub fn is_put_away(&self) -> bool {
        self.local.stored.max(self.durable.stored) >= self.sequence() && self.replica.trashed().is_some()
    }

    /// All that is known of it: its state, and what waits.
    pub fn whole(&self) -> Replica {
        let mut whole = self.replica.clone();
        if let Some(inbox) = &self.inbox {
            whole.merge(inbox);
        }
        whole
    }

    /// Lets what came from elsewhere wait for the view. Returns whether it is anything new.
    pub fn take_in(&mut self, state: &Replica) -> bool {
        let before = self.whole();
        let mut merged = before.clone();
        merged.merge(state);
        if merged == before {
            return false;
        }
        match &mut self.inbox {
            Some(inbox) => inbox.merge(state),
            None => self.inbox = Some(state.clone()),
        }
        true
    }

    /// Merges what waits. Returns whether there was anything.
    pub fn merge_inbox(&mut self) -> bool {
        let inbox = self.inbox.take();
        if let Some(inbox) = &inbox {
            self.replica.merge(inbox);
        }
        inbox.is_some()
    }

    /// How safe its last state is, while the mirror is `overdue` to say that it has something, or not.
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
