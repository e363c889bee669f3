//! What the home screen shows: localStorage's slots by their heads, the durable store's drafts, and the drafts in
//! memory.

use std::collections::BTreeSet;

use super::read_cache::{ReadCache, Seen};
use super::{Inner, KnownCard, Repository};
use crate::draft::Timestamp;
use crate::draft::replica::Replica;
use crate::draft::{DraftId, Nfc};
use crate::store::decode::Loose;
use crate::store::quarantine::QuarantineRecord;
use crate::store::slot::{Head, SlotEdit, SlotError};
use crate::store::{Backend, Fault, QuarantineReason, Quarantined, Shelf, decode, key, shelf};

impl Repository {
    /// Lists everything stored, as far as it is known without waiting: the durable store's part only after
    /// [`look`](Self::look). No draft is parsed if the heads say enough, and no record of localStorage is read again
    /// if it is [known](Self::changed_elsewhere).
    pub fn shelf(&self, nfc: Nfc<'_>) -> Shelf {
        let mut scan = Scan::default();
        let local = scan.run(&self.local, nfc).err();
        let mut inner = self.inner.borrow_mut();
        inner.listed.clone_from(&scan.cards);
        let mut cards = scan.cards;
        for card in inner.durable_cards.iter().cloned().chain(inner.in_memory()) {
            replace_if_newer(&mut cards, card);
        }
        let mut quarantined = scan.quarantined;
        let known = |other: &Quarantined| {
            quarantined
                .iter()
                .any(|quarantined| quarantined.key == other.key && quarantined.text == other.text)
        };
        let more: Vec<Quarantined> =
            inner.quarantined.iter().filter(|other| !known(other)).cloned().collect();
        quarantined.extend(more);
        let (drafts, trash) = sorted(cards);
        Shelf {
            drafts,
            trash,
            quarantined,
            local,
            durable: inner.durable_fault.clone(),
            full: inner.is_full(),
        }
    }
}

impl Inner {
    /// Returns whether a medium had no room for a draft in memory.
    fn is_full(&self) -> bool {
        let media = self.documents.iter().flat_map(|document| [&document.local, &document.durable]);
        media.into_iter().any(|medium| medium.fault == Some(Fault::Full))
    }

    /// Lists the cards of the drafts in memory that this page has edited.
    fn in_memory(&self) -> Vec<KnownCard> {
        let made = self.documents.iter().filter_map(|document| {
            let made = document.slot.as_ref()?;
            if document.edit.is_some() {
                return Some(card_of(&document.id, &document.replica));
            }
            let (context, info) = (made.head.context.clone(), made.head.info.clone());
            Some(KnownCard { id: document.id.clone(), context, info })
        });
        made.collect()
    }
}

/// Replaces the same draft's card by this one if this one contains every edit that the other contains.
pub(super) fn replace_if_newer(cards: &mut Vec<KnownCard>, card: KnownCard) {
    match cards.iter_mut().find(|other| other.id == card.id) {
        None => cards.push(card),
        Some(other) if card.context.covers_all(&other.context) => *other = card,
        Some(_) => {}
    }
}

/// Sorts cards into drafts and trash, each in the order shown.
fn sorted(cards: Vec<KnownCard>) -> (Vec<shelf::Card>, Vec<shelf::Card>) {
    let shown = |card: KnownCard| card.info.map(|info| shelf::Card { id: card.id, info });
    let mut cards: Vec<_> = cards.into_iter().filter_map(shown).collect();
    let time = |card: &shelf::Card| card.info.deleted.unwrap_or(card.info.changed);
    cards.sort_by(|a, b| time(b).cmp(&time(a)).then_with(|| a.id.cmp(&b.id)));
    cards.into_iter().partition(|card| card.info.deleted.is_none())
}

/// Makes the card of a state, without its info if the state is not a whole draft.
pub(super) fn card_of(id: &DraftId, state: &Replica) -> KnownCard {
    // The info does not depend on the page that makes it; of several values of a field, it uses the latest.
    let slot =
        crate::store::slot::Slot::new(id.clone(), crate::draft::replica::Writer::of_sum(0), 0, state.clone());
    KnownCard { id: id.clone(), context: slot.head.context, info: slot.head.info }
}

/// Makes one card for a draft from the heads of its slots; `None` if no head contains the edits of all the others.
pub(super) fn card_of_heads(id: &DraftId, heads: &[Head]) -> Option<KnownCard> {
    let last = heads.iter().find(|head| heads.iter().all(|other| head.context.covers_all(&other.context)))?;
    let (context, info) = (last.context.clone(), last.info.clone());
    Some(KnownCard { id: id.clone(), context, info })
}

/// The results of a look through localStorage.
#[derive(Default)]
struct Scan {
    heads: Vec<Head>,
    /// The drafts with edits beside a slot: their heads do not say enough.
    edited: BTreeSet<DraftId>,
    cards: Vec<KnownCard>,
    quarantined: Vec<Quarantined>,
    /// The cards of the drafts with a record of the first format.
    first: Vec<KnownCard>,
}

impl Scan {
    fn run(&mut self, local: &ReadCache, nfc: Nfc<'_>) -> Result<(), Fault> {
        for key in local.names()? {
            match local.seen(&key, &|record| sum_up(local, &key, record, nfc))? {
                Some(Seen::Head(head)) => self.heads.push(head),
                Some(Seen::Edit(id)) => self.edited.extend([id]),
                Some(Seen::First(card)) => self.first.push(card),
                Some(Seen::Quarantined(quarantined)) => self.quarantined.push(quarantined),
                None => {}
            }
        }
        let ids = self.heads.iter().map(|head| &head.draft).chain(self.first.iter().map(|card| &card.id));
        for id in ids.chain(&self.edited).cloned().collect::<BTreeSet<_>>() {
            if let Some(card) = self.quickly(&id) {
                self.cards.push(card);
                continue;
            }
            let gathered = decode::local(local, &id, nfc)?;
            self.cards.extend(gathered.joined().map(|state| card_of(&id, &state)));
            self.quarantined.extend(gathered.loose.into_iter().map(Loose::quarantined));
        }
        Ok(())
    }

    /// Makes a draft's card without reading its slots, if one of its records contains the edits of all the others.
    fn quickly(&self, id: &DraftId) -> Option<KnownCard> {
        if self.edited.contains(id) {
            return None;
        }
        let heads: Vec<Head> = self.heads.iter().filter(|head| head.draft == *id).cloned().collect();
        let first = self.first.iter().find(|card| card.id == *id);
        match (first, heads.is_empty()) {
            (Some(first), true) => Some(first.clone()),
            (None, _) => card_of_heads(id, &heads),
            (Some(first), false) => {
                card_of_heads(id, &heads).filter(|card| card.context.covers_all(&first.context))
            }
        }
    }
}

/// Extracts what the home screen needs of a record.
fn sum_up(local: &dyn Backend, key: &str, record: String, nfc: Nfc<'_>) -> Result<Seen, Fault> {
    if key::is_edit(key) {
        Ok(match SlotEdit::read(key, &record, nfc) {
            Ok(edit) => Seen::Edit(edit.draft),
            Err(error) => unreadable(key, error, record),
        })
    } else if key.starts_with(key::slots()) {
        Ok(slot(key, record))
    } else if key.starts_with(key::drafts()) {
        first_format(local, key, record, nfc)
    } else {
        // A record in quarantine.
        Ok(Seen::Quarantined(QuarantineRecord::quarantined(key.to_owned(), record)))
    }
}

fn slot(key: &str, record: String) -> Seen {
    match Head::read(key, &record) {
        Ok(head) => Seen::Head(head),
        Err(error) => unreadable(key, error, record),
    }
}

fn unreadable(key: &str, error: SlotError, record: String) -> Seen {
    let draft = key::slot_of(key).map(|(draft, _)| draft);
    Seen::Quarantined(Quarantined {
        key: key.to_owned(),
        draft,
        why: QuarantineReason::Slot(error),
        text: record,
    })
}

/// Sums up a record of the first format: from its stored summary if that is right, else from the draft itself.
fn first_format(local: &dyn Backend, key: &str, record: String, nfc: Nfc<'_>) -> Result<Seen, Fault> {
    let quarantined =
        |draft, why, text| Ok(Seen::Quarantined(Quarantined { key: key.to_owned(), draft, why, text }));
    let Some(id) = key::draft_of(key) else {
        return quarantined(None, QuarantineReason::UnknownKey, record);
    };
    match shelf::summary(local, &id, &record, nfc)? {
        Ok(info) => {
            let context = decode::first_context(&record, info.deleted.map(Timestamp::millis));
            Ok(Seen::First(KnownCard { id, context, info: Some(info) }))
        }
        Err(error) => quarantined(Some(id), QuarantineReason::Unreadable(error), record),
    }
}
