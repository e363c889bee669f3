//! Keyboard shortcuts that a view listens to.

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::focus;
use crate::session::keys::Shortcut;
use crate::session::session;

/// Calls `act` when a shortcut is pressed anywhere on the page except in a dialog, for as long as the view that is
/// being made exists.
pub fn on_shortcut(shortcut: Shortcut, act: impl Fn() + 'static) {
    let keys = session().keys;
    let listener = window_event_listener_untyped("keydown", move |event| {
        // Autofill sends `keydown` events that are not keyboard events.
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if Shortcut::of(key) == Some(shortcut) && keys.are_on_now() && !focus::is_in_dialog() {
            key.prevent_default();
            if !key.repeat() {
                act();
            }
        }
    });
    on_cleanup(move || listener.remove());
}
