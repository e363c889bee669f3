//! The review: what is missing, the page as Meta will show it, and the steps to publish it.
//!
//! Nothing here prevents copying: an unfinished report can be copied, after a note.

mod ask_meta;
mod bar;
mod came_back;
mod copy;
mod copying;
mod date_field;
mod due;
mod field;
mod findings;
mod fold;
mod mending;
mod meta_form;
mod more;
mod next;
mod on_meta;
mod output;
mod page_name;
mod same_title;

use std::sync::Arc;

use leptos::prelude::*;

pub use self::copying::copy_page;

use self::ask_meta::{AskMeta, Portal};
use self::bar::Bar;
use self::copy::{Copy, Copying};
use self::due::Due;
use self::findings::Findings;
use self::meta_form::MetaForm;
use self::more::More;
use self::next::{Next, Ticks};
use self::on_meta::OnMeta;
use self::output::Outcome;
use self::page_name::PageName;
use self::same_title::SameTitle;
use super::preview::PageView;
use crate::browser::{clock, nfc};
use crate::components::icon::icon;
use crate::components::view::View;
use crate::route::Route;
use crate::session::form_words;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, session};
use report::form::Question;
use report::i18n::Message;
use report::report::changes::earlier_here;

/// The view *Review and copy*.
#[component]
pub fn Review() -> impl IntoView {
    let open = OpenDraft::here();
    let outcome = Outcome::of(open);
    let ticks = Ticks::load(open.id());
    let copying = Copying::begin(outcome, ticks);
    let portal = Portal::new();
    let write = Route::Write { draft: open.id(), question: None }.to_string();
    let change = move |question: &'static Question| change(open, question);
    view! {
        <View heading=t("ui-review") class="review">
            <p class="review__ways"><a href=write>{t("ui-back-to-questions")}</a> {to_changes(open)}</p>
            <div class="review__whole">
                <Bar copy=move || copying.copy()/>
                <SameTitle outcome/>
                <Findings/>
                <Due portal/>
                <section class="review__part" aria-labelledby="review-page">
                    <h2 id="review-page">{t("ui-review-preview")}</h2>
                    <div class="review__paper">
                        <p class="review__title" translate="no" lang="en" dir="auto">{move || outcome.title_shown()}</p>
                        <PageView extra=Arc::new(change)/>
                    </div>
                </section>
                <PageName outcome/>
            </div>
            <Copy outcome copying/>
            <OnMeta outcome ticks/>
            <AskMeta outcome portal/>
            <MetaForm/>
            <Next outcome ticks/>
            <More outcome/>
            {came_back::come_back(&open.id())}
        </View>
    }
}

/// Links to the changes since earlier reports, if there are any.
fn to_changes(open: OpenDraft) -> Option<AnyView> {
    let cards = session().repository().shelf(&nfc).drafts;
    let is_any = open.with_draft(|draft| {
        draft.carried_over_from().is_some() || !earlier_here(draft, clock::today(), &cards).is_empty()
    });
    let href = Route::Changes { draft: open.id() }.to_string();
    is_any.then(|| view! { " " <a href=href>{t("ui-changes")}</a> }.into_any())
}

/// Links to an answer's field. A writer who comes back from there is in this row again.
fn change(open: OpenDraft, question: &'static Question) -> AnyView {
    let route = Route::Write { draft: open.id(), question: Some(question.id.clone()) };
    let name = say(&Message::new("ui-change-named").with(form_words::wording(&question.text).shown));
    let leave = move |event: leptos::ev::MouseEvent| {
        // With a modifier key the link opens in another tab, and this view stays.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            came_back::leave(open.id(), question.id.clone());
        }
    };
    view! {
        <p class="review__change">
            <a id=came_back::link_id(&question.id) href=route.to_string() aria-label=name title=t("ui-change") on:click=leave>{icon("edit")}</a>
        </p>
    }
    .into_any()
}
