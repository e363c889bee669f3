//! What was learned from one text, and where it disagrees with what is known.

use std::collections::BTreeMap;

use crate::form::{Form, QuestionId};
use crate::i18n::Message;

/// The result of learning from one text about the parameters of a form's template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    /// The names that are certain and agree with the form, by question, those that the form knows itself included. A plain map,
    /// to be kept, shown and undone.
    pub names: BTreeMap<QuestionId, String>,
    /// The points that do not agree, of which nothing is in `names`.
    pub disagreements: Vec<Disagreement>,
    /// The parameters that belong to no question, or to one that cannot be told, in their order.
    pub unmatched: Vec<String>,
}

/// A point where a text and the form, or the text and itself, disagree, so that nothing is taken from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// A question with another parameter than the known one.
    OtherName {
        /// The question whose parameter differs.
        question: QuestionId,
        /// The name that the form knows.
        known: String,
        /// The name that was found.
        found: String,
    },
    /// A question whose parameter does not start as it is known to.
    OtherStart {
        /// The question whose parameter differs.
        question: QuestionId,
        /// The start of the name that the form knows.
        start: String,
        /// The name that was found.
        found: String,
    },
    /// A question with more than one parameter.
    Several {
        /// The question that has the parameters.
        question: QuestionId,
        /// The names of all its parameters, in their order.
        found: Vec<String>,
    },
    /// A parameter that stands beside more than one question.
    Shared {
        /// The name of the parameter.
        parameter: String,
        /// The questions that the parameter stands beside, in the form's order.
        questions: Vec<QuestionId>,
    },
    /// A parameter that the form knows for a question and that is not in the text.
    Absent {
        /// The question whose parameter is missing.
        question: QuestionId,
        /// The name that the form knows.
        known: String,
    },
    /// Known parameters that stand in another order than their questions, so that position tells nothing.
    OtherOrder {
        /// The name of the first parameter that stands too early.
        parameter: String,
    },
}

impl Disagreement {
    /// Returns what to tell the user, with the questions in the form's words.
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
