//! Whether the mouse is held down. Where the page moves under it, the click is lost: what may move the page waits.

use std::cell::{Cell, RefCell};

use leptos::ev;
use leptos::leptos_dom::helpers::{window_event_listener, window_event_listener_untyped};

thread_local! {
    static HELD: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// The number of the mouse's main button (UI Events, `button`).
const MAIN: i16 = 0;

/// Watches the mouse for as long as the page lives. Begins before those who call [`when_released`] listen to it.
pub fn watch() {
    let _ = window_event_listener(ev::mousedown, |event| {
        release();
        HELD.set(event.button() == MAIN);
    });
    let _ = window_event_listener(ev::mouseup, |_| release());
    // Nobody tells that the button was released where something was dragged, a scroll bar or a part of the page, or where another
    // window has come to the front.
    let _ = window_event_listener(ev::mouseover, |event| {
        if event.buttons() == 0 {
            release();
        }
    });
    let _ = window_event_listener(ev::dragend, |_| release());
    let _ = window_event_listener(ev::blur, |_| release());
    let _ = window_event_listener_untyped("keydown", |_| release());
    // Another view: the field is left now, or not at all.
    let _ = window_event_listener(ev::hashchange, |_| release());
}

/// Returns whether the mouse's main button is held down.
pub fn is_held() -> bool {
    HELD.get()
}

/// Calls `act` at once, or where the mouse's main button is held down, once that is released: before what was pressed hears of the
/// click, which is its own by then wherever it moves.
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
