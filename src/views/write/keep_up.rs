//! Keeps a question's control and the draft in step.
//!
//! Browsers take changes that undo knows of only in the control that has the focus. So a control gets its last form just
//! before the keyboard or the mouse takes the focus away. Where it is lost in another way (a phone's *Done*, the find bar) it is
//! too late for that, and the control keeps what was typed, of which the draft has the last form.
//!
//! Writing assistants and autofill set what a control shows and may not tell. That is taken whenever somebody does something:
//! presses a key, presses the mouse and releases it, leaves the field or the page.

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

/// The fields whose controls show their answers' texts by now. Copies are the same list.
#[derive(Clone, Copy)]
pub(super) struct DrawnFields(StoredValue<Vec<KeepUp>>);

impl DrawnFields {
    /// Returns the list of the view that is being made.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// Adds a field.
    pub(super) fn add(self, field: KeepUp) {
        // The view may be gone by now.
        let _ = self.0.try_update_value(|fields| fields.push(field));
    }

    /// Takes what the controls show and nobody has told of.
    fn take(self) {
        let fields = self.0.try_with_value(Clone::clone).unwrap_or_default();
        if !typing::is_composing() {
            fields.into_iter().for_each(KeepUp::take);
        }
    }
}

/// Brings a control and the draft in step before the mouse or Tab takes the focus away, and takes what controls show and nobody
/// has told of, for as long as the view is there.
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
    // Autofill sends events that are no keys.
    let key = window_event_listener_untyped("keydown", move |event| {
        let Some(key) = event.dyn_ref::<ev::KeyboardEvent>() else { return };
        if typing::is_for_input_method(key) {
            return;
        }
        // Of the others it is enough to know before one of them is used, or the page is left.
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

/// Takes what the controls show, as the page may be about to go, and saves it.
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
    /// Begins with an answer of the open draft.
    pub(super) fn new(open: OpenDraft, answer: OpenAnswer) -> Self {
        Self { open, answer }
    }

    /// Shows a change of the draft from elsewhere in the control, unless that has the focus.
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

    /// Returns whether the draft has this text, or what it makes of it.
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

    /// Takes what the control shows, if nobody has told of it.
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

    /// Brings a user name into its normal form. Before the late part is there, which knows it, the name stays as it was typed.
    fn normalize(self, typed: &str) {
        let Some(parts) = self.open.late().parts_now() else { return };
        if let Some(name) = (parts.user_name)(typed) {
            // The same name again changes nothing, and a shorter text passes no limit.
            drop(self.open.set_text(&self.answer.question.id, &name));
        }
    }

    /// Brings the draft's text into its last form, and saves it. Returns whether the answer is still there.
    fn settle(self) -> bool {
        // A field that is taken away loses the focus, too. Whoever takes it away lets it be left before.
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

    /// Returns whether the control shows what nobody has told of, while the mouse is held down: it is taken once that is released.
    fn is_taken_later(self) -> bool {
        press::is_held()
            && !self.answer.entry.is_disposed()
            && control::of(self.answer.question).is_some_and(|control| !self.is_in_step(&control.text()))
    }

    /// Shows in the control what the draft has, as the focus is about to leave it; a user name gets its normal form.
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

    /// Saves as the control has lost the focus, and the mouse is not held down. What it shows is changed only where the draft has not taken it.
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

/// Returns whether a reader would see the difference between what was typed and what the draft has made of it. Where nobody
/// would, as with a blank at a line's end, the control keeps its text: another text would end what undo can take back.
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
