//! The keys that lead from question to question. A presenter's remote control sends `PageDown` and `PageUp`.

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::place::MeetingPlace;
use super::{QUESTION, REVIEW};
use crate::browser::{focus, typing};
use crate::session::element_ids::{field_id, question_of_field};
use crate::session::keys::{Keys, Shortcut};
use crate::session::session;

/// The elements that need the keys themselves, for editing text or choosing. A toolbar handles its own keys.
const NOT_OURS: &str = "input, textarea, select, [contenteditable], [popover]";

/// Listens for the keys outside fields, for as long as the view that is being made exists.
pub(super) fn listen(place: MeetingPlace) {
    let keys = session().keys;
    let listener = window_event_listener_untyped("keydown", move |event| {
        // Autofill sends `keydown` events that are not keyboard events.
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_ours = keys.are_on_now() && !is_taken(key) && !focus::is_in_dialog();
        let Some(is_forward) = direction(&key.key(), document().dir() == "rtl").filter(|_| is_ours) else {
            return;
        };
        key.prevent_default();
        if place.step(is_forward) {
            focus::element(QUESTION);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Goes on from a question's field by the same key as in the view *Write*: to the next question's field, or from the
/// last one to the link to the review.
pub(super) fn in_field(place: MeetingPlace, keys: Keys, event: &KeyboardEvent) {
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_field = field.is_some_and(|field| question_of_field(&field.id()).is_some());
    let is_key = Shortcut::of(event) == Some(Shortcut::NextQuestion) && keys.are_on_now();
    if !is_field || !is_key {
        return;
    }
    // The field receives the key after this, and would look for the next question's field on the page.
    event.prevent_default();
    event.stop_propagation();
    if event.repeat() {
        return;
    }
    if place.step(true) {
        let field = field_id(untrack(|| place.question()).as_str());
        request_animation_frame(move || focus::element(&field));
    } else {
        focus::element(REVIEW);
    }
}

/// Returns whether a key already has a meaning for the focused element, or is pressed with a modifier key.
fn is_taken(event: &KeyboardEvent) -> bool {
    let is_with_other = event.shift_key() || event.ctrl_key() || event.meta_key() || event.alt_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_in_other =
        target.is_some_and(|target| target.closest(NOT_OURS).is_ok_and(|other| other.is_some()));
    event.default_prevented() || is_with_other || is_in_other || typing::is_for_input_method(event)
}

/// Returns where a key leads: on (`true`) or back (`false`). `is_leftward` says that writing goes from right to left,
/// which reverses the arrows.
fn direction(key: &str, is_leftward: bool) -> Option<bool> {
    match key {
        "PageDown" => Some(true),
        "PageUp" => Some(false),
        "ArrowRight" => Some(!is_leftward),
        "ArrowLeft" => Some(is_leftward),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn keys_lead_on_and_back() {
        for (key, is_leftward, expected) in [
            ("PageDown", false, Some(true)),
            ("PageDown", true, Some(true)),
            ("PageUp", false, Some(false)),
            ("PageUp", true, Some(false)),
            ("ArrowRight", false, Some(true)),
            ("ArrowLeft", false, Some(false)),
            ("ArrowRight", true, Some(false)),
            ("ArrowLeft", true, Some(true)),
            ("ArrowDown", false, None),
            ("Enter", false, None),
            (" ", false, None),
        ] {
            assert_eq!(direction(key, is_leftward), expected, "{key} {is_leftward}");
        }
    }
}
