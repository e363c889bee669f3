//! The writer's place in the report: the question that has, or last had, the focus. The address follows it.

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::drawn::Drawn;
use crate::browser::{address, focus};
use crate::route::Route;
use crate::session::element_ids::field_id;
use crate::session::session;
use report::draft::DraftId;
use report::form::QuestionId;

/// The place in the report where the writer is. Copies are the same place.
#[derive(Clone, Copy)]
pub(super) struct Place {
    draft: StoredValue<DraftId>,
    /// The question that has, or last had, the focus.
    pub(super) question: RwSignal<Option<QuestionId>>,
}

impl Place {
    /// Begins at the question that the address leads to, and goes wherever the address leads later.
    pub(super) fn begin(draft: DraftId, drawn: Drawn) -> Self {
        let place = Self { draft: StoredValue::new(draft), question: RwSignal::new(None) };
        let session = session();
        Effect::new(move || {
            if let Route::Write { question: Some(question), .. } = session.route.get() {
                // A view drawn again in another language keeps the place.
                if !session.is_rebuilding() {
                    drawn.finish();
                    // Once the questions are drawn, and after the view's heading had the focus.
                    request_animation_frame(move || go_to(&question));
                }
            }
        });
        place
    }

    /// Notes the question that received the focus. The address changes without a new entry in the browser's history.
    pub(super) fn follow(self, event: &FocusEvent) {
        let Some(question) = event.target().and_then(|target| question_of(&target.dyn_into().ok()?)) else {
            return;
        };
        if self.question.with_untracked(|here| here.as_ref() == Some(&question)) {
            return;
        }
        let draft = self.draft.get_value();
        let here = Route::Write { draft, question: Some(question.clone()) };
        // When the writer goes elsewhere, the address changes a moment before the view is told; that address must stay.
        if address::current().same_view(&here) {
            address::replace(&here);
        }
        self.question.set(Some(question));
    }
}

/// Goes to a question: scrolls to its beginning and focuses its field.
pub(super) fn go_to(question: &QuestionId) {
    if let Some(view) = document().get_element_by_id(&question_id(question.as_str())) {
        view.scroll_into_view();
    }
    focus::element(&field_id(question.as_str()));
}

/// Goes to the question after the focused one, scrolling no further than needed to see it.
pub(super) fn step_to(question: &QuestionId) {
    focus::show(&question_id(question.as_str()));
    focus::element(&field_id(question.as_str()));
}

/// Returns the id of a question on the page.
pub(super) fn question_id(question: &str) -> String {
    format!("question-{question}")
}

/// Returns the id of a section's heading.
pub(super) fn section_id(index: usize) -> String {
    format!("section-{}", index + 1)
}

/// Finds the question that an element of the page belongs to.
fn question_of(element: &Element) -> Option<QuestionId> {
    let view = element.closest("[data-question]").ok()??;
    view.get_attribute("data-question").map(QuestionId::new)
}
