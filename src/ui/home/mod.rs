//! Home: what this is, three ways to begin, and the drafts in this browser.

mod aside;
mod before;
mod card;
mod everything;
mod notice;
mod rename;
mod shelf;
mod space;
mod trash;

use leptos::prelude::*;

use super::icon::icon;
use super::late;
use super::session::session;
use super::view::View;
use super::words::{say, t};
use crate::browser::address;
use crate::route::{Purpose, Route};
use shelf::HomeShelf;

/// The view.
#[component]
pub fn Home() -> impl IntoView {
    let shelf = HomeShelf::look();
    provide_context(shelf);
    view! {
        <View heading=t("ui-app-name") title="" class="home">
            <p class="home__lead">{t("ui-home-what")}</p>
            <p>{t("ui-home-where")}</p>
            <Blocked/>
            <Begin/>
            <before::BeforeYouStart/>
            <Drafts/>
            {late::piece(|parts| (parts.below_reports)())}
        </View>
    }
}

/// What stands below the reports: records put aside, the trash, how much room there is, all reports at once.
pub(super) fn below_reports() -> AnyView {
    view! {
        <aside::AsideRecords/>
        <trash::Trash/>
        <space::Space/>
        <everything::Everything/>
    }
    .into_any()
}

/// Says that nothing outlives the page, where it is so.
#[component]
fn Blocked() -> impl IntoView {
    let shelf = HomeShelf::here();
    let why = Memo::new(move |_| shelf.fault());
    move || {
        why.get().map(|fault| {
            view! {
                <div class="cdx-message cdx-message--block cdx-message--warning" role="note">
                    <span class="cdx-message__icon"></span>
                    <div class="cdx-message__content">{say(&fault.message())}</div>
                </div>
            }
        })
    }
}

/// Three ways to begin. They are on the page before the app is, by these ids (`index.html`, `public/early.js`).
#[component]
fn Begin() -> impl IntoView {
    let session = session();
    let start = move |_| {
        let draft = session.start_report();
        address::go(&Route::Write { draft, question: None });
    };
    let link = "cdx-button cdx-button--fake-button cdx-button--fake-button--enabled cdx-button--size-large";
    view! {
        <p class="home__begin">
            <button
                type="button"
                id="start-report"
                class="cdx-button cdx-button--action-progressive cdx-button--weight-primary cdx-button--size-large"
                on:click=start
            >
                {icon("add")}
                {t("ui-start-report")}
            </button>
            <a id="use-last-year" class=link href=Route::Open(Purpose::LastYear).to_string()>{icon("history")} {t("ui-use-last-year")}</a>
            <a id="open-copy" class=link href=Route::Open(Purpose::Copy).to_string()>{icon("upload")} {t("ui-open-copy")}</a>
        </p>
    }
}

/// The drafts as cards.
#[component]
fn Drafts() -> impl IntoView {
    let shelf = HomeShelf::here();
    view! {
        <section class="home__drafts" aria-labelledby="drafts-heading">
            <h2 id="drafts-heading">{t("ui-your-reports")}</h2>
            <notice::NoticeLine/>
            <Show when=move || shelf.is_empty()>
                <p class="quiet">{t("ui-no-reports")}</p>
            </Show>
            <ul class="cards">
                <For each=move || shelf.drafts() key=|card| card.id.clone() let:card>
                    <card::DraftCard card/>
                </For>
            </ul>
        </section>
    }
}
