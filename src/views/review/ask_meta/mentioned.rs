//! *Check users, links and pages*: whether the wiki has the pages that the answers name, and whether it already has
//! this report.

use leptos::prelude::*;

use super::super::output::Outcome;
use crate::browser::focus;
use crate::components::form_text::form_text;
use crate::components::message::{MessageBox, MessageKind};
use crate::meta::{Asker, Flow};
use crate::route::Route;
use crate::session::OpenDraft;
use crate::session::form_words;
use crate::session::locale;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::views::asking::Asking;
use report::date::Date;
use report::i18n::Message;
use report::meta::{Failure, Mentions, NotThere, read_since, since_request};
use report::names::title::PageTitle;

/// The wiki's answers.
#[derive(Clone, Debug, PartialEq)]
struct Checked {
    users: usize,
    pages: usize,
    left_out: usize,
    not_there: Vec<NotThere>,
    /// The report's title, and the day since when the wiki has that page; `None` if the title is not known yet.
    report: Option<(String, Option<Date>)>,
}

/// The button, and the result.
#[component]
pub(super) fn MentionsChecked(outcome: Outcome) -> impl IntoView {
    let open = OpenDraft::here();
    let flow = Flow::new();
    let scope = Scope::here();
    let checked = RwSignal::new(None::<Checked>);
    let press = move || {
        checked.set(None);
        let mentions = untrack(|| Mentions::of(&open.report()));
        let title = outcome.title.with_untracked(|title| title.as_ref().ok().cloned());
        flow.run(
            scope,
            move |asker| ask(asker, mentions, title),
            move |found| {
                checked.set(Some(found));
                focus::soon_unless_typing("#mentions-checked");
            },
        );
    };
    view! {
        <h2>{t("ui-meta-check-heading")}</h2>
        <p>{t("ui-meta-check-what")}</p>
        <Asking flow label=t("ui-meta-check") sends=t("ui-meta-check-sends") on_press=press/>
        <div id="mentions-checked" tabindex="-1" role="status">{move || checked.get().map(|found| shown(open, found))}</div>
    }
}

async fn ask(asker: Asker, mentions: Mentions, title: Option<PageTitle>) -> Result<Checked, Failure> {
    let mut not_there = Vec::new();
    for request in mentions.user_requests() {
        let answer = asker.ask(Message::new("ui-meta-asks-users"), &request).await?;
        not_there.extend(mentions.read_users(&answer)?);
    }
    for request in mentions.page_requests() {
        let answer = asker.ask(Message::new("ui-meta-asks-pages"), &request).await?;
        not_there.extend(mentions.read_pages(&answer)?);
    }
    let mut report = None;
    if let Some(title) = title {
        let what = Message::new("ui-meta-asks-page").with(&title);
        let since = read_since(&asker.ask(what, &since_request(&title)).await?)?;
        report = Some((title.to_string(), since));
    }
    let (users, pages) = (mentions.users.len(), mentions.pages.len());
    Ok(Checked { users, pages, left_out: mentions.left_out, not_there, report })
}

fn shown(open: OpenDraft, found: Checked) -> AnyView {
    let (kind, summary) = match found.not_there.len() {
        0 => (MessageKind::Success, Message::new("ui-meta-checked-all").with(found.users).with(found.pages)),
        gone => {
            let summary = Message::new("ui-meta-checked").with(found.users).with(found.pages).with(gone);
            (MessageKind::Warning, summary)
        }
    };
    let left_out =
        (found.left_out > 0).then(|| say(&Message::new("ui-meta-check-left-out").with(found.left_out)));
    let report = found.report.map(|(title, since)| match since {
        Some(day) => {
            let day = locale::date(day);
            say(&Message::new("ui-meta-check-report").with(title).with(day))
        }
        None => say(&Message::new("ui-meta-check-no-report").with(title)),
    });
    let rows = found.not_there.into_iter().map(|gone| row(open, &gone)).collect_view();
    view! {
        <MessageBox kind>{say(&summary)} {left_out.map(|words| format!(" {words}"))}</MessageBox>
        <ul class="findings">{rows}</ul>
        {report.map(|words| view! { <p>{words}</p> })}
    }
    .into_any()
}

fn row(open: OpenDraft, gone: &NotThere) -> AnyView {
    let named = gone.questions.iter().filter_map(|id| open.form().question(id.as_str()));
    let links = named.map(|question| {
        let route = Route::Write { draft: open.id(), question: Some(question.id.clone()) };
        view! {
            <a class="finding__question" href=route.to_string()>
                {form_text(form_words::wording(&question.text))}
            </a>
        }
    });
    view! {
        <li class="finding">
            {links.collect_view()}
            <p class="finding__words">{say(&gone.message)}</p>
        </li>
    }
    .into_any()
}
