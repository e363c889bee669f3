//! What is stored, as the home screen's parts share it, and what they do with it.

use leptos::prelude::*;

use super::notice::Notice;
use crate::browser::{clock, focus, nfc, random};
use crate::draft::{DraftId, PageParts};
use crate::i18n::Message;
use crate::storage::{Aside, Card, Fault, Shelf};
use crate::ui::files;
use crate::ui::session::{Session, session};

/// What is stored. Copies are the same shelf.
#[derive(Clone, Copy)]
pub(super) struct HomeShelf {
    session: Session,
    content: RwSignal<Result<Shelf, Fault>>,
    /// What has just been done, and can be undone.
    pub(super) notice: RwSignal<Option<Notice>>,
}

impl HomeShelf {
    /// Looks at what is stored now.
    pub(super) fn look() -> Self {
        let session = session();
        Self { session, content: RwSignal::new(session.drafts().shelf(&nfc)), notice: RwSignal::new(None) }
    }

    /// The shelf, in a part of the home screen.
    pub(super) fn here() -> Self {
        expect_context()
    }

    pub(super) fn fault(self) -> Option<Fault> {
        self.content.with(|content| content.as_ref().err().cloned())
    }

    pub(super) fn drafts(self) -> Vec<Card> {
        self.content.with(|content| content.as_ref().map(|shelf| shelf.drafts.clone()).unwrap_or_default())
    }

    pub(super) fn trash(self) -> Vec<Card> {
        self.content.with(|content| content.as_ref().map(|shelf| shelf.trash.clone()).unwrap_or_default())
    }

    pub(super) fn aside(self) -> Vec<Aside> {
        self.content.with(|content| content.as_ref().map(|shelf| shelf.aside.clone()).unwrap_or_default())
    }

    fn refresh(self) {
        self.content.set(self.session.drafts().shelf(&nfc));
    }

    /// Shows what became of an action, and the shelf as it is now.
    fn done(self, result: Result<Notice, Fault>) {
        self.refresh();
        self.notice.set(Some(result.unwrap_or_else(|fault| Notice::failed(fault.message()))));
    }

    /// Puts a draft into the trash; the focus goes to *Undo*.
    pub(super) fn delete(self, card: &Card) {
        let name = super::card::name(&card.summary);
        let result = self.session.drafts().discard(&card.id, clock::now(), &nfc);
        let notice = Notice::undoable(Message::new("ui-deleted").with(name), card.id.clone());
        self.done(result.map(|()| notice));
        focus::soon(".notice__undo");
    }

    /// Takes a draft out of the trash; the focus goes to its card.
    pub(super) fn restore(self, id: &DraftId) {
        let result = self.session.drafts().restore(id, &nfc);
        self.done(result.map(|()| Notice::told(Message::new("ui-restored"))));
        super::card::focus_soon(id.clone());
    }

    /// Removes the whole trash for good.
    pub(super) fn empty_trash(self) {
        let drafts = self.session.drafts();
        let result = self.trash().iter().try_for_each(|card| drafts.remove(&card.id));
        self.done(result.map(|()| Notice::told(Message::new("ui-trash-emptied"))));
        focus::soon(".notice");
    }

    /// Makes a copy of a draft under an id of its own, changed now, so that it stands first.
    pub(super) fn duplicate(self, id: &DraftId) {
        let Some(draft) = self.load(id) else { return };
        let page = draft.page().clone();
        let mut copy = draft.with_id(DraftId::from_random(random::bits()));
        // The page's parts are what they were; a limit cannot be passed.
        let _ = copy.set_page(&page, &nfc, clock::now());
        let result = self.session.drafts().save(&copy, clock::now());
        self.done(result.map(|()| Notice::told(Message::new("ui-duplicated"))));
        super::card::focus_soon(copy.id().clone());
    }

    /// Gives a draft another affiliate's name and year for its page's title.
    pub(super) fn rename(self, id: &DraftId, page: &PageParts) {
        let Some(mut draft) = self.load(id) else { return };
        if let Err(error) = draft.set_page(page, &nfc, clock::now()) {
            self.notice.set(Some(Notice::failed(error.message())));
            return;
        }
        let result = self.session.drafts().save(&draft, clock::now());
        self.done(result.map(|()| Notice::told(Message::new("ui-renamed"))));
        super::card::focus_soon(id.clone());
    }

    /// A draft's name and year, to start renaming from: its page's, else what the answers say.
    pub(super) fn page(self, id: &DraftId) -> PageParts {
        let Ok(draft) = self.session.drafts().load(id, &nfc) else { return PageParts::default() };
        let or_answer = |part: &str, question: &str| {
            let text = if part.trim().is_empty() { draft.text(question) } else { part };
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let page = draft.page();
        PageParts {
            affiliate: or_answer(&page.affiliate, "name"),
            year: or_answer(&page.year, "reportingyear"),
        }
    }

    /// Offers a draft as a file.
    pub(super) fn download(self, id: &DraftId) {
        if let Some(draft) = self.load(id) {
            files::save_draft(&draft);
        }
    }

    /// Offers all drafts as one file.
    pub(super) fn download_all(self) {
        match self.session.drafts().all(&nfc) {
            Ok(drafts) => files::save_all(&drafts),
            Err(fault) => self.done(Err(fault)),
        }
    }

    /// Removes everything that this app has stored.
    pub(super) fn delete_everything(self) {
        let result = self.session.drafts().clear();
        self.done(result.map(|()| Notice::told(Message::new("ui-everything-deleted"))));
        focus::soon(".notice");
    }

    fn load(self, id: &DraftId) -> Option<crate::draft::Draft> {
        match self.session.drafts().load(id, &nfc) {
            Ok(draft) => Some(draft),
            Err(error) => {
                self.refresh();
                self.notice.set(Some(Notice::failed(error.message())));
                None
            }
        }
    }
}
