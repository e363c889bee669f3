//! Why nothing at all could be learned.

use std::fmt;

use crate::i18n::{Message, english};

/// Why a text teaches no parameter names. The words ([`LearnError::message`]) say what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LearnError {
    /// There is no text.
    Empty,
    /// The text starts like JSON but is none. Lines and columns count from 1.
    NotJson {
        /// The line where reading stopped.
        line: usize,
        /// The column where reading stopped, in characters.
        column: usize,
    },
    /// JSON, but no answer about a template's parameters.
    NotTemplateData,
    /// The wiki refused to answer.
    Refused {
        /// The wiki's code for it: `ratelimited`.
        code: String,
        /// The wiki's words.
        info: String,
    },
    /// The wiki has no such page.
    TemplateMissing {
        /// The page's title, as the wiki wrote it.
        title: String,
    },
    /// The answer is about another page than the form's template.
    OtherTemplate {
        /// The title in the answer.
        found: String,
        /// The form's template, without namespace.
        wanted: String,
    },
    /// No parameter stands in the text.
    NoParameters,
    /// There are parameters, but neither one of the form's questions nor a known name.
    NotThisForm {
        /// The form's template, without namespace.
        template: String,
    },
}

impl LearnError {
    /// In the user's words.
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
