//! Writing: to localStorage at once, to the durable store later.

use super::document::{Document, Due};
use super::{KnownCard, Repository};
use crate::checksum::sum_of;
use crate::draft::replica::{Field, Replica};
use crate::draft::{Draft, DraftId, Nfc, Timestamp};
use crate::store::quarantine::QuarantineRecord;
use crate::store::{Backend, Durability, Fault, Later, key};

impl Repository {
    /// Stores the changes of a draft since it was last shown. Writes nothing if nothing has changed.
    ///
    /// localStorage has the changes when this returns, unless it refuses them; the durable store gets them by
    /// [`settle`](Self::settle).
    pub fn save(&self, draft: &Draft, now: Timestamp) -> Durability {
        self.hold(draft.id());
        let saved = self.with(draft.id(), |document| {
            document.edit(draft, self.me, now);
            self.write_local(document, now);
            self.durability_of(document)
        });
        saved.unwrap_or(Durability::Writing)
    }

    /// Stores a draft's touched fields, as [`save`](Self::save) does, without comparing the others. `touched` lists
    /// the fields that were edited since the draft was last saved.
    pub fn save_fields(&self, draft: &Draft, touched: &[Field], now: Timestamp) -> Durability {
        self.hold(draft.id());
        let saved = self.with(draft.id(), |document| {
            document.edit_fields(draft, touched, self.me, now);
            self.write_local(document, now);
            self.durability_of(document)
        });
        saved.unwrap_or(Durability::Writing)
    }

    /// Makes the record that the first edit of an open draft will build on, so that saving that edit costs no more
    /// than saving later ones. Writes nothing, and does nothing for a draft that was edited here already.
    pub fn prepare(&self, id: &DraftId) {
        self.with(id, |document| document.prepare(self.me));
    }

    /// Writes a draft again whose records are gone from localStorage, as when the browser's data was cleared.
    pub fn heal(&self, id: &DraftId, now: Timestamp) -> Durability {
        let keys = self.local.keys(&key::slots_of(id));
        let healed = self.with(id, |document| {
            let gone = keys.is_ok_and(|keys| keys.is_empty()) && document.replica.trashed().is_none();
            if gone && document.slot.is_none() {
                document.renew(self.me);
            }
            if gone {
                // The durable store may have been cleared with it.
                (document.durable.stored, document.durable.slot) = (0, 0);
            }
            self.write_local(document, now);
            self.durability_of(document)
        });
        healed.unwrap_or(Durability::Saved)
    }

    /// Folds the edits beside a draft's slot into it, because earlier versions of this app cannot read edits. The
    /// durable store gets the record by [`settle`](Self::settle).
    pub fn fold(&self, id: &DraftId, now: Timestamp) {
        self.with(id, |document| {
            if document.edit.is_some() {
                document.renew(self.me);
                self.write_local(document, now);
            }
        });
    }

    /// Writes again what was refused, and fetches the drafts that the durable store failed to return. Returns whether
    /// anything new waits for [`absorb`](Self::absorb). `notify` is as in [`settle`](Self::settle).
    pub async fn retry(&self, now: Timestamp, nfc: Nfc<'_>, notify: &dyn Fn()) -> bool {
        let is_left = |document: &Document| {
            let only_durable =
                document.local.stored < document.sequence() && document.durable.stored >= document.sequence();
            only_durable && !document.open && !document.is_put_away()
        };
        let mut left = Vec::new();
        for document in &mut self.inner.borrow_mut().documents {
            if is_left(document) {
                left.push(document.id.clone());
            } else {
                self.write_local(document, now);
            }
        }
        for id in left {
            self.retry_left(&id, now).await;
        }
        let unread = |document: &&Document| document.unread;
        let unread: Vec<DraftId> =
            self.inner.borrow().documents.iter().filter(unread).map(|document| document.id.clone()).collect();
        let mut news = false;
        for id in unread {
            news |= self.fetch(&id, nfc).await == Ok(true);
        }
        self.settle(notify).await;
        news
    }

    /// Writes to localStorage what it has refused of a draft that is closed. If the durable store does not have the
    /// draft any more, another page has deleted it, and it is forgotten here, too.
    async fn retry_left(&self, id: &DraftId, now: Timestamp) {
        match self.durable.get(&key::head(id, self.me)).await {
            Ok(Some(_)) => {
                self.with(id, |document| self.write_local(document, now));
                self.close(id);
            }
            Ok(None) => {
                self.inner.borrow_mut().documents.retain(|document| document.id != *id || document.open);
            }
            Err(_) => {}
        }
    }

    /// Brings the durable store up to date with every draft that is due. While one call is running, others return at
    /// once, and the first goes on with their drafts, too.
    ///
    /// If the durable store does not answer in time, `notify` is called, and a draft's
    /// [`durability`](Self::durability) says so until the answer comes; nothing more is asked of the store meanwhile.
    pub async fn settle(&self, notify: &dyn Fn()) {
        if self.settling.replace(true) {
            return;
        }
        let _done = Settling(self);
        let mut refused = Vec::new();
        while let Some((id, due)) = self.next_due(&refused) {
            let mut writing = self.begin(&due);
            let result = match self.durable.in_time(&mut writing).await {
                Some(result) => result,
                None => {
                    self.overdue.set(true);
                    notify();
                    writing.await
                }
            };
            self.overdue.set(false);
            if result.is_err() {
                refused.push(id.clone());
            }
            self.durable_answered(&id, &due, result);
        }
    }

    /// Brings the durable store up to date with one draft, and waits for its answer even while another call settles.
    pub(super) async fn push(&self, id: &DraftId) {
        if self.is_cleared_elsewhere() {
            return;
        }
        if let Some(due) = self.with(id, |document| document.due()).flatten() {
            let result = self.durable.in_time(&mut self.begin(&due)).await;
            self.durable_answered(id, &due, result.unwrap_or(Err(Fault::Silent)));
        }
    }

    /// Begins to write what is due to the durable store. Edits alone are written only if the slot that they build on
    /// is still there: another page may have emptied the trash, or the browser's data may have been cleared.
    fn begin<'a>(&'a self, due: &'a Due) -> Later<'a, ()> {
        match &due.head {
            Some((key, _)) => {
                self.durable.begin_update_by_key(key, Box::new(|there| due.changes(there.as_deref())))
            }
            None => self.durable.begin(due.changes(None)),
        }
    }

    /// Makes sure that a draft is in memory, by adding an empty one if it is not. What other pages have sent of it
    /// waits in its inbox.
    pub(super) fn hold(&self, id: &DraftId) {
        if self.with(id, |_| ()).is_none() {
            let sent = self.take_waiting(id);
            self.take(id.clone(), Replica::empty());
            self.with(id, |document| document.inbox = sent);
        }
    }

    /// Writes this page's slot to localStorage, unless its last state is there or the draft is in the trash and need
    /// not be there.
    pub(super) fn write_local(&self, document: &mut Document, now: Timestamp) {
        if document.is_put_away() {
            return;
        }
        let sequence = document.sequence();
        match self.put_local(document, now) {
            Ok(()) => {
                document.local.stored = sequence;
                document.local.fault = None;
            }
            Err(fault) => {
                document.local.stored = document.local.stored.min(sequence - 1);
                document.local.fault = Some(fault);
            }
        }
    }

    /// Writes what localStorage lacks: the slot, then the edits beside it. Removes edits that were folded into the
    /// slot.
    fn put_local(&self, document: &mut Document, now: Timestamp) -> Result<(), Fault> {
        let Some(slot) = &document.slot else { return Ok(()) };
        let (slot_key, edit_key) = (key::slot(&document.id, self.me), key::edit(&document.id, self.me));
        let known = document.local.sums;
        // If the last record is as it was set, the storage was not cleared.
        let is_edit_as_set = self.local.is_as_set(&edit_key);
        let is_there = document.local.slot == slot.sequence
            && document.edit.is_some()
            && (is_edit_as_set || self.local.is_as_set(&slot_key));
        if !is_there {
            document.local.slot = 0;
            let is_as_set = self.local.is_as_set(&slot_key);
            self.put_record(&document.id, &slot_key, (&slot.record, slot.sum), (known.slot, is_as_set), now)?;
            document.local.sums.slot = Some(slot.sum);
            document.local.slot = slot.sequence;
        }
        match &document.edit {
            Some(edit) => {
                let known = (known.edit, is_edit_as_set);
                self.put_record(&document.id, &edit_key, (&edit.record, edit.sum), known, now)?;
                document.local.sums.edit = Some(edit.sum);
            }
            None if known.edit.is_some() => {
                self.remove_if_ours(&edit_key, known.edit)?;
                document.local.sums.edit = None;
            }
            None => {}
        }
        Ok(())
    }

    /// Writes a record under a key that only this page writes. A foreign record under that key is first copied into
    /// quarantine. `known` is the checksum of this page's last record, and `is_as_set` whether that is there
    /// unchanged.
    fn put_record(
        &self,
        id: &DraftId,
        key: &str,
        (record, sum): (&str, u64),
        (known, is_as_set): (Option<u64>, bool),
        now: Timestamp,
    ) -> Result<(), Fault> {
        if is_as_set {
            if known == Some(sum) {
                return Ok(());
            }
        } else if let Some(there) = self.local.get(key)? {
            let there_sum = sum_of(&[&there]);
            if there_sum == sum {
                return Ok(());
            }
            if Some(there_sum) != known {
                let copy = QuarantineRecord { at: now.millis(), text: there };
                self.local.set(&key::quarantined(id, now), &copy.write())?;
            }
        }
        if self.is_cleared_elsewhere() {
            return Err(Fault::Blocked);
        }
        self.local.set(key, record)
    }

    /// Removes this page's record under one of its keys; a foreign record stays. `known` is the checksum of this
    /// page's record.
    pub(super) fn remove_if_ours(&self, key: &str, known: Option<u64>) -> Result<(), Fault> {
        let there = self.local.get(key)?.map(|there| sum_of(&[&there]));
        if there.is_some() && there == known { self.local.remove(key) } else { Ok(()) }
    }

    fn next_due(&self, refused: &[DraftId]) -> Option<(DraftId, Due)> {
        let inner = self.inner.borrow();
        let mut document = inner.documents.iter().filter(|document| !refused.contains(&document.id));
        let due = document.find_map(|document| document.due().map(|due| (document.id.clone(), due)));
        due.filter(|_| !self.is_cleared_elsewhere())
    }

    fn durable_answered(&self, id: &DraftId, due: &Due, result: Result<(), Fault>) {
        let card = self.with(id, |document| match result {
            Ok(()) => {
                document.durable.stored = due.sequence.max(document.durable.stored);
                document.durable.slot = due.slot;
                document.durable.fault = None;
                let slot = document.slot.as_ref().filter(|slot| slot.sequence == due.sequence)?;
                let (context, info) = (slot.head.context.clone(), slot.head.info.clone());
                Some(KnownCard { id: id.clone(), context, info })
            }
            Err(fault) => {
                document.durable.fault = Some(fault);
                None
            }
        });
        if let Some(card) = card.flatten() {
            let mut inner = self.inner.borrow_mut();
            inner.durable_cards.retain(|other| other.id != *id);
            inner.durable_cards.push(card);
            inner.durable_changes += 1;
        }
    }
}

/// A guard that lets the next call settle, even if this one is dropped while it waits.
struct Settling<'a>(&'a Repository);

impl Drop for Settling<'_> {
    fn drop(&mut self) {
        self.0.settling.set(false);
        self.0.overdue.set(false);
    }
}
