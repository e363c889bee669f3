//! One draft as a card: what it is about, how far it is, and what can be done with it.

use leptos::prelude::*;

use super::rename::Rename;
use super::shelf::{HomeShelf, parts};
use crate::browser::{clock, focus, intl};
use crate::draft::{DraftId, PageParts};
use crate::i18n::Message;
use crate::route::Route;
use crate::storage::{Card, Summary};
use crate::ui::copies;
use crate::ui::icon::icon;
use crate::ui::session::session;
use crate::ui::words::{language, say, t};

/// What a report is called where its affiliate is not known yet.
pub(super) fn name(summary: &Summary) -> String {
    if summary.affiliate.is_empty() { t("ui-report-without-name") } else { summary.affiliate.clone() }
}

/// Moves the focus to a draft's card, once it is there.
pub(super) fn focus_soon(id: DraftId) {
    request_animation_frame(move || focus::element(&element_id(&id)));
}

fn element_id(id: &DraftId) -> String {
    format!("report-{id}")
}

/// The card.
#[component]
pub(super) fn DraftCard(
    /// The draft in short.
    card: Card,
) -> impl IntoView {
    let summary = &card.summary;
    let count = Message::new("ui-count").with(summary.done).with(summary.total);
    let year = (!summary.year.is_empty())
        .then(|| view! { <span class="card__year" dir="auto" translate="no">{summary.year.clone()}</span> });
    let route = Route::Write { draft: card.id.clone(), question: None };
    view! {
        <li class="card">
            <h3 class="card__title">
                <a id=element_id(&card.id) href=route.to_string() translate="no" dir="auto">{name(summary)}</a>
            </h3>
            <p class="card__facts">
                {year}
                <span class="card__count">{say(&count)}</span>
                <Changed summary=summary.clone()/>
            </p>
            <Reminder card=card.clone()/>
            <Actions card=card.clone()/>
        </li>
    }
}

/// When it was last changed, in words and exact.
#[component]
fn Changed(summary: Summary) -> impl IntoView {
    let language = language();
    let ago = intl::ago(&language, summary.changed, clock::now());
    let exact = intl::date_time(&language, summary.changed);
    view! {
        <time class="card__changed" datetime=summary.changed.to_string()>
            {say(&Message::new("ui-changed").with(ago).with(exact))}
        </time>
    }
}

/// A gentle word where days of work are in this browser only.
#[component]
fn Reminder(card: Card) -> impl IntoView {
    let session = session();
    let shelf = HomeShelf::here();
    let due = move || {
        // A download makes the shelf tell.
        shelf.drafts();
        copies::is_due(&copies::all(session), &card.id, card.summary.changed)
    };
    view! {
        <Show when=due>
            <p class="card__reminder quiet">{t("ui-keep-a-copy")}</p>
        </Show>
    }
}

#[component]
fn Actions(card: Card) -> impl IntoView {
    let shelf = HomeShelf::here();
    let renaming = RwSignal::new(false);
    let name = name(&card.summary);
    let id = StoredValue::new(card.id.clone());
    let rename_id = card.id.clone();
    let page = RwSignal::new(PageParts::default());
    let rename = move || {
        shelf.with_draft(id.get_value(), move |draft| {
            page.set(parts(&draft));
            renaming.set(true);
        });
    };
    let button = |key: &'static str, shown: &'static str, symbol: &'static str, act: Box<dyn Fn() + Send>| {
        let label = say(&Message::new(key).with(&name));
        view! {
            <button
                type="button"
                class="cdx-button cdx-button--weight-quiet"
                aria-label=label
                on:click=move |_| act()
            >
                {icon(symbol)}
                <span>{t(shown)}</span>
            </button>
        }
    };
    let deleted = card.clone();
    view! {
        <div class="card__actions">
            <a class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled" href=Route::Write { draft: card.id.clone(), question: None }.to_string() aria-label=say(&Message::new("ui-open-named").with(&name))>
                {icon("edit")}
                <span>{t("ui-open")}</span>
            </a>
            {button("ui-rename-named", "ui-rename", "tag", Box::new(rename))}
            {button("ui-duplicate-named", "ui-duplicate", "copy", Box::new(move || shelf.duplicate(id.get_value())))}
            {button("ui-download-named", "ui-download", "download", Box::new(move || shelf.download(id.get_value())))}
            {button("ui-delete-named", "ui-delete", "trash", Box::new(move || shelf.delete(&deleted)))}
        </div>
        <Rename id=rename_id page open=renaming/>
    }
}
