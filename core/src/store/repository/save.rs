//! Writing: localStorage at once, the mirror when it is its turn.

use super::document::Document;
use super::{Card, Repository};
use crate::draft::replica::{Field, Replica};
use crate::draft::{Draft, DraftId, Nfc, Timestamp};
use crate::store::checksum::sum_of;
use crate::store::quarantine::Copy;
use crate::store::{Backend, Durability, Fault, key};

impl Repository {
    /// Stores what a draft has changed against what was last shown of it. Nothing changed: nothing is written.
    ///
    /// localStorage has it when this returns, if it takes it; the mirror gets it by [`settle`](Self::settle).
    pub fn save(&self, draft: &Draft, now: Timestamp) -> Durability {
        self.hold(draft.id());
        let saved = self.with(draft.id(), |document| {
            document.edit(draft, self.me, now);
            self.write_local(document, now);
            self.durability_of(document)
        });
        saved.unwrap_or(Durability::Writing)
    }

    /// Stores what a draft has in the fields that were touched since it was last saved, without comparing the others.
    /// Otherwise as [`save`](Self::save).
    pub fn save_fields(&self, draft: &Draft, touched: &[Field], now: Timestamp) -> Durability {
        self.hold(draft.id());
        let saved = self.with(draft.id(), |document| {
            document.edit_fields(draft, touched, self.me, now);
            self.write_local(document, now);
            self.durability_of(document)
        });
        saved.unwrap_or(Durability::Writing)
    }

    /// Writes again what has gone from localStorage while this page had it: somebody cleared the browser's data.
    pub fn heal(&self, id: &DraftId, now: Timestamp) -> Durability {
        let keys = self.local.keys(&key::slots_of(id));
        let healed = self.with(id, |document| {
            let gone = keys.is_ok_and(|keys| keys.is_empty()) && document.replica.trashed().is_none();
            if gone && document.slot.is_none() {
                document.renew(self.me);
            }
            if gone {
                // The mirror may have been cleared with it.
                document.durable.stored = 0;
            }
            self.write_local(document, now);
            self.durability_of(document)
        });
        healed.unwrap_or(Durability::Saved)
    }

    /// Tries again what was refused, what the mirror did not say as well. Returns whether something new waits for
    /// [`absorb`](Self::absorb). `told` is as in [`settle`](Self::settle).
    pub async fn retry(&self, now: Timestamp, nfc: Nfc<'_>, told: &dyn Fn()) -> bool {
        for document in &mut self.inner.borrow_mut().documents {
            self.write_local(document, now);
        }
        let unread = |document: &&Document| document.unread;
        let unread: Vec<DraftId> =
            self.inner.borrow().documents.iter().filter(unread).map(|document| document.id.clone()).collect();
        let mut news = false;
        for id in unread {
            news |= self.fetch(&id, nfc).await == Ok(true);
        }
        self.settle(told).await;
        news
    }

    /// Brings the mirror up to date with every draft that is due. While one call is at it, others return at once, and
    /// that one goes on with what they came for.
    ///
    /// A mirror that does not answer in time is waited for further, without asking it for more: `told` is called then, and a
    /// draft's [`durability`](Self::durability) says so until the answer is there.
    pub async fn settle(&self, told: &dyn Fn()) {
        if self.settling.replace(true) {
            return;
        }
        let _done = Settling(self);
        let mut refused = Vec::new();
        while let Some((id, sequence, changes)) = self.next_due(&refused) {
            let mut writing = self.durable.begin(changes);
            let result = match self.durable.in_time(&mut writing).await {
                Some(result) => result,
                None => {
                    self.overdue.set(true);
                    told();
                    writing.await
                }
            };
            self.overdue.set(false);
            if result.is_err() {
                refused.push(id.clone());
            }
            self.durable_answered(&id, sequence, result);
        }
    }

    /// Brings the mirror up to date with one draft, and waits for its answer whoever else is settling.
    pub(super) async fn push(&self, id: &DraftId) {
        if self.is_cleared_elsewhere() {
            return;
        }
        if let Some((sequence, changes)) = self.with(id, |document| document.due()).flatten() {
            let result = self.durable.write(changes).await;
            self.durable_answered(id, sequence, result);
        }
    }

    /// Has a draft in memory, made anew where it is not.
    pub(super) fn hold(&self, id: &DraftId) {
        if self.with(id, |_| ()).is_none() {
            self.take(id.clone(), Replica::empty());
        }
    }

    /// Writes this page's slot to localStorage unless it is there as it was last made, or the draft is in the trash and need
    /// not be there.
    pub(super) fn write_local(&self, document: &mut Document, now: Timestamp) {
        if document.is_put_away() {
            return;
        }
        let Some(made) = &document.slot else { return };
        let (sequence, sum) = (made.sequence, sum_of(&[&made.record]));
        let stored = self.put_local(&document.id, &made.record, sum, document.local.sum, now);
        match stored {
            Ok(()) => {
                document.local.stored = sequence;
                document.local.sum = Some(sum);
                document.local.fault = None;
            }
            Err(fault) => {
                document.local.stored = document.local.stored.min(sequence - 1);
                document.local.fault = Some(fault);
            }
        }
    }

    /// Nobody else writes this key; what stands there nevertheless, and is not what was put there, is copied aside first.
    fn put_local(
        &self,
        id: &DraftId,
        record: &str,
        sum: u64,
        known: Option<u64>,
        now: Timestamp,
    ) -> Result<(), Fault> {
        let key = key::slot(id, self.me);
        if self.local.is_as_set(&key) {
            if known == Some(sum) {
                return Ok(());
            }
        } else if let Some(there) = self.local.get(&key)? {
            let there_sum = sum_of(&[&there]);
            if there_sum == sum {
                return Ok(());
            }
            if Some(there_sum) != known {
                let copy = Copy { at: now.millis(), text: there };
                self.local.set(&key::aside(id, now), &copy.write())?;
            }
        }
        if self.is_cleared_elsewhere() {
            return Err(Fault::Blocked);
        }
        self.local.set(&key, record)
    }

    fn next_due(&self, refused: &[DraftId]) -> Option<(DraftId, u64, Vec<crate::store::Write>)> {
        if self.is_cleared_elsewhere() {
            return None;
        }
        let inner = self.inner.borrow();
        let mut document = inner.documents.iter().filter(|document| !refused.contains(&document.id));
        document.find_map(|document| {
            document.due().map(|(sequence, changes)| (document.id.clone(), sequence, changes))
        })
    }

    fn durable_answered(&self, id: &DraftId, sequence: u64, result: Result<(), Fault>) {
        let card = self.with(id, |document| match result {
            Ok(()) => {
                document.durable.stored = sequence.max(document.durable.stored);
                document.durable.fault = None;
                let made = document.slot.as_ref().filter(|made| made.sequence == sequence)?;
                let (vector, summary) = (made.head.vector.clone(), made.head.summary.clone());
                Some(Card { id: id.clone(), vector, summary })
            }
            Err(fault) => {
                document.durable.fault = Some(fault);
                None
            }
        });
        if let Some(card) = card.flatten() {
            let mut inner = self.inner.borrow_mut();
            inner.mirrored.retain(|other| other.id != *id);
            inner.mirrored.push(card);
            inner.durable_changes += 1;
        }
    }
}

/// Lets the next call settle, even if this one is dropped while it waits.
struct Settling<'a>(&'a Repository);

impl Drop for Settling<'_> {
    fn drop(&mut self) {
        self.0.settling.set(false);
        self.0.overdue.set(false);
    }
}
