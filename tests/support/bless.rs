//! `BLESS=1` writes what is expected anew, to be looked through before it is kept.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use serde_json::{Value, json};

/// The clone. All that is blessed is part of the core's package, which lies in a folder of it.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The tests of a table run at the same time, and each writes the whole file.
static WRITING: Mutex<()> = Mutex::new(());

/// Returns whether the environment asks for what is expected to be written anew.
fn is_asked_for() -> bool {
    std::env::var_os("BLESS").is_some()
}

/// With `BLESS` in the environment, makes a row of a table say what was found; gives whether it did. The table is a file below
/// `tests/` with a row on each line, or a row's fields on a line each. `change` gets every row, and tells whether it is the one,
/// and was changed.
pub fn blessed(table: &str, change: impl Fn(&mut Value) -> bool) -> bool {
    if !is_asked_for() {
        return false;
    }
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let path = Path::new(ROOT).join("tests").join(table);
    let text = fs::read_to_string(&path).unwrap();
    let mut has_changed = false;
    let mut blessed = String::new();
    for row in rows(&text) {
        let written = row.trim().trim_end_matches(',');
        let mut value = serde_json::from_str(written).unwrap_or(Value::Null);
        if !value.is_null() && change(&mut value) {
            has_changed = true;
            blessed += &row.replacen(written, &as_written(&value, written), 1);
        } else {
            blessed += &row;
        }
        blessed.push('\n');
    }
    fs::write(&path, blessed).unwrap();
    has_changed
}

/// With `BLESS` in the environment, puts what was found in the place of what was expected in a file of the clone; gives whether it
/// did.
#[allow(dead_code, reason = "not every test has a whole file")]
pub fn blessed_text(file: &str, expected: &str, found: &str) -> bool {
    if !is_asked_for() {
        return false;
    }
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let path = Path::new(ROOT).join(file);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen(expected, found, 1)).unwrap();
    text.contains(expected)
}

/// The lines of a table, those of a row together.
fn rows(text: &str) -> Vec<String> {
    let mut rows = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let mut row = line.to_owned();
        if line.trim() == "{" {
            let end = line.replace('{', "}");
            while !row.ends_with(&format!("\n{end}")) && !row.ends_with(&format!("\n{end},")) {
                row = row + "\n" + lines.next().unwrap();
            }
        }
        rows.push(row);
    }
    rows
}

/// The value as the row was written before: on one line, with or without blanks inside its braces, or a field on each line.
fn as_written(value: &Value, before: &str) -> String {
    let line = on_a_line(value);
    match (value, line.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'))) {
        (_, Some(fields)) if before.starts_with("{ ") => format!("{{ {fields} }}"),
        (Value::Object(fields), _) if before.contains('\n') => {
            let fields =
                fields.iter().map(|(name, value)| format!("\t\t{}: {}", json!(name), on_a_line(value)));
            format!("{{\n{}\n\t}}", fields.collect::<Vec<_>>().join(",\n"))
        }
        _ => line,
    }
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
