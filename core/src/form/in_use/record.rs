//! A form in use as it is kept: in a setting of the browser, and in the file of a draft that answers it.

use serde_json::Value;

use crate::form::Form;
use crate::json::{self, Place};

/// The greatest size of a kept form, in bytes, as JSON without blanks.
pub const MOST_BYTES: usize = 256 << 10;

/// A form in use as JSON. Code that only asks its questions takes out the [`form`](Self::form); the rest is read by
/// [`FormInUse::read`](super::FormInUse::read).
#[derive(Clone, Debug, PartialEq)]
pub struct FormRecord(Value);

impl FormRecord {
    /// Reads a record's JSON; `None` where it is none, or longer than [`MOST_BYTES`].
    pub fn read(json: &str) -> Option<Self> {
        if json.len() > MOST_BYTES {
            return None;
        }
        json::read(json).ok().map(Self)
    }

    /// Wraps a record that stands in other JSON.
    pub(crate) fn of_value(value: Value) -> Self {
        Self(value)
    }

    /// Returns the record as JSON, to stand in other JSON.
    pub(crate) fn value(&self) -> &Value {
        &self.0
    }

    /// Writes the record without blanks.
    pub fn write(&self) -> String {
        json::write(&self.0)
    }

    /// Returns when the form in use was last changed, as text: times of one form compare as their texts do. Empty where that is not
    /// told.
    pub fn noted(&self) -> &str {
        self.0.get("noted").and_then(Value::as_str).unwrap_or_default()
    }

    /// Reads the form; `None` where it is wrong. Its wiki is the program's own, whatever the record says: it may come out of a file.
    pub fn form(&self) -> Option<Form> {
        let form = Form::of_definition(self.0.get("form")?, Place::Top).ok()?;
        Some(Form { wiki: Form::latest().wiki.clone(), ..form })
    }

    /// Returns the id of the form, without reading the form.
    pub fn form_id(&self) -> Option<&str> {
        self.0.get("form")?.get("id")?.as_str()
    }

    /// Leaves out what was seen of the template: a draft only needs the form and where it came from.
    #[must_use]
    pub fn without_comparison(mut self) -> Self {
        if let Some(fields) = self.0.as_object_mut() {
            fields.shift_remove("compared");
        }
        self
    }
}
