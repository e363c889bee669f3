//! Keeps a question's control and the draft in step.
//!
//! Browsers make undoable changes only in the control that has the focus. So a control gets the normal form of its
//! text just before the keyboard or the mouse takes the focus away. Where the focus is lost in another way (a phone's
//! *Done*, the find bar) it is too late for that: the control keeps what was typed, and the draft has the normal form.
//!
//! Writing assistants and autofill change a control's text, often without an event. So the texts are read whenever the
//! writer does something: presses a key, presses and releases the mouse, leaves the field or the page.

use leptos::ev;
use leptos::leptos_dom::helpers::{window_event_listener, window_event_listener_untyped};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::autosize::fit;
use super::control;
use crate::browser::{nfc, page, press, typing};
use crate::session::element_ids::field_id;
use crate::session::{OpenAnswer, OpenDraft, Session, session};
use report::checks::State;
use report::form::QuestionKind;
use report::input::normalize;

/// The fields whose controls are drawn and show their answers' texts. Copies are the same list.
#[derive(Clone, Copy)]
pub(super) struct DrawnFields(StoredValue<Vec<KeepUp>>);

impl DrawnFields {
    /// Returns the list of the view that is being made.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// Adds a field.
    pub(super) fn add(self, field: KeepUp) {
        // The view may be gone when this runs.
        let _ = self.0.try_update_value(|fields| fields.push(field));
    }

    /// Takes over the controls' texts that no event has reported.
    fn take(self) {
        let fields = self.0.try_with_value(Clone::clone).unwrap_or_default();
        if !typing::is_composing() {
            fields.into_iter().for_each(KeepUp::take);
        }
    }
}

/// Brings a control and the draft in step before the mouse or Tab takes the focus away, and takes over texts that no
/// event has reported, for as long as the view exists.
pub(super) fn watch(open: OpenDraft) {
    let session = session();
    let fields = DrawnFields(StoredValue::new(Vec::new()));
    provide_context(fields);
    let pressed = window_event_listener(ev::mousedown, move |event| {
        press::when_released(move || fields.take());
        let inside =
            event.target().is_some() && event.target() == document().active_element().map(Into::into);
        if !inside && !event.default_prevented() {
            about_to_leave(open);
        }
    });
    // Autofill sends `keydown` events that are not keyboard events.
    let key = window_event_listener_untyped("keydown", move |event| {
        let Some(key) = event.dyn_ref::<ev::KeyboardEvent>() else { return };
        if typing::is_for_input_method(key) {
            return;
        }
        // The other controls need reading only before one of them is used or the page is left.
        match control::in_use(open) {
            Some(answer) => KeepUp::new(open, answer).take(),
            None => fields.take(),
        }
        if key.key() == "Tab" && !key.default_prevented() {
            about_to_leave(open);
        }
    });
    let changed = window_event_listener(ev::change, move |_| press::when_released(move || fields.take()));
    let leaving = page::on_leaving(move || take_and_save(fields, session));
    on_cleanup(move || {
        pressed.remove();
        key.remove();
        changed.remove();
        leaving.into_iter().for_each(WindowListenerHandle::remove);
    });
}

/// Takes over what the controls show and saves it, as the page may be about to close.
fn take_and_save(fields: DrawnFields, session: Session) {
    fields.take();
    session.saver().rest();
}

/// Brings the control that has the focus, if one has, and the draft in step before the focus leaves it.
pub(super) fn about_to_leave(open: OpenDraft) {
    if typing::is_composing() {
        return;
    }
    if let Some(answer) = control::in_use(open) {
        KeepUp::new(open, answer).about_to_leave();
    }
}

/// An answer's control and its draft, to be kept in step.
#[derive(Clone, Copy)]
pub(super) struct KeepUp {
    open: OpenDraft,
    answer: OpenAnswer,
}

impl KeepUp {
    /// Pairs an answer of the open draft with its control.
    pub(super) fn new(open: OpenDraft, answer: OpenAnswer) -> Self {
        Self { open, answer }
    }

    /// Shows in the control a change that was made elsewhere, unless the control has the focus.
    pub(super) fn follow(self) {
        let text = self.answer.text();
        if let Some(control) = control::of(self.answer.question)
            && !control.has_focus()
            && !self.is_in_step(&control.text())
        {
            control::agree(&control, &text);
            fit(&field_id(self.answer.question.id.as_str()));
        }
    }

    /// Returns whether the draft has this text or its normal form.
    fn is_in_step(self, shown: &str) -> bool {
        let text = control::text(self.answer);
        if shown == text {
            return true;
        }
        let normal = normalize(shown, &nfc);
        let is_name = self.answer.question.kind == QuestionKind::UserName;
        let name = || self.open.late().parts_now().and_then(|parts| (parts.user_name)(&normal));
        normal == text || (is_name && name().as_deref() == Some(text.as_str()))
    }

    /// Takes over what the control shows, if no event has reported it.
    fn take(self) {
        if self.answer.entry.is_disposed() {
            return;
        }
        if let Some(control) = control::of(self.answer.question)
            && !self.is_in_step(&control.text())
        {
            control.tell();
        }
    }

    /// Brings a user name into its normal form. Until the late part is loaded, which knows that form, the name stays
    /// as typed.
    fn normalize(self, typed: &str) {
        let Some(parts) = self.open.late().parts_now() else { return };
        if let Some(name) = (parts.user_name)(typed) {
            // The same name again changes nothing, and a shorter text passes no limit.
            drop(self.open.set_text(&self.answer.question.id, &name));
        }
    }

    /// Brings the draft's text into its normal form, and saves it. Returns whether the answer still exists.
    fn settle(self) -> bool {
        // A field that is removed loses the focus, too. Code that removes it lets it be left first.
        if self.answer.entry.is_disposed() {
            return false;
        }
        self.take();
        let is_name = self.answer.question.kind == QuestionKind::UserName
            && self.answer.state.get_untracked() == State::Answered;
        if is_name {
            self.normalize(&control::text(self.answer));
        }
        self.open.settle();
        true
    }

    /// Returns whether the mouse is held down while the control shows a text that no event has reported: it is taken
    /// over when the mouse is released.
    fn is_taken_later(self) -> bool {
        press::is_held()
            && !self.answer.entry.is_disposed()
            && control::of(self.answer.question).is_some_and(|control| !self.is_in_step(&control.text()))
    }

    /// Shows the draft's text in the control, as the focus is about to leave it; a user name gets its normal form.
    fn about_to_leave(self) {
        if self.is_taken_later() || !self.settle() {
            return;
        }
        let text = control::text(self.answer);
        if let Some(control) = control::of(self.answer.question)
            && looks_different(&control.text(), &text)
        {
            control::agree(&control, &text);
        }
    }

    /// Saves the answer after the control has lost the focus, the mouse not being held down. Changes what the control
    /// shows only where the draft has not taken it.
    pub(super) fn left(self) {
        if !self.settle() {
            return;
        }
        if let Some(control) = control::of(self.answer.question)
            && !self.is_in_step(&control.text())
        {
            control::agree(&control, &control::text(self.answer));
        }
    }
}

/// Returns whether a reader would see the difference between the typed text and the draft's. Where not, as with a
/// blank at a line's end, the control keeps its text, since replacing it would cut the undo history.
fn looks_different(typed: &str, kept: &str) -> bool {
    let mut lines = (typed.trim().lines(), kept.trim().lines());
    loop {
        match (lines.0.next(), lines.1.next()) {
            (None, None) => return false,
            (Some(one), Some(other)) if one.trim_end() == other.trim_end() => {}
            _ => return true,
        }
    }
}
