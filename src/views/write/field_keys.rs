//! The app's keyboard shortcuts inside an answer's field.

use leptos::ev::KeyboardEvent;

use super::bar;
use super::drawn::Drawn;
use super::link_form::{self, LinkTool};
use super::place;
use super::tools::{has_tools, make_bold};
use super::{control, keep_up};
use crate::browser::{focus, typing};
use crate::session::keys::{Keys, Shortcut};
use crate::session::{OpenAnswer, OpenDraft, session};
use report::answer::Markup;
use report::editing::continued_list;

/// What the keys in one field act on. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct FieldKeys {
    answer: OpenAnswer,
    link: LinkTool,
    open: OpenDraft,
    drawn: Drawn,
    keys: Keys,
}

impl FieldKeys {
    /// Prepares the keys of the field that is being made.
    pub(super) fn here(answer: OpenAnswer, link: LinkTool) -> Self {
        Self { answer, link, open: OpenDraft::here(), drawn: Drawn::here(), keys: session().keys }
    }

    /// Carries out a key's action, and prevents the browser's own. `is_line` says whether the answer is to stay one
    /// line.
    pub(super) fn press(self, event: &KeyboardEvent, is_line: bool) {
        if event.default_prevented() || !self.keys.are_on_now() {
            return;
        }
        let has_tools = has_tools(self.answer.question.kind);
        let act: fn(Self) = match Shortcut::of(event) {
            Some(Shortcut::NextQuestion) => Self::go_on,
            Some(Shortcut::Bold) if has_tools => |keys: Self| make_bold(keys.answer),
            Some(Shortcut::Link) if has_tools => |keys: Self| link_form::toggle(keys.answer, keys.link),
            _ => {
                if !is_line && is_enter_alone(event) && self.continue_list() {
                    event.prevent_default();
                }
                return;
            }
        };
        event.prevent_default();
        if !event.repeat() {
            act(self);
        }
    }

    /// Goes to the next question's field, or from the last one to the link to the review.
    fn go_on(self) {
        keep_up::about_to_leave(self.open);
        let mut answers = self.open.answers().into_iter();
        let _ = answers.find(|answer| answer.question.id == self.answer.question.id);
        match answers.next() {
            Some(next) => self.drawn.with_all(move || place::step_to(&next.question.id)),
            None => focus::element(bar::REVIEW),
        }
    }

    /// Makes the selected words a link to a pasted text, if that is an address. Returns whether it did.
    pub(super) fn link_words(self, pasted: &str) -> bool {
        let markup = self.answer.question.kind.markup();
        if markup != Markup::Wiki || !pasted.contains("://") || !self.keys.are_on_now() {
            return false;
        }
        // Until the late part is loaded, which makes links, the browser pastes.
        let Some(parts) = self.open.late().parts_now() else { return false };
        let direct = (parts.pasted)("", pasted, markup).map(|(source, _)| source);
        let address = direct.as_deref().unwrap_or(pasted);
        control::is_agreed(self.answer)
            && control::with_selection(self.answer, |text, place| (parts.linked)(text, place, address))
    }

    /// Begins the next item of a list, or ends the list. Returns whether the caret is in one.
    fn continue_list(self) -> bool {
        let answer = self.answer;
        answer.question.kind.markup() == Markup::Wiki
            && control::is_agreed(answer)
            && control::with_selection(answer, continued_list)
    }
}

fn is_enter_alone(event: &KeyboardEvent) -> bool {
    let is_with_other = event.shift_key() || event.ctrl_key() || event.meta_key() || event.alt_key();
    event.key() == "Enter" && !is_with_other && !typing::is_for_input_method(event)
}
