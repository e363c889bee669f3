//! The messages and the code agree: no key without words, no words without a use, no parameter without an explanation.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

#[path = "support/trials.rs"]
mod trials;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::LazyLock;

use trials::{Trial, each, tests};

static ENGLISH: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| catalog("en.json"));
static EXPLAINED: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| catalog("qqq.json"));
/// The page and all sources: where a key can be used.
static CODE: LazyLock<Vec<String>> = LazyLock::new(|| {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    all_sources().into_iter().map(|(_, code)| code).chain([page]).collect()
});

/// The folder of the project.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The source files without their tests, as they may name keys that are not there.
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if name != "tests" {
                sources(&path, found);
            }
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
            let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            found.push((path.display().to_string(), code.join("\n")));
        }
    }
}

fn all_sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["src", "core/src"] {
        sources(&root().join(folder), &mut found);
    }
    assert!(found.len() > 5);
    found
}

fn catalog(name: &str) -> BTreeMap<String, String> {
    let path = root().join("i18n").join(name);
    let mut fields: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    fields.remove("@metadata");
    fields.into_iter().map(|(key, text)| (key, text.as_str().unwrap().to_owned())).collect()
}

/// What stands between the parentheses of each `Message::new(…)`.
fn message_arguments(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, start) in code.match_indices("Message::new(") {
        let rest = &code[at + start.len()..];
        let mut depth = 1;
        let end = rest.find(|character| {
            depth += match character {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            depth == 0
        });
        found.push(&rest[..end.unwrap_or(rest.len())]);
    }
    found
}

/// The text literals in a piece of code that look like a key.
fn key_literals(code: &str) -> Vec<&str> {
    let is_key = |text: &&str| {
        text.contains('-') && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    code.split('"').filter(is_key).collect()
}

fn parameters(text: &str) -> BTreeSet<String> {
    let after_dollar = text.split('$').skip(1);
    let numbers = after_dollar.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    numbers.filter(|digits| !digits.is_empty()).map(|digits| format!("${digits}")).collect()
}

/// Every key in a source file has words.
fn check_source((path, code): &(String, String)) {
    for argument in message_arguments(code) {
        let keys = key_literals(argument);
        assert!(
            !keys.is_empty() || (argument == "key" && is_screen(path)),
            "{path}: write the key where the message is made: Message::new({argument})"
        );
        for key in keys {
            assert!(ENGLISH.contains_key(key), "{path}: i18n/en.json has no \"{key}\"");
        }
    }
    for key in key_literals(code).into_iter().filter(|key| key.starts_with("ui-")) {
        assert!(ENGLISH.contains_key(key), "{path}: i18n/en.json has no \"{key}\"");
    }
}

/// Whether a file is part of the screen, where keys go through functions before they become messages. They all
/// begin with `ui-`, so that they are found anyway.
fn is_screen(path: &str) -> bool {
    path.replace('\\', "/").contains("/src/") && !path.replace('\\', "/").contains("/core/src/")
}

/// A message is used, and explained with its parameters.
fn check_message(key: &String) {
    let literal = format!("\"{key}\"");
    // The form's own texts are found by the form.
    let is_used = is_of_form(key) || CODE.iter().any(|code| code.contains(&literal));
    assert!(is_used, "nothing shows \"{key}\" of i18n/en.json");
    let explanation = EXPLAINED.get(key).unwrap_or_else(|| panic!("i18n/qqq.json has no \"{key}\""));
    assert!(!explanation.trim().is_empty(), "i18n/qqq.json says nothing about \"{key}\"");
    let missing: Vec<String> =
        parameters(&ENGLISH[key]).difference(&parameters(explanation)).cloned().collect();
    assert!(missing.is_empty(), "i18n/qqq.json does not explain {missing:?} of \"{key}\"");
}

/// Whether a message is a text of the questionnaire; `translations` checks that it is the form's.
fn is_of_form(key: &str) -> bool {
    key.starts_with("form-") && key.as_bytes().get(5).is_some_and(u8::is_ascii_digit)
}

fn nothing_else_is_explained() {
    for key in EXPLAINED.keys() {
        assert!(
            ENGLISH.contains_key(key),
            "i18n/qqq.json explains \"{key}\", which i18n/en.json does not have"
        );
    }
}

/// Years come from today's date or the report.
fn no_message_names_a_year() {
    for (key, text) in ENGLISH.iter().filter(|(key, _)| *key != "file-expected-time" && !is_of_form(key)) {
        let mut numbers = text.split(|char: char| !char.is_ascii_digit());
        assert!(!numbers.any(|number| number.len() == 4 && number.starts_with("20")), "{key}: {text}");
    }
}

fn the_files_hold_one_key_per_line_and_each_once() {
    for name in ["en.json", "qqq.json"] {
        let text = fs::read_to_string(root().join("i18n").join(name)).unwrap();
        let mut seen = BTreeSet::new();
        for line in text.lines().filter(|line| line.starts_with("\t\"") && !line.starts_with("\t\"@")) {
            let key = line.trim_start().split('"').nth(1).unwrap();
            assert!(seen.insert(key.to_owned()), "i18n/{name} has \"{key}\" twice");
        }
        assert_eq!(seen, catalog(name).into_keys().collect(), "i18n/{name}: one key per line, after one tab");
    }
}

fn the_scan_finds_keys() {
    let code = "Message::new(match x { A => \"a-one\", B(_) => \"a-two\" }).with(1); Message::new(\"b-c\")";
    let found: Vec<&str> = message_arguments(code).into_iter().flat_map(key_literals).collect();
    assert_eq!(found, ["a-one", "a-two", "b-c"]);
    assert_eq!(parameters("$1 of $12, $"), BTreeSet::from(["$1".to_owned(), "$12".to_owned()]));
}

fn case_tests() -> Vec<Trial> {
    let inside = |path: &str| path.split_once("/../").map_or(path, |(_, inside)| inside).to_owned();
    let sources =
        each("sources", all_sources(), |(path, _)| ("keys have words".into(), inside(path)), check_source);
    let keys = ENGLISH.keys().cloned().collect::<Vec<_>>();
    let messages = each("messages", keys, |key| ("is used and explained".into(), key.clone()), check_message);
    [sources, messages].into_iter().flatten().collect()
}

fn main() -> ExitCode {
    let functions = tests![
        nothing_else_is_explained,
        no_message_names_a_year,
        the_files_hold_one_key_per_line_and_each_once,
        the_scan_finds_keys,
    ];
    trials::run([functions, case_tests()])
}
