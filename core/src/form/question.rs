//! A question and what is known of it.

use crate::answer::Markup;
use crate::ids::QuestionId;

/// One question of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Stable, unique in its form.
    pub id: QuestionId,
    /// The wording, exactly as on the page.
    pub text: String,
    /// What its field offers and which checks apply.
    pub kind: QuestionKind,
    /// One line in plain English for people who don't speak it as their mother tongue.
    pub help: String,
    /// Invented answers, to read and never to insert.
    pub examples: Vec<String>,
    /// What the page itself suggests as answers.
    pub suggestions: Vec<String>,
    /// The template parameter, as far as Meta shows it.
    pub parameter: Parameter,
}

/// What is known of a question's template parameter. A name is never guessed: a wrong one loses the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// The whole name, seen on Meta.
    Known(String),
    /// Only how it starts: the one source cuts it short.
    Starts(String),
    /// Nothing.
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
    /// A long text.
    Long,
    /// A number first, then words.
    Number,
    /// Yes or no, then words.
    YesNo,
    /// Links with words.
    Links,
    /// Three choices.
    Three,
}

impl QuestionKind {
    /// Names, periods, years and user names have no markup.
    pub fn markup(self) -> Markup {
        match self {
            Self::Short | Self::UserName | Self::Months | Self::Year => Markup::None,
            Self::Line | Self::Long | Self::Number | Self::YesNo | Self::Links | Self::Three => Markup::Wiki,
        }
    }
}
