//! Reviewing: what is missing, the page as Meta will show it, and the way there.
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

/// The view *Review and copy*.
#[component]
pub fn Review() -> impl IntoView {
    let open = OpenDraft::here();
    let outcome = Outcome::of(open);
    let write = Route::Write { draft: open.id(), question: None }.to_string();
    let change = move |question: &'static Question| change(open, question);
    view! {
        <View heading=t("ui-review") class="review">
            <p class="actions review__ways">
                <a href=write>{t("ui-back-to-questions")}</a>
                <button
                    type="button"
                    class="cdx-button cdx-button--weight-quiet"
                    on:click=|_| focus::element(copy::HEADING)
                >
                    {t("ui-review-to-copy")}
                </button>
            </p>
            <same_title::SameTitle outcome/>
            <findings::Findings/>
            <section class="review__part" aria-labelledby="review-page">
                <h2 id="review-page">{t("ui-review-preview")}</h2>
                <div class="review__paper">
                    <p class="review__title" translate="no" lang="en" dir="auto">{move || outcome.title_shown()}</p>
                    <PageView extra=Arc::new(change)/>
                </div>
            </section>
            <page_name::PageName outcome/>
            <copy::Copy outcome/>
            <steps::Steps outcome/>
            <more::More outcome/>
        </View>
    }
}

/// Links to an answer's field.
fn change(open: OpenDraft, question: &'static Question) -> AnyView {
    let route = Route::Write { draft: open.id(), question: Some(question.id.clone()) };
    let name = say(&Message::new("ui-change-named").with(&question.text));
    view! {
        <p class="review__change">
            <a href=route.to_string() aria-label=name>{icon("edit")} {t("ui-change")}</a>
        </p>
    }
    .into_any()
}
