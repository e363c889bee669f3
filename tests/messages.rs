//! The messages and the code agree: no key without words, no words without a use, no parameter without an explanation.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

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
        sources(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(folder), &mut found);
    }
    assert!(found.len() > 5);
    found
}

fn catalog(name: &str) -> BTreeMap<String, String> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join("i18n").join(name);
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

#[test]
fn every_key_in_the_code_has_words() {
    let english = catalog("en.json");
    for (path, code) in all_sources() {
        for argument in message_arguments(&code) {
            let keys = key_literals(argument);
            assert!(
                !keys.is_empty() || (argument == "key" && is_screen(&path)),
                "{path}: write the key where the message is made: Message::new({argument})"
            );
            for key in keys {
                assert!(english.contains_key(key), "{path}: i18n/en.json has no \"{key}\"");
            }
        }
        for key in key_literals(&code).into_iter().filter(|key| key.starts_with("ui-")) {
            assert!(english.contains_key(key), "{path}: i18n/en.json has no \"{key}\"");
        }
    }
}

/// Whether a file is part of the screen, where keys go through functions before they become messages. They all
/// begin with `ui-`, so that they are found anyway.
fn is_screen(path: &str) -> bool {
    path.replace('\\', "/").contains("/src/") && !path.replace('\\', "/").contains("/core/src/")
}

#[test]
fn no_key_is_without_a_use() {
    let page =
        fs::read_to_string(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join("index.html")).unwrap();
    let mut code: Vec<String> = all_sources().into_iter().map(|(_, code)| code).collect();
    code.push(page);
    for key in catalog("en.json").into_keys() {
        let literal = format!("\"{key}\"");
        assert!(code.iter().any(|code| code.contains(&literal)), "nothing shows \"{key}\" of i18n/en.json");
    }
}

#[test]
fn every_message_is_explained_with_its_parameters() {
    let (english, explained) = (catalog("en.json"), catalog("qqq.json"));
    for (key, text) in &english {
        let explanation = explained.get(key).unwrap_or_else(|| panic!("i18n/qqq.json has no \"{key}\""));
        assert!(!explanation.trim().is_empty(), "i18n/qqq.json says nothing about \"{key}\"");
        let missing: Vec<String> = parameters(text).difference(&parameters(explanation)).cloned().collect();
        assert!(missing.is_empty(), "i18n/qqq.json does not explain {missing:?} of \"{key}\"");
    }
    for key in explained.keys() {
        assert!(
            english.contains_key(key),
            "i18n/qqq.json explains \"{key}\", which i18n/en.json does not have"
        );
    }
}

#[test]
fn the_files_hold_one_key_per_line_and_each_once() {
    for name in ["en.json", "qqq.json"] {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join("i18n").join(name);
        let text = fs::read_to_string(path).unwrap();
        let mut seen = BTreeSet::new();
        for line in text.lines().filter(|line| line.starts_with("\t\"") && !line.starts_with("\t\"@")) {
            let key = line.trim_start().split('"').nth(1).unwrap();
            assert!(seen.insert(key.to_owned()), "i18n/{name} has \"{key}\" twice");
        }
        assert_eq!(seen, catalog(name).into_keys().collect(), "i18n/{name}: one key per line, after one tab");
    }
}

/// What is wrong with a translation.
fn mistakes(translated: &BTreeMap<String, String>) -> Vec<String> {
    let english = catalog("en.json");
    let mut found = Vec::new();
    for (key, text) in translated {
        match english.get(key) {
            None => found.push(format!("\"{key}\" is no message of i18n/en.json")),
            Some(original) => {
                let unknown = parameters(text).difference(&parameters(original)).cloned().collect::<Vec<_>>();
                if !unknown.is_empty() {
                    found.push(format!("\"{key}\" has {unknown:?}, which the English text does not have"));
                }
            }
        }
    }
    found
}

#[test]
fn every_language_translates_messages_that_there_are() {
    for entry in fs::read_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join("i18n")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if name == "qqq.json" || !name.ends_with(".json") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let read = report::i18n::Catalog::read(&text);
        assert_eq!(read.err(), None, "i18n/{name}");
        assert_eq!(mistakes(&catalog(&name)), Vec::<String>::new(), "i18n/{name}");
    }
    let wrong = [("no-such-key", "a"), ("ui-count", "$1/$2/$3")].map(|(key, text)| (key.into(), text.into()));
    assert_eq!(mistakes(&BTreeMap::from(wrong)).len(), 2);
}

#[test]
fn the_scan_finds_keys() {
    let code = "Message::new(match x { A => \"a-one\", B(_) => \"a-two\" }).with(1); Message::new(\"b-c\")";
    let found: Vec<&str> = message_arguments(code).into_iter().flat_map(key_literals).collect();
    assert_eq!(found, ["a-one", "a-two", "b-c"]);
    assert_eq!(parameters("$1 of $12, $"), BTreeSet::from(["$1".to_owned(), "$12".to_owned()]));
}
