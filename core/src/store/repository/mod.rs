//! Drafts in two media: what is written when, and what is read from where.
//!
//! ```text
//!            save (at once)          ┌─▶ localStorage   slot/<draft>/<writer>, or …/edit beside it
//! Draft ─▶ Replica ─▶ slot or edits ─┤
//!            settle (later)          └─▶ durable store  the same and head/…, in one transaction
//! ```
//!
//! Both media hold the same slots; neither has precedence. Frequent operations (opening, saving, merging) use only
//! localStorage and memory and return at once; those that need the durable store are async. No borrow is held across
//! an `await`, so every function may be called at any time.

mod absorb;
mod clearing;
mod copies;
mod document;
mod history;
mod load;
mod look;
mod names;
mod read_cache;
mod save;
mod settings;
mod shelf;
#[cfg(test)]
mod tests;
mod tidy;
mod trash;
mod trash_time;

pub use copies::TakenCopy;
pub use history::{HISTORY_BYTES, Reason, Revision};
pub use names::LastWritten;

use std::cell::{Cell, RefCell};

use document::{Document, Sums};
use read_cache::ReadCache;

use super::with_timeout::{Timer, WithTimeout};
use super::{Backend, DraftInfo, Durability, DurableStore, Fault, Quarantined, key};
use crate::draft::DraftId;
use crate::draft::replica::{CausalContext, Replica, Writer};

/// The drafts of this browser, as one page load keeps them.
pub struct Repository {
    local: ReadCache,
    durable: WithTimeout,
    me: Writer,
    inner: RefCell<Inner>,
    /// The mark of the last clearing of the storages that this page knows of.
    known_mark: RefCell<Option<String>>,
    /// The number of times that this page has cleared the storages.
    clearings: Cell<u32>,
    settling: Cell<bool>,
    /// Whether the write that [`settle`](Self::settle) waits for has not been answered in time.
    overdue: Cell<bool>,
}

/// The state of a repository between two calls.
#[derive(Default)]
struct Inner {
    documents: Vec<Document>,
    /// The states of drafts that were fetched and are not in memory as documents yet.
    waiting: Vec<(DraftId, Replica)>,
    /// The checksums of the records last written to localStorage for drafts that are no longer in memory.
    written: Vec<(DraftId, Sums)>,
    /// The cards of the drafts in the durable store, as last read or written.
    durable_cards: Vec<KnownCard>,
    /// The number of times that this page has changed the durable store.
    durable_changes: u64,
    /// The cards that the home screen last saw in localStorage.
    listed: Vec<KnownCard>,
    /// The records in the durable store that cannot be read.
    quarantined: Vec<Quarantined>,
    /// The drafts that a newer version has written, with its format.
    newer: Vec<(DraftId, u64)>,
    durable_fault: Option<Fault>,
}

/// What is known of a draft, and which edits it contains. Without the info it is only a mark for the trash.
#[derive(Clone)]
struct KnownCard {
    id: DraftId,
    context: CausalContext,
    info: Option<DraftInfo>,
}

impl Repository {
    /// Makes a repository of the drafts in these media, for the page load with the writer `me`.
    pub fn new(local: Box<dyn Backend>, durable: Box<dyn DurableStore>, me: Writer) -> Self {
        let (settling, overdue) = (Cell::default(), Cell::default());
        let (local, durable) = (ReadCache::new(local), WithTimeout::endless(durable));
        let (known_mark, clearings) = (RefCell::default(), Cell::default());
        let repository =
            Self { local, durable, me, inner: RefCell::default(), known_mark, clearings, settling, overdue };
        repository.known_mark.replace(repository.clearing_mark());
        repository
    }

    /// Sets the function that makes timers, each over after the given milliseconds. Without it, waiting for the
    /// durable store has no limit.
    #[must_use]
    pub fn with_timer(self, timer: impl Fn(u32) -> Timer + 'static) -> Self {
        Self { durable: self.durable.with_timer(timer), ..self }
    }

    /// Returns the writer that this page load is.
    pub fn writer(&self) -> Writer {
        self.me
    }

    /// Returns how safe a draft's last state is.
    pub fn durability(&self, id: &DraftId) -> Durability {
        self.with(id, |document| self.durability_of(document)).unwrap_or(Durability::Saved)
    }

    /// Returns whether localStorage has a draft's last state: then the browser notifies the other tabs.
    pub fn is_local(&self, id: &DraftId) -> bool {
        self.with(id, |document| document.local.stored >= document.sequence()).unwrap_or(true)
    }

    /// Returns whether the last state of any draft would be lost with this page: localStorage has refused it, and the
    /// durable store has not confirmed it yet.
    pub fn is_anything_unsaved(&self) -> bool {
        self.inner.borrow().documents.iter().any(Document::is_only_in_memory)
    }

    /// Returns the key and the record that this page last made of a draft, for other tabs: the edits beside its slot
    /// if localStorage has both, otherwise the slot. `None` before the first edit.
    pub fn last_record(&self, id: &DraftId) -> Option<(String, String)> {
        let last = |document: &mut Document| {
            let slot = document.slot.as_ref()?;
            Some(match &document.edit {
                Some(edit) if document.local.stored >= document.sequence() => {
                    (key::edit(id, self.me), edit.record.to_string())
                }
                // Other tabs may not find the slot that the edits build on.
                Some(_) => (key::slot(id, self.me), document.whole_record(self.me)),
                None => (key::slot(id, self.me), slot.record.to_string()),
            })
        };
        self.with(id, last).flatten()
    }

    fn durability_of(&self, document: &Document) -> Durability {
        document.durability(self.overdue.get())
    }

    /// Takes a draft into memory.
    fn take(&self, id: DraftId, replica: Replica) {
        let mut inner = self.inner.borrow_mut();
        let mut document = Document::new(id, replica, self.me);
        let written = inner.written.iter().find(|(id, _)| *id == document.id);
        document.local.sums = written.map(|(_, sums)| *sums).unwrap_or_default();
        inner.documents.push(document);
    }

    /// Calls `then` with a draft in memory; `None` if it is not in memory.
    fn with<T>(&self, id: &DraftId, then: impl FnOnce(&mut Document) -> T) -> Option<T> {
        let mut inner = self.inner.borrow_mut();
        inner.documents.iter_mut().find(|document| document.id == *id).map(then)
    }
}
