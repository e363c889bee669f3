//! Whether there is a network. A browser is sure only of having none.

use leptos::ev;
use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener};
use leptos::prelude::window;

/// Whether there may be a network now.
pub fn is_there() -> bool {
    window().navigator().on_line()
}

/// Calls `then` when the network goes (`false`) and when it comes back, until both handles are told to stop.
pub fn on_change(then: impl Fn(bool) + Clone + 'static) -> [WindowListenerHandle; 2] {
    let gone = then.clone();
    [
        window_event_listener(ev::offline, move |_| gone(false)),
        window_event_listener(ev::online, move |_| then(true)),
    ]
}
