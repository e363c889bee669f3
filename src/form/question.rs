//! A question and what is known of it.

use std::borrow::Borrow;
use std::fmt;

/// A question's stable id, the same in every year's form that asks it: `mission`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(String);

/// One question of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Stable, unique in its form.
    pub id: QuestionId,
    /// The wording, exactly as on the page.
    pub text: String,
    /// What its field offers and which checks apply.
    pub kind: Kind,
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
pub enum Kind {
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

/// Whether an answer's source knows markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Markup {
    /// Every character is text.
    None,
    /// Links, lists, bold and italics in wiki notation.
    Wiki,
}

impl Kind {
    /// Names, periods, years and user names have no markup.
    pub fn markup(self) -> Markup {
        match self {
            Self::Short | Self::UserName | Self::Months | Self::Year => Markup::None,
            Self::Line | Self::Long | Self::Number | Self::YesNo | Self::Links | Self::Three => Markup::Wiki,
        }
    }
}

impl QuestionId {
    /// Wraps an id as a form file or a draft gives it.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for QuestionId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
