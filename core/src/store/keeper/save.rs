//! Writing: localStorage at once, the mirror when it is its turn.

use super::held::Held;
use super::{Card, Keeper};
use crate::draft::replica::Replica;
use crate::draft::{Draft, DraftId, Nfc, Timestamp};
use crate::store::aside::Copy;
use crate::store::checksum::sum_of;
use crate::store::{Backend, Durability, Fault, key};

impl Keeper {
    /// Stores what a draft has changed against what was last shown of it. Nothing changed: nothing is written.
    ///
    /// localStorage has it when this returns, if it takes it; the mirror gets it by [`settle`](Self::settle).
    pub fn save(&self, draft: &Draft, now: Timestamp) -> Durability {
        self.hold(draft.id());
        let saved = self.with(draft.id(), |held| {
            held.edit(draft, self.me, now);
            self.write_local(held, now);
            self.durability_of(held)
        });
        saved.unwrap_or(Durability::Writing)
    }

    /// Writes again what has gone from localStorage while this page had it: somebody cleared the browser's data.
    pub fn heal(&self, id: &DraftId, now: Timestamp) -> Durability {
        let keys = self.local.keys(&key::slots_of(id));
        let healed = self.with(id, |held| {
            let gone = keys.is_ok_and(|keys| keys.is_empty()) && held.replica.trashed().is_none();
            if gone && held.slot.is_none() {
                held.renew(self.me);
            }
            if gone {
                // The mirror may have been cleared with it.
                held.mirror.stored = 0;
            }
            self.write_local(held, now);
            self.durability_of(held)
        });
        healed.unwrap_or(Durability::Saved)
    }

    /// Tries again what was refused, what the mirror did not say as well. Returns whether something new waits for
    /// [`absorb`](Self::absorb). `told` is as in [`settle`](Self::settle).
    pub async fn retry(&self, now: Timestamp, nfc: Nfc<'_>, told: &dyn Fn()) -> bool {
        for held in &mut self.inner.borrow_mut().held {
            self.write_local(held, now);
        }
        let unread = |held: &&Held| held.unread;
        let unread: Vec<DraftId> =
            self.inner.borrow().held.iter().filter(unread).map(|held| held.id.clone()).collect();
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
            let mut writing = self.mirror.begin(changes);
            let result = match self.mirror.in_time(&mut writing).await {
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
            self.mirror_answered(&id, sequence, result);
        }
    }

    /// Brings the mirror up to date with one draft, and waits for its answer whoever else is settling.
    pub(super) async fn push(&self, id: &DraftId) {
        if let Some((sequence, changes)) = self.with(id, |held| held.due()).flatten() {
            let result = self.mirror.write(changes).await;
            self.mirror_answered(id, sequence, result);
        }
    }

    /// Has a draft in memory, made anew where it is not.
    pub(super) fn hold(&self, id: &DraftId) {
        if self.with(id, |_| ()).is_none() {
            self.take(id.clone(), Replica::empty());
        }
    }

    /// Writes this page's slot to localStorage unless it is there as it was last made.
    pub(super) fn write_local(&self, held: &mut Held, now: Timestamp) {
        let Some(made) = &held.slot else { return };
        let (sequence, sum) = (made.sequence, sum_of(&[&made.record]));
        let stored = self.put_local(&held.id, &made.record, sum, held.local.sum, now);
        match stored {
            Ok(()) => {
                held.local.stored = sequence;
                held.local.sum = Some(sum);
                held.local.fault = None;
            }
            Err(fault) => {
                held.local.stored = held.local.stored.min(sequence - 1);
                held.local.fault = Some(fault);
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
        self.local.set(&key, record)
    }

    fn next_due(&self, refused: &[DraftId]) -> Option<(DraftId, u64, Vec<crate::store::Write>)> {
        let inner = self.inner.borrow();
        let mut held = inner.held.iter().filter(|held| !refused.contains(&held.id));
        held.find_map(|held| held.due().map(|(sequence, changes)| (held.id.clone(), sequence, changes)))
    }

    fn mirror_answered(&self, id: &DraftId, sequence: u64, result: Result<(), Fault>) {
        let card = self.with(id, |held| match result {
            Ok(()) => {
                held.mirror.stored = sequence.max(held.mirror.stored);
                held.mirror.fault = None;
                let made = held.slot.as_ref().filter(|made| made.sequence == sequence)?;
                let (vector, summary) = (made.head.vector.clone(), made.head.summary.clone());
                Some(Card { id: id.clone(), vector, summary })
            }
            Err(fault) => {
                held.mirror.fault = Some(fault);
                None
            }
        });
        if let Some(card) = card.flatten() {
            let mut inner = self.inner.borrow_mut();
            inner.mirrored.retain(|other| other.id != *id);
            inner.mirrored.push(card);
            inner.mirror_changes += 1;
        }
    }
}

/// Lets the next call settle, even if this one is dropped while it waits.
struct Settling<'a>(&'a Keeper);

impl Drop for Settling<'_> {
    fn drop(&mut self) {
        self.0.settling.set(false);
        self.0.overdue.set(false);
    }
}
