//! The outcome of the report: the page's title, edit summary and wikitext, and why the wikitext is written as it is.

use leptos::prelude::*;

use crate::browser::{clock, nfc};
use crate::session::words::t;
use crate::session::{OpenDraft, Session, remembered, session};
use report::draft::PageParts;
use report::form::ParameterNames;
use report::i18n::Message;
use report::names::Wiki;
use report::names::title::PageTitle;
use report::report::{ReportTitleError, TitleOwner, proposed_parts, report_title, title_owner};
use report::wikitext;

/// The open draft's outcome, kept up to date. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    /// The wiki that the report is published on.
    pub wiki: &'static Wiki,
    /// The title's parts: as given, else as the answers say.
    pub parts: Memo<PageParts>,
    /// The page's title, or why there is none.
    pub title: Memo<Result<PageTitle, ReportTitleError>>,
    /// Another report that has the same title.
    pub owner: Memo<Option<TitleOwner>>,
    /// Whether the writer keeps the title although another report has it.
    is_kept: Memo<bool>,
    /// The number of times that the writer has decided so in this view.
    decisions: RwSignal<u32>,
    /// The edit summary: as given, else the usual one.
    pub summary: Memo<String>,
    /// The page's wikitext.
    pub wikitext: Memo<Written>,
}

/// The page's wikitext, and how it is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written {
    /// The wikitext of the whole page.
    pub text: String,
    /// The words for which of the two outputs it is (transclusion or table), and why.
    pub why: Message,
}

impl Outcome {
    pub(super) fn of(open: OpenDraft) -> Self {
        let form = open.form();
        let parts = Memo::new(move |_| {
            open.page().track();
            track_answers(open);
            open.with_draft(proposed_parts)
        });
        let title = Memo::new(move |_| parts.with(|parts| report_title(form, parts)));
        let repository = StoredValue::new_local(session().repository());
        let cards = StoredValue::new(repository.with_value(|repository| repository.shelf(&nfc).drafts));
        let owner = Memo::new(move |_| {
            parts.track();
            cards.with_value(|cards| open.with_draft(|draft| title_owner(draft, cards)))
        });
        let decisions = RwSignal::new(0);
        let is_kept = Memo::new(move |_| {
            decisions.track();
            let title = title.with(|title| title.as_ref().map(ToString::to_string).unwrap_or_default());
            repository.with_value(|repository| remembered::is_title_kept(repository, &open.id(), &title))
        });
        let summary = Memo::new(move |_| {
            open.summary().track();
            let mut draft = open.snapshot();
            // Parts made of answers may pass a limit that the answers keep; then the summary does without them.
            let _ = draft.set_page(&parts.get(), &nfc, clock::now());
            draft.edit_summary()
        });
        let wikitext = Memo::new(move |_| written(open));
        Self { wiki: &form.wiki, parts, title, owner, is_kept, decisions, summary, wikitext }
    }

    /// Returns the title as shown, or a word for it if there is none yet.
    pub(super) fn title_shown(self) -> String {
        self.title.with(|title| match title {
            Ok(title) => title.to_string(),
            Err(_) => t("ui-review-no-title"),
        })
    }

    /// Returns the other report that has the same title, as long as the writer has not decided to keep it. Subscribes
    /// to both.
    pub(super) fn undecided(self) -> Option<TitleOwner> {
        self.owner.get().filter(|_| !self.is_kept.get())
    }

    /// Notes that the writer keeps the title although another report has it.
    pub(super) fn keep_title(self) {
        let id = OpenDraft::here().id();
        remembered::note_kept_title(&session().repository(), &id, &self.title_shown());
        self.decisions.update(|count| *count = count.wrapping_add(1));
    }

    /// Returns the address of the page's source editor, once there is a title.
    pub(super) fn editor(self) -> Option<String> {
        self.title.with(|title| {
            title
                .as_ref()
                .ok()
                .map(|title| self.summary.with(|summary| self.wiki.source_editor(title, summary)))
        })
    }
}

/// Finds another report that has the open draft's page title, unless the writer has decided to keep the title. Does not subscribe.
pub(super) fn undecided_owner(session: Session, open: OpenDraft) -> Option<TitleOwner> {
    let repository = session.repository();
    let cards = repository.shelf(&nfc).drafts;
    open.with_draft(|draft| {
        let owner = title_owner(draft, &cards)?;
        let title = report_title(open.form(), &proposed_parts(draft)).ok()?;
        let is_kept = remembered::is_title_kept(&repository, draft.id(), &title.to_string());
        (!is_kept).then_some(owner)
    })
}

fn track_answers(open: OpenDraft) {
    for question in ["name", "reportingyear"] {
        if let Some(answer) = open.answer(question) {
            answer.entry.track();
        }
    }
}

/// Writes the page of the open draft. Subscribes to all answers.
pub(super) fn written(open: OpenDraft) -> Written {
    let report = open.report();
    match wikitext::call(&report, &ParameterNames::of(open.form())) {
        Ok(text) => Written { text, why: Message::new("ui-review-output-call").with(&open.form().template) },
        Err(missing) => Written { text: wikitext::table(&report), why: missing.message() },
    }
}
