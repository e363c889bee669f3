//! Whether the writer is typing right now.

use std::cell::Cell;

use leptos::ev;
use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::{window_event_listener, window_event_listener_untyped};
use leptos::prelude::window;
use wasm_bindgen::JsCast;

use super::clock;

/// The time after the last keystroke for which the writer still counts as typing, in milliseconds.
const PAUSE: f64 = 800.0;

/// The key code of keys that an input method handles (UI Events, `keyCode`).
const INPUT_METHOD: u32 = 229;

thread_local! {
    static LAST: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
    static PLAIN: Cell<bool> = const { Cell::new(false) };
}

/// Watches the keyboard for as long as the page lives; calls `left` whenever a field was left.
pub fn watch(left: impl Fn() + 'static) {
    // Listeners on the field itself receive the event first.
    let _ = window_event_listener(ev::focusout, move |_| left());
    let _ = window_event_listener(ev::input, |_| LAST.set(clock::since_start()));
    let _ = window_event_listener(ev::compositionstart, |_| COMPOSING.set(true));
    let _ = window_event_listener(ev::compositionend, |_| COMPOSING.set(false));
    // A key is pressed before it pastes, and released after that.
    let _ = window_event_listener_untyped("keydown", |event| {
        PLAIN.set(event.dyn_ref().is_some_and(pastes_plain));
    });
    let _ = window_event_listener(ev::keyup, |_| PLAIN.set(false));
}

/// Returns whether a key belongs to an input method that is composing text. Safari ends composing before it sends the
/// Enter key that ended it; only the key code shows that the key was the input method's.
pub fn is_for_input_method(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == INPUT_METHOD
}

/// Returns whether keyboards of this system have ⌘ where others have Ctrl.
pub fn has_command_key() -> bool {
    let platform = window().navigator().platform().unwrap_or_default();
    ["Mac", "iPhone", "iPad"].iter().any(|apple| platform.starts_with(apple))
}

/// Returns whether the current paste was requested without formatting (Ctrl+Shift+V). Firefox passes the markup all
/// the same.
pub fn is_pasting_plain() -> bool {
    PLAIN.get()
}

fn pastes_plain(event: &KeyboardEvent) -> bool {
    let is_v = event.code() == "KeyV" || event.key().eq_ignore_ascii_case("v");
    is_v && event.shift_key() && (event.ctrl_key() || event.meta_key())
}

/// Returns whether an input method is composing text.
pub fn is_composing() -> bool {
    COMPOSING.get()
}

/// Returns whether the writer is typing right now, in whichever field.
pub fn is_going_on() -> bool {
    COMPOSING.get() || clock::since_start() - LAST.get() <= PAUSE
}
