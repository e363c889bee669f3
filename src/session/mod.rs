//! What all views share while the page lives: data and verbs.
//!
//! The open draft as signals: the truth is one [`Draft`] of the core, which normalizes texts and enforces limits, and
//! which is saved. Every change goes through [`OpenDraft`], which changes the draft and then the one signal that shows
//! the change:
//!
//! ```text
//! set_text ─▶ Draft ─▶ entry (one per question) ─▶ state ─▶ section counts ─▶ whole counts
//!                └─▶ saver ─▶ repository       ├─▶ tree ─▶ preview, the page's text
//!                                              └─▶ suggestions
//! ```
//!
//! So a keystroke updates its own field, preview cell and counts, and nothing else.

pub mod background;
mod begun;
mod counts;
pub mod draft_files;
pub mod draft_now;
pub mod element_ids;
pub mod folder_rounds;
pub mod form_words;
pub mod forms;
pub mod keys;
pub mod late;
pub mod locale;
pub mod next_report;
mod open_answer;
mod open_draft;
pub mod page_copy;
pub mod persistence_request;
pub mod remembered;
pub mod reports_here;
pub mod saver;
pub mod scope;
pub mod sharing;
pub mod suggested_names;
pub mod sync;
pub mod tabs;
pub mod team_folder;
pub mod time_words;
pub mod words;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use self::begun::Begun;
use self::forms::Forms;
use self::keys::Keys;
use self::late::Late;
pub use self::open_answer::{AnswerReader, OpenAnswer};
pub use self::open_draft::OpenDraft;
use self::saver::Saver;
use self::sharing::Sharing;
use self::tabs::Tabs;
use self::team_folder::TeamFolder;
use crate::browser::task::spawn_for_page;
use crate::browser::{address, clock};
use crate::route::Route;
use report::draft::replica::{Conflict, Dot};
use report::draft::{Draft, DraftId};
use report::form::QuestionId;
use report::store::{Reason, Repository};

/// The state that lives as long as the page, shared by all views. Copies are the same session.
#[derive(Clone, Copy)]
pub struct Session {
    /// The route of the view that is shown.
    pub route: RwSignal<Route>,
    /// Whether the app has taken its place on the page. Before that it shows no view: until then, the page's own
    /// fields may change.
    pub is_shown: RwSignal<bool>,
    /// The reader's language; views that are made anew when it changes subscribe to it.
    pub language: RwSignal<String>,
    /// The draft that is open, for the header. Views in a draft get it from [`OpenDraft::here`].
    pub open: RwSignal<Option<OpenDraft>>,
    /// Whether another tab has the open draft open, too.
    pub elsewhere: RwSignal<bool>,
    /// The conflicts of the open draft: fields that two tabs have changed without knowing of each other.
    pub conflicts: RwSignal<Vec<Conflict>>,
    /// Whether another tab has put the open draft into the trash, and the writer has not decided about that.
    pub trashed: RwSignal<bool>,
    /// The loader of the late part of the program.
    pub late: Late,
    /// The app's own keys.
    pub keys: Keys,
    /// The dialog *Share*.
    pub sharing: Sharing,
    /// The folder that the writers of the open draft keep in step.
    pub team_folder: TeamFolder,
    /// A count that grows whenever other tabs have stored something.
    pub stored: RwSignal<u32>,
    /// Whether another tab has deleted everything, and the writer was not told yet.
    pub cleared: RwSignal<bool>,
    /// The forms in use.
    pub forms: Forms,
    begun: Begun,
    parts: StoredValue<Parts, LocalStorage>,
}

#[derive(Clone)]
struct Parts {
    repository: Rc<Repository>,
    saver: Rc<Saver>,
    tabs: Rc<Tabs>,
    arrived: Rc<Cell<bool>>,
    rebuilding: Rc<Cell<bool>>,
    /// The last question in sight when the view [stays](Session::stay).
    last_in_sight: Rc<RefCell<Option<QuestionId>>>,
    /// The trash marks that the open draft had when it was opened, or when its writer decided about the trash: not
    /// news.
    outlived: Rc<RefCell<Vec<Dot>>>,
}

/// Returns the session, anywhere in the app.
///
/// # Panics
/// Outside the app, which is a mistake in the program.
pub fn session() -> Session {
    expect_context()
}

impl Session {
    /// Begins a session with the repository, the saver of the open draft, and the channel to the other tabs.
    /// `elsewhere` is the signal that `tabs` sets.
    pub fn new(
        repository: Rc<Repository>,
        saver: Rc<Saver>,
        tabs: Rc<Tabs>,
        elsewhere: RwSignal<bool>,
        late: Late,
    ) -> Self {
        Self {
            route: RwSignal::new(address::current()),
            is_shown: RwSignal::new(false),
            language: RwSignal::new(words::language()),
            open: RwSignal::new(None),
            elsewhere,
            conflicts: RwSignal::new(Vec::new()),
            trashed: RwSignal::new(false),
            late,
            keys: Keys::load(&repository),
            sharing: Sharing::new(),
            team_folder: TeamFolder::new(),
            stored: RwSignal::new(0),
            cleared: RwSignal::new(false),
            forms: Forms::new(),
            begun: Begun::new(),
            parts: StoredValue::new_local(Parts {
                repository,
                saver,
                tabs,
                arrived: Rc::default(),
                rebuilding: Rc::default(),
                last_in_sight: Rc::default(),
                outlived: Rc::default(),
            }),
        }
    }

    /// Notes that other tabs have stored something, or may have.
    pub fn storage_changed(self) {
        self.stored.update(|count| *count = count.wrapping_add(1));
    }

    /// Returns the repository, which keeps the drafts and settings.
    pub fn repository(self) -> Rc<Repository> {
        self.parts.with_value(|parts| Rc::clone(&parts.repository))
    }

    /// Returns the saver of the open draft.
    pub fn saver(self) -> Rc<Saver> {
        self.parts.with_value(|parts| Rc::clone(&parts.saver))
    }

    /// Returns the channel to the other tabs.
    pub fn tabs(self) -> Rc<Tabs> {
        self.parts.with_value(|parts| Rc::clone(&parts.tabs))
    }

    /// Stores a draft that came in or was begun, and returns its id. Where the storage refuses it, the draft is kept
    /// in memory, and the header says so as soon as it is open.
    pub fn store(self, draft: &Draft) -> DraftId {
        self.saver().keep(draft);
        draft.id().clone()
    }

    /// Keeps revisions of drafts. Where a storage refuses them, nothing else is lost.
    pub fn keep(self, drafts: Vec<Draft>, why: Reason) {
        let repository = self.repository();
        spawn_for_page(async move {
            for draft in drafts {
                let _ = repository.keep(&draft, why, clock::now()).await;
            }
        });
    }

    /// Drops everything in memory without saving it, and goes to the home view: another tab has deleted everything.
    pub fn forget_everything(self) {
        self.saver().forget();
        // Its views stay for a moment, and what they change meanwhile must not be saved, either.
        self.open.set(None);
        self.repository().forget_everything();
        self.cleared.set(true);
        if self.route.with_untracked(|route| *route != Route::Home) {
            address::go(&Route::Home);
        }
        self.storage_changed();
    }

    /// Updates the signal of the open draft's conflicts.
    pub fn look_for_conflicts(self) {
        let id = self.open.with_untracked(|open| open.map(OpenDraft::id));
        let conflicts = id.map(|id| self.repository().conflicts(&id)).unwrap_or_default();
        if self.conflicts.with_untracked(|before| *before != conflicts) {
            self.conflicts.set(conflicts);
        }
    }

    /// Notes that the open draft was opened, or that its writer has decided about the trash.
    pub fn settle_trash(self) {
        let marks = self.trash_marks();
        self.parts.with_value(|parts| parts.outlived.replace(marks));
        self.trashed.set(false);
    }

    /// Checks whether another tab has put the open draft into the trash. Typing takes it out again, but the writer is
    /// told all the same.
    pub fn look_for_trash(self) {
        let marks = self.trash_marks();
        let is_news =
            self.parts.with_value(|parts| marks.iter().any(|mark| !parts.outlived.borrow().contains(mark)));
        if self.trashed.get_untracked() != is_news {
            self.trashed.set(is_news);
        }
    }

    fn trash_marks(self) -> Vec<Dot> {
        let id = self.open.with_untracked(|open| open.map(OpenDraft::id));
        id.map(|id| self.repository().trash_marks(&id)).unwrap_or_default()
    }

    /// Lets the next view leave the focus where it is, until the place is [restored](Self::end_rebuild): it is the same
    /// view, drawn again in another language or for a changed form. The view is drawn at once down to `last_in_sight`,
    /// and whole without it.
    pub fn begin_rebuild(self, last_in_sight: Option<QuestionId>) {
        self.parts.with_value(|parts| {
            parts.arrived.set(false);
            parts.rebuilding.set(true);
            parts.last_in_sight.replace(last_in_sight);
        });
    }

    /// Returns the last question in sight while the view is [rebuilt](Self::begin_rebuild).
    pub fn last_in_sight(self) -> Option<QuestionId> {
        self.parts.with_value(|parts| parts.last_in_sight.borrow().clone())
    }

    /// Notes that the reader's place in the redrawn view is restored.
    pub fn end_rebuild(self) {
        self.parts.with_value(|parts| parts.rebuilding.set(false));
    }

    /// Returns whether the view that is being made is the same as before, drawn again.
    pub fn is_rebuilding(self) -> bool {
        self.parts.with_value(|parts| parts.rebuilding.get())
    }

    /// Returns whether a view was shown before the one that asks, and notes that one is shown now.
    pub fn arrived(self) -> bool {
        self.parts.with_value(|parts| parts.arrived.replace(true))
    }
}
