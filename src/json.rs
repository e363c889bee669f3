//! Reading JSON strictly: a name that stands twice in one object is an error, not a silent loss of the first.
//!
//! `serde_json` keeps the last of two equal names. In a draft that would be an answer lost without a word, in a
//! catalog or a form a text nobody misses. Nesting is limited by `serde_json` itself (128 levels).

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

/// Why a text is not one JSON value. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum JsonError {
    /// The text stops in the middle.
    Cut {
        /// The line it stops in.
        line: usize,
        /// The last character of it.
        column: usize,
    },
    /// Something stands where JSON has no place for it.
    Syntax {
        /// The line.
        line: usize,
        /// The character in the line.
        column: usize,
        /// The parser's own words, English.
        what: String,
    },
    /// A name stands twice in one object.
    Duplicate {
        /// The line of the second one.
        line: usize,
        /// Where, from the outside in: `drafts[0].answers.mission`.
        path: String,
    },
}

/// Reads one JSON value. White space may stand around it, nothing else.
pub(crate) fn read(text: &str) -> Result<Value, JsonError> {
    let duplicate = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let seed = Strict { place: Place::Top, duplicate: &duplicate };
    let value = seed.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    value.map_err(|error| explain(text, &error, duplicate.into_inner()))
}

fn explain(text: &str, error: &serde_json::Error, duplicate: Option<String>) -> JsonError {
    let line = error.line();
    if let Some(path) = duplicate {
        return JsonError::Duplicate { line, path };
    }
    let column = characters(text, line, error.column());
    if error.classify() == Category::Eof {
        return JsonError::Cut { line, column };
    }
    let what = error.to_string();
    let end = what.rfind(" at line ").unwrap_or(what.len());
    JsonError::Syntax { line, column, what: what.get(..end).unwrap_or_default().to_owned() }
}

/// `serde_json` counts columns in bytes; people count characters.
fn characters(text: &str, line: usize, column_in_bytes: usize) -> usize {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    line.char_indices().take_while(|(at, _)| *at < column_in_bytes).count().max(1)
}

/// Where in a JSON value, as a list from the inside out that lives on the stack.
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

/// Reads a value at a place; a duplicate's path is left in `duplicate`, as an error of serde carries only words.
#[derive(Clone, Copy)]
struct Strict<'a> {
    place: Place<'a>,
    duplicate: &'a RefCell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let place = Place::Index(&self.place, list.len());
            match items.next_element_seed(Strict { place, duplicate: self.duplicate })? {
                Some(item) => list.push(item),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            let place = Place::Name(&self.place, &name);
            if map.contains_key(&name) {
                *self.duplicate.borrow_mut() = Some(place.to_string());
                return Err(A::Error::custom("a name stands twice"));
            }
            let value = fields.next_value_seed(Strict { place, duplicate: self.duplicate })?;
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_that_stands_twice_is_an_error_with_its_path() {
        let text = "{\"a\": [1, {\n\"b\": {\"c\": 1,\n\"c\": 2}}]}";
        assert_eq!(read(text), Err(JsonError::Duplicate { line: 3, path: "a[1].b.c".into() }));
        assert!(read(r#"{"a": {"c": 1}, "b": {"c": 2}}"#).is_ok());
    }

    #[test]
    fn an_escaped_name_equals_the_plain_one() {
        assert!(matches!(read(r#"{"a": 1, "\u0061": 2}"#), Err(JsonError::Duplicate { .. })));
    }

    #[test]
    fn a_cut_text_is_told_from_a_wrong_one() {
        assert_eq!(read("{\"a\":\n [1"), Err(JsonError::Cut { line: 2, column: 3 }));
        assert!(matches!(read("{\"ä\" 1}"), Err(JsonError::Syntax { line: 1, column: 6, .. })));
        assert!(matches!(read("{} x"), Err(JsonError::Syntax { line: 1, column: 4, .. })));
        assert!(matches!(read(""), Err(JsonError::Cut { .. })));
    }

    #[test]
    fn deep_nesting_is_an_error() {
        assert!(matches!(read(&"[".repeat(100_000)), Err(JsonError::Syntax { .. })));
    }

    /// Values of every kind but fractions, which have a test of their own.
    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(5, 30, 4, |inner| {
            let fields = proptest::collection::btree_map(any::<String>(), inner.clone(), 0..4);
            prop_oneof![
                proptest::collection::vec(inner, 0..4).prop_map(Value::from),
                fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_value_is_read_as_written(value in any_value()) {
            prop_assert_eq!(read(&value.to_string()), Ok(value.clone()));
            prop_assert_eq!(read(&format!("{value:#}")), Ok(value));
        }

        /// `docs/file-format.md` promises 15 significant digits.
        #[test]
        fn fractions_keep_fifteen_digits(number in proptest::num::f64::NORMAL) {
            let written = format!("{number:.14e}");
            let Ok(Value::Number(back)) = read(&written) else { panic!("{written} is not read") };
            prop_assert_eq!(format!("{:.14e}", back.as_f64().unwrap()), written);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]{}\",:0-9a-c\\\\u \n-]{0,40}") {
            let ours = read(&text);
            let serde: Result<Value, _> = serde_json::from_str(&text);
            match ours {
                Ok(value) => prop_assert_eq!(value, serde.unwrap()),
                Err(JsonError::Duplicate { .. }) => prop_assert!(serde.is_ok() || text.contains(':')),
                Err(_) => prop_assert!(serde.is_err()),
            }
        }
    }
}
