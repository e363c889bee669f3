//! Which other tabs have the open draft open.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::tabs;
use crate::browser::task::spawn_for_page;
use report::draft::replica::Writer;
use report::store::key;

/// The time between two checks of which writers are still alive: a killed tab cannot say goodbye.
const ASK: Duration = Duration::from_secs(10);

/// The writers in other tabs that have the open draft open.
pub(super) struct Presence {
    writers: RefCell<Vec<Writer>>,
    asking: Cell<bool>,
    /// Whether another tab has the open draft open.
    elsewhere: RwSignal<bool>,
}

impl Presence {
    /// Begins with no other writer. The signal `elsewhere` has to live as long as the page.
    pub(super) fn new(elsewhere: RwSignal<bool>) -> Self {
        Self { writers: RefCell::default(), asking: Cell::default(), elsewhere }
    }

    /// Notes that a writer in another tab has the open draft open, or not any more.
    pub(super) fn note(self: &Rc<Self>, writer: Writer, is_here: bool) {
        if is_here {
            let mut writers = self.writers.borrow_mut();
            if !writers.contains(&writer) {
                writers.push(writer);
            }
            drop(writers);
            self.ask_later();
        } else {
            self.writers.borrow_mut().retain(|other| *other != writer);
        }
        self.show();
    }

    /// Returns whether no other tab has the draft open, as far as is known.
    pub(super) fn is_empty(&self) -> bool {
        self.writers.borrow().is_empty()
    }

    /// Forgets all writers, as the draft is not open here any more.
    pub(super) fn forget(&self) {
        self.writers.borrow_mut().clear();
    }

    fn show(&self) {
        let elsewhere = !self.writers.borrow().is_empty();
        if self.elsewhere.get_untracked() != elsewhere {
            self.elsewhere.set(elsewhere);
        }
    }

    fn ask_later(self: &Rc<Self>) {
        if self.asking.replace(true) {
            return;
        }
        let presence = Rc::clone(self);
        let ask = move || {
            spawn_for_page(async move {
                let held = tabs::held_locks().await;
                presence.asking.set(false);
                let Some(held) = held else { return };
                presence.writers.borrow_mut().retain(|writer| held.contains(&key::lock(*writer)));
                presence.show();
                if !presence.is_empty() {
                    presence.ask_later();
                }
            });
        };
        set_timeout(ask, ASK);
    }
}
