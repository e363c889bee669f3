//! A text field that shows what has changed elsewhere.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// Lets the field of this id show a text. Its caret stays where it is, if the text is long enough.
pub fn show(id: &str, text: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let is_active = document().active_element().as_ref() == Some(&element);
    // Setting a value moves the caret to its end; setting the same one does not.
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let caret = (area.selection_start().ok().flatten(), area.selection_end().ok().flatten());
        area.set_value(text);
        if let (true, (Some(start), Some(end))) = (is_active, caret) {
            // Places beyond the text are taken for its end.
            let _ = area.set_selection_range(start, end);
        }
    } else if let Some(line) = element.dyn_ref::<HtmlInputElement>() {
        let caret = (line.selection_start().ok().flatten(), line.selection_end().ok().flatten());
        line.set_value(text);
        if let (true, (Some(start), Some(end))) = (is_active, caret) {
            let _ = line.set_selection_range(start, end);
        }
    }
}
