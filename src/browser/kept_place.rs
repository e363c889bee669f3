//! The reader's place on the page, kept while the whole page is drawn again.

use super::page;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Element, FocusOptions, HtmlElement, HtmlTextAreaElement};

/// How many times to look for fields that are not on the page yet; the new view may lack them.
const LOOKS: u32 = 100;
/// The longest time that other work may delay each look, in milliseconds.
const PATIENCE: u32 = 500;

/// The element at the top of the visible part, and the texts and selections of text fields. Elements are recognized by
/// their ids.
pub struct KeptPlace {
    /// The first field in sight, or any element, and how far below the window's top it begins, in pixels.
    first: Option<(String, f64)>,
    /// The id of the last field in sight.
    last_field: Option<String>,
    fields: Vec<Field>,
}

struct Field {
    id: String,
    text: String,
    /// The selected part in UTF-16 units.
    selection: (u32, u32),
}

impl KeptPlace {
    /// Records the present place.
    pub fn now() -> Self {
        let in_sight =
            |element: &Element| !element.id().is_empty() && element.get_bounding_client_rect().top() >= 0.0;
        // A field is preferred to other elements, which may stick to the window's top.
        let first = ["textarea", "*"].into_iter().find_map(|tag| in_main(tag).into_iter().find(in_sight));
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::INFINITY);
        let begins_in_sight =
            |element: &Element| !element.id().is_empty() && element.get_bounding_client_rect().top() < height;
        let last_field = in_main("textarea").into_iter().rev().find(begins_in_sight).map(|field| field.id());
        let areas =
            in_main("textarea").into_iter().filter_map(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
        let areas = areas.filter(|area| !area.id().is_empty());
        let place = |place: Option<Option<u32>>| place.flatten().unwrap_or(0);
        Self {
            last_field,
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

    /// Returns the id of the last field that is in sight or above it; `None` where there is no field.
    pub fn last_field(&self) -> Option<&str> {
        self.last_field.as_deref()
    }

    /// Restores the place, with the focus on the first element that a selector finds. A text that a field has lost is
    /// put back as if it had been typed. Fields that are not on the page yet wait for
    /// [`select_rest`](Self::select_rest).
    pub fn restore(&mut self, focused: &str) {
        self.fields.retain(|field| {
            let Some(area) = field.area() else { return true };
            if area.value() != field.text {
                area.set_value(&field.text);
                let options = CustomEventInit::new();
                options.set_bubbles(true);
                let typed = CustomEvent::new_with_event_init_dict("input", &options);
                let _ = typed.map(|typed| area.dispatch_event(&typed));
            }
            field.select(&area);
            false
        });
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

    /// Restores the selection in fields that are not on the page yet, as soon as they are. Waits while the focus is in
    /// a text field: some versions of Safari move the focus to where something is selected. Leaves a field alone whose
    /// text has changed.
    pub fn select_rest(self) {
        self.select_rest_in(LOOKS);
    }

    fn select_rest_in(mut self, looks: u32) {
        let is_in_field = document()
            .active_element()
            .is_some_and(|here| ["textarea", "input"].contains(&here.local_name().as_str()));
        self.fields.retain(|field| match field.area() {
            Some(area) if !is_in_field => {
                if area.value() == field.text {
                    field.select(&area);
                }
                false
            }
            _ => true,
        });
        if looks > 0 && !self.fields.is_empty() {
            page::when_idle(PATIENCE, move || self.select_rest_in(looks - 1));
        }
    }
}

impl Field {
    fn area(&self) -> Option<HtmlTextAreaElement> {
        document().get_element_by_id(&self.id)?.dyn_into().ok()
    }

    fn select(&self, area: &HtmlTextAreaElement) {
        // Setting the selection of a text area cannot fail.
        let _ = area.set_selection_range(self.selection.0, self.selection.1);
    }
}

/// Returns the elements with a tag name in the page's main part, in document order.
fn in_main(tag: &str) -> Vec<Element> {
    let found = document().get_element_by_id("main").map(|main| main.get_elements_by_tag_name(tag));
    let found = found.into_iter().flat_map(|found| (0..found.length()).map(move |at| found.item(at)));
    found.flatten().collect()
}
