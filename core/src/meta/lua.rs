//! Tables of Lua, read as data: literals only, of which nothing is run.
//!
//! The grammar is that of Lua 5.1 (what Wikimedia's wikis run) for comments and for `nil`, booleans, numbers, texts in quotes and in long
//! brackets, and tables of those; a file is one such value behind `return`. All else is refused: names, calls, operators.

use crate::i18n::Message;

/// The greatest depth of nested tables.
const MAX_DEPTH: usize = 16;

/// The greatest number of values in a file, including tables. The portal's longest table has some ten thousand.
const MAX_VALUES: usize = 200_000;

/// The greatest size of a file, in bytes: that of the largest page that a wiki keeps.
const MAX_BYTES: usize = crate::wikitext::MAX_PAGE_BYTES;

/// A value of Lua.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lua {
    /// No value.
    Nil,
    /// A truth value.
    Bool(bool),
    /// A number, as it was written.
    Number(String),
    /// A text.
    Text(String),
    /// A table.
    Table(LuaTable),
}

/// A table of Lua: its values in order, and those with a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LuaTable {
    /// The values without a key, in order.
    pub list: Vec<Lua>,
    /// The values with a key, in order; a number's key is as it was written.
    pub fields: Vec<(String, Lua)>,
}

impl LuaTable {
    /// Returns the value of a key. Of two the last counts, as in Lua.
    pub fn get(&self, key: &str) -> Option<&Lua> {
        self.fields.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Returns the text of a key; a number's is as it was written.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Lua::Text(text) | Lua::Number(text) => Some(text),
            Lua::Nil | Lua::Bool(_) | Lua::Table(_) => None,
        }
    }

    /// Returns the texts of a key: those of a table, or the one that stands there alone.
    pub fn texts(&self, key: &str) -> Vec<&str> {
        let values = match self.get(key) {
            Some(Lua::Table(table)) => table.list.as_slice(),
            Some(alone) => std::slice::from_ref(alone),
            None => &[],
        };
        let text = |value| match value {
            &Lua::Text(ref text) | &Lua::Number(ref text) => Some(text.as_str()),
            _ => None,
        };
        values.iter().filter_map(text).collect()
    }
}

/// The reason why a text is no table of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LuaProblem {
    /// Something else than data: a name, a call, an operator, a sign that has no place there.
    NotData,
    /// A text that stops in the middle.
    Cut,
    /// A text in quotes that is not UTF-8 or has a code that no byte has.
    WrongText,
    /// Tables in more than 16 levels.
    TooDeep,
    /// More values than are read.
    TooMany,
    /// A file larger than is read.
    TooLarge,
}

/// What is wrong with a table of Lua, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LuaError {
    /// The line, counted from 1.
    pub line: usize,
    /// The reason.
    pub problem: LuaProblem,
}

impl LuaError {
    /// Returns the message that tells the user what is wrong with the table on the page of this title.
    pub fn message(&self, page: &str) -> Message {
        let message = match self.problem {
            LuaProblem::NotData | LuaProblem::WrongText => Message::new("meta-lua-not-data"),
            LuaProblem::Cut => Message::new("meta-lua-cut"),
            LuaProblem::TooDeep | LuaProblem::TooMany | LuaProblem::TooLarge => {
                Message::new("meta-lua-too-large")
            }
        };
        message.with(self.line).with(page)
    }
}

/// Reads a file that returns one value.
///
/// # Errors
/// [`LuaError`], with the line at which reading stopped.
pub fn read_lua(source: &str) -> Result<Lua, LuaError> {
    if source.len() > MAX_BYTES {
        return Err(LuaError { line: 1, problem: LuaProblem::TooLarge });
    }
    let mut reader = Reader { source, at: 0, values: 0 };
    reader.file().map_err(|problem| {
        let read = source.as_bytes().get(..reader.at).unwrap_or_default();
        LuaError { line: 1 + read.iter().filter(|byte| **byte == b'\n').count(), problem }
    })
}

type Read<T> = Result<T, LuaProblem>;

struct Reader<'s> {
    source: &'s str,
    /// The bytes that are read.
    at: usize,
    /// The number of values begun.
    values: usize,
}

impl<'s> Reader<'s> {
    fn file(&mut self) -> Read<Lua> {
        self.skip_blanks()?;
        if !self.take_word("return") {
            return Err(self.no_data());
        }
        let value = self.value(0)?;
        self.skip_blanks()?;
        self.take(";");
        self.skip_blanks()?;
        if self.rest().is_empty() { Ok(value) } else { Err(LuaProblem::NotData) }
    }

    fn value(&mut self, depth: usize) -> Read<Lua> {
        self.skip_blanks()?;
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(LuaProblem::TooMany);
        }
        for (word, value) in [("nil", Lua::Nil), ("true", Lua::Bool(true)), ("false", Lua::Bool(false))] {
            if self.take_word(word) {
                return Ok(value);
            }
        }
        match self.peek() {
            Some(b'{') => self.table(depth + 1).map(Lua::Table),
            Some(b'"' | b'\'') => self.quoted().map(Lua::Text),
            Some(b'[') => {
                let text = self.bracketed()?.ok_or(LuaProblem::NotData)?;
                Ok(Lua::Text(
                    text.strip_prefix("\r\n").or_else(|| text.strip_prefix('\n')).unwrap_or(text).to_owned(),
                ))
            }
            Some(b'-' | b'.' | b'0'..=b'9') => self.number().map(Lua::Number),
            _ => Err(self.no_data()),
        }
    }

    fn table(&mut self, depth: usize) -> Read<LuaTable> {
        if depth > MAX_DEPTH {
            return Err(LuaProblem::TooDeep);
        }
        self.take("{");
        let mut table = LuaTable::default();
        loop {
            self.skip_blanks()?;
            if self.take("}") {
                return Ok(table);
            }
            match self.key()? {
                Some(key) => table.fields.push((key, self.value(depth)?)),
                None => table.list.push(self.value(depth)?),
            }
            self.skip_blanks()?;
            if !self.take(",") && !self.take(";") && self.peek() != Some(b'}') {
                return Err(self.no_data());
            }
        }
    }

    /// Reads a key with its equals sign: a name, or a text or number in brackets. `None` where a value without a key comes.
    fn key(&mut self) -> Read<Option<String>> {
        let start = self.at;
        let key = if self.rest().starts_with('[')
            && !self.rest().starts_with("[[")
            && !self.rest().starts_with("[=")
        {
            self.take("[");
            let key = match self.value(MAX_DEPTH)? {
                Lua::Text(key) | Lua::Number(key) => key,
                Lua::Nil | Lua::Bool(_) | Lua::Table(_) => return Err(LuaProblem::NotData),
            };
            self.skip_blanks()?;
            if !self.take("]") {
                return Err(self.no_data());
            }
            key
        } else {
            let name = self.word();
            if name.is_empty() || ["nil", "true", "false"].contains(&name) {
                return Ok(None);
            }
            if name.as_bytes().first().is_some_and(u8::is_ascii_digit) {
                return Ok(None);
            }
            self.at += name.len();
            name.to_owned()
        };
        self.skip_blanks()?;
        if self.rest().starts_with("==") || !self.take("=") {
            if !self.rest().is_empty() {
                self.at = start;
            }
            return Err(self.no_data());
        }
        Ok(Some(key))
    }

    fn quoted(&mut self) -> Read<String> {
        let bytes = self.source.as_bytes();
        let quote = self.peek();
        self.at += 1;
        let mut text = Vec::new();
        loop {
            let byte = *bytes.get(self.at).ok_or(LuaProblem::Cut)?;
            match byte {
                _ if Some(byte) == quote => break,
                b'\n' | b'\r' => return Err(LuaProblem::NotData),
                b'\\' => {
                    self.at += 1;
                    self.escaped(&mut text)?;
                    continue;
                }
                _ => text.push(byte),
            }
            self.at += 1;
        }
        self.at += 1;
        String::from_utf8(text).map_err(|_| LuaProblem::WrongText)
    }

    /// Reads what stands behind a backslash.
    fn escaped(&mut self, text: &mut Vec<u8>) -> Read<()> {
        let rest = self.source.as_bytes().get(self.at..).unwrap_or_default();
        let digits = rest.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
        if let Some(code) = rest.get(..digits).filter(|code| !code.is_empty()) {
            let code = code.iter().fold(0_u32, |code, digit| code * 10 + u32::from(digit - b'0'));
            text.push(u8::try_from(code).map_err(|_| LuaProblem::WrongText)?);
            self.at += digits;
            return Ok(());
        }
        text.push(match rest.first().ok_or(LuaProblem::Cut)? {
            b'a' => 7,
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 11,
            other => *other,
        });
        self.at += 1;
        Ok(())
    }

    /// Reads a text in long brackets, with what stands between them. `None` where none begins here.
    fn bracketed(&mut self) -> Read<Option<&'s str>> {
        let Some(inside) = self.rest().strip_prefix('[') else { return Ok(None) };
        let level = inside.len() - inside.trim_start_matches('=').len();
        let Some(inside) = inside.get(level..).and_then(|inside| inside.strip_prefix('[')) else {
            return Ok(None);
        };
        let end = format!("]{}]", "=".repeat(level));
        let Some((text, _)) = inside.split_once(&end) else {
            self.at = self.source.len();
            return Err(LuaProblem::Cut);
        };
        self.at += 2 * end.len() + text.len();
        Ok(Some(text))
    }

    /// Reads a number: decimal with fraction and exponent, or hexadecimal, with a sign or not.
    fn number(&mut self) -> Read<String> {
        let start = self.at;
        self.take("-");
        let word = self.word();
        let is_hexadecimal = word.starts_with("0x") || word.starts_with("0X");
        if is_hexadecimal {
            let digits = word.get(2..).unwrap_or_default();
            self.at += word.len();
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err(LuaProblem::NotData);
            }
        } else {
            let whole = self.digits();
            let fraction = if self.take(".") { self.digits() } else { 0 };
            if whole + fraction == 0 {
                return Err(self.no_data());
            }
            if self.take("e") || self.take("E") {
                let _ = self.take("-") || self.take("+");
                if self.digits() == 0 {
                    return Err(self.no_data());
                }
            }
            if !self.word().is_empty() || self.peek() == Some(b'.') {
                return Err(LuaProblem::NotData);
            }
        }
        Ok(self.source.get(start..self.at).unwrap_or_default().to_owned())
    }

    fn digits(&mut self) -> usize {
        let rest = self.rest();
        let count = rest.len() - rest.trim_start_matches(|char: char| char.is_ascii_digit()).len();
        self.at += count;
        count
    }

    fn skip_blanks(&mut self) -> Read<()> {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']).len();
            if !self.take("--") {
                return Ok(());
            }
            if self.bracketed()?.is_none() {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            }
        }
    }

    /// Takes a word that ends there.
    fn take_word(&mut self, word: &str) -> bool {
        let is_there = self.word() == word;
        if is_there {
            self.at += word.len();
        }
        is_there
    }

    /// Returns the letters, digits and underscores that come next.
    fn word(&self) -> &'s str {
        let rest = self.rest();
        let end =
            rest.find(|char: char| !(char.is_ascii_alphanumeric() || char == '_')).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    fn take(&mut self, sign: &str) -> bool {
        let is_there = self.rest().starts_with(sign);
        if is_there {
            self.at += sign.len();
        }
        is_there
    }

    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'s str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn no_data(&self) -> LuaProblem {
        if self.rest().is_empty() { LuaProblem::Cut } else { LuaProblem::NotData }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(text: &str) -> Lua {
        Lua::Text(text.into())
    }

    fn list(list: impl IntoIterator<Item = Lua>) -> Lua {
        Lua::Table(LuaTable { list: list.into_iter().collect(), fields: Vec::new() })
    }

    #[test]
    fn literals_are_read() {
        for (source, value) in [
            ("return nil", Lua::Nil),
            ("return true;", Lua::Bool(true)),
            ("return -1.5e+3", Lua::Number("-1.5e+3".into())),
            ("return 0xFf", Lua::Number("0xFf".into())),
            ("return .5", Lua::Number(".5".into())),
            (r#"return "a \"b\" 'c'\n\65\195\169\\""#, text("a \"b\" 'c'\nAé\\")),
            (r"return 'd\'Ivoire'", text("d'Ivoire")),
            ("return 'a\\\nb'", text("a\nb")),
            ("return [[\na]b]]", text("a]b")),
            ("return [==[a]]b]=]c]==]", text("a]]b]=]c")),
            ("--[[ a\n]] return --[==[x]==] {} -- end", list([])),
            ("return { 'a', 2; {}, }", list([text("a"), Lua::Number("2".into()), list([])])),
            (
                "return{nil,nilly='x'}",
                Lua::Table(LuaTable { list: vec![Lua::Nil], fields: vec![("nilly".into(), text("x"))] }),
            ),
        ] {
            assert_eq!(read_lua(source), Ok(value), "{source}");
        }
        let Ok(Lua::Table(table)) =
            read_lua("return {\n\ta = 'x', [\"b c\"] = { 'y', 'z' }, [1] = 5, a = 'last' }")
        else {
            panic!()
        };
        assert_eq!((table.text("a"), table.text("1"), table.text("b c")), (Some("last"), Some("5"), None));
        assert_eq!(
            (table.texts("b c"), table.texts("a"), table.texts("none")),
            (vec!["y", "z"], vec!["last"], vec![])
        );
    }

    #[test]
    fn what_is_not_data_is_refused_with_its_line() {
        use LuaProblem::*;
        for (source, line, problem) in [
            ("", 1, Cut),
            ("return", 1, Cut),
            ("local p = {}\nreturn p", 1, NotData),
            ("return {\n\tos.exit()\n}", 2, NotData),
            ("return {\n\ta = print('x'),\n}", 2, NotData),
            ("return {\n\ta == 'x' }", 2, NotData),
            ("return {} .. {}", 1, NotData),
            ("return { 1 + 1 }", 1, NotData),
            ("return { 'a' 'b' }", 1, NotData),
            ("return { 'a\n' }", 1, NotData),
            ("return { [nil] = 1 }", 1, NotData),
            ("return { [{}] = 1 }", 1, TooDeep),
            ("return {\n 'a',\n 'b", 3, Cut),
            ("return {\n [[a\n", 3, Cut),
            ("return {\n --[[a\n", 3, Cut),
            ("return { a", 1, Cut),
            ("return '\\300'", 1, WrongText),
            ("return '\\200'", 1, WrongText),
            ("return 1.2.3", 1, NotData),
            ("return 0xg", 1, NotData),
            ("return -", 1, Cut),
            ("return [=a", 1, NotData),
            ("return {} return {}", 1, NotData),
        ] {
            assert_eq!(read_lua(source), Err(LuaError { line, problem }), "{source}");
        }
    }

    #[test]
    fn limits_are_kept() {
        let problem = |source: &str| read_lua(source).map_err(|error| error.problem);
        let nested = |depth: usize| format!("return {}{}", "{".repeat(depth), "}".repeat(depth));
        assert!(problem(&nested(MAX_DEPTH)).is_ok());
        assert_eq!(problem(&nested(MAX_DEPTH + 1)), Err(LuaProblem::TooDeep));
        assert_eq!(problem(&nested(100_000)), Err(LuaProblem::TooDeep));
        assert_eq!(problem(&format!("return {{{}}}", "1,".repeat(MAX_VALUES))), Err(LuaProblem::TooMany));
        assert_eq!(problem(&" ".repeat(MAX_BYTES + 1)), Err(LuaProblem::TooLarge));
        assert_eq!(problem(&format!("return {}", "--[[".repeat(100_000))), Err(LuaProblem::Cut));
    }

    /// Writes a text in one of the ways that Lua has.
    fn written(text: &str, way: u8) -> String {
        match way % 3 {
            0 => format!(
                "'{}'",
                text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n").replace('\r', "\\r")
            ),
            1 => text.bytes().fold(String::from("\""), |all, byte| all + &format!("\\{byte:03}")) + "\"",
            _ => {
                let level = "=".repeat(
                    1 + text
                        .split(']')
                        .map(|part| part.len() - part.trim_start_matches('=').len())
                        .max()
                        .unwrap_or(0),
                );
                format!("[{level}[\n{text}]{level}]")
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(texts in proptest::collection::vec((any::<String>(), any::<u8>()), 0..8)) {
            let written: Vec<String> = texts.iter().map(|(text, way)| written(text, *way)).collect();
            let source = format!("return {{ {} }}", written.join(", -- [[ x\n"));
            prop_assert_eq!(read_lua(&source), Ok(list(texts.iter().map(|(each, _)| text(each)))));
        }

        #[test]
        fn any_source_is_read_or_refused_with_a_line(source in r#"(return|[a{}\[\]=,;'"\\\n \-0-9.e]|nil|é){0,60}"#) {
            for source in [source.clone(), format!("return {{{source}}}")] {
                if let Err(error) = read_lua(&source) {
                    prop_assert!(error.line <= source.matches('\n').count() + 1);
                }
            }
        }
    }
}
