//! Saves the open draft: at most 250 ms after the first unsaved keystroke, at once when one leaves.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::clock;
use crate::draft::Draft;
use crate::storage::{Drafts, Fault};

/// How long typing may be unsaved. A throttle: a pause in typing is not waited for.
const DELAY: Duration = Duration::from_millis(250);

/// Whether the open draft is safe.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Saved {
    /// Everything is in this browser's storage.
    Saved,
    /// Something was typed a moment ago.
    Saving,
    /// The storage does not take it; it is in memory, and gone with the page.
    NotSaved(Fault),
}

/// Saves one draft, the open one.
pub struct Saver {
    drafts: Rc<Drafts>,
    /// Why nothing is ever saved, where the browser allows no storage.
    blocked: Option<Fault>,
    open: RefCell<Option<Rc<RefCell<Draft>>>>,
    dirty: Cell<bool>,
    saved: RwSignal<Saved>,
}

impl Saver {
    pub(super) fn new(drafts: Rc<Drafts>, blocked: Option<Fault>) -> Self {
        let saved = RwSignal::new(blocked.clone().map_or(Saved::Saved, Saved::NotSaved));
        Self { drafts, blocked, open: RefCell::default(), dirty: Cell::default(), saved }
    }

    /// Whether the open draft is safe.
    pub fn saved(&self) -> ReadSignal<Saved> {
        self.saved.read_only()
    }

    /// Takes another draft to save; the one before is saved first.
    pub(super) fn watch(&self, draft: Rc<RefCell<Draft>>) {
        self.flush();
        self.open.replace(Some(draft));
    }

    /// Whether all that was typed is in the browser's storage.
    pub(super) fn is_clean(&self) -> bool {
        !self.dirty.get() && self.saved.with_untracked(|saved| *saved == Saved::Saved)
    }

    /// Notes that the draft has changed, to be saved soon.
    pub(super) fn touch(self: &Rc<Self>) {
        if self.dirty.replace(true) {
            return;
        }
        if self.saved.with_untracked(|saved| *saved == Saved::Saved) {
            self.saved.set(Saved::Saving);
        }
        let saver = Rc::clone(self);
        set_timeout(move || saver.flush(), DELAY);
    }

    /// Saves now, if there is anything unsaved.
    pub fn flush(&self) {
        if !self.dirty.replace(false) {
            return;
        }
        let Some(draft) = self.open.borrow().clone() else { return };
        let stored = self.drafts.save(&draft.borrow(), clock::now());
        let saved = match (stored, &self.blocked) {
            (Err(fault), _) => Saved::NotSaved(fault),
            (Ok(()), Some(fault)) => Saved::NotSaved(fault.clone()),
            (Ok(()), None) => Saved::Saved,
        };
        if self.saved.with_untracked(|before| *before != saved) {
            self.saved.set(saved);
        }
    }
}
