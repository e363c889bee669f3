//! A language's messages, read from a file in banana format.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use super::Message;
use super::digits::Digits;
use super::render::{Plurals, english_category, render};
use crate::json::{self, JsonError};

/// One language's messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    texts: BTreeMap<String, String>,
    plural_order: Vec<String>,
    digits: Option<Digits>,
    is_right_to_left: bool,
}

/// The reason why a catalog's file can't be used, in plain English for people who edit it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogError {
    /// A file that is not JSON.
    NotJson {
        /// The line where reading stopped, counted from 1.
        line: usize,
        /// The character in the line where reading stopped, counted from 1.
        column: usize,
        /// The parser's words for what it found.
        what: String,
    },
    /// A key that the file has twice.
    Twice {
        /// The key that is there twice, or a path within `@metadata`.
        key: String,
        /// The line of the second one, counted from 1.
        line: usize,
    },
    /// A file whose value is no object of keys and texts.
    NotAnObject,
    /// A list of texts without one for each key.
    NotAsLong {
        /// The texts in the list.
        texts: usize,
        /// The keys that they are for.
        keys: usize,
    },
    /// A key whose value is not a text.
    NotText {
        /// The key with another value.
        key: String,
    },
}

impl Catalog {
    /// Reads a file of keys and texts. `@metadata` is for translators and skipped.
    ///
    /// The forms of `{{PLURAL:…}}` stand in English's order (one, other) until [`with_plural_order`](Self::with_plural_order)
    /// says otherwise.
    ///
    /// # Errors
    /// If the file is not one JSON object whose values are all texts, or names a key twice.
    pub fn read(text: &str) -> Result<Self, CatalogError> {
        let Value::Object(fields) = json::read(text)? else { return Err(CatalogError::NotAnObject) };
        let mut catalog = Self::empty();
        for (key, value) in fields {
            match value {
                _ if key == "@metadata" => {}
                Value::String(text) => drop(catalog.texts.insert(key, text)),
                _ => return Err(CatalogError::NotText { key }),
            }
        }
        Ok(catalog)
    }

    /// Reads a file of the late part's messages: a list of texts for these keys, `null` where there is none, as without its keys a file is
    /// a fifth smaller; or an object, as [`read`](Self::read) does.
    ///
    /// # Errors
    /// As [`read`](Self::read), and if there are not as many texts as keys.
    pub fn read_in_order(text: &str, keys: &[&str]) -> Result<Self, CatalogError> {
        let Value::Array(values) = json::read(text)? else { return Self::read(text) };
        if values.len() != keys.len() {
            return Err(CatalogError::NotAsLong { texts: values.len(), keys: keys.len() });
        }
        let mut catalog = Self::empty();
        for (&key, value) in keys.iter().zip(values) {
            match value {
                Value::Null => {}
                Value::String(text) => drop(catalog.texts.insert(key.to_owned(), text)),
                _ => return Err(CatalogError::NotText { key: key.to_owned() }),
            }
        }
        Ok(catalog)
    }

    /// Adds the messages of another file of the same language.
    #[must_use]
    pub fn with(mut self, more: Self) -> Self {
        self.texts.extend(more.texts);
        self
    }

    /// Sets the language's plural categories, as `Intl.PluralRules` lists them (any order: CLDR's is taken).
    /// translatewiki.net writes the forms of `{{PLURAL:…}}` in that order, without names.
    #[must_use]
    pub fn with_plural_order(mut self, categories: &[&str]) -> Self {
        let known = super::render::CATEGORIES.into_iter().filter(|category| categories.contains(category));
        self.plural_order = known.map(str::to_owned).collect();
        self
    }

    /// Sets the language's ten digits, from nought to nine, in which whole numbers among the parameters are written; anything but ten
    /// characters changes nothing.
    #[must_use]
    pub fn with_digits(mut self, digits: &str) -> Self {
        self.digits = Digits::of(digits);
        self
    }

    /// Sets that the language is written from right to left: names in Latin letters are then kept apart from the sentence by marks.
    #[must_use]
    pub fn right_to_left(mut self) -> Self {
        self.is_right_to_left = true;
        self
    }

    /// Writes digits as the language has them, all else as it stands.
    pub fn in_own_digits(&self, text: &str) -> String {
        self.digits.map_or_else(|| text.to_owned(), |digits| digits.write(text))
    }

    /// Returns the keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// Renders the message, if this catalog has it.
    pub(super) fn try_render(
        &self,
        message: &Message,
        plural: &dyn Fn(f64) -> &'static str,
    ) -> Option<String> {
        self.text(message.key, &message.parameters, plural)
    }

    /// Renders the message of a key that only the run knows, if this catalog has it. `plural` is that of [`render`](Self::render).
    pub fn text(
        &self,
        key: &str,
        parameters: &[String],
        plural: &dyn Fn(f64) -> &'static str,
    ) -> Option<String> {
        let text = self.texts.get(key)?;
        let plurals = Plurals {
            order: &self.plural_order,
            category: plural,
            digits: self.digits,
            is_right_to_left: self.is_right_to_left,
        };
        Some(render(text, parameters, plurals))
    }

    /// Creates a catalog without messages.
    pub(super) fn empty() -> Self {
        Self { texts: BTreeMap::new(), plural_order: english_order(), digits: None, is_right_to_left: false }
    }
}

fn english_order() -> Vec<String> {
    [english_category(1.0), english_category(2.0)].map(str::to_owned).into()
}

impl From<JsonError> for CatalogError {
    fn from(error: JsonError) -> Self {
        match error {
            JsonError::Cut { line, column } => {
                Self::NotJson { line, column, what: "the file ends too early".to_owned() }
            }
            JsonError::Syntax { line, column, what } => Self::NotJson { line, column, what },
            JsonError::Duplicate { line, path } => Self::Twice { key: path, line },
        }
    }
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column, what } => write!(f, "line {line}, column {column}: {what}"),
            Self::Twice { key, line } => {
                write!(f, "line {line}: \"{key}\" is already there; remove one of the two")
            }
            Self::NotAnObject => f.write_str("the file has to be an object: { \"key\": \"text\", … }"),
            Self::NotAsLong { texts, keys } => write!(f, "{texts} texts for {keys} messages"),
            Self::NotText { key } => write!(f, "\"{key}\": expected a text in quotes"),
        }
    }
}

impl std::error::Error for CatalogError {}
