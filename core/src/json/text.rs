//! JSON text: for people to read (one field per line, two blanks per level) or as short as can be; other scripts as they are.

use std::fmt::Write as _;

use super::Json;

impl Json {
    /// As short as can be.
    pub(crate) fn to_text(&self) -> String {
        let mut json = JsonText::short(0);
        json.value(self);
        json.finish()
    }
}

/// JSON text in the making. Who uses it closes what was opened and names what stands in an object.
pub(crate) struct JsonText {
    out: String,
    depth: usize,
    /// Without line ends and blanks.
    short: bool,
    /// Nothing stands yet in the innermost list or object.
    empty: bool,
}

impl JsonText {
    /// Nothing yet, with room for so many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes), depth: 0, short: false, empty: true }
    }

    /// As [`with_capacity`](Self::with_capacity), without line ends and blanks: for records, whose room is narrow.
    pub(crate) fn short(bytes: usize) -> Self {
        Self { short: true, ..Self::with_capacity(bytes) }
    }

    /// `{` or `[`.
    pub(crate) fn open(&mut self, mark: char) {
        self.out.push(mark);
        self.depth += 1;
        self.empty = true;
    }

    /// `}` or `]`.
    pub(crate) fn close(&mut self, mark: char) {
        self.depth = self.depth.saturating_sub(1);
        if !self.empty {
            self.new_line();
        }
        self.out.push(mark);
        self.empty = false;
    }

    /// Begins a list's next item.
    pub(crate) fn item(&mut self) {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        self.new_line();
    }

    /// Begins an object's next field.
    pub(crate) fn name(&mut self, name: &str) {
        self.item();
        self.text(name);
        self.out.push_str(if self.short { ":" } else { ": " });
    }

    /// A field that holds a text.
    pub(crate) fn field(&mut self, name: &str, text: &str) {
        self.name(name);
        self.text(text);
    }

    /// Fields as they were read.
    pub(crate) fn fields(&mut self, fields: &[(String, Json)]) {
        for (name, value) in fields {
            self.name(name);
            self.value(value);
        }
    }

    /// A number or `true`, `false`, `null`.
    pub(crate) fn raw(&mut self, json: &str) {
        self.out.push_str(json);
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn new_line(&mut self) {
        if self.short {
            return;
        }
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", self.depth));
    }

    /// The reader limits how deep values are nested.
    pub(crate) fn value(&mut self, value: &Json) {
        match value {
            Json::Null => self.raw("null"),
            Json::Bool(value) => self.raw(if *value { "true" } else { "false" }),
            Json::Number(digits) => self.raw(digits),
            Json::Text(text) => self.text(text),
            Json::List(items) => {
                self.open('[');
                for item in items {
                    self.item();
                    self.value(item);
                }
                self.close(']');
            }
            Json::Object(fields) => {
                self.open('{');
                self.fields(fields);
                self.close('}');
            }
        }
    }

    /// A text in quotes.
    pub(crate) fn text(&mut self, text: &str) {
        self.out.push('"');
        let mut rest = text;
        // Byte by byte, as a report has a hundred thousand of them: these stand for nothing but themselves in UTF-8.
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F)) {
            let (plain, after) = rest.split_at(at);
            self.out.push_str(plain);
            let mut characters = after.chars();
            if let Some(escaped) = characters.next() {
                self.escaped(escaped);
            }
            rest = characters.as_str();
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    fn escaped(&mut self, character: char) {
        match character {
            '"' => self.out.push_str("\\\""),
            '\\' => self.out.push_str("\\\\"),
            '\n' => self.out.push_str("\\n"),
            // Writing into a text can't fail.
            other => drop(write!(self.out, "\\u{:04x}", u32::from(other))),
        }
    }
}
