//! Small tools for long answers: bold, list, link.

use leptos::prelude::*;

use super::link_form::LinkTool;
use super::{control, link_form};
use crate::components::icon::icon;
use crate::components::toolbar::Stop;
use crate::session::OpenAnswer;
use crate::session::words::t;
use report::answer::Markup;
use report::editing::{bold, bulleted_list};
use report::form::QuestionKind;

/// The buttons of a long answer: bold, list, link.
#[component]
pub(super) fn Tools(answer: OpenAnswer, link: LinkTool) -> impl IntoView {
    let [bold_stop, list_stop, link_stop] = [(); 3].map(|()| Stop::here());
    let make_list = move |_| {
        control::with_selection(answer, |text, selection| Some(bulleted_list(text, selection)));
    };
    view! {
        <div class="tools">
            <button
                type="button"
                class=CLASS
                tabindex=move || bold_stop.tab_index()
                aria-label=t("ui-bold")
                title=t("ui-bold")
                on:focus=move |_| bold_stop.focused()
                on:click=move |_| make_bold(answer)
            >
                {icon("bold-b")}
            </button>
            <button
                type="button"
                class=CLASS
                tabindex=move || list_stop.tab_index()
                aria-label=t("ui-list")
                title=t("ui-list")
                on:focus=move |_| list_stop.focused()
                on:click=make_list
            >
                {icon("listBullet")}
            </button>
            <button
                type="button"
                class=CLASS
                tabindex=move || link_stop.tab_index()
                aria-label=t("ui-link")
                title=t("ui-link")
                aria-expanded=move || link.words.with(Option::is_some).to_string()
                on:focus=move |_| link_stop.focused()
                on:click=move |_| link_form::toggle(answer, link)
            >
                {icon("link")}
            </button>
        </div>
    }
}

const CLASS: &str = "cdx-button cdx-button--weight-quiet cdx-button--icon-only tools__button";

/// Makes the selected words bold, or plain again.
pub(super) fn make_bold(answer: OpenAnswer) {
    control::with_selection(answer, |text, selection| Some(bold(text, selection)));
}

/// Returns whether an answer of this kind has tools for its markup, as long ones do.
pub(super) fn has_tools(kind: QuestionKind) -> bool {
    kind.markup() == Markup::Wiki && !matches!(kind, QuestionKind::Line)
}
