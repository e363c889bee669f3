//! JSON by serde_json, read so that nothing gets lost: a name that stands twice in one object is an error instead of one
//! value silently taking the other's place, and a number keeps every digit it was written with (serde_json's
//! `arbitrary_precision`; an exponent gets its sign). Objects keep the order of their fields (`preserve_order`).

use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;

use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// The fields of a JSON object.
pub(crate) type Fields = serde_json::Map<String, Value>;

/// The reason why a text is not JSON, or not to be taken as such. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum JsonError {
    /// A text that stops in the middle.
    Cut {
        /// The line in which the text stops.
        line: usize,
        /// The column behind which the text stops.
        column: usize,
    },
    /// A text with something where JSON has no place for it.
    Syntax {
        /// The line of the error.
        line: usize,
        /// The column of the error.
        column: usize,
        /// The error in serde_json's words.
        what: String,
    },
    /// A text with a name twice in one object.
    Duplicate {
        /// The line of the second occurrence.
        line: usize,
        /// The path of the name, as [`Place`] shows it.
        path: String,
    },
}

/// Reads a value in which no object has a name twice.
///
/// # Errors
/// [`JsonError`]; also for lists and objects nested deeper than 127 levels.
pub(crate) fn read(text: &str) -> Result<Value, JsonError> {
    let text = without_mark(text);
    let twice = Cell::new(None);
    let names = UniqueNames { place: Place::Top, twice: &twice };
    let mut source = serde_json::Deserializer::from_str(text);
    let checked = names.deserialize(&mut source).and_then(|()| source.end());
    checked.map_err(|error| match twice.take() {
        Some(path) => JsonError::Duplicate { line: error.line(), path },
        None => explain(text, &error),
    })?;
    read_as_written(text)
}

/// Reads a value; of two fields with the same name in one object the last counts, at the place of the first.
///
/// # Errors
/// [`JsonError`], never [`JsonError::Duplicate`].
pub(crate) fn read_as_written(text: &str) -> Result<Value, JsonError> {
    let text = without_mark(text);
    serde_json::from_str(text).map_err(|error| explain(text, &error))
}

/// Writes a value without blanks.
///
/// # Panics
/// Never for the types of this crate: their maps have texts for keys, and none fails to serialize.
#[allow(clippy::panic)]
pub(crate) fn write<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| panic!("a value that cannot be written: {error}"))
}

/// Writes a value for people to read: one field per line, two blanks per level.
///
/// # Panics
/// Never, as [`write()`].
#[allow(clippy::panic)]
pub(crate) fn write_pretty<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string_pretty(value)
        .unwrap_or_else(|error| panic!("a value that cannot be written: {error}"))
}

/// Cuts off the byte order mark that some programs begin a file with.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}

/// Names the kind of a value, for an error's words.
pub(crate) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Gives serde_json's error a column in characters instead of bytes, and its words without the place.
fn explain(text: &str, error: &serde_json::Error) -> JsonError {
    let line = error.line().max(1);
    let written = text.split('\n').nth(line - 1).unwrap_or_default();
    let column = written.get(..written.floor_char_boundary(error.column())).unwrap_or(written);
    let column = (column.chars().count() + error.column().saturating_sub(written.len())).max(1);
    if error.is_eof() {
        return JsonError::Cut { line, column };
    }
    let words = error.to_string();
    let what = words.rsplit_once(" at line ").map_or(words.as_str(), |(what, _)| what).to_owned();
    JsonError::Syntax { line, column, what }
}

/// A visitor that passes over a value and fails where an object has a name twice, leaving that name's path in `twice`.
struct UniqueNames<'a> {
    place: Place<'a>,
    twice: &'a Cell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for UniqueNames<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for UniqueNames<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut index = 0;
        let item = |index| UniqueNames { place: Place::Index(&self.place, index), twice: self.twice };
        while items.next_element_seed(item(index))?.is_some() {
            index += 1;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(name) = fields.next_key::<String>()? {
            let place = Place::Name(&self.place, &name);
            if seen.contains(&name) {
                self.twice.set(Some(place.to_string()));
                return Err(A::Error::custom("a name stands twice"));
            }
            fields.next_value_seed(UniqueNames { place, twice: self.twice })?;
            seen.insert(name);
        }
        Ok(())
    }
}

/// A place in a JSON value, as a list from the inside out that lives on the stack.
///
/// Shown as `drafts[0].answers.mission`; a name that is no plain word as `answers["a b"]`, cut after 40 characters.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    /// The value as a whole.
    Top,
    /// An object's field.
    Name(&'a Place<'a>, &'a str),
    /// A list's item, counted from 0.
    Index(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => Ok(()),
            Self::Name(Place::Top, name) if is_word(name) => f.write_str(name),
            Self::Name(outer, name) if is_word(name) => write!(f, "{outer}.{name}"),
            Self::Name(outer, name) => match name.char_indices().nth(40) {
                Some((end, _)) => write!(f, "{outer}[{:?}…]", name.get(..end).unwrap_or_default()),
                None => write!(f, "{outer}[{name:?}]"),
            },
            Self::Index(outer, index) => write!(f, "{outer}[{index}]"),
        }
    }
}

fn is_word(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'@');
    (1..=40).contains(&name.len()) && name.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_stands_twice_is_found_wherever_it_is() {
        let cases = [
            (r#"{"a":1,"a":2}"#, 1, "a"),
            ("{\"a\":\n[1,{\"b c\":{\n\"d\":1,\n\"\\u0064\":2}}]}", 4, "a[1][\"b c\"].d"),
        ];
        for (text, line, path) in cases {
            assert_eq!(read(text), Err(JsonError::Duplicate { line, path: path.to_owned() }), "{text}");
            assert!(read_as_written(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn numbers_keep_every_digit_and_objects_their_order() {
        let text = r#"{"z":1.50,"a":[1e+400,-0,18446744073709551616,0.1000000000000000055511151231257827]}"#;
        assert_eq!(read(text).map(|value| write(&value)).as_deref(), Ok(text));
    }

    #[test]
    fn columns_count_characters() {
        let error = |text: &str| read(text).unwrap_err();
        let what = "expected `,` or `}`".to_owned();
        assert_eq!(error("{\n\"Қ\":\"ша\" x}"), JsonError::Syntax { line: 2, column: 10, what });
        assert_eq!(error("{\"a\":\"ш"), JsonError::Cut { line: 1, column: 7 });
        let deep = "[".repeat(200);
        assert!(matches!(error(&deep), JsonError::Syntax { what, .. } if what == "recursion limit exceeded"));
    }
}
