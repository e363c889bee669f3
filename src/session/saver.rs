//! Saves the open draft: at most 250 ms after the first unsaved keystroke, and at once when a field or the page is
//! left.
//!
//! `localStorage` takes it at once, the durable store a moment later; the header says *Saved* only when the durable
//! store has it. Refused writes are tried again every few seconds, and whenever the page is shown again.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::task::spawn_for_page;
use crate::browser::{clock, nfc, page, typing};
use report::draft::replica::Field;
use report::draft::{Draft, DraftId};
use report::store::{Durability, Reason, Repository};

/// The longest time that typing is unsaved. A throttle: saving does not wait for a pause in typing.
const DELAY: Duration = Duration::from_millis(250);

/// The longest time that other work may delay the preparation for the first edit, in milliseconds.
const PATIENCE: u32 = 2000;

/// The time before a refused save is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// The shortest time between two checks in the durable store whether an hourly revision is due, in milliseconds.
const OFTEN: f64 = 5.0 * 60.0 * 1000.0;

/// The saver of the open draft.
pub struct Saver {
    repository: Rc<Repository>,
    open: RefCell<Option<Rc<RefCell<Draft>>>>,
    dirty: Cell<bool>,
    /// The fields that were touched since the last save.
    touched: RefCell<BTreeSet<Field>>,
    opening: Cell<bool>,
    retrying: Cell<bool>,
    /// The time when an hourly revision was last checked for, in milliseconds since the page began.
    remembered: Cell<f64>,
    saved: RwSignal<Durability>,
    /// Called when a draft was written, to tell the other tabs.
    on_written: Box<dyn Fn(&DraftId)>,
    /// Called when the durable store turns out to have more of a draft than was known.
    arrived: Box<dyn Fn()>,
    /// Called when another tab has deleted everything, so that nothing in memory is to be saved.
    cleared: Box<dyn Fn()>,
}

impl Saver {
    pub fn new(
        repository: Rc<Repository>,
        on_written: impl Fn(&DraftId) + 'static,
        arrived: impl Fn() + 'static,
        cleared: impl Fn() + 'static,
    ) -> Self {
        Self {
            repository,
            open: RefCell::default(),
            dirty: Cell::default(),
            touched: RefCell::default(),
            opening: Cell::default(),
            retrying: Cell::default(),
            remembered: Cell::new(f64::NEG_INFINITY),
            saved: RwSignal::new(Durability::Opening),
            on_written: Box::new(on_written),
            arrived: Box::new(arrived),
            cleared: Box::new(cleared),
        }
    }

    /// Returns a signal of how safe the open draft is.
    pub fn saved(&self) -> ReadSignal<Durability> {
        self.saved.read_only()
    }

    /// Switches to another open draft, after saving the one before. The durable store's part of the new draft is still
    /// to come.
    pub fn watch(self: &Rc<Self>, draft: Rc<RefCell<Draft>>) {
        self.flush();
        self.open.replace(Some(draft));
        self.opening.set(true);
        self.show();
    }

    /// Notes that the open draft is complete: the durable store's part is in it.
    pub fn opened(self: &Rc<Self>, id: &DraftId) {
        if self.id().as_ref() == Some(id) {
            self.opening.set(false);
            self.show();
            let (saver, id) = (Rc::clone(self), id.clone());
            page::when_idle(PATIENCE, move || saver.prepare(&id));
        }
    }

    /// Prepares the repository for the first edit of the open draft, unless the writer is typing already.
    fn prepare(&self, id: &DraftId) {
        if self.id().as_ref() == Some(id) && !typing::is_going_on() {
            self.repository.prepare(id);
        }
    }

    /// Saves the open draft, and lets go of it if it has this id, as it is not shown any more.
    pub fn leave(self: &Rc<Self>, id: &DraftId) {
        self.rest();
        if self.id().as_ref() == Some(id) {
            self.open.replace(None);
        }
    }

    /// Notes that a field of the draft has changed, to be saved soon.
    pub fn touch(self: &Rc<Self>, field: Field) {
        self.touched.borrow_mut().insert(field);
        if self.dirty.replace(true) {
            return;
        }
        self.show();
        let saver = Rc::clone(self);
        set_timeout(move || saver.flush(), DELAY);
    }

    /// Forgets the open draft, including unsaved changes.
    pub fn forget(&self) {
        self.open.replace(None);
        self.dirty.set(false);
        self.touched.take();
    }

    /// Returns whether another tab has deleted everything; if so, `cleared` is called.
    pub fn give_up_if_cleared(&self) -> bool {
        let is_cleared = self.repository.is_cleared_elsewhere();
        if is_cleared {
            (self.cleared)();
        }
        is_cleared
    }

    /// Saves now, if there is anything unsaved.
    pub fn flush(self: &Rc<Self>) {
        if !self.dirty.get() || self.give_up_if_cleared() {
            return;
        }
        self.dirty.set(false);
        let Some(draft) = self.open.borrow().clone() else { return };
        let touched: Vec<Field> = self.touched.take().into_iter().collect();
        let draft = draft.borrow();
        self.repository.save_fields(&draft, &touched, clock::now());
        (self.on_written)(draft.id());
        self.settle();
        self.show();
    }

    /// Saves now, and folds the draft into one record: no more edits are expected for a while.
    pub fn rest(self: &Rc<Self>) {
        if self.give_up_if_cleared() {
            return;
        }
        self.flush();
        if let Some(id) = self.id() {
            self.repository.fold(&id, clock::now());
            self.settle();
            self.show();
        }
    }

    /// Saves the open draft now as a whole, as anything in it may have changed.
    pub fn save_now(self: &Rc<Self>) {
        if self.give_up_if_cleared() {
            return;
        }
        self.dirty.set(false);
        self.touched.take();
        let Some(draft) = self.open.borrow().clone() else { return };
        self.keep(&draft.borrow());
        self.show();
    }

    /// Notes that other code of this page has written the open draft to `localStorage`.
    pub fn note_open_written(self: &Rc<Self>) {
        if let Some(id) = self.id() {
            (self.on_written)(&id);
        }
        self.settle();
        self.show();
    }

    /// Notes that other code of this page has written this draft, open or not, to `localStorage`.
    pub fn note_written(self: &Rc<Self>, id: &DraftId) {
        (self.on_written)(id);
        self.settle();
        self.show();
    }

    /// Saves a draft, whether open or not.
    pub fn keep(self: &Rc<Self>, draft: &Draft) {
        // If another tab has deleted everything, this drops what was in memory; the draft at hand is saved all the
        // same.
        self.give_up_if_cleared();
        self.repository.save(draft, clock::now());
        (self.on_written)(draft.id());
        self.settle();
    }

    /// Writes the open draft again after its records were deleted under the running app.
    pub fn heal(self: &Rc<Self>) {
        if self.give_up_if_cleared() {
            return;
        }
        let Some(id) = self.id() else { return };
        self.repository.heal(&id, clock::now());
        self.settle();
        self.show();
    }

    /// Tries again to write what a storage has refused.
    pub fn retry(self: &Rc<Self>) {
        let saver = Rc::clone(self);
        spawn_for_page(async move {
            if saver.repository.retry(clock::now(), &nfc, &|| saver.show()).await {
                (saver.arrived)();
            }
            saver.show();
        });
    }

    /// Brings the durable store up to date, and shows whether that succeeded or the store does not answer.
    pub fn settle(self: &Rc<Self>) {
        let saver = Rc::clone(self);
        spawn_for_page(async move {
            saver.repository.settle(&|| saver.show()).await;
            saver.show();
            saver.remember().await;
        });
    }

    /// Keeps an hourly revision of the open draft. Where a storage refuses it, nothing else is lost.
    async fn remember(&self) {
        let now = clock::since_start();
        let early = now - self.remembered.get() < OFTEN;
        if let (Some(id), false) = (self.id(), early) {
            self.remembered.set(now);
            let _ = self.repository.remember(&id, Reason::Hourly, clock::now()).await;
        }
    }

    fn id(&self) -> Option<DraftId> {
        self.open.borrow().as_ref().map(|draft| draft.borrow().id().clone())
    }

    /// Determines how safe the open draft is, and shows it in the header.
    pub fn show(self: &Rc<Self>) {
        let saved = self.now();
        if self.needs_retry() {
            self.retry_later();
        }
        // The page may be closing.
        if self.saved.try_with_untracked(|before| *before != saved) == Some(true) {
            self.saved.set(saved);
        }
    }

    fn now(&self) -> Durability {
        let Some(id) = self.id() else { return Durability::Saved };
        match self.repository.durability(&id) {
            Durability::Saved if self.dirty.get() => Durability::Writing,
            Durability::Saved if self.opening.get() => Durability::Opening,
            durability => durability,
        }
    }

    /// Returns whether to save again later, also for a draft that was closed before a storage took it.
    fn needs_retry(&self) -> bool {
        self.now().is_trouble() || self.repository.is_anything_unsaved()
    }

    /// Saves now, and returns whether closing the page would lose anything that was typed.
    pub fn would_lose(self: &Rc<Self>) -> bool {
        self.flush();
        self.repository.is_anything_unsaved() || matches!(self.now(), Durability::Stopped { .. })
    }

    fn retry_later(self: &Rc<Self>) {
        if !self.retrying.replace(true) {
            let saver = Rc::clone(self);
            let again = move || {
                saver.retrying.set(false);
                if saver.needs_retry() {
                    saver.retry();
                }
            };
            set_timeout(again, RETRY);
        }
    }
}
