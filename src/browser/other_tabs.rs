//! What other tabs of this browser do.

use leptos::{ev, leptos_dom::helpers::window_event_listener};

/// Calls `then` with the key that another tab has stored something under, for as long as the page lives.
pub fn on_stored(then: impl Fn(&str) + 'static) {
    let _ = window_event_listener(ev::storage, move |event| {
        // Without a key everything was deleted; nothing was stored.
        if let Some(key) = event.key() {
            then(&key);
        }
    });
}
