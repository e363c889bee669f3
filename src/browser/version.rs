//! New versions of the app, as `public/offline.js` finds them. A page without a service worker never hears of one.

use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener_untyped};
use leptos::prelude::document;
use wasm_bindgen::JsValue;

use super::{page, scripts};

/// A version newer than this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Newer {
    /// It is here, whole, and is used once it is wanted.
    Waiting,
    /// It was taken in another tab. The files of this page's version are kept until this is the last tab.
    TakenElsewhere,
}

/// The newer version, if there is one.
pub fn newer() -> Option<Newer> {
    match document().document_element()?.get_attribute("data-version")?.as_str() {
        "waiting" => Some(Newer::Waiting),
        "replaced" => Some(Newer::TakenElsewhere),
        _ => None,
    }
}

/// Calls `then` whenever [`newer`] may have changed, until the handle is told to stop.
pub fn on_newer(then: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener_untyped("affiliate-report-builder:version", move |_| then())
}

/// Loads the page anew, in the newest version that is here.
pub fn use_newest() {
    // Whoever has a version to take first loads the page itself, and says so by cancelling.
    if scripts::tell("affiliate-report-builder:reload", &JsValue::NULL) {
        page::reload();
    }
}
