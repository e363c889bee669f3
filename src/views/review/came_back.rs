//! The row of the page that the writer left to change an answer, and returns to.

use std::cell::RefCell;

use leptos::prelude::request_animation_frame;

use crate::browser::focus;
use report::draft::DraftId;
use report::form::QuestionId;

thread_local! {
    /// The draft and the question whose row was left last.
    static LEFT: RefCell<Option<(DraftId, QuestionId)>> = const { RefCell::new(None) };
}

/// Notes that the row of a question is left.
pub(super) fn leave(draft: DraftId, question: QuestionId) {
    LEFT.set(Some((draft, question)));
}

/// Returns to the row that was left in this draft, once the page is drawn and the view's heading had the focus.
pub(super) fn come_back(draft: &DraftId) {
    if let Some((_, question)) = LEFT.take().filter(|(left, _)| left == draft) {
        let id = link_id(&question);
        request_animation_frame(move || {
            request_animation_frame(move || {
                focus::show_in_the_middle(&id);
                focus::element(&id);
            });
        });
    }
}

/// Returns the id of the link that leads to a question's field.
pub(super) fn link_id(question: &QuestionId) -> String {
    format!("change-{question}")
}
