//! Taking an object's known fields out one by one, with errors that name the path; what remains is unknown.

use super::{Expected, FileError};
use crate::json::{Json, Place};

/// An object's fields not yet taken.
pub(in crate::draft) struct Fields<'a> {
    place: Place<'a>,
    fields: Vec<(String, Json)>,
}

impl<'a> Fields<'a> {
    /// The fields of the object at a place.
    pub(in crate::draft) fn of(value: Json, place: Place<'a>) -> Result<Self, FileError> {
        match value {
            Json::Object(fields) => Ok(Self { place, fields }),
            other => Err(unexpected(&place, Expected::Object, &other)),
        }
    }

    /// Where its field of this name is.
    pub(in crate::draft) fn place_of<'b>(&'b self, name: &'b str) -> Place<'b> {
        Place::Name(&self.place, name)
    }

    /// A field that may be there.
    pub(in crate::draft) fn optional(&mut self, name: &str) -> Option<Json> {
        let place = self.fields.iter().position(|(field, _)| field == name)?;
        Some(self.fields.remove(place).1)
    }

    /// A field that has to be there.
    pub(in crate::draft) fn required(&mut self, name: &str) -> Result<Json, FileError> {
        let value = self.optional(name);
        value.ok_or_else(|| FileError::Missing { path: self.place_of(name).to_string() })
    }

    /// A field that has to be there and hold a text.
    pub(in crate::draft) fn text(&mut self, name: &str) -> Result<String, FileError> {
        let value = self.required(name)?;
        text(value, &self.place_of(name))
    }

    /// A field that has to be there and hold a text of which `read` makes something.
    pub(in crate::draft) fn read<T>(
        &mut self,
        name: &str,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, FileError> {
        let text = self.text(name)?;
        read(&text).ok_or_else(|| unexpected(&self.place_of(name), expected, &Json::Text(text)))
    }

    /// A field that has to be there and hold yes or no.
    pub(in crate::draft) fn yes_no(&mut self, name: &str) -> Result<bool, FileError> {
        match self.required(name)? {
            Json::Bool(value) => Ok(value),
            other => Err(unexpected(&self.place_of(name), Expected::YesNo, &other)),
        }
    }

    /// Fails if a field is there that belongs elsewhere.
    pub(in crate::draft) fn absent(&mut self, name: &str) -> Result<(), FileError> {
        match self.optional(name) {
            Some(value) => Err(unexpected(&self.place_of(name), Expected::Nothing, &value)),
            None => Ok(()),
        }
    }

    /// Fails if a field is left that nobody took.
    pub(in crate::draft) fn nothing_left(mut self) -> Result<(), FileError> {
        let name = self.fields.first().map(|(name, _)| name.clone()).unwrap_or_default();
        self.absent(&name)
    }

    /// The fields nobody took.
    pub(in crate::draft) fn rest(self) -> Vec<(String, Json)> {
        self.fields
    }
}

/// The text at a place.
pub(in crate::draft) fn text(value: Json, place: &Place<'_>) -> Result<String, FileError> {
    match value {
        Json::Text(text) => Ok(text),
        other => Err(unexpected(place, Expected::Text, &other)),
    }
}

/// The error for a value that should be something else.
pub(in crate::draft) fn unexpected(place: &Place<'_>, expected: Expected, found: &Json) -> FileError {
    FileError::Unexpected { path: place.to_string(), expected, found: beginning(found) }
}

/// How a value begins, as JSON: lists and objects only by their kind, texts and numbers with at most 40 characters.
fn beginning(value: &Json) -> String {
    match value {
        Json::Object(fields) if !fields.is_empty() => "{…}".to_owned(),
        Json::List(items) if !items.is_empty() => "[…]".to_owned(),
        Json::Text(text) => excerpt(text, |start| Json::Text(start.to_owned()).to_text()),
        Json::Number(digits) => excerpt(digits, str::to_owned),
        other => other.to_text(),
    }
}

/// The first 40 characters as `write` has them, and whether there are more.
fn excerpt(text: &str, write: impl Fn(&str) -> String) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => write(text.get(..end).unwrap_or_default()) + "…",
        None => write(text),
    }
}
