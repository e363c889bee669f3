//! Invented answers, to read and never to insert.

use leptos::prelude::*;

use crate::components::toolbar::Stop;
use crate::session::element_ids::label_id;
use crate::session::words::t;
use crate::session::{OpenAnswer, OpenDraft};

/// The button that shows invented answers.
#[component]
pub(super) fn Example(answer: OpenAnswer, shown: RwSignal<bool>) -> impl IntoView {
    let stop = Stop::here();
    let question = answer.question;
    view! {
        <button
            type="button"
            class="cdx-button cdx-button--weight-quiet question__button"
            tabindex=move || stop.tab_index()
            on:focus=move |_| stop.focused()
            aria-expanded=move || shown.get().to_string()
            aria-controls=examples_id(question.id.as_str())
            aria-describedby=label_id(question.id.as_str())
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            {t("ui-example")}
        </button>
    }
}

/// The invented answers, as one would type them.
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
