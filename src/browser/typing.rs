//! Whether somebody is typing right now.

use std::cell::Cell;

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;

use super::clock;

/// The time after the last keystroke for which the writer still counts as typing, in milliseconds.
const PAUSE: f64 = 800.0;

thread_local! {
    static LAST: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
}

/// Watches the keyboard for as long as the page lives; calls `left` whenever a field was left.
pub fn watch(left: impl Fn() + 'static) {
    // Those who listen in the field itself have heard it before.
    let _ = window_event_listener(ev::focusout, move |_| left());
    let _ = window_event_listener(ev::input, |_| LAST.set(clock::since_start()));
    let _ = window_event_listener(ev::compositionstart, |_| COMPOSING.set(true));
    let _ = window_event_listener(ev::compositionend, |_| COMPOSING.set(false));
}

/// Returns whether an input method is composing text.
pub fn is_composing() -> bool {
    COMPOSING.get()
}

/// Returns whether the writer is typing right now, in whichever field.
pub fn is_going_on() -> bool {
    COMPOSING.get() || clock::since_start() - LAST.get() <= PAUSE
}
