//! The trash. That a draft is in it is part of its state; the mirror is where it stays, and localStorage only as long as the
//! mirror does not have it.

use super::Repository;
use super::document::Document;
use crate::draft::replica::Replica;
use crate::draft::{DraftId, Nfc, Timestamp};
use crate::store::checksum::sum_of;
use crate::store::decode;
use crate::store::key::Beside;
use crate::store::slot::Slot;
use crate::store::{Backend, Durability, Fault, LoadError, TRASH_MILLIS, Write, key};

impl Repository {
    /// Puts a draft into the trash.
    ///
    /// # Errors
    /// When neither medium takes the mark: the draft is then where it was. A draft that cannot be read stays too.
    pub async fn discard(&self, id: &DraftId, now: Timestamp, nfc: Nfc<'_>) -> Result<(), Fault> {
        let trash = |state: &mut Replica| state.trash(self.me, now);
        let back = |state: &mut Replica| state.restore(self.me);
        self.mark(id, now, nfc, &trash, &back).await?;
        self.move_to_durable(id, nfc);
        Ok(())
    }

    /// Takes a draft out of the trash.
    ///
    /// # Errors
    /// When neither medium takes that: the draft is then where it was.
    pub async fn restore(&self, id: &DraftId, now: Timestamp, nfc: Nfc<'_>) -> Result<(), Fault> {
        let back = |state: &mut Replica| state.restore(self.me);
        let trash = |state: &mut Replica| state.trash(self.me, now);
        self.mark(id, now, nfc, &back, &trash).await
    }

    /// Changes the mark; changes it back where neither medium takes it.
    async fn mark(
        &self,
        id: &DraftId,
        now: Timestamp,
        nfc: Nfc<'_>,
        change: &dyn Fn(&mut Replica),
        back: &dyn Fn(&mut Replica),
    ) -> Result<(), Fault> {
        match self.reach(id, nfc).await {
            Ok(()) => {}
            Err(LoadError::Fault(fault)) => return Err(fault),
            Err(_) => return Ok(()),
        }
        self.with(id, |document| {
            document.merge_inbox();
            change(&mut document.replica);
            document.renew(self.me);
            self.write_mark(document, now, nfc);
        });
        self.push(id).await;
        let refused = self.with(id, |document| match self.durability_of(document) {
            Durability::MemoryOnly { local, .. } => {
                back(&mut document.replica);
                document.renew(self.me);
                Some(local)
            }
            _ => None,
        });
        refused.flatten().map_or(Ok(()), Err)
    }

    /// Writes the mark to localStorage: by itself where that says as much as the whole, as there may be no room.
    fn write_mark(&self, document: &mut Document, now: Timestamp, nfc: Nfc<'_>) {
        let alone = document.replica.mark_alone(self.me).filter(|alone| {
            let there = decode::local(&self.local, &document.id, nfc).ok().and_then(|there| there.joined());
            there.is_some_and(|mut there| {
                there.merge(alone);
                there.holds_the_same(&document.replica)
            })
        });
        let Some(alone) = alone else { return self.write_local(document, now) };
        let sequence = document.sequence();
        let record = Slot::new(document.id.clone(), self.me, sequence, alone).write();
        match self.local.set(&key::slot(&document.id, self.me), &record) {
            Ok(()) => {
                document.local.stored = sequence;
                document.local.sum = Some(sum_of(&[&record]));
                document.local.fault = None;
            }
            Err(fault) => {
                document.local.stored = sequence.saturating_sub(1);
                document.local.fault = Some(fault);
            }
        }
    }

    /// Removes from localStorage what the mirror has too, once it has said so.
    fn move_to_durable(&self, id: &DraftId, nfc: Nfc<'_>) {
        let state = self.with(id, |document| {
            (self.durability_of(document) == Durability::Saved).then(|| document.replica.clone())
        });
        let (Some(state), Ok(there)) = (state.flatten(), decode::local(&self.local, id, nfc)) else {
            return;
        };
        if state.trashed().is_none() {
            return;
        }
        let mut found = there.found;
        // What cannot be removed now stays as it is: the mark, which goes last, says that it is trash.
        found.sort_by_key(|found| found.replica.trashed().is_some());
        for found in found {
            let mut all = state.clone();
            all.merge(&found.replica);
            if !all.holds_the_same(&state) || found.keys.iter().any(|key| self.local.remove(key).is_err()) {
                return;
            }
        }
        // Only a hint that is made anew.
        let _ = self.local.remove(&key::gone(id));
    }

    /// Removes a draft in the trash for good. Records of it that cannot be read stay.
    ///
    /// # Errors
    /// When a medium that may have it refuses; it is then still in the trash.
    pub async fn remove(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<(), Fault> {
        self.remove_older(id, i64::MAX, nfc).await
    }

    /// Removes a draft for good that was put into the trash before this time, in milliseconds since 1970.
    async fn remove_older(&self, id: &DraftId, before: i64, nfc: Nfc<'_>) -> Result<(), Fault> {
        let reached = self.reach(id, nfc).await;
        if let Err(LoadError::Fault(fault)) = reached {
            return Err(fault);
        }
        let is_older = |deleted: Timestamp| deleted.millis() < before;
        if self.with(id, |document| document.replica.trashed().is_some_and(is_older) && !document.open)
            != Some(true)
        {
            return Ok(());
        }
        self.remove_from_durable(id, nfc).await?;
        self.remove_from_local(id, nfc)?;
        let mut inner = self.inner.borrow_mut();
        inner.documents.retain(|document| document.id != *id);
        inner.mirrored.retain(|card| card.id != *id);
        inner.durable_changes += 1;
        Ok(())
    }

    fn remove_from_local(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<(), Fault> {
        let mut found = match decode::local(&self.local, id, nfc) {
            Ok(gathered) => gathered.found,
            Err(Fault::Blocked) => return Ok(()),
            Err(fault) => return Err(fault),
        };
        for what in Beside::ALL {
            self.local.remove(&key::setting(&key::beside(id, what)))?;
        }
        // Where this ends half-way, the mark, which goes last, says that the rest is trash.
        found.sort_by_key(|found| found.replica.trashed().is_some());
        for key in found.iter().flat_map(|found| &found.keys) {
            self.local.remove(key)?;
        }
        self.local.remove(&key::gone(id))
    }

    async fn remove_from_durable(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<(), Fault> {
        let slots = match self.durable.entries(&key::slots_of(id)).await {
            Ok(slots) => slots,
            // Where there is no mirror, it has nothing to remove; where it is only broken, the trash is kept for later.
            Err(Fault::Blocked) => return Ok(()),
            Err(fault) => return Err(fault),
        };
        let mut changes = Vec::new();
        for found in decode::records(slots, nfc).found {
            changes.push(Write::Remove { key: key::head(id, found.writer) });
            changes.extend(found.keys.into_iter().map(|key| Write::Remove { key }));
        }
        let history = self.durable.keys(&key::history_of(id)).await?;
        changes.extend(history.into_iter().map(|key| Write::Remove { key }));
        self.durable.write(changes).await
    }

    /// Removes what has been in the trash for more than [`TRASH_MILLIS`], as far as the last [`look`](Self::look) has
    /// seen it; without a mirror the trash is in localStorage.
    ///
    /// # Errors
    /// When a medium refuses; what is left goes at the next start.
    pub async fn sweep(&self, now: Timestamp, nfc: Nfc<'_>) -> Result<(), Fault> {
        let before = now.millis().saturating_sub(TRASH_MILLIS);
        for card in self.shelf(nfc).trash {
            if card.summary.deleted.is_some_and(|deleted| deleted.millis() < before) {
                // It may have been taken back since, or deleted again.
                self.remove_older(&card.id, before, nfc).await?;
            }
        }
        Ok(())
    }
}
