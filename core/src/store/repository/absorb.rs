//! Merging the states that other tabs and the durable store have.

use super::Repository;
use super::document::Document;
use crate::draft::replica::{Choice, Conflict, Dot, Field};
use crate::draft::{Draft, DraftId, Nfc, Timestamp};
use crate::store::Fault;
use crate::store::decode::{self, Gathered};

impl Repository {
    /// Reads localStorage's state of a draft. Returns whether something new waits for [`absorb`](Self::absorb).
    ///
    /// # Errors
    /// When localStorage cannot be read.
    pub fn gather(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<bool, Fault> {
        Ok(self.take_in(id, decode::local(&self.local, id, nfc)?))
    }

    /// Reads the durable store's state of a draft. Returns whether something new waits for [`absorb`](Self::absorb).
    ///
    /// A durable store that lacks something gets it with the next [`settle`](Self::settle).
    ///
    /// # Errors
    /// When the durable store cannot be read; the draft's [`durability`](Self::durability) says so too.
    pub async fn fetch(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<bool, Fault> {
        let prefix = crate::store::key::slots_of(id);
        let entries = match self.durable.entries(&prefix).await {
            Ok(entries) => entries,
            Err(fault) => {
                self.with(id, |document| {
                    document.unread = true;
                    // The durable store has what it has confirmed.
                    if document.sequence() == 0 || document.durable.stored < document.sequence() {
                        document.durable.fault = Some(fault.clone());
                    }
                });
                return Err(fault);
            }
        };
        let gathered = decode::records(entries, nfc);
        let mut inner = self.inner.borrow_mut();
        inner.quarantined.retain(|quarantined| quarantined.draft.as_ref() != Some(id));
        inner.quarantined.extend(gathered.quarantined.iter().cloned());
        drop(inner);
        self.with(id, |document| {
            document.unread = false;
            document.durable.fault = None;
            self.complete_durable(document, &gathered);
        });
        Ok(self.take_in(id, gathered))
    }

    /// Reads a slot's record, or the edits beside it, as another tab has sent it. Returns whether something new waits for
    /// [`absorb`](Self::absorb).
    pub fn receive(&self, key: &str, record: &str, nfc: Nfc<'_>) -> bool {
        let Some((id, _)) = crate::store::key::slot_of(key) else { return false };
        self.take_in(&id, decode::records(vec![(key.to_owned(), record.to_owned())], nfc))
    }

    /// Saves the changes in `current`, then merges the waiting states into the open draft. Returns `None` if `current`
    /// is all there is to show.
    ///
    /// The fields in `typing`, which are being typed in, keep what they show. Text typed in one of them after another
    /// tab has replaced its text becomes a choice beside that text. A later call without them brings them up to date.
    pub fn absorb(&self, current: &Draft, typing: &[Field], now: Timestamp) -> Option<Draft> {
        self.save(current, now);
        let newer = self.newer(current.id());
        let absorbed = self.with(current.id(), |document| {
            let conflicts = document.replica.conflicts(&document.shown);
            document.merge_inbox();
            let changed = document.shown.refresh(&document.replica, self.me, typing);
            // The text typed so far is saved; from here on, the draft is no longer written.
            document.stopped = document.stopped.or(newer);
            if changed.is_empty() && document.replica.conflicts(&document.shown) == conflicts {
                return None;
            }
            document.draft()
        });
        absorbed.flatten()
    }

    /// Lists the fields of a draft in memory that have several values.
    pub fn conflicts(&self, id: &DraftId) -> Vec<Conflict> {
        self.with(id, |document| document.replica.conflicts(&document.shown)).unwrap_or_default()
    }

    /// Makes, for each of the field's values other than that of `dot`, the draft with that value, which is lost when
    /// `dot` is chosen.
    pub fn not_chosen(&self, id: &DraftId, field: &Field, dot: Dot) -> Vec<Draft> {
        let others = |document: &mut Document| {
            let conflicts = document.replica.conflicts(&document.shown);
            let choices = conflicts.into_iter().filter(|conflict| conflict.field == *field);
            let others = choices.flat_map(|conflict| conflict.choices).filter(|choice| choice.dot != dot);
            let with = |choice: Choice| {
                let (mut replica, mut shown) = (document.replica.clone(), document.shown.clone());
                replica.choose(field, choice.dot, &mut shown, self.me, choice.at);
                shown.draft(id, choice.at)
            };
            others.filter_map(with).collect()
        };
        self.with(id, others).unwrap_or_default()
    }

    /// Saves the changes in `current`, then keeps only the value of `dot` in a field, and stores that. Returns `None`,
    /// and chooses nothing, if that value does not exist any more.
    pub fn choose(&self, current: &Draft, field: &Field, dot: Dot, now: Timestamp) -> Option<Draft> {
        self.save(current, now);
        let chosen = self.with(current.id(), |document| {
            if !document.replica.choose(field, dot, &mut document.shown, self.me, now) {
                return None;
            }
            document.renew(self.me);
            self.write_local(document, now);
            document.draft()
        });
        chosen.flatten()
    }

    pub(super) fn take_in(&self, id: &DraftId, gathered: Gathered) -> bool {
        let mut inner = self.inner.borrow_mut();
        if let Some(version) = gathered.newer {
            inner.newer.retain(|(other, _)| other != id);
            inner.newer.push((id.clone(), version));
        }
        if let Some(document) = inner.documents.iter_mut().find(|document| document.id == *id) {
            return document.take_in(&gathered) || gathered.newer.is_some();
        }
        if let Some((_, waiting)) = inner.waiting.iter_mut().find(|(other, _)| other == id) {
            return gathered.join_into(waiting) || gathered.newer.is_some();
        }
        let Some(state) = gathered.joined() else { return gathered.newer.is_some() };
        inner.waiting.push((id.clone(), state));
        true
    }

    pub(super) fn newer(&self, id: &DraftId) -> Option<u64> {
        let inner = self.inner.borrow();
        inner.newer.iter().find(|(other, _)| other == id).map(|(_, version)| *version)
    }

    /// Marks a draft in memory to be written to the durable store, if that lacks part of it.
    fn complete_durable(&self, document: &mut Document, durable: &Gathered) {
        let Some(mut all) = durable.joined() else { return self.renew_for_durable(document) };
        let there = all.clone();
        all.merge(&document.replica);
        if all != there {
            self.renew_for_durable(document);
        }
    }

    /// Marks the slot to be written to the durable store. localStorage needs nothing: it has the same states, or gets
    /// them with the next edit.
    fn renew_for_durable(&self, document: &mut Document) {
        if document.is_made() {
            (document.durable.stored, document.durable.slot) = (0, 0);
        } else {
            let local = document.local.stored >= document.sequence();
            document.renew(self.me);
            document.local.stored = if local { document.sequence() } else { 0 };
        }
    }
}
