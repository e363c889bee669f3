//! What all views share while the page lives: storage, route, the open draft, saving.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use super::elsewhere::{self, Tabs};
use super::late::Late;
use super::save::Saver;
use super::state::OpenDraft;
use super::{copies, lasting, typing};
use crate::browser::indexed_db::IndexedDb;
use crate::browser::local_storage::LocalStorage as BrowserStorage;
use crate::browser::{address, clock, focus, locks, nfc, page, random};
use crate::route::Route;
use report::draft::replica::{Conflict, Writer};
use report::draft::{Draft, DraftId};
use report::form::Form;
use report::store::{Backend, LoadError, Reason, Refused, Repository, key};

/// The page's life. Copies are the same session.
#[derive(Clone, Copy)]
pub struct Session {
    /// Where one is.
    pub route: RwSignal<Route>,
    /// The reader's language; whoever is made anew when it changes subscribes to it.
    pub language: RwSignal<String>,
    /// The draft that is open, for the header. Views in a draft get it from [`OpenDraft::here`].
    pub open: RwSignal<Option<OpenDraft>>,
    /// Whether another tab has the open draft open, too.
    pub elsewhere: RwSignal<bool>,
    /// Where two tabs changed the same part of the open draft without knowing of each other.
    pub conflicts: RwSignal<Vec<Conflict>>,
    /// The part of the program that comes late.
    pub late: Late,
    /// Counts what other tabs have stored.
    pub stored: RwSignal<u32>,
    parts: StoredValue<Parts, LocalStorage>,
}

#[derive(Clone)]
struct Parts {
    keeper: Rc<Repository>,
    saver: Rc<Saver>,
    tabs: Rc<Tabs>,
    arrived: Rc<Cell<bool>>,
}

/// The session, anywhere in the app.
///
/// # Panics
/// Outside the app, which is a mistake in the program.
pub fn session() -> Session {
    expect_context()
}

/// What keeps the drafts: the browser's own storages, as far as they are there.
pub(super) fn keeper() -> Rc<Repository> {
    let local: Box<dyn Backend> = match BrowserStorage::open() {
        Ok(storage) => Box::new(storage),
        Err(fault) => Box::new(Refused(fault)),
    };
    let writer = Writer::from_random(random::bits());
    locks::hold(&key::lock(writer));
    let keeper = Repository::new(local, Box::new(IndexedDb::default()), writer);
    Rc::new(keeper.with_timer(|millis| Box::pin(clock::wait(millis))))
}

impl Session {
    /// Begins, with the drafts that `keeper` keeps: listens to the address, to other tabs and to the page's life.
    pub(super) fn begin(keeper: Rc<Repository>) -> Self {
        let begun: StoredValue<Option<Self>> = StoredValue::new(None);
        let tabs = Rc::new(Tabs::listen(Rc::clone(&keeper), move || begun.try_get_value().flatten()));
        let told = Rc::clone(&tabs);
        let arrived = move || begun.try_get_value().flatten().into_iter().for_each(elsewhere::absorb);
        let saver = Rc::new(Saver::new(Rc::clone(&keeper), move |id| told.written(id), arrived));
        let session = Self {
            route: RwSignal::new(address::current()),
            language: RwSignal::new(super::words::language()),
            open: RwSignal::new(None),
            elsewhere: RwSignal::new(false),
            conflicts: RwSignal::new(Vec::new()),
            late: Late::begin(),
            stored: RwSignal::new(0),
            parts: StoredValue::new_local(Parts { keeper, saver, tabs, arrived: Rc::default() }),
        };
        begun.set_value(Some(session));
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
            elsewhere::absorb(self);
        });
        // What waited for the field is shown once that was left, and has been saved.
        typing::watch(move || request_animation_frame(move || elsewhere::absorb(self)));
        page::on_leaving(move || self.saver().rest());
        page::on_revival(move || {
            self.keeper().changed_elsewhere(None);
            self.heard();
        });
        page::on_return(move || {
            self.saver().heal();
            elsewhere::absorb(self);
            self.heard();
        });
        page::ask_before_leaving(move || self.saver().would_lose());
        lasting::ask_when_it_fits(self);
        // What one types where there is something to choose is one of the choices.
        let saved = self.saver().saved();
        Effect::new(move || {
            saved.track();
            if self.conflicts.with_untracked(|conflicts| !conflicts.is_empty()) {
                self.look_for_conflicts();
            }
        });
    }

    /// Counts that other tabs have stored something, or may have.
    pub(super) fn heard(self) {
        self.stored.update(|count| *count = count.wrapping_add(1));
    }

    /// What keeps the drafts and settings.
    pub fn keeper(self) -> Rc<Repository> {
        self.parts.with_value(|parts| Rc::clone(&parts.keeper))
    }

    /// What saves the open draft.
    pub fn saver(self) -> Rc<Saver> {
        self.parts.with_value(|parts| Rc::clone(&parts.saver))
    }

    /// The other tabs.
    pub(super) fn tabs(self) -> Rc<Tabs> {
        self.parts.with_value(|parts| Rc::clone(&parts.tabs))
    }

    /// Begins an empty report of the newest form and stores it. A storage that refuses keeps it in memory.
    pub fn start_report(self) -> DraftId {
        let id = DraftId::from_random(random::bits());
        copies::note(self, &id);
        self.store(&Draft::new(id, &Form::latest().id, clock::now()))
    }

    /// Stores a draft that came in or was begun. Where the storage refuses, it is kept in memory, and the header
    /// says so as soon as it is open.
    pub fn store(self, draft: &Draft) -> DraftId {
        self.saver().keep(draft);
        draft.id().clone()
    }

    /// A draft as it is known here and now, without opening it.
    ///
    /// # Errors
    /// [`LoadError`]; a draft that only the mirror has is missing.
    pub fn peek(self, id: &DraftId) -> Result<Draft, LoadError> {
        if let Some(open) = self.open.get_untracked().filter(|open| open.id() == *id) {
            return Ok(open.snapshot());
        }
        let keeper = self.keeper();
        let draft = keeper.open(id, &nfc);
        keeper.close(id);
        draft
    }

    /// Keeps the state that a draft has now for a look back. Where that is refused, nothing else is lost.
    pub fn remember(self, id: DraftId, why: Reason) {
        let keeper = self.keeper();
        leptos::task::spawn_local(async move { drop(keeper.remember(&id, why, clock::now()).await) });
    }

    /// Keeps states of a draft for a look back, as [`remember`](Self::remember) does.
    pub(super) fn keep(self, drafts: Vec<Draft>, why: Reason) {
        let keeper = self.keeper();
        leptos::task::spawn_local(async move {
            for draft in drafts {
                let _ = keeper.keep(&draft, why, clock::now()).await;
            }
        });
    }

    /// Looks whether there is anything to choose in the open draft.
    pub(super) fn look_for_conflicts(self) {
        let id = self.open.with_untracked(|open| open.map(OpenDraft::id));
        let conflicts = id.map(|id| self.keeper().conflicts(&id)).unwrap_or_default();
        if self.conflicts.with_untracked(|before| *before != conflicts) {
            self.conflicts.set(conflicts);
        }
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
