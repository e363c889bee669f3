//! Words for people: messages by key, in banana format (`$1`, `{{PLURAL:$1|one|other}}`), as translatewiki.net keeps them.
//!
//! The core never has a sentence in its code: it names a message and its parameters, and the caller renders it in the
//! reader's language. English is built in (`i18n/en.json`).

mod bidi;
mod catalog;
mod digits;
mod english;
mod language;
mod number;
mod pieces;
mod render;
#[cfg(test)]
mod tests;

pub use catalog::{Catalog, CatalogError};
pub use english::{english, late_keys, learn_english};
pub use language::{Direction, Language, OfferedLanguage};

/// A message to be shown, as its key and what its `$1`, `$2`, … stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The key of the message in `i18n/en.json`.
    pub key: &'static str,
    /// The values for `$1`, `$2`, …, in order.
    pub parameters: Vec<String>,
}

impl Message {
    /// Creates a message without parameters yet.
    pub fn new(key: &'static str) -> Self {
        Self { key, parameters: Vec::new() }
    }

    /// Adds the next parameter.
    #[must_use]
    pub fn with(mut self, parameter: impl ToString) -> Self {
        self.parameters.push(parameter.to_string());
        self
    }
}
