//! The part of the address after the `#`, in which the app's views have their addresses.

use leptos::prelude::window;
use leptos::{ev, leptos_dom::helpers::window_event_listener};
use wasm_bindgen::JsValue;

use crate::route::Route;

/// Where the address leads.
pub fn current() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Goes somewhere, as a link would: the back button leads back.
pub fn go(route: &Route) {
    // A browser refuses only addresses it cannot parse, and ours are plain ASCII.
    let _ = window().location().set_hash(&route.to_string());
}

/// Changes the address without going anywhere: for where one is by now, so that a reload leads there.
pub fn replace(route: &Route) {
    if let Ok(history) = window().history() {
        // Safari allows 100 of these in 30 seconds and then throws; the address is only behind then.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.to_string()));
    }
}

/// Calls `then` with the new route whenever the address has changed, for as long as the page lives.
pub fn on_change(then: impl Fn(Route) + 'static) {
    // Leptos' handle removes the listener only when asked to.
    let _ = window_event_listener(ev::hashchange, move |_| then(current()));
}
