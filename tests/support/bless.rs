//! `BLESS=1` writes what is expected anew, to be looked through before it is kept.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

/// The tests of a table run at the same time, and each writes the whole file.
static WRITING: Mutex<()> = Mutex::new(());

/// With `BLESS` in the environment, makes a row of a table say what was found; gives whether it did. The table is a file below
/// `tests/` with a row on each line. `change` gets every row, and tells whether it is the one, and was changed.
pub fn blessed(table: &str, change: impl Fn(&mut Value) -> bool) -> bool {
    if std::env::var_os("BLESS").is_none() {
        return false;
    }
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests")).join(table);
    let text = fs::read_to_string(&path).unwrap();
    let mut has_changed = false;
    let mut line = |line: &str| {
        let row = line.trim().trim_end_matches(',');
        let Ok(mut value) = serde_json::from_str(row) else { return line.to_owned() };
        if !change(&mut value) {
            return line.to_owned();
        }
        has_changed = true;
        line.replacen(row, &on_a_line(&value), 1)
    };
    let lines: Vec<String> = text.lines().map(&mut line).collect();
    fs::write(&path, lines.join("\n") + "\n").unwrap();
    has_changed
}

/// The value on one line, with a blank behind each comma and colon.
fn on_a_line(value: &Value) -> String {
    let mut text = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut text, Blanks)).unwrap();
    String::from_utf8(text).unwrap()
}

struct Blanks;

impl Formatter for Blanks {
    fn begin_array_value<W: ?Sized + std::io::Write>(
        &mut self,
        to: &mut W,
        first: bool,
    ) -> std::io::Result<()> {
        if first { Ok(()) } else { to.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + std::io::Write>(
        &mut self,
        to: &mut W,
        first: bool,
    ) -> std::io::Result<()> {
        if first { Ok(()) } else { to.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + std::io::Write>(&mut self, to: &mut W) -> std::io::Result<()> {
        to.write_all(b": ")
    }
}
