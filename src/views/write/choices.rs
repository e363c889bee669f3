//! The form's own suggestions for an answer: each adds a line of its own, or removes it again. Anything else may be
//! typed as well.

use leptos::prelude::*;

use super::control;
use super::question_button::{QuestionButton, Toggle};
use crate::browser::focus;
use crate::session::OpenAnswer;
use crate::session::words::t;
use report::editing::toggle_line;

/// The button that shows the form's own suggestions for an answer.
#[component]
pub(super) fn Choose(answer: OpenAnswer, shown: RwSignal<bool>) -> impl IntoView {
    let question = answer.question;
    let toggle = Toggle::Shows(shown, choices_id(question.id.as_str()));
    let press = move |()| shown.update(|shown| *shown = !*shown);
    view! { <QuestionButton question words=t("ui-choose-from-form") toggle on_press=press/> }
}

/// The form's own suggestions for an answer, while they are shown.
#[component]
pub(super) fn Choices(answer: OpenAnswer, shown: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="choices" id=choices_id(answer.question.id.as_str())>
            {move || shown.get().then(|| {
                let all = answer.question.suggestions.iter().enumerate();
                all.map(|(index, words)| view! { <Choice answer index words/> }).collect_view()
            })}
        </div>
    }
}

fn choices_id(question: &str) -> String {
    format!("choices-{question}")
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
