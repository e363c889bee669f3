//! The keyboard focus, and scrolling to elements.

use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The fields that take keystrokes; boxes to tick and buttons for files take none.
const FIELD: &str = "input:not([type='checkbox']):not([type='radio']):not([type='file']), textarea, select";

/// Moves the focus to the element of this id and scrolls there. Does nothing if there is no such element.
pub fn element(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        on(&element);
    }
}

/// Scrolls to the element of this id, no further than needed to see it. Does nothing if there is no such element.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls so that the element of this id is in the middle of the visible part. Does nothing if there is no such
/// element.
pub fn show_in_the_middle(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus to the first element that a selector finds, once the elements that are being drawn now are on the
/// page.
pub fn soon(selector: &'static str) {
    request_animation_frame(move || first(selector));
}

/// Moves the focus like [`soon`], unless a field has it at that moment: an answer that takes its time must not take the
/// keystrokes of who went on writing.
pub fn soon_unless_typing(selector: &'static str) {
    request_animation_frame(move || {
        if field_in_use().is_none() {
            first(selector);
        }
    });
}

/// Returns whether a field in this element has the focus.
pub fn is_typing_in(element: &Element) -> bool {
    field_in_use().is_some_and(|field| element.contains(Some(&field)))
}

/// Returns whether a dialog is open, in which the focus stays.
pub fn is_in_dialog() -> bool {
    matches!(document().query_selector("dialog[open]"), Ok(Some(_)))
}

/// Moves the focus to the view's heading and scrolls to the top, after a change of view.
pub fn heading() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    soon("main h1");
}

/// Takes the focus away from the element that has it, so that everything due on leaving a field is done now.
pub fn leave() {
    if let Some(element) =
        document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.blur();
    }
}

/// Makes a change that may move elements on the page. An element that thereby loses the focus gets it back in the next frame.
pub fn keep(change: impl FnOnce()) {
    let before = document().active_element();
    change();
    request_animation_frame(move || {
        let is_lost = document().active_element() == document().body().map(Into::into);
        if let Some(element) = before.filter(|element| is_lost && element.is_connected()) {
            on(&element);
        }
    });
}

/// Returns the field that has the focus, if one has.
fn field_in_use() -> Option<Element> {
    document().active_element().filter(|element| element.matches(FIELD).unwrap_or_default())
}

fn first(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        on(&element);
    }
}

fn on(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}
