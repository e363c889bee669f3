//! What all views share while the page lives: storage, route, the open draft, saving.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use super::save::Saver;
use super::state::OpenDraft;
use crate::browser::{address, clock, focus, nfc, page};
use crate::draft::{Draft, DraftId};
use crate::form::Form;
use crate::route::Route;
use crate::storage::{Drafts, Fault, LocalStorage as BrowserStorage, Memory};

/// The page's life. Copies are the same session.
#[derive(Clone, Copy)]
pub struct Session {
    /// Where one is.
    pub route: RwSignal<Route>,
    /// The reader's language; whoever is made anew when it changes subscribes to it.
    pub language: RwSignal<String>,
    /// The draft that is open, for the header. Views in a draft get it from [`OpenDraft::here`].
    pub open: RwSignal<Option<OpenDraft>>,
    /// Whether another tab has saved the open draft while it was open here.
    pub elsewhere: RwSignal<bool>,
    /// Why nothing outlives the page, where the browser allows no lasting storage.
    pub blocked: StoredValue<Option<Fault>>,
    parts: StoredValue<Parts, LocalStorage>,
}

#[derive(Clone)]
struct Parts {
    drafts: Rc<Drafts>,
    saver: Rc<Saver>,
    arrived: Rc<Cell<bool>>,
}

/// The session, anywhere in the app.
///
/// # Panics
/// Outside the app, which is a mistake in the program.
pub fn session() -> Session {
    expect_context()
}

/// The language chosen earlier in this browser.
pub(super) fn chosen_language() -> Option<String> {
    let storage = BrowserStorage::open().ok()?;
    Drafts::new(Box::new(storage)).setting(super::language::SETTING)
}

impl Session {
    /// Begins: opens the storage, or memory where there is none, and listens to the address.
    pub(super) fn begin() -> Self {
        let (drafts, blocked) = match BrowserStorage::open() {
            Ok(storage) => (Drafts::new(Box::new(storage)), None),
            Err(fault) => (Drafts::new(Box::new(Memory::default())), Some(fault)),
        };
        let drafts = Rc::new(drafts);
        // What cannot be swept now is swept at the next start.
        let _ = drafts.sweep(clock::now(), &nfc);
        let saver = Rc::new(Saver::new(Rc::clone(&drafts), blocked.clone()));
        let session = Self {
            route: RwSignal::new(address::current()),
            language: RwSignal::new(super::words::language()),
            open: RwSignal::new(None),
            elsewhere: RwSignal::new(false),
            blocked: StoredValue::new(blocked),
            parts: StoredValue::new_local(Parts { drafts, saver, arrived: Rc::default() }),
        };
        session.listen();
        session
    }

    fn listen(self) {
        address::on_change(move |route| {
            // A field is left before its view is gone: whoever listens for that still finds the draft.
            if !self.route.with_untracked(|before| before.same_view(&route)) {
                focus::leave();
            }
            self.saver().flush();
            self.route.set(route);
        });
        super::elsewhere::follow(self);
        page::on_leaving(move || self.saver().flush());
    }

    /// The stored drafts.
    pub fn drafts(self) -> Rc<Drafts> {
        self.parts.with_value(|parts| Rc::clone(&parts.drafts))
    }

    /// What saves the open draft.
    pub fn saver(self) -> Rc<Saver> {
        self.parts.with_value(|parts| Rc::clone(&parts.saver))
    }

    /// Begins an empty report of the newest form and stores it. A storage that refuses keeps it in memory.
    pub fn start_report(self) -> DraftId {
        let draft = Draft::new(
            DraftId::from_random(crate::browser::random::bits()),
            &Form::latest().id,
            clock::now(),
        );
        self.store(&draft)
    }

    /// Stores a draft that came in or was begun. Where the storage refuses, it is kept in memory, and the header
    /// says so as soon as it is open.
    pub fn store(self, draft: &Draft) -> DraftId {
        let _ = self.drafts().save(draft, clock::now());
        draft.id().clone()
    }

    /// Lets the next view leave the focus where it is: what comes is the same one in other words.
    pub(super) fn stay(self) {
        self.parts.with_value(|parts| parts.arrived.set(false));
    }

    /// Whether a view was shown before the one that asks.
    pub(super) fn arrived(self) -> bool {
        self.parts.with_value(|parts| parts.arrived.replace(true))
    }
}
