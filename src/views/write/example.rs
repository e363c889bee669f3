//! Invented answers, to be read but never inserted.

use leptos::prelude::*;

use super::question_button::{QuestionButton, Toggle};
use crate::session::words::t;
use crate::session::{OpenAnswer, OpenDraft};

/// The button that shows invented answers.
#[component]
pub(super) fn Example(answer: OpenAnswer, shown: RwSignal<bool>) -> impl IntoView {
    let question = answer.question;
    let toggle = Toggle::Shows(shown, examples_id(question.id.as_str()));
    let press = move |()| shown.update(|shown| *shown = !*shown);
    view! { <QuestionButton question words=t("ui-example") toggle on_press=press/> }
}

/// The invented answers, as a writer would type them.
#[component]
pub(super) fn Examples(answer: OpenAnswer, shown: RwSignal<bool>) -> impl IntoView {
    let open = OpenDraft::here();
    let question = answer.question;
    let all = move || {
        let all = question.examples.iter().map(|example| open.dated(example));
        all.map(|example| view! { <blockquote class="example" translate="no" lang="en" dir="ltr">{example}</blockquote> })
            .collect_view()
    };
    view! {
        <div id=examples_id(question.id.as_str())>
            {move || shown.get().then(|| view! {
                <p class="quiet">{t("ui-examples-invented")}</p>
                {all()}
            })}
        </div>
    }
}

fn examples_id(question: &str) -> String {
    format!("examples-{question}")
}
