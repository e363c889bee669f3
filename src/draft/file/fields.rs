//! Taking an object's known fields out one by one, with errors that name the path; what remains is unknown.

use serde_json::{Map, Value};

use super::{Expected, FileError};
use crate::json::Place;

/// An object's fields not yet taken.
pub(in crate::draft) struct Fields<'a> {
    place: Place<'a>,
    fields: Map<String, Value>,
}

impl<'a> Fields<'a> {
    /// The fields of the object at a place.
    pub(in crate::draft) fn of(value: Value, place: Place<'a>) -> Result<Self, FileError> {
        match value {
            Value::Object(fields) => Ok(Self { place, fields }),
            other => Err(unexpected(&place, Expected::Object, &other)),
        }
    }

    /// Where its field of this name is.
    pub(in crate::draft) fn place_of<'b>(&'b self, name: &'b str) -> Place<'b> {
        Place::Name(&self.place, name)
    }

    /// A field that may be there.
    pub(in crate::draft) fn optional(&mut self, name: &str) -> Option<Value> {
        self.fields.remove(name)
    }

    /// A field that has to be there.
    pub(in crate::draft) fn required(&mut self, name: &str) -> Result<Value, FileError> {
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
        read(&text).ok_or_else(|| unexpected(&self.place_of(name), expected, &Value::String(text)))
    }

    /// A field that has to be there and hold yes or no.
    pub(in crate::draft) fn yes_no(&mut self, name: &str) -> Result<bool, FileError> {
        match self.required(name)? {
            Value::Bool(value) => Ok(value),
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
        let name = self.fields.keys().next().cloned().unwrap_or_default();
        self.absent(&name)
    }

    /// The fields nobody took.
    pub(in crate::draft) fn rest(self) -> Map<String, Value> {
        self.fields
    }
}

/// The text at a place.
pub(in crate::draft) fn text(value: Value, place: &Place<'_>) -> Result<String, FileError> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(unexpected(place, Expected::Text, &other)),
    }
}

/// The error for a value that should be something else.
pub(in crate::draft) fn unexpected(place: &Place<'_>, expected: Expected, found: &Value) -> FileError {
    FileError::Unexpected { path: place.to_string(), expected, found: beginning(found) }
}

/// How a value begins, as JSON: lists and objects only by their kind, texts with at most 40 characters.
fn beginning(value: &Value) -> String {
    match value {
        Value::Object(fields) if !fields.is_empty() => "{…}".to_owned(),
        Value::Array(items) if !items.is_empty() => "[…]".to_owned(),
        Value::String(text) => match text.char_indices().nth(40) {
            Some((end, _)) => format!("{}…", Value::from(text.get(..end).unwrap_or_default())),
            None => value.to_string(),
        },
        other => other.to_string(),
    }
}
