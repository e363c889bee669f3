//! Keeps a question's control and the draft in step.
//!
//! Browsers take changes that undo knows of only in the control that has the focus. So a control gets its last form just
//! before the keyboard or the mouse takes the focus away; only where it is lost in another way is it too late for that.

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::{GetUntracked, IsDisposed, document, on_cleanup};

use super::autosize::fit;
use super::control;
use crate::browser::typing;
use crate::session::element_ids::field_id;
use crate::session::{OpenAnswer, OpenDraft};
use report::checks::State;
use report::form::QuestionKind;

/// Brings a control and the draft in step before the mouse or Tab takes the focus away, for as long as the view is there.
pub(super) fn watch(open: OpenDraft) {
    let pressed = window_event_listener(ev::mousedown, move |event| {
        let inside =
            event.target().is_some() && event.target() == document().active_element().map(Into::into);
        if !inside && !event.default_prevented() {
            about_to_leave(open);
        }
    });
    let tabbed = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Tab" && !event.default_prevented() {
            about_to_leave(open);
        }
    });
    on_cleanup(move || {
        pressed.remove();
        tabbed.remove();
    });
}

fn about_to_leave(open: OpenDraft) {
    if typing::is_composing() {
        return;
    }
    if let Some(answer) = control::in_use(open) {
        KeepUp::new(open, answer).leave();
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
        {
            control::agree(&control, &text);
            fit(&field_id(self.answer.question.id.as_str()));
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

    /// Shows in the control what the draft has, as the field is left or about to be; a user name gets its normal form.
    pub(super) fn leave(self) {
        // A field that is taken away loses the focus, too. Whoever takes it away lets it be left before.
        if self.answer.entry.is_disposed() {
            return;
        }
        let text = control::text(self.answer);
        let is_name = self.answer.question.kind == QuestionKind::UserName
            && self.answer.state.get_untracked() == State::Answered;
        if is_name {
            self.normalize(&text);
        }
        self.open.settle();
        let text = control::text(self.answer);
        if let Some(control) = control::of(self.answer.question)
            && looks_different(&control.text(), &text)
        {
            control::agree(&control, &text);
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
