//! The contents: the sections with the number of questions left in each, and the five states in words. Always within
//! reach: beside the questions, or folded above them if there is no room beside.

use leptos::prelude::*;

use super::drawn::Drawn;
use super::place::{Place, section_id};
use super::states;
use crate::browser::focus;
use crate::components::form_text::form_text;
use crate::components::icon::icon;
use crate::components::next_frame::in_next_frame;
use crate::route::Route;
use crate::session::OpenDraft;
use crate::session::form_words;
use crate::session::time_words;
use crate::session::words::{say, t};
use report::checks::{Counts, State};
use report::form::Section;
use report::i18n::Message;

/// The contents of the report, section by section.
#[component]
pub(super) fn Contents(
    /// The question that the writer is at.
    place: Place,
) -> impl IntoView {
    let open = OpenDraft::here();
    // The contents are only ever folded above the questions; the style sheet decides.
    let unfolded = RwSignal::new(false);
    let fold = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && unfolded.get_untracked() {
            unfolded.set(false);
            focus::element("contents-fold");
        }
    };
    view! {
        <nav class="contents" class:contents--unfolded=unfolded aria-label=t("ui-contents") on:keydown=fold>
            <button
                type="button"
                id="contents-fold"
                class="cdx-button cdx-button--weight-quiet contents__fold"
                aria-expanded=move || unfolded.get().to_string()
                aria-controls="contents-body"
                on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)
            >
                {icon("listBullet")}
                {t("ui-contents")}
            </button>
            <div class="contents__body" id="contents-body">
                {in_next_frame(move || body(open, place, unfolded))}
            </div>
        </nav>
    }
}

fn body(open: OpenDraft, place: Place, unfolded: RwSignal<bool>) -> AnyView {
    let rows = open.form().sections.iter().zip(open.sections()).enumerate();
    let rows = rows
        .map(|(index, (section, counts))| row((open, place), index, section, counts, unfolded))
        .collect_view();
    view! {
        <ul class="contents__sections">{rows}</ul>
        <States/>
        <p class="contents__time" prop:textContent=move || time_words::left(open.minutes_left()).map(|words| say(&words)).unwrap_or_default()></p>
        <p><a href=Route::Text { draft: open.id() }.to_string()>{t("ui-edit-as-text")}</a></p>
        <p><a href=Route::History { draft: open.id() }.to_string()>{t("ui-history")}</a></p>
    }
    .into_any()
}

/// Draws a section with the number of questions left: "Leadership and inclusion: 3 left". The link leads to its
/// heading, or in another tab to its first question.
fn row(
    (open, place): (OpenDraft, Place),
    index: usize,
    section: &'static Section,
    counts: Memo<Counts>,
    unfolded: RwSignal<bool>,
) -> AnyView {
    let first = section.questions().next().map(|question| question.id.clone());
    let href = Route::Write { draft: open.id(), question: first }.to_string();
    let drawn = Drawn::here();
    let go = move |event: leptos::ev::MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        unfolded.set(false);
        drawn.with_all(move || {
            let id = section_id(index);
            if let Some(heading) = document().get_element_by_id(&id) {
                heading.scroll_into_view();
            }
            focus::element(&id);
        });
    };
    let is_here = move || {
        place.question.with(|here| section.questions().any(|question| here.as_ref() == Some(&question.id)))
    };
    let left = move || match counts.get().left() {
        0 => t("ui-section-done"),
        left => say(&Message::new("ui-section-left").with(left)),
    };
    view! {
        <li class:contents__section--done=move || counts.get().left() == 0>
            <a href=href aria-current=move || is_here().then_some("location") on:click=go>{form_text(form_words::heading(&section.title))}": "<span prop:textContent=left></span></a>
        </li>
    }
    .into_any()
}

/// The five states, each with its number of questions; together they are all questions.
#[component]
fn States() -> impl IntoView {
    let open = OpenDraft::here();
    let whole = open.whole();
    let rows = State::ALL.map(|state| {
        // Most keystrokes change no count, or two.
        let words = Memo::new(move |_| {
            whole.track();
            states::of_report(state, open)
        });
        let number = Memo::new(move |_| whole.get().of(state).to_string());
        view! {
            <li class="contents__state">
                <span class=format!("mark mark--{}", states::class(state)) aria-hidden="true"></span>
                <span><span prop:textContent=words></span>": "<span prop:textContent=number></span></span>
            </li>
        }
    });
    view! { <ul class="contents__states" aria-label=t("ui-states")>{rows.collect_view()}</ul> }
}
