//! What is stored, as the home screen's parts share it, and what they do with it.
//!
//! What `localStorage` has is shown at once; what only the mirror has (the trash, reports that the browser threw out of
//! `localStorage`) comes a moment later: it is asked once the screen was painted, so that it keeps no processor busy before.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::notice::Notice;
use crate::browser::intl::Times;
use crate::browser::{clock, focus, nfc, random};
use crate::ui::session::{Session, session};
use crate::ui::words::language;
use crate::ui::{copies, files, open};
use report::draft::{Draft, DraftId, PageParts, Timestamp};
use report::i18n::Message;
use report::store::{Card, Durability, Fault, LoadError, Quarantined, Shelf};

/// What is stored. Copies are the same shelf.
#[derive(Clone, Copy)]
pub(super) struct HomeShelf {
    session: Session,
    content: RwSignal<Shelf>,
    /// Whether the mirror was asked, and what is not on the shelf is not there.
    whole: RwSignal<bool>,
    /// Whether the screen was painted, and what takes long may be made.
    painted: RwSignal<bool>,
    /// Words for times; none before it was.
    times: StoredValue<Option<Times>, LocalStorage>,
    /// Which copies were kept outside this browser.
    copies: Memo<String>,
    /// What has just been done, and can be undone.
    pub(super) notice: RwSignal<Option<Notice>>,
}

impl HomeShelf {
    /// Looks at what is stored now, and again whenever another tab has stored something.
    pub(super) fn look() -> Self {
        let session = session();
        let content = RwSignal::new(session.keeper().shelf(&nfc));
        let copies = Memo::new(move |_| {
            // A download makes the shelf tell.
            content.track();
            copies::all(session)
        });
        let shelf = Self {
            session,
            content,
            whole: RwSignal::new(false),
            painted: RwSignal::new(false),
            times: StoredValue::new_local(None),
            copies,
            notice: RwSignal::new(None),
        };
        let before = session.stored.get_untracked();
        Effect::new(move || {
            if session.stored.get() != before {
                spawn_local(shelf.look_everywhere());
            }
        });
        // The frame comes first, what was left for later after it.
        request_animation_frame(move || set_timeout(move || shelf.was_painted(), Duration::ZERO));
        shelf
    }

    async fn look_first(self) {
        self.look_everywhere().await;
        self.session.late.then(move |parts| (parts.sweep)(self.session, Box::new(move || self.refresh())));
    }

    fn was_painted(self) {
        // The view may be gone by now.
        if self.times.try_set_value(Some(Times::of(&language()))).is_none() {
            self.painted.set(true);
            spawn_local(self.look_first());
        }
    }

    async fn look_everywhere(self) {
        // The shelf says what is wrong.
        let _ = self.session.keeper().look(&nfc).await;
        self.refresh();
        if self.whole.try_get_untracked() == Some(false) {
            self.whole.set(true);
        }
    }

    /// The shelf, in a part of the home screen.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// What is wrong with both storages, where nothing is kept beyond the page.
    pub(super) fn fault(self) -> Option<Fault> {
        self.content.with(|shelf| shelf.local.clone().filter(|_| shelf.durable.is_some()))
    }

    /// Whether one of the storages has no room left.
    pub(super) fn is_full(self) -> bool {
        self.content.with(|shelf| shelf.full || [&shelf.local, &shelf.durable].contains(&&Some(Fault::Full)))
    }

    /// Whether the screen was painted, and what takes long may be made.
    pub(super) fn is_painted(self) -> bool {
        self.painted.get()
    }

    /// Whether the mirror was asked.
    pub(super) fn is_whole(self) -> bool {
        self.whole.get()
    }

    /// How long ago a time was and when exactly, in words; `None` before the screen was painted.
    pub(super) fn in_words(self, time: Timestamp) -> Option<(String, String)> {
        self.painted.track();
        let say = |times: &Times| (times.ago(time, clock::now()), times.exact(time));
        self.times.with_value(|times| times.as_ref().map(say))
    }

    /// Whether days of work on a draft are in this browser only.
    pub(super) fn is_copy_due(self, card: &Card) -> bool {
        self.copies.with(|copies| copies::is_due(copies, &card.id, card.summary.changed))
    }

    /// Subscribes to all that is stored.
    pub(super) fn track(self) {
        self.content.track();
    }

    /// Whether there is no draft anywhere.
    pub(super) fn is_empty(self) -> bool {
        self.whole.get() && self.content.with(|shelf| shelf.drafts.is_empty())
    }

    pub(super) fn drafts(self) -> Vec<Card> {
        self.content.with(|shelf| shelf.drafts.clone())
    }

    /// One of the drafts, as it is now.
    pub(super) fn draft(self, id: &DraftId) -> Option<Card> {
        self.content.with(|shelf| shelf.drafts.iter().find(|card| card.id == *id).cloned())
    }

    pub(super) fn trash(self) -> Vec<Card> {
        self.content.with(|shelf| shelf.trash.clone())
    }

    pub(super) fn aside(self) -> Vec<Quarantined> {
        self.content.with(|shelf| shelf.aside.clone())
    }

    fn refresh(self) {
        let shelf = self.session.keeper().shelf(&nfc);
        // The view may be gone by now.
        if self.content.try_with_untracked(|before| *before != shelf) == Some(true) {
            // The cards stand in another order, maybe.
            focus::keep(|| self.content.set(shelf));
        }
    }

    /// Shows what became of an action, and the shelf as it is now.
    fn done(self, result: Result<Notice, Fault>) {
        self.refresh();
        if result.is_err() {
            // What was taken back is, where the mirror has it by then.
            self.session.saver().settle();
        }
        self.tell(result.unwrap_or_else(|fault| Notice::failed(fault.message())));
    }

    fn tell(self, notice: Notice) {
        let _ = self.notice.try_set(Some(notice));
    }

    /// Puts a draft into the trash; the focus goes to *Undo*.
    pub(super) fn delete(self, card: &Card) {
        let (id, name) = (card.id.clone(), super::card::name(&card.summary));
        spawn_local(async move {
            let result = self.session.keeper().discard(&id, clock::now(), &nfc).await;
            self.done(result.map(|()| Notice::undoable(Message::new("ui-deleted").with(name), id)));
            focus::soon(".notice__undo");
        });
    }

    /// Takes a draft out of the trash; the focus goes to its card.
    pub(super) fn restore(self, id: DraftId) {
        spawn_local(async move {
            let result = self.session.keeper().restore(&id, clock::now(), &nfc).await;
            self.done(result.map(|()| Notice::told(Message::new("ui-restored"))));
            super::card::focus_soon(id);
        });
    }

    /// Removes the whole trash for good.
    pub(super) fn empty_trash(self) {
        let trash = self.content.with_untracked(|shelf| shelf.trash.clone());
        spawn_local(async move {
            let mut result = Ok(());
            for card in trash {
                result = result.and(self.session.keeper().remove(&card.id, &nfc).await);
            }
            self.done(result.map(|()| Notice::told(Message::new("ui-trash-emptied"))));
            focus::soon(".notice");
            // What was refused for want of room may fit now.
            self.session.keeper().retry(clock::now(), &nfc, &|| ()).await;
            self.refresh();
        });
    }

    /// Makes a copy of a draft under an id of its own, changed now, so that it stands first.
    pub(super) fn duplicate(self, id: DraftId) {
        self.with_draft(id, move |draft| {
            let page = draft.page().clone();
            let mut copy = draft.with_id(DraftId::from_random(random::bits()));
            // The page's parts are what they were; a limit cannot be passed.
            let _ = copy.set_page(&page, &nfc, clock::now());
            self.keep(copy, Message::new("ui-duplicated"));
        });
    }

    /// Gives a draft another affiliate's name and year for its page's title.
    pub(super) fn rename(self, id: DraftId, page: PageParts) {
        self.with_draft(id, move |mut draft| match draft.set_page(&page, &nfc, clock::now()) {
            Ok(()) => self.keep(draft, Message::new("ui-renamed")),
            Err(error) => self.tell(Notice::failed(error.message())),
        });
    }

    fn keep(self, draft: Draft, done: Message) {
        let id = self.session.store(&draft);
        self.done(match self.session.keeper().durability(&id) {
            Durability::MemoryOnly { local, .. } => Err(local),
            _ => Ok(Notice::told(done)),
        });
        super::card::focus_soon(id);
    }

    /// Offers a draft as a file.
    pub(super) fn download(self, id: DraftId) {
        self.with_draft(id, move |draft| {
            files::save_draft(self.session, &draft);
            self.content.notify();
        });
    }

    /// Offers all drafts as one file.
    pub(super) fn download_all(self) {
        spawn_local(async move {
            let drafts = self.session.keeper().all(&nfc).await;
            files::save_all(self.session, &drafts);
            let _ = self.content.try_update(|_| ());
        });
    }

    /// Removes everything that this app has stored.
    pub(super) fn delete_everything(self) {
        spawn_local(async move {
            let result = self.session.keeper().clear().await;
            open::forget();
            self.done(result.map(|()| Notice::told(Message::new("ui-everything-deleted"))));
            focus::soon(".notice");
        });
    }

    /// Calls `then` with a draft, whole, or says why there is none.
    pub(super) fn with_draft(self, id: DraftId, then: impl FnOnce(Draft) + 'static) {
        spawn_local(async move {
            match self.session.keeper().load(&id, &nfc).await {
                Ok(draft) => then(draft),
                Err(error) => self.failed(&error),
            }
        });
    }

    fn failed(self, error: &LoadError) {
        self.refresh();
        self.tell(Notice::failed(error.message()));
    }
}

/// A draft's name and year, to start renaming from: its page's, else what the answers say.
pub(super) fn parts(draft: &Draft) -> PageParts {
    let or_answer = |part: &str, question: &str| {
        let text = if part.trim().is_empty() { draft.text(question) } else { part };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let page = draft.page();
    PageParts { affiliate: or_answer(&page.affiliate, "name"), year: or_answer(&page.year, "reportingyear") }
}
