//! The page's title, made of year and affiliate, and the edit summary: all can be edited, and all are checked.

use leptos::prelude::*;

use super::field::Field;
use super::output::Outcome;
use crate::session::OpenDraft;
use crate::session::words::t;
use report::draft::PageParts;
use report::i18n::Message;
use report::report::{ReportPart, ReportTitleError};

/// The part with the page's title and the edit summary.
#[component]
pub(super) fn PageName(outcome: Outcome) -> impl IntoView {
    let open = OpenDraft::here();
    let change = move |change: fn(&mut PageParts, String)| {
        move |typed: String| {
            let mut parts = open.with_draft(|draft| draft.page().clone());
            change(&mut parts, typed);
            open.set_page(&parts).err().map(|error| error.message())
        }
    };
    let summary = move |typed: String| open.set_summary(&typed).err().map(|error| error.message());
    view! {
        <section class="review__part" aria-labelledby="review-name">
            <h2 id="review-name">{t("ui-review-name")}</h2>
            <Field
                id="page-affiliate"
                label="ui-affiliate"
                help="ui-review-affiliate-help"
                value=Memo::new(move |_| outcome.parts.with(|parts| parts.affiliate.clone()))
                typed=change(|parts, typed| parts.affiliate = typed)
                problem=Signal::derive(move || problem_of(outcome, ReportPart::Affiliate))
            />
            <Field
                id="page-year"
                label="ui-year"
                help="ui-review-year-help"
                value=Memo::new(move |_| outcome.parts.with(|parts| parts.year.clone()))
                typed=change(|parts, typed| parts.year = typed)
                problem=Signal::derive(move || problem_of(outcome, ReportPart::Year))
            />
            <p class="review__address">
                <span class="review__address-label">{t("ui-review-title")}</span>
                " "
                <strong translate="no" lang="en" dir="auto">{move || outcome.title_shown()}</strong>
            </p>
            <Field
                id="page-summary"
                label="ui-review-summary"
                help="ui-review-summary-help"
                value=outcome.summary
                typed=summary
                problem=Signal::derive(move || long_summary(&outcome.summary.get()))
            />
        </section>
    }
}

/// Returns the problem with one part of the title. A problem with the whole title is shown at the affiliate's name,
/// the part that people type freely.
fn problem_of(outcome: Outcome, asked: ReportPart) -> Option<Message> {
    outcome.title.with(|title| {
        let error = title.as_ref().err()?;
        let about = match error {
            ReportTitleError::Missing { part } | ReportTitleError::Slash { part, .. } => *part,
            ReportTitleError::Title(_) => ReportPart::Affiliate,
        };
        (about == asked).then(|| error.message())
    })
}

/// The number of characters after which MediaWiki cuts a summary (`CommentStore::COMMENT_CHARACTER_LIMIT`).
const SUMMARY_CHARACTERS: usize = 500;

fn long_summary(summary: &str) -> Option<Message> {
    let characters = summary.chars().count();
    (characters > SUMMARY_CHARACTERS)
        .then(|| Message::new("ui-review-summary-long").with(characters).with(SUMMARY_CHARACTERS))
}
