//! Whether the dialog *Share* is shown, and for which question.

use leptos::prelude::*;

use report::form::Question;

/// The dialog *Share*: whether it is shown, and the question it was opened at. Copies are the same.
#[derive(Clone, Copy)]
pub struct Sharing {
    /// Whether the dialog is shown.
    pub shown: RwSignal<bool>,
    question: RwSignal<Option<&'static Question>>,
}

impl Sharing {
    pub(super) fn new() -> Self {
        Self { shown: RwSignal::new(false), question: RwSignal::new(None) }
    }

    /// Shows the dialog for the whole report, or first for one question.
    pub fn begin(self, question: Option<&'static Question>) {
        self.question.set(question);
        self.shown.set(true);
    }

    /// Returns the question that the dialog was opened at. Does not subscribe.
    pub fn question(self) -> Option<&'static Question> {
        self.question.get_untracked()
    }
}
