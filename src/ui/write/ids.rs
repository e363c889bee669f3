//! The ids of a question's elements, by which they name each other. `public/early.js` and `public/first-questions.mjs` use
//! the same for the fields that stand in the page itself.

/// Names a question's text control.
pub(super) fn field_id(question: &str) -> String {
    format!("answer-{question}")
}

/// The id of a question's wording.
pub(super) fn label_id(question: &str) -> String {
    format!("label-{question}")
}
