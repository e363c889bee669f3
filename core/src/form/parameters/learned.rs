//! What was learned from one text, and where it disagrees with what is known.

use std::collections::BTreeMap;

use crate::form::{Form, QuestionId};
use crate::i18n::Message;

/// What one text taught about the parameters of a form's template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    /// The names that are certain and agree with the form, those it knows itself included.
    /// A plain map, to be kept, shown and undone.
    pub names: BTreeMap<QuestionId, String>,
    /// What does not agree. None of it is in `names`.
    pub disagreements: Vec<Disagreement>,
    /// Parameters that belong to no question, or to one that cannot be told, in their order.
    pub unmatched: Vec<String>,
}

/// A point where a text and the form, or the text and itself, disagree. Nothing is taken from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// The question has another parameter than the known one.
    OtherName {
        /// The question.
        question: QuestionId,
        /// The name the form knows.
        known: String,
        /// The name that was found.
        found: String,
    },
    /// The question's parameter does not start as it is known to.
    OtherStart {
        /// The question.
        question: QuestionId,
        /// The start the form knows.
        start: String,
        /// The name that was found.
        found: String,
    },
    /// The question has more than one parameter.
    Several {
        /// The question.
        question: QuestionId,
        /// All of them, in their order.
        found: Vec<String>,
    },
    /// One parameter stands beside more than one question.
    Shared {
        /// The parameter.
        parameter: String,
        /// All of the questions, in the form's order.
        questions: Vec<QuestionId>,
    },
    /// The parameter that the form knows for the question is not in the text.
    Absent {
        /// The question.
        question: QuestionId,
        /// The name the form knows.
        known: String,
    },
    /// The known parameters stand in another order than their questions, so position tells nothing.
    OtherOrder {
        /// The first parameter that stands too early.
        parameter: String,
    },
}

impl Disagreement {
    /// In the user's words.
    pub fn message(&self, form: &Form) -> Message {
        let text = |id: &QuestionId| match form.question(id.as_str()) {
            Some(question) => question.text.clone(),
            None => id.to_string(),
        };
        match self {
            Self::OtherName { question, known, found } => {
                Message::new("learn-other-name").with(text(question)).with(known).with(found)
            }
            Self::OtherStart { question, start, found } => {
                Message::new("learn-other-start").with(text(question)).with(start).with(found)
            }
            Self::Several { question, found } => {
                Message::new("learn-several").with(text(question)).with(found.join(", "))
            }
            Self::Shared { parameter, questions } => {
                let questions: Vec<_> = questions.iter().map(text).collect();
                Message::new("learn-shared").with(parameter).with(questions.join(" · "))
            }
            Self::Absent { question, known } => Message::new("learn-absent").with(text(question)).with(known),
            Self::OtherOrder { parameter } => Message::new("learn-other-order").with(parameter),
        }
    }
}
