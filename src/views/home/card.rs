//! One draft as a card: what it is about, how far it is, and its actions.

use leptos::prelude::*;

use super::card_element::{element_id, name};
use super::milestones::Milestones;
use super::rename::Rename;
use super::report_state::{NextStep, StateWord};
use super::shelf::{HomeShelf, parts};
use crate::components::icon::icon;
use crate::route::Route;
use crate::session::next_report;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use report::draft::PageParts;
use report::i18n::Message;
use report::store::Card;

/// A draft's card. It stays the same element while the draft changes, so that the focus stays in it.
#[component]
pub(super) fn DraftCard(
    /// The draft's summary when the card is made.
    card: Card,
) -> impl IntoView {
    let shelf = HomeShelf::here();
    let id = card.id.clone();
    let route = Route::Write { draft: card.id.clone(), question: None }.to_string();
    // A draft that is gone is shown as it was until its card goes, too.
    let now = Memo::new(move |before: Option<&Card>| {
        shelf.draft(&id).or_else(|| before.cloned()).unwrap_or_else(|| card.clone())
    });
    let title = move || now.with(|card| name(&card.info));
    let count =
        move || now.with(|card| say(&Message::new("ui-count").with(card.info.done).with(card.info.total)));
    let year = move || now.with(|card| card.info.year.clone());
    view! {
        <li class="card">
            <h3 class="card__title">
                <a id=now.with_untracked(|card| element_id(&card.id)) href=route translate="no" dir="auto">{title}</a>
            </h3>
            <p class="card__facts">
                <span class="card__year" dir="auto" translate="no">{year}</span>
                <StateWord card=now/>
                <span class="card__count">{count}</span>
                <Changed card=now/>
            </p>
            <NextStep card=now/>
            <Milestones card=now/>
            <Reminder card=now/>
            <Actions card=now/>
        </li>
    }
}

/// The time of the draft's last change, in words and exact. The words come once the cards are painted; until then
/// invisible text of their length keeps their place.
#[component]
fn Changed(card: Memo<Card>) -> impl IntoView {
    let shelf = HomeShelf::here();
    let changed = Memo::new(move |_| card.with(|card| card.info.changed));
    let exact = move || changed.get().to_string();
    let place = move || {
        let exact = exact();
        let day = exact.split('T').next().unwrap_or_default();
        (day.to_owned(), exact)
    };
    let words = move || {
        let (ago, at) = shelf.in_words(changed.get()).unwrap_or_else(place);
        say(&Message::new("ui-changed").with(ago).with(at))
    };
    let is_to_come = move || !shelf.is_painted();
    view! {
        <time class="card__changed" class:card__changed--to-come=is_to_come datetime=exact prop:textContent=words></time>
    }
}

/// A gentle reminder to keep a copy, if days of work are in this browser only.
#[component]
fn Reminder(card: Memo<Card>) -> impl IntoView {
    let shelf = HomeShelf::here();
    let due = move || card.with(|card| shelf.is_copy_due(card));
    view! {
        <Show when=due>
            <p class="card__reminder quiet">{t("ui-keep-a-file")}</p>
        </Show>
    }
}

#[component]
fn Actions(card: Memo<Card>) -> impl IntoView {
    let shelf = HomeShelf::here();
    let id = StoredValue::new(card.with_untracked(|card| card.id.clone()));
    let renaming = RwSignal::new(false);
    let page = RwSignal::new(PageParts::default());
    // Few drafts are renamed, so the dialog is made when it is first opened.
    let was_asked_for = Memo::new(move |before| before == Some(&true) || renaming.get());
    let scope = Scope::here();
    let rename = move || {
        shelf.with_draft(scope, id.get_value(), move |draft| {
            page.set(parts(&draft));
            renaming.set(true);
        });
    };
    let label =
        move |key: &'static str| move || card.with(|card| say(&Message::new(key).with(name(&card.info))));
    let button = |key: &'static str, shown: &'static str, symbol: &'static str, act: Box<dyn Fn() + Send>| {
        view! {
            <button
                type="button"
                class="cdx-button cdx-button--weight-quiet"
                aria-label=label(key)
                on:click=move |_| act()
            >
                {icon(symbol)}
                <span>{t(shown)}</span>
            </button>
        }
    };
    let open = Route::Write { draft: id.get_value(), question: None }.to_string();
    let next = Memo::new(move |_| card.with(|card| next_report::year_from(&card.info.year)));
    let next_label = move || {
        let words = Message::new("ui-start-next-named").with(next.get());
        card.with(|card| say(&words.with(name(&card.info))))
    };
    let changes = Route::Changes { draft: id.get_value() }.to_string();
    let has_earlier = Memo::new(move |_| card.with(|card| shelf.has_earlier(card)));
    view! {
        <div class="card__actions">
            <a class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled" href=open aria-label=label("ui-open-named")>
                {icon("edit")}
                <span>{t("ui-open")}</span>
            </a>
            <button
                type="button"
                class="cdx-button cdx-button--weight-quiet"
                aria-label=next_label
                on:click=move |_| shelf.start_next(id.get_value())
            >
                {icon("add")}
                <span>{move || say(&Message::new("ui-start-next").with(next.get()))}</span>
            </button>
            {move || has_earlier.get().then(|| view! {
                <a
                    class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled cdx-button--weight-quiet"
                    href=changes.clone()
                    aria-label=label("ui-changes-named")
                >
                    {icon("history")}
                    <span>{t("ui-changes-card")}</span>
                </a>
            })}
            {button("ui-rename-named", "ui-rename", "tag", Box::new(rename))}
            {button("ui-duplicate-named", "ui-duplicate", "copy", Box::new(move || shelf.duplicate(id.get_value())))}
            {button("ui-download-named", "ui-download", "download", Box::new(move || shelf.download(id.get_value())))}
            {button("ui-delete-named", "ui-delete", "trash", Box::new(move || shelf.delete(&card.get_untracked())))}
        </div>
        <Show when=move || was_asked_for.get()>
            <Rename id=id.get_value() page open=renaming/>
        </Show>
    }
}
