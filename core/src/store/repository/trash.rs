//! The trash. That a draft is in it is part of the draft's state. A deleted draft is kept in the durable store, and in
//! localStorage only until the durable store has it.

use super::Repository;
use super::document::Document;
use super::shelf::card_of;
use super::trash_time::TrashTime;
use crate::checksum::sum_of;
use crate::draft::replica::{Dot, Field, Replica};
use crate::draft::{DraftId, Nfc, Timestamp};
use crate::store::decode::{self, Found, Gathered};
use crate::store::key::Beside;
use crate::store::slot::Slot;
use crate::store::{Backend, Durability, Fault, LoadError, TRASH_MILLIS, Write, key};

impl Repository {
    /// Puts a draft into the trash.
    ///
    /// # Errors
    /// When neither medium takes the mark: the draft then stays where it was. A draft that cannot be read stays, too.
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
    /// When neither medium takes the change: the draft then stays in the trash.
    pub async fn restore(&self, id: &DraftId, now: Timestamp, nfc: Nfc<'_>) -> Result<(), Fault> {
        let back = |state: &mut Replica| state.restore(self.me);
        let trash = |state: &mut Replica| state.trash(self.me, now);
        self.mark(id, now, nfc, &back, &trash).await
    }

    /// Returns the marks that have put a draft in memory into the trash and were not removed, including those that a
    /// later edit has overridden, which brought the draft back.
    pub fn trash_marks(&self, id: &DraftId) -> Vec<Dot> {
        let marks = |document: &mut Document| {
            document.replica.versions(&Field::Trash).iter().map(|version| version.dot).collect()
        };
        self.with(id, marks).unwrap_or_default()
    }

    /// Changes the mark for the trash with `change`, and undoes it with `back` if neither medium takes it.
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

    /// Writes the mark for the trash to localStorage: only the mark if that says as much as the whole slot, as there
    /// may be no room.
    fn write_mark(&self, document: &mut Document, now: Timestamp, nfc: Nfc<'_>) {
        let alone = document.replica.mark_alone(self.me).filter(|alone| {
            let there = decode::local(&self.local, &document.id, nfc).ok();
            // The mark replaces this page's slot.
            let others = there.and_then(|mut there| {
                there.found.retain(|found| found.writer != self.me);
                there.joined()
            });
            others.is_some_and(|others| others.merged(alone.clone()).holds_the_same(&document.replica))
        });
        let Some(alone) = alone else { return self.write_local(document, now) };
        let sequence = document.sequence();
        let record = Slot::new(document.id.clone(), self.me, sequence, alone).write();
        match self.local.set(&key::slot(&document.id, self.me), &record) {
            Ok(()) => {
                document.local.stored = sequence;
                document.local.slot = 0;
                document.local.sums.slot = Some(sum_of(&[&record]));
                document.local.fault = None;
                // The edits say no more than the mark and the other slots do.
                let _ =
                    self.remove_if_ours(&key::edit(&document.id, self.me), document.local.sums.edit.take());
            }
            Err(fault) => {
                document.local.stored = sequence.saturating_sub(1);
                document.local.slot = 0;
                document.local.fault = Some(fault);
            }
        }
    }

    /// Removes a draft in the trash from localStorage, once the durable store has confirmed to have it.
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
        // Records that cannot be removed now stay: the mark, which is removed last, says that they are in the trash.
        found.sort_by_key(is_marked);
        for found in found {
            let mut all = state.clone();
            all.merge(&found.replica);
            if !all.holds_the_same(&state) || found.keys.iter().any(|key| self.local.remove(key).is_err()) {
                return;
            }
        }
        // This is only a hint, which is made anew.
        let _ = self.local.remove(&key::gone(id));
    }

    /// Removes a draft in the trash permanently. Its unreadable records stay.
    ///
    /// # Errors
    /// When a medium that may have the draft refuses; it is then still in the trash.
    pub async fn remove(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<(), Fault> {
        self.remove_older(id, i64::MAX, nfc).await
    }

    /// Permanently removes a draft that was put into the trash before a time, in milliseconds since 1970. Whether the
    /// draft is still in the trash is decided within the transaction that removes it: a draft that was restored or
    /// edited elsewhere before stays.
    async fn remove_older(&self, id: &DraftId, before: i64, nfc: Nfc<'_>) -> Result<(), Fault> {
        if let Err(LoadError::Fault(fault)) = self.reach(id, nfc).await {
            return Err(fault);
        }
        let is_trash = |state: &Replica| state.trashed().is_some_and(|deleted| deleted.millis() < before);
        if !self.known(id, &Gathered::default(), nfc)?.is_some_and(|state| is_trash(&state)) {
            return Ok(());
        }
        let Some(state) = self.remove_from_durable(id, &is_trash, nfc).await? else { return Ok(()) };
        let removed = is_trash(&state) && self.remove_from_local(id, &is_trash, &state, nfc)?;
        let mut inner = self.inner.borrow_mut();
        inner.durable_cards.retain(|card| card.id != *id);
        inner.durable_changes += 1;
        if removed {
            inner.documents.retain(|document| document.id != *id);
        } else {
            inner.durable_cards.push(card_of(id, &state));
        }
        Ok(())
    }

    /// Removes a draft from localStorage if it is in the trash according to localStorage and `state`. Returns whether
    /// it is.
    fn remove_from_local(
        &self,
        id: &DraftId,
        is_trash: &dyn Fn(&Replica) -> bool,
        state: &Replica,
        nfc: Nfc<'_>,
    ) -> Result<bool, Fault> {
        let mut there = match decode::local(&self.local, id, nfc) {
            Ok(there) => there,
            Err(Fault::Blocked) => return Ok(true),
            Err(fault) => return Err(fault),
        };
        let mut all = state.clone();
        there.join_into(&mut all);
        if there.newer.is_some() || !is_trash(&all) {
            self.take_in(id, there);
            return Ok(false);
        }
        for what in Beside::ALL {
            self.local.remove(&key::setting(&key::beside(id, what)))?;
        }
        // If this is interrupted, the mark, which is removed last, says that the rest is in the trash.
        there.found.sort_by_key(is_marked);
        let loose = there.known_loose(&all);
        for key in loose.chain(there.found.iter().flat_map(|found| &found.keys)) {
            self.local.remove(key)?;
        }
        self.local.remove(&key::gone(id)).map(|()| true)
    }

    /// Removes a draft from the durable store if it is in the trash according to everything known in the transaction.
    /// Returns that state; `None` if the draft stays in any case.
    async fn remove_from_durable(
        &self,
        id: &DraftId,
        is_trash: &dyn Fn(&Replica) -> bool,
        nfc: Nfc<'_>,
    ) -> Result<Option<Replica>, Fault> {
        let history = match self.durable.keys(&key::history_of(id)).await {
            Ok(history) => history,
            // Without a durable store there is nothing to remove; if it is only broken, the trash is kept for later.
            Err(Fault::Blocked) => return self.known(id, &Gathered::default(), nfc),
            Err(fault) => return Err(fault),
        };
        let mut known = Ok(None);
        let decide = |slots| {
            let there = decode::records(slots, nfc);
            known = self.known(id, &there, nfc);
            let mut changes = Vec::new();
            if let Ok(Some(state)) =
                known.as_ref().map(|known| known.as_ref().filter(|state| is_trash(state)))
            {
                changes.extend(there.known_loose(state).map(|key| Write::Remove { key: key.clone() }));
                for found in there.found {
                    changes.push(Write::Remove { key: key::head(id, found.writer) });
                    changes.extend(found.keys.into_iter().map(|key| Write::Remove { key }));
                }
                changes.extend(history.into_iter().map(|key| Write::Remove { key }));
                changes.push(Write::Remove { key: key::team_folder(id) });
            } else {
                self.take_in(id, there);
            }
            changes
        };
        match self.durable.update(&key::slots_of(id), Box::new(decide)).await {
            Ok(()) => known,
            Err(Fault::Blocked) => self.known(id, &Gathered::default(), nfc),
            Err(fault) => Err(fault),
        }
    }

    /// Merges everything known of a draft: the states in memory, in localStorage, and in `there`, from the durable
    /// store. `None` if the draft is open here or a newer version has written it.
    fn known(&self, id: &DraftId, there: &Gathered, nfc: Nfc<'_>) -> Result<Option<Replica>, Fault> {
        let held = self.with(id, |document| (!document.open).then(|| document.whole()));
        let Some(mut state) = held.flatten() else { return Ok(None) };
        let here = match decode::local(&self.local, id, nfc) {
            Ok(here) => here,
            Err(Fault::Blocked) => Gathered::default(),
            Err(fault) => return Err(fault),
        };
        if here.newer.or(there.newer).is_some() {
            return Ok(None);
        }
        here.join_into(&mut state);
        there.join_into(&mut state);
        Ok(Some(state))
    }

    /// Removes the drafts whose [`TRASH_MILLIS`] in the trash have passed over several starts, as far as the last
    /// [`look`](Self::look) has seen them; without a durable store, the trash is in localStorage. Must be called once
    /// at each start.
    ///
    /// # Errors
    /// When a medium refuses; what is left is removed at the next start.
    pub async fn sweep(&self, now: Timestamp, nfc: Nfc<'_>) -> Result<(), Fault> {
        let trash: Vec<_> = self
            .shelf(nfc)
            .trash
            .into_iter()
            .filter_map(|card| Some((card.id, card.info.deleted?)))
            .collect();
        let mut time = TrashTime::read(&self.local)?;
        let expired = time.pass(now, &trash);
        // If the record cannot be stored, no time counts as passed, and nothing is removed.
        time.write(&self.local)?;
        if expired.is_empty() {
            return Ok(());
        }
        let before = now.millis().saturating_sub(TRASH_MILLIS);
        for id in expired {
            // The draft may have been restored since, or deleted again.
            self.remove_older(&id, before, nfc).await?;
            time.forget(&id);
        }
        time.write(&self.local)
    }
}

/// Returns whether a state has the mark of the trash.
fn is_marked(found: &Found) -> bool {
    found.replica.trashed().is_some()
}
