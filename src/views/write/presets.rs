//! Answers that one press fills in: the likely years, the usual period. The buttons are in the question's toolbar.
//! Anything else may be typed as well.

use leptos::prelude::*;

use super::control;
use crate::browser::{clock, focus};
use crate::components::toolbar::Stop;
use crate::session::words::{is_english, say, t};
use crate::session::{OpenAnswer, OpenDraft};
use report::draft::{Entry, Origin};
use report::editing::Change;
use report::form::{Question, QuestionKind};
use report::i18n::Message;
use report::report::{period_presets, year_presets};

/// The presets of a question that asks for a year or for months; nothing for any other question.
#[component]
pub(super) fn Presets(answer: OpenAnswer) -> impl IntoView {
    let texts = match answer.question.kind {
        QuestionKind::Year => year_presets(clock::today()).to_vec(),
        QuestionKind::Months => period_presets(earlier_text(answer.question).as_deref()),
        _ => return None,
    };
    let all = texts.into_iter().enumerate();
    let all = all.map(|(index, text)| view! { <Preset answer index text/> });
    Some(view! {
        <div class="presets" role="group" aria-label=t("ui-presets")>
            {all.collect_view()}
        </div>
    })
}

/// Returns the text that the earlier report has for a question. Drafts from older versions of this program have it
/// only as long as it is still the answer.
fn earlier_text(question: &Question) -> Option<String> {
    OpenDraft::here().with_draft(|draft| {
        let id = question.id.as_str();
        let carried = || {
            draft
                .entry(id)
                .filter(|entry| matches!(entry.origin(), Origin::CarriedOver { .. }))
                .map(Entry::text)
        };
        draft.earlier_text(id).or_else(carried).map(str::to_owned)
    })
}

#[component]
fn Preset(answer: OpenAnswer, index: usize, text: String) -> impl IntoView {
    let open = OpenDraft::here();
    let stop = Stop::here();
    let id = format!("preset-{}-{index}", answer.question.id);
    let (button, fills_in, shown) = (id.clone(), text.clone(), text.clone());
    // The answer is in English, its digits too: isolate marks keep it apart from the words around it.
    let said = if is_english() { text.clone() } else { format!("\u{2068}{text}\u{2069}") };
    let name = say(&Message::new("ui-fill-in").with(said));
    let is_answer = Memo::new(move |_| answer.entry.with(|entry| entry.text() == text));
    let press = move |_| {
        match Change::between(&control::text(answer), &fills_in) {
            Some(change) => control::change(answer, &change),
            // The answer was carried over: pressing the button confirms it.
            None => open.confirm(&answer.question.id),
        }
        open.settle();
        focus::element(&button);
    };
    view! {
        <button
            type="button"
            class="cdx-button presets__preset"
            id=id
            tabindex=move || stop.tab_index()
            aria-label=name
            aria-pressed=move || is_answer.get().to_string()
            on:focus=move |_| stop.focused()
            on:click=press
        >
            <span lang="en" translate="no">{shown}</span>
        </button>
    }
}
