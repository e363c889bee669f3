//! Links that carry drafts: the link that the page was opened by, and this page's own address for new links.

use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener_untyped};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CustomEvent;

use super::scripts;

/// Calls `then` with the fragment of each link by which the page is opened, until the handle is removed.
/// `public/link.js` has cut the fragment from the address, and keeps it until a listener takes it.
pub fn on_link(then: impl Fn(String) + 'static) -> WindowListenerHandle {
    let listener = window_event_listener_untyped("affiliate-report-builder:link", move |event| {
        event.prevent_default();
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        then(detail.and_then(|detail| detail.as_string()).unwrap_or_default());
    });
    scripts::tell("affiliate-report-builder:take-link", &JsValue::NULL);
    listener
}

/// Returns the address to put before a link's fragment; `None` if the page was opened from a disk, as nobody else has
/// that address.
pub fn address() -> Option<String> {
    let location = window().location();
    let protocol = location.protocol().ok()?;
    if !matches!(protocol.as_str(), "http:" | "https:") {
        return None;
    }
    Some(format!("{}{}", location.origin().ok()?, location.pathname().ok()?))
}
