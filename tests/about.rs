//! What systems and catalogues are told of the app: the web manifest, and `toolinfo.json` for Toolhub.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn path(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(name)
}

fn json(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path(name)).unwrap()).unwrap()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or_else(|| panic!("no text `{field}`"))
}

/// Width and height of a PNG: it begins with eight bytes of its own and the length and name of its head.
fn size_of_picture(name: &str) -> (u32, u32) {
    let bytes = fs::read(path(name)).unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "{name}");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn the_web_manifest_says_what_the_page_says() {
    let (manifest, words) = (json("public/app.webmanifest"), json("i18n/en.json"));
    assert_eq!(text(&manifest, "name"), text(&words, "ui-app-name"));
    assert!(text(&manifest, "name").ends_with(text(&manifest, "short_name")));
    assert_eq!(text(&manifest, "description"), text(&words, "ui-home-what"));
    // Relative to itself: the app may lie at any path.
    assert_eq!((text(&manifest, "start_url"), text(&manifest, "scope")), ("./", "./"));
}

#[test]
fn the_web_manifests_icons_are_there_and_as_large_as_it_says() {
    let (manifest, page) = (json("public/app.webmanifest"), fs::read_to_string(path("index.html")).unwrap());
    let mut maskable = 0;
    for icon in manifest["icons"].as_array().unwrap() {
        let name = format!("public/{}", text(icon, "src"));
        assert!(page.contains(&format!("rel=\"copy-file\" href=\"{name}\"")), "{name} is not copied");
        maskable += usize::from(icon.get("purpose").is_some_and(|purpose| purpose == "maskable"));
        if text(icon, "type") == "image/png" {
            let (width, height) = size_of_picture(&name);
            assert_eq!(text(icon, "sizes"), format!("{width}x{height}"), "{name}");
        }
    }
    assert_eq!(maskable, 1);
    assert_eq!(size_of_picture("public/icon-apple-180.png"), (180, 180));
}

/// Toolhub's schema 1.2.2 asks for `name`, `title`, `description` and `url`, and limits what the rest may be. The address
/// is added when the app is published.
#[test]
fn toolhub_is_told_what_its_schema_knows() {
    let (toolinfo, words) = (json("public/toolinfo.json"), json("i18n/en.json"));
    assert_eq!(text(&toolinfo, "_schema"), "/toolinfo/1.2.2");
    assert_eq!(text(&toolinfo, "title"), text(&words, "ui-app-name"));
    assert!(text(&toolinfo, "description").starts_with(text(&words, "ui-home-what")));
    assert_eq!(text(&toolinfo, "license"), "GPL-3.0-or-later");
    assert_eq!(text(&toolinfo, "tool_type"), "web app");
    for short in ["name", "title", "subtitle"] {
        assert!(text(&toolinfo, short).len() <= 255, "{short}");
    }
    let known = [
        "_language",
        "_schema",
        "description",
        "for_wikis",
        "license",
        "name",
        "subtitle",
        "technology_used",
        "title",
        "tool_type",
    ];
    let mut fields: Vec<&str> = toolinfo.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(fields, known);
}
