//! Saves the open draft: at most 250 ms after the first unsaved keystroke, at once when one leaves.
//!
//! `localStorage` takes it at once, the mirror a moment later; *Saved* is said only when the mirror has. What was
//! refused is tried again every few seconds, and whenever the page is looked at again.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::task::spawn_for_page;
use crate::browser::{clock, nfc};
use report::draft::replica::Field;
use report::draft::{Draft, DraftId};
use report::store::{Durability, Reason, Repository};

/// How long typing may be unsaved. A throttle: a pause in typing is not waited for.
const DELAY: Duration = Duration::from_millis(250);

/// How long to wait before what was refused is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// How often the history is asked whether an hour has passed, in milliseconds: it looks into the mirror for that.
const OFTEN: i64 = 5 * 60 * 1000;

/// Saves one draft, the open one.
pub struct Saver {
    repository: Rc<Repository>,
    open: RefCell<Option<Rc<RefCell<Draft>>>>,
    dirty: Cell<bool>,
    /// The fields that were touched since the last save.
    touched: RefCell<BTreeSet<Field>>,
    opening: Cell<bool>,
    retrying: Cell<bool>,
    /// When the history was last asked whether an hour has passed, in milliseconds since 1970.
    remembered: Cell<i64>,
    saved: RwSignal<Durability>,
    /// Whom to tell that a draft was written: the other tabs.
    written: Box<dyn Fn(&DraftId)>,
    /// Whom to tell that the mirror has more of a draft than it has said before.
    arrived: Box<dyn Fn()>,
    /// Whom to tell that another tab has deleted everything: nothing of what is in memory is to be saved.
    cleared: Box<dyn Fn()>,
}

impl Saver {
    pub fn new(
        repository: Rc<Repository>,
        written: impl Fn(&DraftId) + 'static,
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
            remembered: Cell::default(),
            saved: RwSignal::new(Durability::Opening),
            written: Box::new(written),
            arrived: Box::new(arrived),
            cleared: Box::new(cleared),
        }
    }

    /// Whether the open draft is safe.
    pub fn saved(&self) -> ReadSignal<Durability> {
        self.saved.read_only()
    }

    /// Takes another draft to save; the one before is saved first. What the mirror has of it is still to come.
    pub fn watch(self: &Rc<Self>, draft: Rc<RefCell<Draft>>) {
        self.flush();
        self.open.replace(Some(draft));
        self.opening.set(true);
        self.show();
    }

    /// Notes that the open draft is all there.
    pub fn opened(self: &Rc<Self>, id: &DraftId) {
        if self.id().as_ref() == Some(id) {
            self.opening.set(false);
            self.show();
        }
    }

    /// Forgets the draft of this id, which is not shown any more.
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

    /// Forgets the open draft, also what of it is not saved.
    pub fn forget(&self) {
        self.open.replace(None);
        self.dirty.set(false);
        self.touched.take();
    }

    /// Whether another tab has deleted everything. Whoever is to be told is told.
    pub fn is_cleared(&self) -> bool {
        let is_cleared = self.repository.is_cleared_elsewhere();
        if is_cleared {
            (self.cleared)();
        }
        is_cleared
    }

    /// Saves now, if there is anything unsaved.
    pub fn flush(self: &Rc<Self>) {
        if !self.dirty.get() || self.is_cleared() {
            return;
        }
        self.dirty.set(false);
        let Some(draft) = self.open.borrow().clone() else { return };
        let touched: Vec<Field> = self.touched.take().into_iter().collect();
        let draft = draft.borrow();
        self.repository.save_fields(&draft, &touched, clock::now());
        (self.written)(draft.id());
        self.settle();
        self.show();
    }

    /// Saves now, and leaves the draft as one record: nothing more is to come for a while.
    pub fn rest(self: &Rc<Self>) {
        if self.is_cleared() {
            return;
        }
        self.flush();
        if let Some(id) = self.id() {
            self.repository.fold(&id, clock::now());
            self.settle();
            self.show();
        }
    }

    /// Saves the open draft now, in which anything may have changed at once.
    pub fn save_now(self: &Rc<Self>) {
        if self.is_cleared() {
            return;
        }
        self.dirty.set(false);
        self.touched.take();
        let Some(draft) = self.open.borrow().clone() else { return };
        self.keep(&draft.borrow());
        self.show();
    }

    /// Notes that the open draft was written to `localStorage` by somebody else.
    pub fn written(self: &Rc<Self>) {
        if let Some(id) = self.id() {
            (self.written)(&id);
        }
        self.settle();
        self.show();
    }

    /// Saves a draft, open or not.
    pub fn keep(self: &Rc<Self>, draft: &Draft) {
        // Only what was there before is not to be kept.
        self.is_cleared();
        self.repository.save(draft, clock::now());
        (self.written)(draft.id());
        self.settle();
    }

    /// Writes again what was deleted under the running app.
    pub fn heal(self: &Rc<Self>) {
        if self.is_cleared() {
            return;
        }
        let Some(id) = self.id() else { return };
        self.repository.heal(&id, clock::now());
        self.settle();
        self.show();
    }

    /// Tries again what was refused.
    pub fn retry(self: &Rc<Self>) {
        let saver = Rc::clone(self);
        spawn_for_page(async move {
            if saver.repository.retry(clock::now(), &nfc, &|| saver.show()).await {
                (saver.arrived)();
            }
            saver.show();
        });
    }

    /// Brings the mirror up to date, then says so, or that it does not answer.
    pub fn settle(self: &Rc<Self>) {
        let saver = Rc::clone(self);
        spawn_for_page(async move {
            saver.repository.settle(&|| saver.show()).await;
            saver.show();
            saver.remember().await;
        });
    }

    /// Keeps the state that the draft has now for a look back, once an hour. Without it nothing is lost but that.
    async fn remember(&self) {
        let now = clock::now();
        let early = now.millis().saturating_sub(self.remembered.get()) < OFTEN;
        if let (Some(id), false) = (self.id(), early) {
            self.remembered.set(now.millis());
            let _ = self.repository.remember(&id, Reason::Hourly, now).await;
        }
    }

    fn id(&self) -> Option<DraftId> {
        self.open.borrow().as_ref().map(|draft| draft.borrow().id().clone())
    }

    /// Looks how safe the open draft is, and lets the header say so.
    pub fn show(self: &Rc<Self>) {
        let saved = self.now();
        if self.needs_retry() {
            self.retry_later();
        }
        // The page may be on its way out.
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

    /// Also where a draft was left that nothing has taken.
    fn needs_retry(&self) -> bool {
        self.now().is_trouble() || self.repository.is_anything_unsaved()
    }

    /// Whether anything that was typed would be gone with the page.
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
