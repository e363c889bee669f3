//! JSON as a tree that keeps what `serde_json::Value` forgets: the order of an object's fields, and fields written twice.
//!
//! Both matter here: a form file with a field twice is wrong, and the wiki's `templatedata` answer tells the
//! parameters' order only by the order of its fields where the template has no TemplateData block.
//! Depth is bounded by `serde_json`'s own limit (128).

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    /// Numbers are told apart from other values, never read.
    Number,
    Text(String),
    List(Vec<Json>),
    /// Fields as written, in order; one name may stand twice.
    Object(Vec<(String, Json)>),
}

/// Where a text stops being JSON. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotJson {
    pub(super) line: usize,
    pub(super) column: usize,
    /// What the JSON reader found there.
    pub(super) found: String,
}

impl Json {
    /// Reads a text that is one JSON value; a byte order mark before it is skipped.
    pub(super) fn parse(text: &str) -> Result<Self, NotJson> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        serde_json::from_str(text).map_err(|error| {
            let whole = error.to_string();
            let found = whole.split(" at line ").next().unwrap_or_default().to_owned();
            NotJson { line: error.line(), column: characters(text, error.line(), error.column()), found }
        })
    }

    /// The first field of this name, if this is an object that has it.
    pub(super) fn field(&self, name: &str) -> Option<&Self> {
        self.fields().iter().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    /// An object's fields, none for anything else.
    pub(super) fn fields(&self) -> &[(String, Self)] {
        if let Self::Object(fields) = self { fields } else { &[] }
    }

    /// A list's items, none for anything else.
    pub(super) fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The text, if this is one.
    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// What kind of value this is, for an error's words.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// The column in characters; the JSON reader counts bytes.
fn characters(text: &str, line: usize, bytes: usize) -> usize {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    line.char_indices().take_while(|(at, _)| *at < bytes).count()
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Json, E> {
        Ok(Json::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Number)
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_repeated_fields_are_kept() {
        let json = Json::parse(r#"{"b": 1, "a": [null, true], "b": "x"}"#).unwrap();
        let names: Vec<_> = json.fields().iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["b", "a", "b"]);
        assert_eq!(json.field("a").unwrap().items(), [Json::Null, Json::Bool(true)]);
    }

    #[test]
    fn an_error_has_its_line_and_column() {
        let error = Json::parse("{\n  \"a\": ,\n}").unwrap_err();
        assert_eq!((error.line, error.column, error.found.as_str()), (2, 8, "expected value"));
    }

    #[test]
    fn depth_is_bounded() {
        assert!(Json::parse(&"[".repeat(100_000)).is_err());
    }
}
