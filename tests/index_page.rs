//! The words that `index.html` shows before the app is there are those of `i18n/en.json`.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(name)).unwrap()
}

fn english() -> BTreeMap<String, String> {
    let mut fields: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&file("i18n/en.json")).unwrap();
    fields.remove("@metadata");
    fields.into_iter().map(|(key, text)| (key, text.as_str().unwrap().to_owned())).collect()
}

/// The tags of a page written by hand, each with the text that follows it. Values hold no `>`.
fn tags(page: &str) -> impl Iterator<Item = (&str, &str)> {
    page.split('<').skip(1).map(|piece| piece.split_once('>').unwrap_or((piece, "")))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// What is wrong with a page's words; nothing if they are all messages.
fn complaints(page: &str, words: &BTreeMap<String, String>) -> Vec<String> {
    let mut found = Vec::new();
    for (tag, text) in tags(page) {
        let key = match tag.split(' ').next() {
            Some("title") => Some("ui-app-name"),
            _ => attribute(tag, "data-message"),
        };
        match key {
            Some(key) if words.get(key).map(String::as_str) != Some(text) => {
                found.push(format!("\"{text}\" is not the message \"{key}\""));
            }
            None if !text.trim().is_empty() => found.push(format!("\"{}\" is no message", text.trim())),
            _ => {}
        }
        if attribute(tag, "name") == Some("description")
            && attribute(tag, "content") != words.get("ui-home-what").map(String::as_str)
        {
            found.push("the description is not the message \"ui-home-what\"".to_owned());
        }
    }
    found
}

#[test]
fn every_visible_word_is_a_message() {
    let page = file("index.html");
    assert!(tags(&page).filter(|(tag, _)| attribute(tag, "data-message").is_some()).count() > 10);
    assert_eq!(complaints(&page, &english()), Vec::<String>::new());
}

#[test]
fn other_words_are_noticed() {
    let words = english();
    for (page, expected) in [
        ("<p data-message=\"ui-loading\">Wait</p>", "\"Wait\" is not the message \"ui-loading\""),
        ("<p data-message=\"no-such\">Wait</p>", "\"Wait\" is not the message \"no-such\""),
        ("<p>Hello</p>", "\"Hello\" is no message"),
        ("<p></p> and more", "\"and more\" is no message"),
        ("<title>Else</title>", "\"Else\" is not the message \"ui-app-name\""),
        (
            "<meta name=\"description\" content=\"Else\">",
            "the description is not the message \"ui-home-what\"",
        ),
    ] {
        assert_eq!(complaints(page, &words), [expected], "{page}");
    }
}
