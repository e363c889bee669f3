//! Whether the mouse is held down. A click is lost if the page moves under the mouse, so work that may move the page
//! waits.

use std::cell::{Cell, RefCell};

use leptos::ev;
use leptos::leptos_dom::helpers::{window_event_listener, window_event_listener_untyped};

thread_local! {
    static HELD: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// The number of the mouse's main button (UI Events, `button`).
const MAIN: i16 = 0;

/// Watches the mouse for as long as the page lives. Must be called before callers of [`when_released`] add their own
/// listeners.
pub fn watch() {
    let _ = window_event_listener(ev::mousedown, |event| {
        release();
        HELD.set(event.button() == MAIN);
    });
    let _ = window_event_listener(ev::mouseup, |_| release());
    // No `mouseup` event comes if something was dragged (a scroll bar, a part of the page) or another window has come
    // to the front.
    let _ = window_event_listener(ev::mouseover, |event| {
        if event.buttons() == 0 {
            release();
        }
    });
    let _ = window_event_listener(ev::dragend, |_| release());
    let _ = window_event_listener(ev::blur, |_| release());
    let _ = window_event_listener_untyped("keydown", |_| release());
    // Another view comes: the field is left now, or not at all.
    let _ = window_event_listener(ev::hashchange, |_| release());
}

/// Returns whether the mouse's main button is held down.
pub fn is_held() -> bool {
    HELD.get()
}

/// Calls `act` at once, or, while the mouse's main button is held down, when it is released. That is before the click
/// event, whose target is fixed at that moment, even if the pressed element then moves.
pub fn when_released(act: impl FnOnce() + 'static) {
    if is_held() {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(act)));
    } else {
        act();
    }
}

fn release() {
    HELD.set(false);
    WAITING.take().into_iter().for_each(|act| act());
}
