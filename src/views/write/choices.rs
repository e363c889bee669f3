//! The form's own suggestions for an answer: each is put on a line of its own, or taken out again. Anything else may
//! be written as well.

use leptos::prelude::*;

use super::control;
use crate::browser::focus;
use crate::session::OpenAnswer;
use crate::session::element_ids::label_id;
use crate::session::words::t;
use report::editing::toggle_line;

/// The form's own suggestions for an answer, folded.
#[component]
pub(super) fn Choices(answer: OpenAnswer) -> impl IntoView {
    let id = format!("choices-{}", answer.question.id);
    let shown = RwSignal::new(false);
    let label = label_id(answer.question.id.as_str());
    let body = id.clone();
    view! {
        <div class="choices">
            <button
                type="button"
                class="cdx-button"
                aria-expanded=move || shown.get().to_string()
                aria-controls=body.clone()
                aria-describedby=label
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                {t("ui-choose-from-form")}
            </button>
            <div id=id>
                {move || shown.get().then(|| {
                    let all = answer.question.suggestions.iter().enumerate();
                    all.map(|(index, words)| view! { <Choice answer index words/> }).collect_view()
                })}
            </div>
        </div>
    }
}

#[component]
fn Choice(answer: OpenAnswer, index: usize, words: &'static str) -> impl IntoView {
    let id = format!("choice-{}-{index}", answer.question.id);
    let button = id.clone();
    let is_chosen =
        Memo::new(move |_| answer.entry.with(|entry| report::editing::has_line(entry.text(), words)));
    let press = move |_| {
        let text = control::text(answer);
        if let Some(change) = toggle_line(&text, words) {
            control::change(answer, &change);
        }
        focus::element(&button);
    };
    view! {
        <button
            type="button"
            class="cdx-button choices__choice"
            id=id
            lang="en"
            translate="no"
            aria-pressed=move || is_chosen.get().to_string()
            on:click=press
        >
            {words}
        </button>
    }
}
