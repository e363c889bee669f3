//! Takes an object's known fields out one by one, with errors that name the path; the remaining fields are unknown.

use super::{Expected, FileError};
use crate::json::{self, Place};
use serde_json::Value;

/// An object's fields that were not taken yet.
pub(in crate::draft) struct Fields<'a> {
    place: Place<'a>,
    fields: json::Fields,
}

impl<'a> Fields<'a> {
    /// Takes the fields of the object at a place.
    pub(in crate::draft) fn of(value: Value, place: Place<'a>) -> Result<Self, FileError> {
        match value {
            Value::Object(fields) => Ok(Self { place, fields }),
            other => Err(unexpected(&place, Expected::Object, &other)),
        }
    }

    /// Returns the place of the object's field of this name.
    pub(in crate::draft) fn place_of<'b>(&'b self, name: &'b str) -> Place<'b> {
        Place::Name(&self.place, name)
    }

    /// Takes an optional field.
    pub(in crate::draft) fn optional(&mut self, name: &str) -> Option<Value> {
        self.fields.shift_remove(name)
    }

    /// Takes a required field.
    pub(in crate::draft) fn required(&mut self, name: &str) -> Result<Value, FileError> {
        let value = self.optional(name);
        value.ok_or_else(|| FileError::Missing { path: self.place_of(name).to_string() })
    }

    /// Takes a required field that holds a text.
    pub(in crate::draft) fn text(&mut self, name: &str) -> Result<String, FileError> {
        let value = self.required(name)?;
        text(value, &self.place_of(name))
    }

    /// Takes a required field that holds a text that `read` understands.
    pub(in crate::draft) fn read<T>(
        &mut self,
        name: &str,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, FileError> {
        let text = self.text(name)?;
        read(&text).ok_or_else(|| unexpected(&self.place_of(name), expected, &Value::String(text)))
    }

    /// Takes a required field that holds `true` or `false`.
    pub(in crate::draft) fn yes_no(&mut self, name: &str) -> Result<bool, FileError> {
        match self.required(name)? {
            Value::Bool(value) => Ok(value),
            other => Err(unexpected(&self.place_of(name), Expected::YesNo, &other)),
        }
    }

    /// Fails if a field exists that belongs elsewhere.
    pub(in crate::draft) fn absent(&mut self, name: &str) -> Result<(), FileError> {
        match self.optional(name) {
            Some(value) => Err(unexpected(&self.place_of(name), Expected::Nothing, &value)),
            None => Ok(()),
        }
    }

    /// Fails if any field was not taken.
    pub(in crate::draft) fn nothing_left(mut self) -> Result<(), FileError> {
        let name = self.fields.keys().next().cloned().unwrap_or_default();
        self.absent(&name)
    }

    /// Returns the fields that were not taken.
    pub(in crate::draft) fn rest(self) -> json::Fields {
        self.fields
    }
}

/// Takes the text at a place.
pub(in crate::draft) fn text(value: Value, place: &Place<'_>) -> Result<String, FileError> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(unexpected(place, Expected::Text, &other)),
    }
}

/// Makes the error for a value that should be something else.
pub(in crate::draft) fn unexpected(place: &Place<'_>, expected: Expected, found: &Value) -> FileError {
    FileError::Unexpected { path: place.to_string(), expected, found: beginning(found) }
}

/// Returns how a value begins, as JSON: lists and objects only by their kind, texts and numbers with at most 40 characters.
fn beginning(value: &Value) -> String {
    match value {
        Value::Object(fields) if !fields.is_empty() => "{…}".to_owned(),
        Value::Array(items) if !items.is_empty() => "[…]".to_owned(),
        Value::String(text) => excerpt(text, json::write),
        Value::Number(number) => excerpt(number.as_str(), str::to_owned),
        other => other.to_string(),
    }
}

/// Returns the first 40 characters as written by `write`, with `…` if there are more.
fn excerpt(text: &str, write: impl Fn(&str) -> String) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => write(text.get(..end).unwrap_or_default()) + "…",
        None => write(text),
    }
}
