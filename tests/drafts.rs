//! What is read from drafts, natively: which answers are waivers, and what is said of files that are no drafts. Cases as data.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

#[path = "support/bless.rs"]
mod bless;
#[path = "support/trials.rs"]
mod trials;

use std::process::ExitCode;

use report::draft::file;
use report::draft::{Waiver, waiver};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization as _;

use bless::blessed;
use trials::{each, tests};

const EXAMPLE: &str = include_str!("draft/example.json");

fn rows(table: &str) -> Vec<Value> {
    serde_json::from_str(table).unwrap()
}

fn waivers() -> Vec<Value> {
    rows(include_str!("draft/waivers.json"))
}

fn wrong_files() -> Vec<Value> {
    rows(include_str!("draft/wrong_files.json"))
}

fn there_are_many_cases() {
    assert!(waivers().len() > 60);
    assert!(wrong_files().len() > 40);
}

fn name(waiver: Waiver) -> &'static str {
    match waiver {
        Waiver::NotApplicable => "not applicable",
        Waiver::NotCounted => "not counted",
        Waiver::SentPrivately => "sent privately",
    }
}

/// The answer is the waiver that it should be, with the reason that it should have, or none.
fn check_waiver(case: &Value) {
    let text = case["text"].as_str().unwrap();
    let found = match waiver(text) {
        None => json!({ "text": text, "waiver": null }),
        Some((kind, None)) => json!({ "text": text, "waiver": name(kind) }),
        Some((kind, Some(reason))) => json!({ "text": text, "waiver": name(kind), "reason": reason }),
    };
    let bless = |row: &mut Value| {
        *row == *case && {
            *row = found.clone();
            true
        }
    };
    if found != *case && !blessed("draft/waivers.json", bless) {
        assert_eq!(found, *case);
    }
}

/// The file is refused, and the message says why, where, and what to do.
fn check_wrong_file(case: &Value) {
    let text = match (&case["file"], &case["replace"], &case["by"]) {
        (Value::String(file), _, _) => file.clone(),
        (_, Value::String(part), Value::String(by)) => {
            assert!(EXAMPLE.contains(part.as_str()), "the example has no {part:?}");
            EXAMPLE.replacen(part.as_str(), by, 1)
        }
        _ => panic!("{case}: needs a file, or what to replace in the example"),
    };
    let nfc = |text: &str| text.nfc().collect();
    let error = file::read(&text, &nfc).expect_err(&text);
    let bless = |row: &mut Value| {
        let is_it = *row == *case;
        if is_it {
            row["message"] = error.to_string().into();
        }
        is_it
    };
    if case["message"] != error.to_string() && !blessed("draft/wrong_files.json", bless) {
        assert_eq!(case["message"], error.to_string(), "{case}");
    }
}

/// Returns the first of these fields that a case has, as a text.
fn words(case: &Value, fields: &[&str]) -> String {
    fields.iter().find_map(|field| case[field].as_str()).unwrap_or_default().to_owned()
}

fn main() -> ExitCode {
    let waiver = |case: &Value| {
        let kind = words(case, &["waiver"]);
        (if kind.is_empty() { "no waiver".to_owned() } else { kind }, words(case, &["text"]))
    };
    let wrong_file = |case: &Value| ("refused".to_owned(), words(case, &["file", "by"]));
    trials::run([
        tests![there_are_many_cases],
        each("waivers", waivers(), waiver, check_waiver),
        each("wrong files", wrong_files(), wrong_file, check_wrong_file),
    ])
}
