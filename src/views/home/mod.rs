//! Home: what the app is, whom it is for, three ways to begin, and the drafts in this browser.

mod before;
mod card;
mod card_element;
mod everything;
mod many;
mod milestones;
mod no_reports;
mod notice;
mod notice_line;
mod quarantined;
mod rename;
mod report_state;
mod shelf;
mod space;
mod trash;

use leptos::prelude::*;

use crate::browser::address;
use crate::components::icon::icon;
use crate::components::late;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::view::View;
use crate::route::{Purpose, Route};
use crate::session::session;
use crate::session::words::{say, t};
use shelf::HomeShelf;

/// The home view.
#[component]
pub fn Home() -> impl IntoView {
    let shelf = HomeShelf::look();
    provide_context(shelf);
    view! {
        <View heading=t("ui-app-name") title="" class="home">
            <p class="home__lead">{t("ui-home-what")}</p>
            <p>{t("ui-home-where")}</p>
            <before::BeforeYouStart/>
            <Blocked/>
            <Begin/>
            <Drafts/>
            {late::piece(|parts| (parts.below_reports)())}
        </View>
    }
}

/// Draws the part below the reports: records in quarantine, the trash, the room taken, actions on all reports, which
/// form the next report answers, and the link to many reports.
pub fn below_reports() -> AnyView {
    view! {
        <quarantined::QuarantinedRecords/>
        <trash::Trash/>
        <space::Space/>
        <everything::Everything/>
        <before::WhichForm/>
        <many::ManyReports/>
    }
    .into_any()
}

/// The warning that nothing outlives the page, if that is so.
#[component]
fn Blocked() -> impl IntoView {
    let shelf = HomeShelf::here();
    let why = Memo::new(move |_| shelf.fault());
    move || {
        why.get().map(|fault| {
            view! {
                <MessageBox kind=MessageKind::Warning attr:role="note">{say(&fault.message())}</MessageBox>
            }
        })
    }
}

/// The three ways to begin. They are on the page before the app is loaded, with these ids (`index.html`,
/// `public/early.js`).
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
            <a id="use-last-year" class=link href=Route::Import(Purpose::LastYear).to_string()>{icon("history")} {t("ui-use-last-year")}</a>
            <a id="open-file" class=link href=Route::Import(Purpose::GoOn).to_string()>{icon("upload")} {t("ui-open-file")}</a>
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
            <notice_line::NoticeLine/>
            <Show when=move || shelf.is_empty()>
                <no_reports::NoReports/>
            </Show>
            <ul class="cards">
                <For each=move || shelf.drafts() key=|card| card.id.clone() let:card>
                    <card::DraftCard card/>
                </For>
            </ul>
        </section>
    }
}
