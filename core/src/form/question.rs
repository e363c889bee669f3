//! A question and what is known of it.

use super::dated_text::DatedText;
use crate::answer::Markup;
use crate::ids::QuestionId;

/// One question of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question's id, stable and unique in its form.
    pub id: QuestionId,
    /// The wording, exactly as on the page.
    pub text: String,
    /// The kind of answer, which tells what the field offers and which checks apply.
    pub kind: QuestionKind,
    /// One line of help in plain English for people who don't speak it as their mother tongue.
    pub help: DatedText,
    /// Invented answers, to read and never to insert.
    pub examples: Vec<DatedText>,
    /// Answers that the page itself suggests.
    pub suggestions: Vec<String>,
    /// The template parameter, as far as Meta shows it.
    pub parameter: Parameter,
}

/// The knowledge of a question's template parameter. A name is never guessed: a wrong one loses the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// The whole name, as seen on Meta.
    Known(String),
    /// The start of the name only, since the one source cuts it short.
    Starts(String),
    /// A name of which nothing is known.
    Unknown,
}

/// The kind of an answer. An answer is always one text; its kind changes only the field and the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuestionKind {
    /// A short line without markup.
    Short,
    /// A line with suggestions; anything may be typed.
    Line,
    /// A wiki user name, without markup.
    UserName,
    /// Months or own words, without markup.
    Months,
    /// A year or years, without markup.
    Year,
    /// A long text with markup.
    Long,
    /// A number first, then words, with markup.
    Number,
    /// Yes or no, then words, with markup.
    YesNo,
    /// Links with words, with markup.
    Links,
    /// Three choices, with markup.
    Three,
}

impl QuestionKind {
    /// Returns the markup of this kind of answer. Names, periods, years and user names have none.
    pub fn markup(self) -> Markup {
        match self {
            Self::Short | Self::UserName | Self::Months | Self::Year => Markup::None,
            Self::Line | Self::Long | Self::Number | Self::YesNo | Self::Links | Self::Three => Markup::Wiki,
        }
    }
}
