//! Where one is on the page, kept while all of it is made anew.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Element, FocusOptions, HtmlElement, HtmlTextAreaElement};

/// What is at the top of what one sees, and what text fields hold and have selected. Elements are known again by their ids.
pub struct KeptPlace {
    /// The first field in sight, or any element, and how far below the window's top it begins, in pixels.
    first: Option<(String, f64)>,
    fields: Vec<Field>,
}

struct Field {
    id: String,
    text: String,
    /// The selected part in UTF-16 units.
    selection: (u32, u32),
}

impl KeptPlace {
    /// Takes down how it is now.
    pub fn now() -> Self {
        let in_sight =
            |element: &Element| !element.id().is_empty() && element.get_bounding_client_rect().top() >= 0.0;
        // A field rather than what may stick to the window's top.
        let first = ["textarea", "*"].into_iter().find_map(|tag| in_main(tag).into_iter().find(in_sight));
        let areas =
            in_main("textarea").into_iter().filter_map(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
        let areas = areas.filter(|area| !area.id().is_empty());
        let place = |place: Option<Option<u32>>| place.flatten().unwrap_or(0);
        Self {
            first: first.map(|element| (element.id(), element.get_bounding_client_rect().top())),
            fields: areas
                .map(|area| Field {
                    id: area.id(),
                    text: area.value(),
                    selection: (place(area.selection_start().ok()), place(area.selection_end().ok())),
                })
                .collect(),
        }
    }

    /// Makes it so again, with the focus on the first element that a selector finds. A text that was in a field and is not any more is put
    /// there as if it was typed.
    pub fn restore(&self, focused: &str) {
        for field in &self.fields {
            let area = document().get_element_by_id(&field.id);
            let Some(area) = area.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) else {
                continue;
            };
            if area.value() != field.text {
                area.set_value(&field.text);
                let options = CustomEventInit::new();
                options.set_bubbles(true);
                let typed = CustomEvent::new_with_event_init_dict("input", &options);
                let _ = typed.map(|typed| area.dispatch_event(&typed));
            }
            // Every text area has a selection.
            let _ = area.set_selection_range(field.selection.0, field.selection.1);
        }
        if let Some((id, top)) = &self.first
            && let Some(element) = document().get_element_by_id(id)
        {
            window().scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top() - top);
        }
        let focused = document().query_selector(focused).ok().flatten();
        if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = focused.focus_with_options(&options);
        }
    }
}

/// The elements of a tag in the main part of the page, in its order.
fn in_main(tag: &str) -> Vec<Element> {
    let found = document().get_element_by_id("main").map(|main| main.get_elements_by_tag_name(tag));
    let found = found.into_iter().flat_map(|found| (0..found.length()).map(move |at| found.item(at)));
    found.flatten().collect()
}
