//! The stored drafts and settings as the home screen's parts share them, and the actions on them.
//!
//! The drafts in `localStorage` are shown at once; what only the durable store has (the trash, reports that the
//! browser has dropped from `localStorage`) comes a moment later: the durable store is asked once the screen was
//! painted, so that it keeps no processor busy before.

use std::time::Duration;

use leptos::prelude::*;

use super::card_element::{focus_soon, name};
use super::notice::Notice;
use crate::browser::task::spawn_for_page;
use crate::browser::{clock, focus, nfc, random};
use crate::session::locale::{self, Times};
use crate::session::remembered::{self, CopiedPages, Copies, FoundPages};
use crate::session::scope::Scope;
use crate::session::{Session, draft_files, reports_here, session};
use crate::views::import;
use report::date::Date;
use report::draft::{Draft, DraftId, PageParts, Publication, Timestamp};
use report::i18n::Message;
use report::store::{Card, Durability, Fault, LoadError, Quarantined, Shelf};

/// The stored drafts and everything else that the home screen shows. Copies are the same shelf.
#[derive(Clone, Copy)]
pub(super) struct HomeShelf {
    session: Session,
    /// The scope of the home screen.
    scope: Scope,
    content: RwSignal<Shelf>,
    /// Whether the durable store was asked, so that a draft that is not on the shelf does not exist.
    whole: RwSignal<bool>,
    /// Whether the screen was painted, so that slower parts may be made.
    painted: RwSignal<bool>,
    /// The formatters of times; `None` until the screen was painted.
    times: StoredValue<Option<Times>, LocalStorage>,
    /// The notes about copies outside this browser.
    copies: Memo<Copies>,
    /// The notes about pages that were copied.
    copied_pages: Memo<CopiedPages>,
    /// The notes about published pages that were found.
    found_pages: Memo<FoundPages>,
    /// Whether a new year's report is being started.
    starting: StoredValue<bool>,
    /// The message about the last action, which may be undone.
    pub(super) notice: RwSignal<Option<Notice>>,
}

impl HomeShelf {
    /// Reads the stores now, and again whenever another tab has stored something.
    pub(super) fn look() -> Self {
        let session = session();
        let content = RwSignal::new(session.repository().shelf(&nfc));
        let copies = Memo::new(move |_| {
            // Notified by the shelf after a download.
            content.track();
            Copies::load(&session.repository())
        });
        let shelf = Self {
            session,
            scope: Scope::here(),
            content,
            whole: RwSignal::new(false),
            painted: RwSignal::new(false),
            times: StoredValue::new_local(None),
            copies,
            copied_pages: Memo::new(move |_| {
                content.track();
                CopiedPages::load(&session.repository())
            }),
            found_pages: Memo::new(move |_| {
                content.track();
                FoundPages::load(&session.repository())
            }),
            starting: StoredValue::new(false),
            notice: RwSignal::new(None),
        };
        let before = session.stored.get_untracked();
        Effect::new(move || {
            if session.stored.get() != before {
                shelf.look_everywhere();
            }
        });
        Effect::new(move || {
            if session.cleared.get() {
                session.cleared.set(false);
                shelf.notice.set(Some(Notice::done(Message::new("ui-everything-deleted-elsewhere"))));
            }
        });
        // The frame is painted first, and deferred work comes after it.
        let painted = move || {
            shelf.scope.try_with(|| shelf.was_painted());
        };
        request_animation_frame(move || set_timeout(painted, Duration::ZERO));
        shelf
    }

    fn was_painted(self) {
        self.times.set_value(Some(Times::ready()));
        self.painted.set(true);
        let (session, scope) = (self.session, self.scope);
        let swept = move || {
            scope.try_with(|| self.refresh());
        };
        let looked = async move {
            // A failure is shown by the shelf.
            let _ = session.repository().look(&nfc).await;
            session.late.then(move |parts| (parts.sweep)(session.repository(), Box::new(swept)));
        };
        scope.spawn(looked, move |()| self.looked());
    }

    fn look_everywhere(self) {
        let repository = self.session.repository();
        // A failure is shown by the shelf.
        self.scope.spawn(async move { drop(repository.look(&nfc).await) }, move |()| self.looked());
    }

    /// Shows the durable store's drafts, after it was asked.
    fn looked(self) {
        self.refresh();
        if !self.whole.get_untracked() {
            self.whole.set(true);
        }
    }

    /// Returns the shelf of the home screen that is being made.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// Returns the first store's fault, if both stores fail and nothing is kept beyond the page.
    pub(super) fn fault(self) -> Option<Fault> {
        self.content.with(|shelf| shelf.local.clone().filter(|_| shelf.durable.is_some()))
    }

    /// Returns whether one of the stores has no room left.
    pub(super) fn is_full(self) -> bool {
        self.content.with(|shelf| shelf.full || [&shelf.local, &shelf.durable].contains(&&Some(Fault::Full)))
    }

    /// Returns whether the screen was painted, so that slower parts may be made.
    pub(super) fn is_painted(self) -> bool {
        self.painted.get()
    }

    /// Returns whether the durable store was asked.
    pub(super) fn is_whole(self) -> bool {
        self.whole.get()
    }

    /// Returns how long ago a time was and when exactly, in words; `None` until the screen was painted.
    pub(super) fn in_words(self, time: Timestamp) -> Option<(String, String)> {
        self.painted.track();
        let say = |times: &Times| (times.ago(time, clock::now()), times.exact(time));
        self.times.with_value(|times| times.as_ref().map(say))
    }

    /// Returns a calendar day in words; `None` until the screen was painted.
    pub(super) fn day_in_words(self, day: Date) -> Option<String> {
        self.painted.get().then(|| locale::date(day))
    }

    /// Returns whether days of work on a draft are in this browser only.
    pub(super) fn is_copy_due(self, card: &Card) -> bool {
        self.copies.with(|copies| copies.is_due(&card.id, card.info.changed))
    }

    /// Returns whether a draft's page was copied, in its present state or an earlier one.
    pub(super) fn is_page_copied(self, id: &DraftId) -> bool {
        self.copied_pages.with(|pages| pages.has(id))
    }

    /// Returns the wiki's revision in which the page of a draft's publication was found as written. Subscribes to the
    /// notes.
    pub(super) fn found_revision(self, id: &DraftId, publication: &Publication) -> Option<u64> {
        self.found_pages.with(|pages| pages.revision(id, publication))
    }

    /// Subscribes to everything stored.
    pub(super) fn track(self) {
        self.content.track();
    }

    /// Returns whether neither store has a draft.
    pub(super) fn is_empty(self) -> bool {
        self.whole.get() && self.content.with(|shelf| shelf.drafts.is_empty())
    }

    /// Returns whether there is anything to delete: a report, one in the trash, a record that cannot be read, or an
    /// unreadable storage, which may have some. Subscribes to the shelf.
    pub(super) fn has_anything(self) -> bool {
        self.content.with(|shelf| {
            let is_unknown = shelf.local.is_some() || shelf.durable.is_some();
            is_unknown || !(shelf.drafts.is_empty() && shelf.trash.is_empty() && shelf.quarantined.is_empty())
        })
    }

    /// Returns whether reports were here, and both stores can be read but have none of them.
    pub(super) async fn are_reports_gone(self) -> bool {
        let can_be_read =
            self.content.with_untracked(|shelf| shelf.local.is_none() && shelf.durable.is_none());
        can_be_read && reports_here::are_gone(&self.session.repository()).await
    }

    pub(super) fn drafts(self) -> Vec<Card> {
        self.content.with(|shelf| shelf.drafts.clone())
    }

    /// Returns whether there is a report of the same affiliate about an earlier year.
    pub(super) fn has_earlier(self, card: &Card) -> bool {
        let own = &card.info;
        let is_earlier = |other: &Card| {
            let other = &other.info;
            !own.affiliate.is_empty() && other.affiliate == own.affiliate && other.year < own.year
        };
        self.content.with(|shelf| shelf.drafts.iter().any(is_earlier))
    }

    /// Returns a draft's present card.
    pub(super) fn draft(self, id: &DraftId) -> Option<Card> {
        self.content.with(|shelf| shelf.drafts.iter().find(|card| card.id == *id).cloned())
    }

    pub(super) fn trash(self) -> Vec<Card> {
        self.content.with(|shelf| shelf.trash.clone())
    }

    pub(super) fn quarantined(self) -> Vec<Quarantined> {
        self.content.with(|shelf| shelf.quarantined.clone())
    }

    fn refresh(self) {
        let shelf = self.session.repository().shelf(&nfc);
        if self.content.with_untracked(|before| *before != shelf) {
            // The order of the cards may change.
            focus::keep(|| self.content.set(shelf));
        }
    }

    /// Runs an action on the stores to its end, then shows its outcome and calls `then`.
    fn act(
        self,
        work: impl Future<Output = Result<Notice, Message>> + 'static,
        then: impl FnOnce() + 'static,
    ) {
        let session = self.session;
        let done = async move {
            let result = work.await;
            if result.is_err() {
                // A change that was taken back may have reached the durable store already; this brings the store up to
                // date.
                session.saver().settle();
            }
            result
        };
        self.scope.spawn(done, move |result| {
            self.done(result);
            then();
        });
    }

    /// Shows the outcome of an action, and the shelf's present state.
    fn done(self, result: Result<Notice, Message>) {
        self.refresh();
        self.notice.set(Some(result.unwrap_or_else(Notice::failed)));
    }

    /// Puts a draft into the trash; the focus goes to *Undo*.
    pub(super) fn delete(self, card: &Card) {
        let (id, name) = (card.id.clone(), name(&card.info));
        let repository = self.session.repository();
        let work = async move {
            let result = repository.discard(&id, clock::now(), &nfc).await;
            said(result, || Notice::undoable(Message::new("ui-deleted").with(name), id))
        };
        self.act(work, || focus::soon(".notice__undo"));
    }

    /// Takes a draft out of the trash; the focus goes to its card.
    pub(super) fn restore(self, id: DraftId) {
        let repository = self.session.repository();
        let restored = id.clone();
        let work = async move {
            let result = repository.restore(&id, clock::now(), &nfc).await;
            said(result, || Notice::done(Message::new("ui-restored")))
        };
        self.act(work, || focus_soon(restored));
    }

    /// Removes everything in the trash permanently.
    pub(super) fn empty_trash(self) {
        let trash = self.content.with_untracked(|shelf| shelf.trash.clone());
        let (session, scope) = (self.session, self.scope);
        let work = async move {
            let repository = session.repository();
            let mut result = Ok(());
            for card in trash {
                result = result.and(repository.remove(&card.id, &nfc).await);
            }
            // Writes that were refused for lack of room may succeed now.
            spawn_for_page(async move {
                repository.retry(clock::now(), &nfc, &|| ()).await;
                scope.try_with(|| self.refresh());
            });
            said(result, || Notice::done(Message::new("ui-trash-emptied")))
        };
        self.act(work, || focus::soon(".notice"));
    }

    /// Starts a new year's report from a draft, and opens it.
    pub(super) fn start_next(self, id: DraftId) {
        // A second press while the first is in progress would make a second report.
        if self.starting.get_value() {
            return;
        }
        self.starting.set_value(true);
        let (late, scope) = (self.session.late, self.scope);
        let failed = move |why| {
            self.starting.set_value(false);
            self.done(Err(why));
        };
        scope.spawn(async move { late.wait().await }, move |parts| match parts {
            Some(parts) => (parts.start_next)(scope, id, Box::new(failed)),
            None => failed(Message::new("ui-late-failed")),
        });
    }

    /// Copies a draft under an id of its own, with the present time as its last change, so that the copy comes first.
    pub(super) fn duplicate(self, id: DraftId) {
        let session = self.session;
        let new = DraftId::from_random(random::bits());
        let copied = new.clone();
        let work = async move {
            let draft = session.repository().load(&id, &nfc).await.map_err(|error| error.message())?;
            let page = draft.page().clone();
            let mut copy = draft.with_id(new).without_publication();
            // The page's parts are unchanged, so they pass no limit.
            let _ = copy.set_page(&page, &nfc, clock::now());
            let kept = keep(session, &copy, Message::new("ui-duplicated"));
            remembered::note_copy(&session.repository(), copy.id());
            kept
        };
        self.act(work, || focus_soon(copied));
    }

    /// Gives a draft another affiliate's name and year for its page title.
    pub(super) fn rename(self, id: DraftId, page: PageParts) {
        let session = self.session;
        let renamed = id.clone();
        let work = async move {
            let mut draft = session.repository().load(&id, &nfc).await.map_err(|error| error.message())?;
            draft.set_page(&page, &nfc, clock::now()).map_err(|error| error.message())?;
            keep(session, &draft, Message::new("ui-renamed"))
        };
        self.act(work, || focus_soon(renamed));
    }

    /// Offers a draft as a file.
    pub(super) fn download(self, id: DraftId) {
        let session = self.session;
        let work = async move {
            let draft = session.repository().load(&id, &nfc).await?;
            draft_files::save_draft(session, draft).await;
            Ok(())
        };
        self.scope.spawn(work, move |saved| match saved {
            Ok(()) => self.content.notify(),
            Err(error) => self.failed(&error),
        });
    }

    /// Offers all drafts as one file.
    pub(super) fn download_all(self) {
        let session = self.session;
        let work = async move {
            let drafts = session.repository().all(&nfc).await;
            draft_files::save_all(session, &drafts).await;
        };
        self.scope.spawn(work, move |()| self.content.notify());
    }

    /// Removes everything that this app has stored, in both stores.
    pub(super) fn delete_everything(self) {
        let repository = self.session.repository();
        let work = async move {
            let result = repository.clear().await;
            import::forget();
            reports_here::forget().await;
            said(result, || Notice::done(Message::new("ui-everything-deleted")))
        };
        self.act(work, || focus::soon(".notice"));
    }

    /// Calls `then` with the whole draft, or says why there is none, unless the view of `asking` is gone when it is
    /// loaded.
    pub(super) fn with_draft(self, asking: Scope, id: DraftId, then: impl FnOnce(Draft) + 'static) {
        let repository = self.session.repository();
        asking.spawn(async move { repository.load(&id, &nfc).await }, move |found| match found {
            Ok(draft) => then(draft),
            Err(error) => self.failed(&error),
        });
    }

    fn failed(self, error: &LoadError) {
        self.done(Err(error.message()));
    }
}

/// Returns the notice that something was done, or the reason why a store refused it.
fn said(result: Result<(), Fault>, done: impl FnOnce() -> Notice) -> Result<Notice, Message> {
    result.map(|()| done()).map_err(|fault| fault.message())
}

/// Stores a draft, and returns the notice that it was done, or why the draft is in memory only.
fn keep(session: Session, draft: &Draft, done: Message) -> Result<Notice, Message> {
    let id = session.store(draft);
    match session.repository().durability(&id) {
        Durability::MemoryOnly { local, .. } => Err(local.message()),
        _ => Ok(Notice::done(done)),
    }
}

/// Returns a draft's name and year, as the dialog for renaming begins: its page's, else those of the answers.
pub(super) fn parts(draft: &Draft) -> PageParts {
    let or_answer = |part: &str, question: &str| {
        let text = if part.trim().is_empty() { draft.text(question) } else { part };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let page = draft.page();
    PageParts { affiliate: or_answer(&page.affiliate, "name"), year: or_answer(&page.year, "reportingyear") }
}
