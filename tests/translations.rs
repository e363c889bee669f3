//! The files of the languages are as translatewiki.net writes them, and can be shown: known keys, the parameters of the English text, braces
//! that close, as many plural forms as the language has. What is missing is listed.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong
#![allow(clippy::print_stdout)] // what is missing is for whoever runs it

#[path = "support/trials.rs"]
mod trials;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::LazyLock;

use report::form::{Form, message_key};
use report::i18n::Catalog;
use serde_json::{Map, Value};
use trials::{Trial, each, tests};

/// What a translation may hold in braces. Anything else is shown as it stands.
const WORDS: [&str; 3] = ["PLURAL:", "GENDER:", "bidi:"];

static SOURCE: LazyLock<Map<String, Value>> = LazyLock::new(|| object("i18n/en.json"));
static LANGUAGES: LazyLock<Map<String, Value>> =
    LazyLock::new(|| object("data/languages.json")["languages"].as_object().unwrap().clone());

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(path)).unwrap()
}

fn object(path: &str) -> Map<String, Value> {
    serde_json::from_str(&text(path)).unwrap()
}

/// The codes of the languages beside English that have a file.
fn codes() -> Vec<String> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../i18n"));
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let codes = names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned));
    codes
        .filter(|code| !["en", "qqq"].contains(&code.as_str()))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// The parameters that a text has, such as `$1`.
fn parameters(text: &str) -> BTreeSet<String> {
    let after = text.split('$').skip(1);
    let numbers = after.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    numbers.filter(|digits| !digits.is_empty()).map(|digits| format!("${digits}")).collect()
}

/// The insides of all `{{…}}`, innermost first. `None` where braces do not match.
fn braces(text: &str) -> Option<Vec<String>> {
    let (mut open, mut found, mut rest) = (vec![String::new()], Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        if let Some(behind) = rest.strip_prefix("{{") {
            open.push(String::new());
            rest = behind;
        } else if let Some(behind) = rest.strip_prefix("}}") {
            found.push(open.pop().filter(|_| !open.is_empty())?);
            open.last_mut()?.push('…');
            rest = behind;
        } else {
            open.last_mut()?.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    (open.len() == 1).then_some(found)
}

/// What is wrong with the forms of a `{{PLURAL:…}}`, in a language whose whole numbers have `most` of them.
fn plural_mistake(inside: &str, most: usize) -> Option<String> {
    let forms: Vec<&str> = inside.split('|').skip(1).collect();
    let is_exact = |form: &&&str| {
        form.split_once('=')
            .is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let count = forms.iter().filter(|form| !is_exact(form)).count();
    if forms.iter().any(|form| form.split_once('=').map_or(*form, |(_, form)| form).trim().is_empty()) {
        return Some(format!("has an empty form: {inside}"));
    }
    (count != most && count != 1)
        .then(|| format!("has {count} plural forms, and the language {most}: {inside}"))
}

/// What is wrong with a translation of one message.
fn mistakes(original: &str, translated: &str, plurals: usize) -> Vec<String> {
    let mut found = Vec::new();
    let (wanted, there) = (parameters(original), parameters(translated));
    if wanted != there {
        found.push(format!("has {there:?}, and the English text {wanted:?}"));
    }
    match braces(translated) {
        None => found.push("has braces that do not match".to_owned()),
        Some(all) => {
            for inside in all {
                if !WORDS.iter().any(|word| inside.starts_with(word)) {
                    found.push(format!("has braces that mean nothing: {inside}"));
                } else if inside.starts_with("PLURAL:") {
                    found.extend(plural_mistake(&inside, plurals));
                }
            }
        }
    }
    if translated.trim().is_empty() {
        found.push("is empty".to_owned());
    }
    found
}

fn check_words(code: &String) {
    let path = format!("i18n/{code}.json");
    assert_eq!(Catalog::read(&text(&path)).err(), None, "{path}");
    let plurals = LANGUAGES[code.as_str()]["plurals"].as_array().unwrap().len();
    let mut found = Vec::new();
    for (key, translated) in object(&path).iter().filter(|(key, _)| *key != "@metadata") {
        match SOURCE.get(key).and_then(Value::as_str) {
            None => found.push(format!("\"{key}\" is no message of i18n/en.json")),
            Some(original) => {
                let mistakes = mistakes(original, translated.as_str().unwrap(), plurals);
                found.extend(mistakes.into_iter().map(|mistake| format!("\"{key}\" {mistake}")));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new(), "{path}");
}

/// The words that a button shows are in its accessible name (WCAG 2.5.3), as words of their own: whoever speaks to the device says what is seen.
fn check_names(code: &String) {
    let path = format!("i18n/{code}.json");
    let file = object(&path);
    let shown =
        |key: &str| file.get(key).and_then(Value::as_str).map(|text| text.replace("$1", "7").to_lowercase());
    let mut found = Vec::new();
    for key in file.keys() {
        let Some(button) = key.strip_suffix("-named").filter(|button| *button != "ui-meta-form-put") else {
            continue;
        };
        let button = if button.ends_with("-undo") { "ui-undo" } else { button };
        // Where a view is called by these words, a card's button has shorter ones.
        let button = if button == "ui-changes" { "ui-changes-card" } else { button };
        if let Some((name, button)) =
            shown(key).zip(shown(button)).filter(|(name, button)| !has_words(name, button))
        {
            found.push(format!("\"{key}\": \"{button}\" is not in \"{name}\""));
        }
    }
    assert_eq!(found, Vec::<String>::new(), "{path}");
}

/// Returns whether the words are in the name, and end where its words end.
fn has_words(name: &str, words: &str) -> bool {
    let is_in_word = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
    name.match_indices(words).any(|(at, _)| {
        let (before, behind) = (&name[..at], &name[at + words.len()..]);
        !is_in_word(before.chars().next_back()) && !is_in_word(behind.chars().next())
    })
}

/// The file is as translatewiki.net's bot writes it, so that it changes nothing but words.
fn check_file(code: &String) {
    let path = format!("i18n/{code}.json");
    assert!(LANGUAGES.contains_key(code), "{path}: MediaWiki has no language of this code");
    let file = object(&path);
    let metadata = file["@metadata"].as_object().unwrap_or_else(|| panic!("{path} has no \"@metadata\""));
    assert_eq!(metadata.keys().collect::<Vec<_>>(), ["authors"], "{path}: \"@metadata\"");
    assert!(metadata["authors"].is_array(), "{path}: \"authors\"");
    let order: Vec<&String> = SOURCE.keys().filter(|key| file.contains_key(*key)).collect();
    assert_eq!(
        file.keys().collect::<Vec<_>>(),
        order,
        "{path}: the keys have to stand in the order of i18n/en.json"
    );
    let mut written = serde_json::ser::Serializer::with_formatter(
        Vec::new(),
        serde_json::ser::PrettyFormatter::with_indent(b"\t"),
    );
    serde::Serialize::serialize(&file, &mut written).unwrap();
    let written = String::from_utf8(written.into_inner()).unwrap();
    assert_eq!(
        text(&path),
        format!("{written}\n"),
        "{path}: tabs, real characters, and a newline at the end"
    );
}

/// The questionnaire stands in `i18n/en.json` for translators only; the program takes it from the form.
fn the_form_is_told_to_translators_as_it_is() {
    let told: BTreeMap<&str, &str> = SOURCE
        .iter()
        .filter(|(key, _)| key.starts_with("form-"))
        .map(|(key, text)| (key.as_str(), text.as_str().unwrap()))
        .collect();
    let forms: Vec<(String, String)> = Form::bundled().iter().flat_map(message_key::all).collect();
    let forms: BTreeMap<&str, &str> = forms.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    assert_eq!(told, forms);
}

/// Who has been read over by somebody who grew up with the language is in a list of its own: translatewiki.net would keep a mark in a file for ever.
fn the_list_of_unreviewed_languages_names_languages_that_there_are() {
    let listed = object("data/unreviewed.json")["languages"].as_array().unwrap().clone();
    let listed: Vec<String> = listed.iter().map(|code| code.as_str().unwrap().to_owned()).collect();
    let unknown: Vec<&String> = listed.iter().filter(|code| !codes().contains(code)).collect();
    assert_eq!(unknown, Vec::<&String>::new());
    assert!(listed.is_sorted());
}

fn words_of_a_name_are_whole() {
    assert!(has_words("restore: lake orin", "restore") && has_words("keep all 7: a", "keep all 7"));
    assert!(!has_words("restored lake orin", "restore") && !has_words("删除lake", "删除"));
}

fn mistakes_are_found() {
    let cases = [
        ("$1 a", "a", 2, "has {}, and the English text {\"$1\"}"),
        ("a", "$1", 2, "has {\"$1\"}, and the English text {}"),
        ("a", "{{PLURAL:1|a|b", 2, "has braces that do not match"),
        ("a", "a }} b", 2, "has braces that do not match"),
        ("a", "{{GRAMMAR:genitive|a}}", 2, "has braces that mean nothing: GRAMMAR:genitive|a"),
        ("a", "{{PLURAL:1||a}}", 2, "has an empty form: PLURAL:1||a"),
        ("a", "{{PLURAL:1|0=|a|b}}", 2, "has an empty form: PLURAL:1|0=|a|b"),
        ("a", "{{PLURAL:1|a|b}}", 3, "has 2 plural forms, and the language 3: PLURAL:1|a|b"),
        ("a", "{{PLURAL:1|a|b|c}}", 2, "has 3 plural forms, and the language 2: PLURAL:1|a|b|c"),
        ("a", " ", 2, "is empty"),
    ];
    for (original, translated, plurals, mistake) in cases {
        assert_eq!(mistakes(original, translated, plurals), [mistake], "{translated}");
    }
    for (translated, plurals) in [
        ("{{PLURAL:1|all}}", 3),
        ("{{PLURAL:1|0=none|a|b|12=x}}", 2),
        ("{{PLURAL:1|{{PLURAL:2|a|b}}|c=d}}", 2),
    ] {
        assert_eq!(mistakes("a", translated, plurals), Vec::<String>::new(), "{translated}");
    }
}

/// Lists the messages that a language does not have, which are shown in another one.
fn list_what_is_missing(codes: &[String]) {
    for code in codes {
        let file = object(&format!("i18n/{code}.json"));
        let missing: Vec<&str> =
            SOURCE.keys().filter(|key| !file.contains_key(*key)).map(String::as_str).collect();
        if !missing.is_empty() {
            println!("i18n/{code}.json lacks {}: {}", missing.len(), missing.join(", "));
        }
    }
}

fn case_tests(codes: &[String]) -> Vec<Trial> {
    let words = each("languages", codes.to_vec(), |code| ("can be shown".into(), code.clone()), check_words);
    let names = each(
        "languages",
        codes.to_vec(),
        |code| ("names its buttons by what they show".into(), code.clone()),
        check_names,
    );
    let files = each(
        "languages",
        codes.to_vec(),
        |code| ("is a file of its own kind".into(), code.clone()),
        check_file,
    );
    [words, names, files].into_iter().flatten().collect()
}

fn main() -> ExitCode {
    let codes = codes();
    list_what_is_missing(&codes);
    let functions = tests![
        the_form_is_told_to_translators_as_it_is,
        the_list_of_unreviewed_languages_names_languages_that_there_are,
        words_of_a_name_are_whole,
        mistakes_are_found,
    ];
    trials::run([functions, case_tests(&codes)])
}
