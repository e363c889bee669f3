//! The part of the address after the `#`, in which the app's views have their addresses.

use leptos::prelude::window;
use leptos::{ev, leptos_dom::helpers::window_event_listener};
use wasm_bindgen::JsValue;

use crate::route::Route;

/// Returns the route that the page's address leads to.
pub fn current() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Goes to a route, as a link would: the back button leads back.
pub fn go(route: &Route) {
    // A browser refuses only addresses it cannot parse, and ours are plain ASCII.
    let _ = window().location().set_hash(&route.to_string());
}

/// Changes the address without going anywhere, so that a reload leads to where the writer is now.
pub fn replace(route: &Route) {
    if let Ok(history) = window().history() {
        // Safari allows 100 of these in 30 seconds and then throws; then the address merely lags behind.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.to_string()));
    }
}

/// Calls `then` with the new route whenever the address has changed, for as long as the page lives.
pub fn on_change(then: impl Fn(Route) + 'static) {
    // Leptos' handle removes the listener only when asked to.
    let _ = window_event_listener(ev::hashchange, move |_| then(current()));
}
