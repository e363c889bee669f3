//! *Open in Meta-Wiki's editor*: asks whether the page exists, says what it contains, then sends the page's text to
//! the wiki's own editor in a new tab, by a form that the writer submits. Nothing is saved until the writer does so
//! there.

use leptos::prelude::*;

use super::super::next::{Step, Ticks};
use super::super::output::Outcome;
use super::before::BeforeSaving;
use super::differences::Differences;
use super::read::{PageRead, day, read_title, standing};
use crate::browser::clock;
use crate::components::message::{MessageBox, MessageKind};
use crate::meta::Flow;
use crate::session::OpenDraft;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::views::asking::Asking;
use report::i18n::Message;
use report::meta::{Base, Handover, Page, PageError, Standing};
use report::names::title::PageTitle;
use report::report::Report;
use report::wikitext::{PageTooLarge, check_size};

/// What was found on the wiki, and what to send there.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    /// The title and the wikitext that the request was about.
    of: (PageTitle, String),
    target: Result<Target, Message>,
}

/// The target of the text.
#[derive(Clone, Debug, PartialEq)]
struct Target {
    title: PageTitle,
    redirected_from: Option<String>,
    to_send: String,
    /// The page there; `None` if there is none.
    page: Option<(Page, Standing)>,
}

impl Target {
    fn base(&self) -> Base {
        self.page.as_ref().map_or(Base::New, |(page, _)| Base::Revision(page.revision))
    }
}

/// The button, what the wiki has, and the button that opens the editor.
#[component]
pub(super) fn OpenEditor(outcome: Outcome, ticks: Ticks) -> impl IntoView {
    let open = OpenDraft::here();
    let (flow, scope) = (Flow::new(), Scope::here());
    let found = RwSignal::new(None::<Found>);
    let press = move || {
        let Ok(title) = outcome.title.get_untracked() else { return };
        let text = outcome.wikitext.with_untracked(|written| written.text.clone());
        let report = untrack(|| open.report());
        let asked = title.clone();
        flow.run(
            scope,
            move |asker| read_title(asker, asked),
            move |read| {
                let target = target(open, read, &report, &text);
                found.set(Some(Found { of: (title, text), target }));
            },
        );
    };
    let is_old = Memo::new(move |_| {
        found.with(|found| {
            found.as_ref().is_some_and(|Found { of: (title, text), .. }| {
                outcome.wikitext.with(|written| written.text != *text)
                    || outcome.title.with(|now| now.as_ref().ok() != Some(title))
            })
        })
    });
    let shown = move || {
        if is_old.get() {
            return Some(
                view! { <MessageBox kind=MessageKind::Notice>{t("ui-meta-changed-since")}</MessageBox> }
                    .into_any(),
            );
        }
        found.with(|found| {
            found.as_ref().map(|found| match &found.target {
                Ok(target) => view(outcome, ticks, target),
                Err(message) => {
                    let words = say(message);
                    view! { <MessageBox kind=MessageKind::Warning>{words}</MessageBox> }.into_any()
                }
            })
        })
    };
    view! {
        <h3>{t("ui-meta-editor")}</h3>
        <p>{t("ui-meta-editor-lead")}</p>
        <BeforeSaving outcome ticks/>
        <Asking flow label=t("ui-meta-editor") sends=t("ui-meta-title-sends") on_press=press/>
        <div role="status">{shown}</div>
    }
}

/// Decides where the text goes from the page that was read; returns a message if it cannot go anywhere.
fn target(open: OpenDraft, read: PageRead, report: &Report<'_>, text: &str) -> Result<Target, Message> {
    let target = match read {
        Ok(page) => {
            let standing = standing(open, &page.text, report, text);
            Target {
                title: page.title.clone(),
                redirected_from: page.redirected_from.clone(),
                to_send: standing.to_send.clone(),
                page: Some((page, standing)),
            }
        }
        Err(PageError::Missing { title, redirected_from }) => Target {
            title: PageTitle::new(&title).map_err(|_| PageError::Invalid { title }.message())?,
            redirected_from,
            to_send: text.to_owned(),
            page: None,
        },
        Err(error) => return Err(error.message()),
    };
    check_size(&target.to_send).map_err(PageTooLarge::message)?;
    Ok(target)
}

fn view(outcome: Outcome, ticks: Ticks, target: &Target) -> AnyView {
    let redirect = target.redirected_from.as_ref().map(|from| {
        let words = say(&Message::new("ui-meta-editor-redirect").with(from).with(&target.title));
        view! { <p dir="auto">{words}</p> }
    });
    let stands = match &target.page {
        None => {
            view! { <MessageBox kind=MessageKind::Notice>{t("ui-meta-editor-new")}</MessageBox> }.into_any()
        }
        Some((page, standing)) => stands(page, standing),
    };
    let is_sent =
        target.page.as_ref().is_none_or(|(page, _)| page.text.trim_end() != target.to_send.trim_end());
    view! { {redirect} {stands} {is_sent.then(|| form(outcome, ticks, target))} }.into_any()
}

/// Draws what the page on the wiki contains.
fn stands(page: &Page, standing: &Standing) -> AnyView {
    let saved = day(page.saved_on());
    let (kind, key, differences) = match &standing.differences {
        None => (MessageKind::Warning, "ui-meta-editor-no-report", Vec::new()),
        Some(differences) if differences.is_empty() => {
            (MessageKind::Success, "ui-meta-editor-same", Vec::new())
        }
        Some(differences) => (MessageKind::Notice, "ui-meta-editor-exists", differences.clone()),
    };
    let words = say(&Message::new(key).with(page.revision).with(saved).with(differences.len()));
    let has_more = (standing.has_more && standing.differences.is_some())
        .then(|| view! { <p>{t("ui-meta-editor-more")}</p> });
    let differences = (!differences.is_empty()).then(|| view! { <Differences differences/> });
    view! { <MessageBox kind>{words}</MessageBox> {has_more} {differences} }.into_any()
}

/// The form that opens the editor. The writer's press submits it, so that the browser does not block the new tab.
fn form(outcome: Outcome, ticks: Ticks, target: &Target) -> AnyView {
    let summary = outcome.summary.get();
    let handover =
        Handover::new(outcome.wiki, &target.title, &target.to_send, &summary, target.base(), clock::now());
    let fields = handover.fields.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value/> }
    });
    let sent = move |_| {
        ticks.set(Step::Editor, true);
        ticks.set(Step::Paste, true);
    };
    let form = view! {
        <form method="post" action=handover.action target="_blank" accept-charset="utf-8" on:submit=sent>
            {fields.collect_view()}
            <p class="actions">
                <button type="submit" class="cdx-button cdx-button--action-progressive">{t("ui-meta-editor-open")}</button>
            </p>
            <p class="quiet">{t("ui-meta-editor-tab")}</p>
        </form>
    };
    // The new tab gets no access to this one. Leptos knows this attribute only for links.
    form.attr("rel", "noopener").into_any()
}
