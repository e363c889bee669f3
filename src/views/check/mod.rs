//! Checking: what is missing, the page as Meta will show it, and the way there.
//!
//! Nothing here keeps anybody from copying: an unfinished report is copied after that is said.

mod copy;
mod copying;
mod field;
mod findings;
mod fold;
mod mending;
mod more;
mod output;
mod page_name;
mod same_title;
mod share;
mod steps;

use std::sync::Arc;

use leptos::prelude::*;

pub use self::copying::copy_page;

use super::preview::PageView;
use crate::browser::focus;
use crate::components::icon::icon;
use crate::components::view::View;
use crate::route::Route;
use crate::session::OpenDraft;
use crate::session::words::{say, t};
use output::Outcome;
use report::form::Question;
use report::i18n::Message;

/// The view *Check and copy*.
#[component]
pub fn Check() -> impl IntoView {
    let open = OpenDraft::here();
    let outcome = Outcome::of(open);
    let write = Route::Write { draft: open.id(), question: None }.to_string();
    let change = move |question: &'static Question| change(open, question);
    view! {
        <View heading=t("ui-check-page") class="check">
            <p class="actions check__ways">
                <a href=write>{t("ui-write")}</a>
                <button
                    type="button"
                    class="cdx-button cdx-button--weight-quiet"
                    on:click=|_| focus::element(copy::HEADING)
                >
                    {t("ui-check-to-copy")}
                </button>
            </p>
            <same_title::SameTitle outcome/>
            <findings::Findings/>
            <section class="check__part" aria-labelledby="check-page">
                <h2 id="check-page">{t("ui-check-preview")}</h2>
                <div class="check__paper">
                    <p class="check__title" translate="no" lang="en" dir="auto">{move || outcome.title_shown()}</p>
                    <PageView extra=Arc::new(change)/>
                </div>
            </section>
            <page_name::PageName outcome/>
            <copy::Copy outcome/>
            <steps::Steps outcome/>
            <more::More outcome/>
            <share::Share/>
        </View>
    }
}

/// Links to an answer's field.
fn change(open: OpenDraft, question: &'static Question) -> AnyView {
    let route = Route::Write { draft: open.id(), question: Some(question.id.clone()) };
    let name = say(&Message::new("ui-change-named").with(&question.text));
    view! {
        <p class="check__change">
            <a href=route.to_string() aria-label=name>{icon("edit")} {t("ui-change")}</a>
        </p>
    }
    .into_any()
}
