//! Which other tabs have the open draft open.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::locks;
use crate::browser::task::spawn_for_page;
use crate::ui::session::Session;
use report::draft::replica::Writer;
use report::store::key;

/// How often it is asked whether the others are still there: a tab that is killed cannot say that it goes.
const ASK: Duration = Duration::from_secs(10);

/// The writers that have it open.
#[derive(Default)]
pub(super) struct Presence {
    writers: RefCell<Vec<Writer>>,
    asking: Cell<bool>,
}

impl Presence {
    /// Another tab has the open draft open, or not any more.
    pub(super) fn note(&self, session: Session, writer: Writer, is_here: bool) {
        if is_here {
            let mut writers = self.writers.borrow_mut();
            if !writers.contains(&writer) {
                writers.push(writer);
            }
            drop(writers);
            self.ask_later(session);
        } else {
            self.writers.borrow_mut().retain(|other| *other != writer);
        }
        self.show(session);
    }

    /// Whether nobody else has it open, as far as is known.
    pub(super) fn is_empty(&self) -> bool {
        self.writers.borrow().is_empty()
    }

    /// The draft is not open here any more.
    pub(super) fn forget(&self) {
        self.writers.borrow_mut().clear();
    }

    fn show(&self, session: Session) {
        let elsewhere = !self.writers.borrow().is_empty();
        if session.elsewhere.get_untracked() != elsewhere {
            session.elsewhere.set(elsewhere);
        }
    }

    fn ask_later(&self, session: Session) {
        if self.asking.replace(true) {
            return;
        }
        let ask = move || {
            spawn_for_page(async move {
                let held = locks::held().await;
                let tabs = session.tabs();
                let presence = &tabs.presence;
                presence.asking.set(false);
                let Some(held) = held else { return };
                presence.writers.borrow_mut().retain(|writer| held.contains(&key::lock(*writer)));
                presence.show(session);
                if !presence.writers.borrow().is_empty() {
                    presence.ask_later(session);
                }
            });
        };
        set_timeout(ask, ASK);
    }
}
