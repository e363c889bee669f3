//! What will be copied: the page's title, its summary, its wikitext, and why it is written as it is.

use leptos::prelude::*;

use crate::browser::{clock, nfc};
use crate::session::OpenDraft;
use crate::session::words::t;
use report::draft::PageParts;
use report::form::ParameterNames;
use report::i18n::Message;
use report::names::title::{PageTitle, source_editor};
use report::report::{ReportTitleError, proposed_parts, report_title};
use report::wikitext;

/// The open draft's outcome, kept up to date. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    /// The title's parts: as given, else as the answers say.
    pub parts: Memo<PageParts>,
    /// The page's title, or why there is none.
    pub title: Memo<Result<PageTitle, ReportTitleError>>,
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
    /// The words for which of the two outputs it is, and why.
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
        let summary = Memo::new(move |_| {
            open.summary().track();
            let mut draft = open.snapshot();
            // Parts made of answers may pass a limit that answers keep; the summary is then without them.
            let _ = draft.set_page(&parts.get(), &nfc, clock::now());
            draft.edit_summary()
        });
        let wikitext = Memo::new(move |_| written(open));
        Self { parts, title, summary, wikitext }
    }

    /// Returns the title for people, or a word for it where there is none yet.
    pub(super) fn title_shown(self) -> String {
        self.title.with(|title| match title {
            Ok(title) => title.to_string(),
            Err(_) => t("ui-check-no-title"),
        })
    }

    /// Returns the address of the page's source editor, once there is a title.
    pub(super) fn editor(self) -> Option<String> {
        self.title.with(|title| {
            title.as_ref().ok().map(|title| self.summary.with(|summary| source_editor(title, summary)))
        })
    }
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
        Ok(text) => Written { text, why: Message::new("ui-check-output-call").with(&open.form().template) },
        Err(missing) => Written { text: wikitext::table(&report), why: missing.message() },
    }
}
