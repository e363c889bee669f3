//! Why nothing at all could be learned.

use std::fmt;

use crate::i18n::{Message, english};

/// The reason why a text teaches no parameter names. [`LearnError::message`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LearnError {
    /// A text that is empty.
    Empty,
    /// A text that starts like JSON but is none. Lines and columns count from 1.
    NotJson {
        /// The line where reading stopped.
        line: usize,
        /// The column where reading stopped, in characters.
        column: usize,
    },
    /// JSON that is no answer about a template's parameters.
    NotTemplateData,
    /// A wiki's refusal to answer.
    Refused {
        /// The wiki's code for the refusal: `ratelimited`.
        code: String,
        /// The wiki's words for the refusal.
        info: String,
    },
    /// A wiki's answer that it has no such page.
    TemplateMissing {
        /// The page's title, as the wiki wrote it.
        title: String,
    },
    /// An answer about another page than the form's template.
    OtherTemplate {
        /// The title in the answer.
        found: String,
        /// The form's template, without namespace.
        wanted: String,
    },
    /// A text in which no parameter stands.
    NoParameters,
    /// A text with parameters, but with neither one of the form's questions nor a known name.
    NotThisForm {
        /// The form's template, without namespace.
        template: String,
    },
}

impl LearnError {
    /// Returns what to tell the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("learn-empty"),
            Self::NotJson { line, column } => Message::new("learn-not-json").with(line).with(column),
            Self::NotTemplateData => Message::new("learn-not-template-data"),
            Self::Refused { code, info } => Message::new("learn-refused").with(info).with(code),
            Self::TemplateMissing { title } => Message::new("learn-template-missing").with(title),
            Self::OtherTemplate { found, wanted } => {
                Message::new("learn-other-template").with(found).with(wanted)
            }
            Self::NoParameters => Message::new("learn-no-parameters").with("{{{name}}}"),
            Self::NotThisForm { template } => Message::new("learn-not-this-form").with(template),
        }
    }
}

impl fmt::Display for LearnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for LearnError {}
