//! The page as Meta will show it, beside the questions if the screen is wide enough. It scrolls to the writer's
//! question; whether it is folded away is remembered.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::place::Place;
use crate::browser::screen;
use crate::components::late;
use crate::session::session;
use crate::session::words::t;

/// The media query for a screen that is wide enough for the page beside the questions.
const ROOM: &str = "(min-width: 80rem)";

/// The setting and its only value: the page is shown unless folded away.
const SETTING: &str = "preview";
const FOLDED: &str = "folded";

/// The state of the page beside the questions: whether there is room for it, and whether it is wanted.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    room: RwSignal<bool>,
    wanted: RwSignal<bool>,
}

impl Shown {
    /// Returns whether the page beside the questions is shown. Subscribes to its state.
    pub(super) fn is_shown(self) -> bool {
        self.room.get() && self.wanted.get()
    }

    fn toggle(self) {
        let wanted = !self.wanted.get_untracked();
        self.wanted.set(wanted);
        // A choice that cannot be stored holds for this page load.
        let _ = session().repository().set_setting(SETTING, (!wanted).then_some(FOLDED));
    }
}

/// Returns the state of the page beside the questions, which begins as the writer left it.
pub(super) fn beside() -> Shown {
    let wanted = session().repository().setting(SETTING).as_deref() != Some(FOLDED);
    let shown = Shown { room: RwSignal::new(screen::matches(ROOM)), wanted: RwSignal::new(wanted) };
    StoredValue::new_local(screen::on_media(ROOM, move |room| shown.room.set(room)));
    shown
}

/// The page and the button that folds it. Nothing is drawn or computed where there is no room.
#[component]
pub(super) fn Beside(beside: Shown, place: Place) -> impl IntoView {
    view! {
        <Show when=move || beside.room.get()>
            <aside class="beside" aria-label=t("ui-preview")>
                <button
                    type="button"
                    class="cdx-button cdx-button--weight-quiet beside__fold"
                    aria-expanded=move || beside.wanted.get().to_string()
                    aria-controls="beside-page"
                    on:click=move |_| beside.toggle()
                >
                    {t("ui-preview")}
                </button>
                <div id="beside-page" class="beside__page">
                    <Show when=move || beside.wanted.get()><Page place/></Show>
                </div>
            </aside>
        </Show>
    }
}

#[component]
fn Page(place: Place) -> impl IntoView {
    session().late.want();
    let frame = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let (Some(frame), Some(question)) = (frame.get(), place.question.get()) else { return };
        request_animation_frame(move || {
            if let Some(before) = row(&frame, "[aria-current]") {
                let _ = before.remove_attribute("aria-current");
            }
            if let Some(row) = row(&frame, &format!("[data-question=\"{question}\"]")) {
                let _ = row.set_attribute("aria-current", "true");
                show(&frame, &row);
            }
        });
    });
    view! { <div class="beside__frame" tabindex="0" role="region" aria-label=t("ui-preview") node_ref=frame>{late::piece(|parts| (parts.page)())}</div> }
}

/// Finds the row of this selector on the page.
fn row(frame: &HtmlElement, selector: &str) -> Option<HtmlElement> {
    frame.query_selector(selector).ok()??.dyn_into().ok()
}

/// Scrolls the frame, and nothing around it, until the row is in the frame's upper third.
fn show(frame: &HtmlElement, row: &HtmlElement) {
    frame.set_scroll_top(top_within(frame, row) - frame.client_height() / 3);
}

/// Returns how far an element is below the frame's beginning, in pixels; the frame is positioned.
fn top_within(frame: &HtmlElement, element: &HtmlElement) -> i32 {
    let mut top = 0;
    let mut here = Some(element.clone());
    while let Some(element) = here.filter(|element| element != frame) {
        top += element.offset_top();
        here = element.offset_parent().and_then(|parent| parent.dyn_into().ok());
    }
    top
}
