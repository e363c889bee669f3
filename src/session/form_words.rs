//! The form's texts in the reader's language, with the English that the page on Meta has.

use super::words::{is_english, translated};
use report::form::{DatedText, message_key};

/// A text of the form as shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormWords {
    /// The text in the reader's language, in English where it is not translated.
    pub shown: String,
    /// The English text, if another one is shown.
    pub english: Option<String>,
    is_english: bool,
}

impl FormWords {
    /// Wraps words that are already in the page's language.
    pub fn in_page(words: String) -> Self {
        Self { shown: words, english: None, is_english: false }
    }

    /// Returns the language of the shown text, for `lang`, if it is not the page's.
    pub fn lang(&self) -> Option<&'static str> {
        self.is_english.then_some("en")
    }

    /// Returns the direction of the shown text, for `dir`, if it is not the page's.
    pub fn dir(&self) -> Option<&'static str> {
        self.is_english.then_some("ltr")
    }
}

/// Returns a question's wording.
pub fn wording(english: &str) -> FormWords {
    of(&|| message_key::of_wording(english), english.to_owned(), &[])
}

/// Returns the heading of a section or group.
pub fn heading(english: &str) -> FormWords {
    of(&|| message_key::of_heading(english), english.to_owned(), &[])
}

/// Returns a form's name.
pub fn form_name(english: &str) -> FormWords {
    of(&|| message_key::of_name(english), english.to_owned(), &[])
}

/// Returns a question's help, for a report about this year.
pub fn help(help: &DatedText, year: u16) -> FormWords {
    let years = [year, year.saturating_sub(1)].map(|year| year.to_string());
    of(&|| message_key::of_help(help), help.in_year(year), &years)
}

fn of(key: &dyn Fn() -> Option<String>, english: String, parameters: &[String]) -> FormWords {
    let own = if is_english() { None } else { key().and_then(|key| translated(&key, parameters)) };
    match own {
        Some(shown) => FormWords { shown, english: Some(english), is_english: false },
        None => FormWords { shown: english, english: None, is_english: true },
    }
}
