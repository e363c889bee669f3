//! The ids of a question's elements, by which they name each other. `public/early.js` and `public/first-questions.mjs`
//! use the same ids for the early fields.

use report::form::QuestionId;

/// Returns the id of a question's text control.
pub fn field_id(question: &str) -> String {
    format!("answer-{question}")
}

/// Returns the id of a question's wording.
pub fn label_id(question: &str) -> String {
    format!("label-{question}")
}

/// Returns the id of a question's English wording, which is shown where the label is in another language.
pub fn english_id(question: &str) -> String {
    format!("english-{question}")
}

/// Finds the question whose text control has this id; `None` for any other element.
pub fn question_of_field(id: &str) -> Option<QuestionId> {
    id.strip_prefix("answer-").map(QuestionId::new)
}

/// Returns the id of the line that says who wrote the answer to a question last.
pub fn written_id(question: &str) -> String {
    format!("written-{question}")
}
