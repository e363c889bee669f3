//! JSON: the values, reading and writing them.
//!
//! This is all the app has of it. Serde's readers and writers are compiled anew for each type, and bring the tables by which
//! fractions are read and written: 20 KB of brotli. No number is calculated with here, so a number is the text it was.

mod place;
mod read;
mod text;

pub(crate) use place::Place;
pub(crate) use read::{JsonError, read, read_as_written};
pub(crate) use text::JsonText;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as it was written, with every digit.
    Number(String),
    /// A text, without its escapes.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object's fields. [`read()`] sorts them by name.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The first field of this name, if this is an object that has it.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        self.fields().iter().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    /// An object's fields, none for anything else.
    pub(crate) fn fields(&self) -> &[(String, Self)] {
        if let Self::Object(fields) = self { fields } else { &[] }
    }

    /// A list's items, none for anything else.
    pub(crate) fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The text, if this is one.
    pub(crate) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The whole number, if this is one that is not below zero and has at most 64 bits.
    pub(crate) fn count(&self) -> Option<u64> {
        if let Self::Number(digits) = self { digits.parse().ok() } else { None }
    }

    /// The whole number, if this is one that has at most 64 bits with its sign.
    pub(crate) fn whole(&self) -> Option<i64> {
        if let Self::Number(digits) = self { digits.parse().ok() } else { None }
    }

    /// What kind of value this is, for an error's words.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// As tests write values.
#[cfg(test)]
impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        read(&value.to_string()).unwrap_or(Self::Null)
    }
}
