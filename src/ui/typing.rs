//! In which fields somebody is typing right now: they must not be changed under the writer's hands.

use std::cell::Cell;

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;

use super::session::Session;
use super::state::OpenDraft;
use crate::browser::clock;
use crate::route::Route;
use report::draft::replica::Field;
use report::form::QuestionId;

/// How long after the last keystroke somebody is still said to type, in milliseconds.
const PAUSE: i64 = 800;

thread_local! {
    static LAST: Cell<i64> = const { Cell::new(i64::MIN) };
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
}

/// Watches the keyboard for as long as the page lives; calls `left` whenever a field was left.
pub(super) fn watch(left: impl Fn() + 'static) {
    // Those who listen in the field itself have heard it before.
    let _ = window_event_listener(ev::focusout, move |_| left());
    let _ = window_event_listener(ev::input, |_| LAST.set(clock::now().millis()));
    let _ = window_event_listener(ev::compositionstart, |_| COMPOSING.set(true));
    let _ = window_event_listener(ev::compositionend, |_| COMPOSING.set(false));
}

/// Whether an input method is composing text.
pub(super) fn is_composing() -> bool {
    COMPOSING.get()
}

/// Whether somebody is typing right now, in whichever field.
pub(super) fn is_going_on() -> bool {
    COMPOSING.get() || clock::now().millis().saturating_sub(LAST.get()) <= PAUSE
}

/// Whether somebody is in the field in which the whole report is one text: that is typing in all its fields, until the
/// field is left.
pub(super) fn in_whole_text(session: Session) -> bool {
    let is_shown = session.route.with_untracked(|route| matches!(route, Route::Text { .. }));
    is_shown && document().active_element().is_some_and(|element| element.tag_name() == "TEXTAREA")
}

/// The fields of the open draft that somebody is typing in.
pub(super) fn fields(session: Session, open: OpenDraft) -> Vec<Field> {
    if in_whole_text(session) {
        return open.answers().iter().map(|answer| Field::Answer(answer.question.id.clone())).collect();
    }
    if !is_going_on() {
        return Vec::new();
    }
    let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
    field_of(&focused).into_iter().collect()
}

/// The field of a draft that an element's id stands for.
fn field_of(id: &str) -> Option<Field> {
    match id {
        "page-year" | "page-affiliate" => Some(Field::Page),
        "page-summary" => Some(Field::EditSummary),
        id => id.strip_prefix("answer-").map(|question| Field::Answer(QuestionId::new(question))),
    }
}
