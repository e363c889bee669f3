//! A point in which a form's template differs from the form.

use crate::form::{Form, Parameter, QuestionId};
use crate::i18n::Message;

/// A change that makes a form more like its template. Each can be made by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormChange {
    /// A question's parameter has this name.
    Parameter {
        /// The question whose parameter it is.
        question: QuestionId,
        /// The name that the template has.
        name: String,
    },
    /// A question is asked in other words.
    Wording {
        /// The question that is reworded.
        question: QuestionId,
        /// The template's words.
        text: String,
    },
    /// The template asks something that the form does not.
    NewQuestion {
        /// The id that the question gets, made of its parameter's name.
        id: QuestionId,
        /// The question's words.
        text: String,
        /// The name of the question's parameter.
        parameter: String,
        /// The question that stands before it; `None` at the form's beginning.
        after: Option<QuestionId>,
    },
    /// The template does not ask a question any more.
    DroppedQuestion {
        /// The question that the form asks.
        question: QuestionId,
    },
    /// The template has a title that the form has not.
    NewTitle {
        /// Whether a section or a group begins with it.
        level: TitleLevel,
        /// The words of the title.
        title: String,
        /// The question that follows it.
        before: QuestionId,
    },
    /// A section or a group has another title.
    Retitled {
        /// Whether the title is that of a section or of a group.
        level: TitleLevel,
        /// The title that the form has.
        from: String,
        /// The template's title.
        to: String,
    },
    /// The template has a title of the form no more; its questions stay.
    DroppedTitle {
        /// Whether the title is that of a section or of a group.
        level: TitleLevel,
        /// The title that the form has.
        title: String,
    },
}

/// The part of a form that a title is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TitleLevel {
    /// A title of a section.
    Section,
    /// A title of a group, below a section's.
    Group,
}

impl FormChange {
    /// Returns what to tell the user of a change to `form`, which has not been made yet.
    pub fn message(&self, form: &Form) -> Message {
        let text = |id: &QuestionId| match form.question(id.as_str()) {
            Some(question) => question.text.clone(),
            None => id.to_string(),
        };
        match self {
            Self::Parameter { question, name } => {
                match form.question(question.as_str()).map(|question| &question.parameter) {
                    Some(Parameter::Known(known)) => {
                        Message::new("meta-form-other-parameter").with(text(question)).with(known).with(name)
                    }
                    Some(Parameter::Starts(start)) if !name.starts_with(start.as_str()) => {
                        let start = format!("{start}…");
                        Message::new("meta-form-other-parameter").with(text(question)).with(start).with(name)
                    }
                    _ => Message::new("meta-form-parameter").with(text(question)).with(name),
                }
            }
            Self::Wording { question, text: words } => {
                Message::new("meta-form-wording").with(text(question)).with(words)
            }
            Self::NewQuestion { text, .. } => Message::new("meta-form-new-question").with(text),
            Self::DroppedQuestion { question } => {
                Message::new("meta-form-dropped-question").with(text(question))
            }
            Self::NewTitle { title, before, .. } => {
                Message::new("meta-form-new-title").with(title).with(text(before))
            }
            Self::Retitled { from, to, .. } => Message::new("meta-form-retitled").with(from).with(to),
            Self::DroppedTitle { title, .. } => Message::new("meta-form-dropped-title").with(title),
        }
    }

    /// Returns whether the change only tells the name of a parameter that the form does not know yet, and agrees with what it knows.
    pub fn is_learned(&self, form: &Form) -> bool {
        let Self::Parameter { question, name } = self else { return false };
        match form.question(question.as_str()).map(|question| &question.parameter) {
            Some(Parameter::Unknown) => true,
            Some(Parameter::Starts(start)) => name.starts_with(start.as_str()),
            Some(Parameter::Known(_)) | None => false,
        }
    }
}
