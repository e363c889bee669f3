//! What other tabs of this browser do.

use leptos::{ev, leptos_dom::helpers::window_event_listener};

/// Calls `then` with the key under which another tab has stored or removed something, or with `None` when it has
/// removed everything, for as long as the page lives.
pub fn on_stored(then: impl Fn(Option<&str>) + 'static) {
    let _ = window_event_listener(ev::storage, move |event| then(event.key().as_deref()));
}
