//! Reading JSON strictly: a name that stands twice in one object is an error, not a silent loss of the first.

use super::{Json, Place};

/// How deep lists and objects may stand in each other, the outermost one included: reading calls itself.
const LEVELS: usize = 127;

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
        /// What is wrong with it, in English.
        what: &'static str,
    },
    /// A name stands twice in one object.
    Duplicate {
        /// The line of the second one.
        line: usize,
        /// Where, from the outside in: `drafts[0].answers.mission`.
        path: String,
    },
}

/// Reads one JSON value, the fields of its objects sorted by name. White space may stand around it, nothing else.
pub(crate) fn read(text: &str) -> Result<Json, JsonError> {
    Reader { text, at: 0, is_strict: true }.whole()
}

/// Reads one JSON value as it is written: fields stay in their order, and one name may stand twice. A byte order mark
/// before it is skipped.
pub(crate) fn read_as_written(text: &str) -> Result<Json, JsonError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    Reader { text, at: 0, is_strict: false }.whole()
}

struct Reader<'t> {
    text: &'t str,
    /// How many bytes have been read. After an error, what is wrong stands before it.
    at: usize,
    is_strict: bool,
}

/// What is wrong with what was read last.
enum Wrong {
    /// There is nothing more.
    Cut,
    Syntax(&'static str),
    /// The path of a name that was there before.
    Duplicate(String),
}

/// A field with the place behind its name.
type Named = (String, Json, usize);

impl Reader<'_> {
    fn whole(mut self) -> Result<Json, JsonError> {
        let value = self.value(Place::Top, LEVELS).and_then(|value| self.end().map(|()| value));
        value.map_err(|wrong| self.explain(wrong))
    }

    fn explain(&self, wrong: Wrong) -> JsonError {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let (lines, last) =
            before.rsplit_once('\n').map_or((None, before), |(lines, last)| (Some(lines), last));
        let line = lines.map_or(1, |lines| lines.split('\n').count() + 1);
        let column = last.chars().count().max(1);
        match wrong {
            Wrong::Cut => JsonError::Cut { line, column },
            Wrong::Syntax(what) => JsonError::Syntax { line, column, what },
            Wrong::Duplicate(path) => JsonError::Duplicate { line, path },
        }
    }

    fn end(&mut self) -> Result<(), Wrong> {
        self.skip_blanks();
        if self.at < self.text.len() { Err(self.wrong("trailing characters")) } else { Ok(()) }
    }

    /// A value that may hold so many more levels.
    fn value(&mut self, place: Place<'_>, levels: usize) -> Result<Json, Wrong> {
        self.skip_blanks();
        match self.peek() {
            Some(b'"') => self.string().map(Json::Text),
            Some(b'{') => self.object(place, levels),
            Some(b'[') => self.list(place, levels),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => Err(self.wrong("expected value")),
        }
    }

    fn list(&mut self, place: Place<'_>, levels: usize) -> Result<Json, Wrong> {
        let inner = self.open(levels)?;
        let mut items = Vec::new();
        if self.ends(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(Place::Index(&place, items.len()), inner)?);
            if self.ends(b']') {
                return Ok(Json::List(items));
            }
            self.expect(b',', "expected `,` or `]`")?;
            if self.ends(b']') {
                return Err(Wrong::Syntax("trailing comma"));
            }
        }
    }

    fn object(&mut self, place: Place<'_>, levels: usize) -> Result<Json, Wrong> {
        let inner = self.open(levels)?;
        let mut fields = Vec::new();
        if self.ends(b'}') {
            return Ok(Json::Object(Vec::new()));
        }
        loop {
            fields.push(self.field(&place, inner)?);
            if self.ends(b'}') {
                return self.fields(fields, &place);
            }
            self.expect(b',', "expected `,` or `}`")?;
            if self.ends(b'}') {
                return Err(Wrong::Syntax("trailing comma"));
            }
        }
    }

    fn field(&mut self, place: &Place<'_>, levels: usize) -> Result<Named, Wrong> {
        if self.peek() != Some(b'"') {
            return Err(self.wrong("key must be a string"));
        }
        let name = self.string()?;
        let end = self.at;
        self.skip_blanks();
        self.expect(b':', "expected `:`")?;
        let value = self.value(Place::Name(place, &name), levels)?;
        Ok((name, value, end))
    }

    /// The object of these fields.
    fn fields(&mut self, mut fields: Vec<Named>, place: &Place<'_>) -> Result<Json, Wrong> {
        if self.is_strict {
            fields.sort_by(|(one, ..), (other, ..)| one.cmp(other));
            let pairs = fields.iter().zip(fields.iter().skip(1));
            let twice = pairs.filter(|(one, other)| one.0 == other.0).map(|(_, second)| second);
            if let Some((name, _, end)) = twice.min_by_key(|(_, _, end)| *end) {
                self.at = *end;
                return Err(Wrong::Duplicate(Place::Name(place, name).to_string()));
            }
        }
        Ok(Json::Object(fields.into_iter().map(|(name, value, _)| (name, value)).collect()))
    }

    /// Goes into a list or an object that may hold so many levels, itself included; gives what its values may.
    fn open(&mut self, levels: usize) -> Result<usize, Wrong> {
        let inner = levels.checked_sub(1).ok_or_else(|| self.wrong("recursion limit exceeded"))?;
        self.at += 1;
        Ok(inner)
    }

    /// Whether the list or object ends here; if so, its mark is behind us. Blanks are in any case.
    fn ends(&mut self, mark: u8) -> bool {
        self.skip_blanks();
        self.takes(mark)
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Wrong> {
        for letter in word.bytes() {
            self.expect(letter, "expected ident")?;
        }
        Ok(value)
    }

    fn number(&mut self) -> Result<Json, Wrong> {
        let start = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        } else if let Some(b'0'..=b'9') = self.peek() {
            return Err(self.wrong("invalid number"));
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        Ok(Json::Number(self.text.get(start..self.at).unwrap_or_default().to_owned()))
    }

    /// At least one digit.
    fn digits(&mut self) -> Result<(), Wrong> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start { Err(self.wrong("invalid number")) } else { Ok(()) }
    }

    /// A text from its first quote on.
    fn string(&mut self) -> Result<String, Wrong> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let special = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F));
            let plain = special.and_then(|end| rest.get(..end)).unwrap_or(rest);
            text.push_str(plain);
            self.at += plain.len();
            if self.takes(b'"') {
                return Ok(text);
            }
            if !self.takes(b'\\') {
                return Err(self.wrong("control character (\\u0000-\\u001F) found while parsing a string"));
            }
            text.push(self.escaped()?);
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Result<char, Wrong> {
        let character = match self.peek() {
            Some(mark @ (b'"' | b'\\' | b'/')) => char::from(mark),
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            _ => return Err(self.wrong("invalid escape")),
        };
        self.at += 1;
        Ok(character)
    }

    /// A character by one or two UTF-16 units.
    fn unicode(&mut self) -> Result<char, Wrong> {
        const ALONE: Wrong = Wrong::Syntax("lone leading surrogate in hex escape");
        let first = self.unit()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).ok_or(ALONE);
        }
        self.expect(b'\\', "unexpected end of hex escape")?;
        self.expect(b'u', "unexpected end of hex escape")?;
        let second = self.unit()?;
        let low = second.checked_sub(0xDC00).filter(|low| *low < 0x400).ok_or(ALONE)?;
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + low).ok_or(ALONE)
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, Wrong> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            unit = unit * 16 + digit.ok_or_else(|| self.wrong("invalid escape"))?;
            self.at += 1;
        }
        Ok(unit)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Goes over this byte, if it is the next one.
    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, byte: u8, what: &'static str) -> Result<(), Wrong> {
        if self.takes(byte) { Ok(()) } else { Err(self.wrong(what)) }
    }

    /// The error for the next character, which is then behind us; where there is none, the text is cut.
    fn wrong(&mut self, what: &'static str) -> Wrong {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(character) => {
                self.at += character.len_utf8();
                Wrong::Syntax(what)
            }
            None => Wrong::Cut,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// Whether two fractions have 14 digits in common: serde's reader is not exact to the last.
    fn is_close(one: f64, other: f64) -> bool {
        (one - other).abs() <= one.abs() * 1e-14
    }

    /// Whether both are the same value.
    fn is_same(ours: &Json, theirs: &Value) -> bool {
        match (ours, theirs) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(one), Value::Bool(other)) => one == other,
            (Json::Number(digits), Value::Number(number)) => {
                *digits == number.to_string() || is_close(digits.parse().unwrap(), number.as_f64().unwrap())
            }
            (Json::Text(one), Value::String(other)) => one == other,
            (Json::List(items), Value::Array(others)) => {
                items.len() == others.len()
                    && items.iter().zip(others).all(|(one, other)| is_same(one, other))
            }
            (Json::Object(fields), Value::Object(others)) => {
                let same = |((name, one), (key, other)): (&(String, Json), (&String, &Value))| {
                    name == key && is_same(one, other)
                };
                fields.len() == others.len() && fields.iter().zip(others).all(same)
            }
            _ => false,
        }
    }

    fn syntax(line: usize, column: usize, what: &'static str) -> Result<Json, JsonError> {
        Err(JsonError::Syntax { line, column, what })
    }

    #[test]
    fn a_name_that_stands_twice_is_an_error_with_its_path() {
        let text = "{\"a\": [1, {\n\"b\": {\"c\": 1,\n\"c\": 2}}]}";
        assert_eq!(read(text), Err(JsonError::Duplicate { line: 3, path: "a[1].b.c".into() }));
        assert!(read(r#"{"a": {"c": 1}, "b": {"c": 2}}"#).is_ok());
        // Of several the first that was there before.
        let text = "{\"b\": 1,\n\"a\": 1,\n\"b\": 2,\n\"a\": 2}";
        assert_eq!(read(text), Err(JsonError::Duplicate { line: 3, path: "b".into() }));
    }

    #[test]
    fn an_escaped_name_equals_the_plain_one() {
        assert!(matches!(read(r#"{"a": 1, "\u0061": 2}"#), Err(JsonError::Duplicate { .. })));
    }

    #[test]
    fn order_and_repeated_names_can_be_kept() {
        let json = read_as_written("\u{FEFF}{\"b\": 1, \"a\": [null, true], \"b\": \"x\"}").unwrap();
        let names: Vec<_> = json.fields().iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["b", "a", "b"]);
        assert_eq!(json.field("a").unwrap().items(), [Json::Null, Json::Bool(true)]);
    }

    #[test]
    fn a_cut_text_is_told_from_a_wrong_one() {
        assert_eq!(read("{\"a\":\n [1"), Err(JsonError::Cut { line: 2, column: 3 }));
        assert_eq!(read(""), Err(JsonError::Cut { line: 1, column: 1 }));
        for cut in
            ["-", "1.", "1e", "1e+", "\"", "\"\\", "\"\\u12", "\"\\ud800", "tru", "{\"a\"", "[1,", " \n"]
        {
            assert!(matches!(read(cut), Err(JsonError::Cut { .. })), "{cut}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (text, line, column, what) in [
            ("{\"ä\" 1}", 1, 6, "expected `:`"),
            ("{} x", 1, 4, "trailing characters"),
            ("{\n  \"a\": ,\n}", 2, 8, "expected value"),
            ("[1 2]", 1, 4, "expected `,` or `]`"),
            ("{\"a\": 1 2}", 1, 9, "expected `,` or `}`"),
            ("[1,]", 1, 4, "trailing comma"),
            ("{\"a\": 1,}", 1, 9, "trailing comma"),
            ("{a: 1}", 1, 2, "key must be a string"),
            ("01", 1, 2, "invalid number"),
            ("-a", 1, 2, "invalid number"),
            ("nul!", 1, 4, "expected ident"),
            ("\"\\x\"", 1, 3, "invalid escape"),
            ("\"\\u00é0\"", 1, 6, "invalid escape"),
            ("\"\\udc00\"", 1, 7, "lone leading surrogate in hex escape"),
            ("\"\\ud800\\u0041\"", 1, 13, "lone leading surrogate in hex escape"),
            ("\"\\ud800\"", 1, 8, "unexpected end of hex escape"),
        ] {
            assert_eq!(read(text), syntax(line, column, what), "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_an_error() {
        let nested = |levels| "[".repeat(levels) + &"]".repeat(levels);
        assert!(read(&nested(LEVELS)).is_ok());
        assert_eq!(read(&nested(LEVELS + 1)), syntax(1, LEVELS + 1, "recursion limit exceeded"));
        assert!(read(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn numbers_keep_every_digit() {
        for number in
            ["0", "-0.0", "1e400", "0.30000000000000004440892098500626", "123456789012345678901234567890"]
        {
            assert_eq!(read(number), Ok(Json::Number(number.into())));
        }
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
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
        fn every_value_is_read_as_written_elsewhere(value in any_value()) {
            for text in [value.to_string(), format!("{value:#}")] {
                let read = read(&text).unwrap();
                prop_assert!(is_same(&read, &value), "{text}");
                prop_assert_eq!(super::read(&read.to_text()), Ok(read));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]{}\",:0-9a-c\\\\u \n.+-]{0,40}") {
            let ours = read(&text);
            let serde: Result<Value, _> = serde_json::from_str(&text);
            match (ours, serde) {
                (Ok(value), Ok(serde)) => prop_assert!(is_same(&value, &serde)),
                (Err(JsonError::Duplicate { .. }), Ok(_)) => prop_assert!(text.contains(':')),
                (ours, serde) => prop_assert_eq!(ours.is_err(), serde.is_err()),
            }
        }
    }
}
