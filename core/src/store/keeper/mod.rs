//! Drafts in two media: what is written when, and what is read from where.
//!
//! ```text
//!            save (at once)        ┌─▶ localStorage   slot/<draft>/<writer>
//! Draft ─▶ Replica ─▶ slot record ─┤
//!            settle (later)        └─▶ mirror         slot/… and head/…, in one transaction
//! ```
//!
//! Both media hold the same slots; neither goes before the other. What is hot (opening, saving, taking over) asks
//! localStorage and memory only and answers at once; what needs the mirror is async. No borrow is held while one waits,
//! so everything may be called at any time.

mod absorb;
mod held;
mod history;
mod known;
mod load;
mod look;
mod save;
mod settings;
mod shelf;
#[cfg(test)]
mod tests;
mod tidy;
mod trash;

pub use absorb::Absorbed;
pub use history::{HISTORY_BYTES, Moment, Why};

use std::cell::{Cell, RefCell};

use held::Held;
use known::Known;

use super::patient::{Patient, Timer};
use super::{Aside, Backend, Durability, Fault, Mirror, Summary, key};
use crate::draft::DraftId;
use crate::draft::replica::{Replica, Vector, Writer};

/// The drafts of this browser, as one page load keeps them.
pub struct Keeper {
    local: Known,
    mirror: Patient,
    me: Writer,
    inner: RefCell<Inner>,
    settling: Cell<bool>,
    /// Whether what is being settled is not done in time; it is waited for all the same.
    overdue: Cell<bool>,
}

/// What is known between two calls.
#[derive(Default)]
struct Inner {
    held: Vec<Held>,
    /// States of drafts that are not held: fetched, and not opened yet.
    waiting: Vec<(DraftId, Replica)>,
    /// The sums of the records that localStorage got last of drafts that are not held any more.
    written: Vec<(DraftId, u64)>,
    /// What the mirror has, as it was last looked at or written.
    mirrored: Vec<Card>,
    /// How often this page has changed the mirror.
    mirror_changes: u64,
    /// What the home screen last saw in localStorage.
    listed: Vec<Card>,
    /// Records in the mirror that cannot be read.
    aside: Vec<Aside>,
    /// Drafts that a newer version has written.
    newer: Vec<(DraftId, u64)>,
    mirror_fault: Option<Fault>,
}

/// A draft in short, and which edits are in it. Without a summary it is a mark for the trash alone.
#[derive(Clone)]
struct Card {
    id: DraftId,
    vector: Vector,
    summary: Option<Summary>,
}

impl Keeper {
    /// The drafts in these media, for a page load that is this writer.
    pub fn new(local: Box<dyn Backend>, mirror: Box<dyn Mirror>, me: Writer) -> Self {
        let (settling, overdue) = (Cell::default(), Cell::default());
        let (local, mirror) = (Known::new(local), Patient::endless(mirror));
        Self { local, mirror, me, inner: RefCell::default(), settling, overdue }
    }

    /// The same drafts; `timer` is over after so many milliseconds. Without it a mirror that never answers is waited for without end.
    #[must_use]
    pub fn with_timer(self, timer: impl Fn(u32) -> Timer + 'static) -> Self {
        Self { mirror: self.mirror.with_timer(timer), ..self }
    }

    /// This page load.
    pub fn writer(&self) -> Writer {
        self.me
    }

    /// How safe a draft's last state is.
    pub fn durability(&self, id: &DraftId) -> Durability {
        self.with(id, |held| self.durability_of(held)).unwrap_or(Durability::Saved)
    }

    /// Whether localStorage has a draft's last state: then the browser tells the other tabs of it.
    pub fn is_local(&self, id: &DraftId) -> bool {
        self.with(id, |held| held.local.stored >= held.sequence()).unwrap_or(true)
    }

    /// Whether the last state of any draft would be gone with this page.
    pub fn is_anything_unsaved(&self) -> bool {
        let unsaved = |held: &Held| matches!(self.durability_of(held), Durability::MemoryOnly { .. });
        self.inner.borrow().held.iter().any(unsaved)
    }

    /// The key and the record of this page's slot of a draft as it was last made: for other tabs.
    pub fn slot(&self, id: &DraftId) -> Option<(String, String)> {
        let made = |held: &mut Held| held.slot.as_ref().map(|made| made.record.clone());
        self.with(id, made).flatten().map(|record| (key::slot(id, self.me), record))
    }

    fn durability_of(&self, held: &Held) -> Durability {
        held.durability(self.overdue.get())
    }

    /// Takes a draft into memory.
    fn take(&self, id: DraftId, replica: Replica) {
        let mut inner = self.inner.borrow_mut();
        let mut held = Held::new(id, replica, self.me);
        let written = inner.written.iter().find(|(id, _)| *id == held.id);
        held.local.sum = written.map(|(_, sum)| *sum);
        inner.held.push(held);
    }

    /// Does something with a draft in memory; `None` where it is not there.
    fn with<T>(&self, id: &DraftId, then: impl FnOnce(&mut Held) -> T) -> Option<T> {
        let mut inner = self.inner.borrow_mut();
        inner.held.iter_mut().find(|held| held.id == *id).map(then)
    }
}
