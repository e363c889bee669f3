//! Small tools for long answers: bold, list, link. One stop for the Tab key; the arrow keys go between them.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::link_form::LinkTool;
use super::{control, link_form};
use crate::components::icon::icon;
use crate::session::OpenAnswer;
use crate::session::element_ids::label_id;
use crate::session::words::t;
use report::editing::{bold, bulleted_list};

/// The toolbar of a long answer: bold, list, link.
#[component]
pub(super) fn Tools(answer: OpenAnswer, link: LinkTool) -> impl IntoView {
    let make_bold = move |_| {
        control::with_selection(answer, |text, selection| Some(bold(text, selection)));
    };
    let make_list = move |_| {
        control::with_selection(answer, |text, selection| Some(bulleted_list(text, selection)));
    };
    view! {
        <div
            class="tools"
            role="toolbar"
            aria-label=t("ui-tools")
            aria-describedby=label_id(answer.question.id.as_str())
            on:keydown=move |event| go_between(&event)
        >
            <button type="button" class=CLASS tabindex="0" aria-label=t("ui-bold") title=t("ui-bold") on:click=make_bold>
                {icon("bold-b")}
            </button>
            <button type="button" class=CLASS tabindex="-1" aria-label=t("ui-list") title=t("ui-list") on:click=make_list>
                {icon("listBullet")}
            </button>
            <button
                type="button"
                class=CLASS
                tabindex="-1"
                aria-label=t("ui-link")
                title=t("ui-link")
                aria-expanded=move || link.words.with(Option::is_some).to_string()
                on:click=move |_| link_form::toggle(answer, link)
            >
                {icon("link")}
            </button>
        </div>
    }
}

const CLASS: &str = "cdx-button cdx-button--weight-quiet cdx-button--icon-only tools__button";

/// Moves the focus within the toolbar by arrow keys, Home and End, reversed where writing goes from right to left.
pub(super) fn go_between(event: &KeyboardEvent) {
    let Some(toolbar) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    let buttons = toolbar.children();
    let active = document().active_element();
    let here = (0..buttons.length()).find(|index| buttons.item(*index) == active).unwrap_or(0);
    let last = buttons.length().saturating_sub(1);
    let rightward = document().dir() != "rtl";
    let to = match event.key().as_str() {
        "ArrowRight" => step(here, last, rightward),
        "ArrowLeft" => step(here, last, !rightward),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    for index in 0..buttons.length() {
        let Some(button) = buttons.item(index).and_then(|button| button.dyn_into::<HtmlElement>().ok())
        else {
            continue;
        };
        button.set_tab_index(if index == to { 0 } else { -1 });
        if index == to {
            let _ = button.focus();
        }
    }
}

/// Returns the index after or before `here`, going round at 0 and `last`.
fn step(here: u32, last: u32, on: bool) -> u32 {
    match (on, here) {
        (true, here) if here >= last => 0,
        (true, here) => here + 1,
        (false, 0) => last,
        (false, here) => here - 1,
    }
}
