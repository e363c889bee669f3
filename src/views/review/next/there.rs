//! *Is it there?*: reads the page from the wiki after publishing. If the page is as written, the day, the page and the
//! revision are filled in; otherwise the differences are shown.

use leptos::prelude::*;

use super::super::on_meta::{Differences, PageRead, day, read_title, standing};
use super::super::output::Outcome;
use super::ticks::{Step, Ticks};
use crate::browser::{clock, nfc};
use crate::components::message::{MessageBox, MessageKind};
use crate::meta::Flow;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, remembered, session};
use crate::views::asking::Asking;
use report::date::Date;
use report::draft::Publication;
use report::i18n::Message;
use report::meta::AnswerDifference;
use report::report::Report;

/// The page as found on the wiki.
#[derive(Clone, Debug, PartialEq)]
enum There {
    /// The page as written.
    Same { revision: u64, date: Option<Date> },
    /// The page with other answers, or with none that can be read.
    Other { revision: u64, date: Option<Date>, differences: Option<Vec<AnswerDifference>> },
    /// No page, and why.
    None(Message),
}

/// The button, and the result.
#[component]
pub(super) fn IsItThere(
    outcome: Outcome,
    ticks: Ticks,
    /// Called once day and page are noted, so that the fields show them.
    noted: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let open = OpenDraft::here();
    let (flow, scope) = (Flow::new(), Scope::here());
    let there = RwSignal::new(None::<There>);
    let press = move || {
        let Ok(title) = outcome.title.get_untracked() else { return };
        let text = outcome.wikitext.with_untracked(|written| written.text.clone());
        let report = untrack(|| open.report());
        there.set(None);
        flow.run(
            scope,
            move |asker| read_title(asker, title),
            move |read| {
                let found = look(outcome, open, read, &report, &text);
                if matches!(found, There::Same { .. }) {
                    ticks.set(Step::Publish, true);
                    noted();
                }
                there.set(Some(found));
            },
        );
    };
    let has_title = Memo::new(move |_| outcome.title.with(Result::is_ok));
    view! {
        <Show when=move || has_title.get()>
            <Asking flow label=t("ui-meta-there") sends=t("ui-meta-title-sends") on_press=press/>
            <div role="status">{move || there.get().map(told)}</div>
        </Show>
    }
}

/// Compares the page that was read with the report, and notes the publication if the page is as written.
fn look(outcome: Outcome, open: OpenDraft, read: PageRead, report: &Report<'_>, text: &str) -> There {
    let page = match read {
        Ok(page) => page,
        Err(error) => return There::None(error.message()),
    };
    let standing = standing(open, &page.text, report, text);
    let (revision, date) = (page.revision, page.saved_on());
    // Changes made while the page was requested are not on it.
    let is_now = outcome.wikitext.with_untracked(|written| written.text == text);
    if !standing.is_same() {
        return There::Other { revision, date, differences: standing.differences };
    }
    if is_now && let Some(date) = date {
        let publication = Publication { date, page: outcome.wiki.page_address(&page.title) };
        // An address that is too long for a draft is in the fields all the same.
        let _ = open.set_milestones(|draft| {
            draft.set_publication(Some(&publication), &nfc, clock::now())?;
            draft.set_published_revision(revision, clock::now());
            Ok::<(), report::draft::DraftError>(())
        });
        remembered::note_found(&session().repository(), &open.id(), &publication, revision);
    }
    There::Same { revision, date }
}

fn told(there: There) -> AnyView {
    let message = |key, revision: u64, date, count: usize| {
        say(&Message::new(key).with(revision).with(day(date)).with(count))
    };
    match there {
        There::Same { revision, date } => {
            let words = message("ui-meta-there-same", revision, date, 0);
            view! { <MessageBox kind=MessageKind::Success>{words}</MessageBox> }.into_any()
        }
        There::Other { revision, date, differences: Some(differences) } => {
            let words = message("ui-meta-there-differs", revision, date, differences.len());
            view! {
                <MessageBox kind=MessageKind::Warning>{words}</MessageBox>
                <Differences differences/>
            }
            .into_any()
        }
        There::Other { revision, date, differences: None } => {
            let words = message("ui-meta-there-no-report", revision, date, 0);
            view! { <MessageBox kind=MessageKind::Warning>{words}</MessageBox> }.into_any()
        }
        There::None(message) => {
            view! { <MessageBox kind=MessageKind::Warning>{say(&message)}</MessageBox> }.into_any()
        }
    }
}
