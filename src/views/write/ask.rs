//! *Share* at a question: one question for somebody who knows the answer.

use leptos::prelude::*;

use crate::components::toolbar::Stop;
use crate::session::element_ids::label_id;
use crate::session::session;
use crate::session::words::t;
use report::form::Question;

/// The button that shares a question.
#[component]
pub(super) fn Ask(question: &'static Question) -> impl IntoView {
    let stop = Stop::here();
    let sharing = session().sharing;
    view! {
        <button
            type="button"
            class="cdx-button cdx-button--weight-quiet question__button"
            tabindex=move || stop.tab_index()
            on:focus=move |_| stop.focused()
            aria-haspopup="dialog"
            aria-describedby=label_id(question.id.as_str())
            on:click=move |_| sharing.begin(Some(question))
        >
            {t("ui-share")}
        </button>
    }
}
