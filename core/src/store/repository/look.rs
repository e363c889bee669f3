//! The contents of the durable store, for the home screen.

use std::collections::BTreeSet;

use super::shelf::{card_of, card_of_heads};
use super::{KnownCard, Repository};
use crate::draft::{DraftId, Nfc};
use crate::store::slot::{Head, SlotEdit};
use crate::store::{Fault, QuarantineReason, Quarantined, decode, key};

/// The contents of the durable store as far as they are known without reading the slots.
#[derive(Default)]
struct Heads {
    heads: Vec<Head>,
    /// The drafts with edits beside a slot.
    edited: BTreeSet<DraftId>,
    /// The records that cannot be read.
    quarantined: Vec<Quarantined>,
}

impl Repository {
    /// Reads from the durable store what [`shelf`](Self::shelf) shows: heads, and whole drafts only if the heads do
    /// not say enough.
    ///
    /// # Errors
    /// When the durable store cannot be read; the shelf says so, too.
    pub async fn look(&self, nfc: Nfc<'_>) -> Result<(), Fault> {
        loop {
            let changes = self.inner.borrow().durable_changes;
            let looked = self.look_at_durable(nfc).await;
            let mut inner = self.inner.borrow_mut();
            // Writes and removals meanwhile were seen only in part.
            if inner.durable_changes != changes {
                continue;
            }
            inner.durable_fault = looked.as_ref().err().cloned();
            (inner.durable_cards, inner.quarantined) = looked?;
            return Ok(());
        }
    }

    async fn look_at_durable(&self, nfc: Nfc<'_>) -> Result<(Vec<KnownCard>, Vec<Quarantined>), Fault> {
        let Heads { heads, edited, quarantined } = self.heads(nfc).await?;
        let ids: BTreeSet<&DraftId> = heads.iter().map(|head| &head.draft).chain(&edited).collect();
        let mut cards = Vec::new();
        for id in ids {
            let mut own: Vec<Head> = heads.iter().filter(|head| head.draft == *id).cloned().collect();
            if edited.contains(id) {
                // The heads do not contain edits made since.
                own.clear();
            }
            cards.extend(self.card(id, &own, nfc).await?);
        }
        Ok((cards, quarantined))
    }

    /// Reads the heads of all slots in the durable store, and the records that cannot be read.
    async fn heads(&self, nfc: Nfc<'_>) -> Result<Heads, Fault> {
        let Heads { mut heads, mut edited, mut quarantined } = Heads::default();
        let stored = self.durable.entries(key::heads()).await?;
        for slot in self.durable.keys(key::slots()).await? {
            let name = slot.strip_prefix(key::slots()).unwrap_or_default();
            let named = |(key, _): &&(String, String)| key.strip_prefix(key::heads()) == Some(name);
            let head = stored.iter().find(named).and_then(|(key, record)| Head::read(key, record).ok());
            if let Some(head) = head {
                heads.push(head);
                continue;
            }
            // If the head is missing or damaged, the slot itself is read.
            let Some(record) = self.durable.get(&slot).await? else { continue };
            let read = if key::is_edit(&slot) {
                SlotEdit::read(&slot, &record, nfc).map(|edit| edited.extend([edit.draft]))
            } else {
                Head::read(&slot, &record).map(|head| heads.push(head))
            };
            match read {
                Ok(()) => {}
                Err(error) => {
                    let draft = key::slot_of(&slot).map(|(draft, _)| draft);
                    quarantined.push(Quarantined {
                        key: slot,
                        draft,
                        why: QuarantineReason::Slot(error),
                        text: record,
                    });
                }
            }
        }
        Ok(Heads { heads, edited, quarantined })
    }

    /// Makes a draft's card, reading localStorage's slots if the heads alone do not say enough.
    async fn card(&self, id: &DraftId, heads: &[Head], nfc: Nfc<'_>) -> Result<Option<KnownCard>, Fault> {
        let listed = self.inner.borrow().listed.iter().find(|card| card.id == *id).cloned();
        if let Some(card) = card_of_heads(id, heads) {
            let tells = |listed: &KnownCard| {
                card.context.covers_all(&listed.context) || listed.context.covers_all(&card.context)
            };
            if listed.as_ref().is_none_or(tells) {
                return Ok(Some(card));
            }
        }
        let there = decode::records(self.durable.entries(&key::slots_of(id)).await?, nfc);
        let here = decode::local(&self.local, id, nfc).unwrap_or_default();
        let found = here.found.into_iter().chain(there.found).collect();
        let all = decode::Gathered { found, ..Default::default() };
        Ok(all.joined().map(|state| card_of(id, &state)))
    }
}
