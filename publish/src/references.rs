//! Where one file names another.
//!
//! A reference is a file's path as Trunk knows it, or the same without Trunk's hash, standing for itself: no letter,
//! digit, `-`, `_` or `.` before or behind it. A `./` before it, quotes and brackets around it are all the same.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The published names of files by the names that Trunk gives them.
pub type Names = BTreeMap<String, String>;

/// The number of digits of Trunk's hashes: it leaves zeros at the beginning out.
const HASH: RangeInclusive<usize> = 12..=16;

/// Returns the name without the hash that Trunk has put into it, which is one of the bytes before they were finished.
pub fn without_hash(name: &str) -> String {
    let is_hash =
        |piece: &str| HASH.contains(&piece.len()) && piece.bytes().all(|byte| byte.is_ascii_hexdigit());
    let file = name.rfind('/').map_or(0, |at| at + 1);
    let hash = name.match_indices('-').filter(|(at, _)| *at >= file).find_map(|(at, _)| {
        let piece = name.get(at + 1..)?.split(['.', '_']).next()?;
        is_hash(piece).then_some(at..at + 1 + piece.len())
    });
    let mut name = name.to_owned();
    if let Some(hash) = hash {
        name.replace_range(hash, "");
    }
    name
}

/// Returns whether the text refers to the file.
pub fn refers(text: &str, name: &str) -> bool {
    let plain = without_hash(name);
    next(text, 0, name).is_some() || next(text, 0, &plain).is_some()
}

/// Replaces every reference in a text by the published name.
pub fn renamed(text: &str, names: &Names) -> String {
    // With their hashes first: a plain name may be another file's whole name.
    let plain = names.iter().map(|(old, new)| (without_hash(old), new));
    let exact = names.iter().map(|(old, new)| (old.clone(), new));
    let mut text = text.to_owned();
    for (old, new) in exact.chain(plain) {
        let mut from = 0;
        while let Some(at) = next(&text, from, &old) {
            text.replace_range(at..at + old.len(), new);
            from = at + new.len();
        }
    }
    text
}

/// Finds the first place, at or behind `from`, where the name stands for itself.
fn next(text: &str, from: usize, name: &str) -> Option<usize> {
    let belongs = |character: char| character.is_alphanumeric() || "-_.".contains(character);
    let rest = text.get(from..)?;
    rest.match_indices(name).map(|(at, _)| from + at).find(|&at| {
        let before = text.get(..at).unwrap_or_default();
        let behind = text.get(at + name.len()..).unwrap_or_default();
        !before.ends_with(belongs) && !behind.starts_with(belongs)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_trunks_hash_and_nothing_else() {
        for (with, without) in [
            ("app-aa835181bdee7855.css", "app.css"),
            ("affiliate-report-builder-ac265d5f9a23194_bg.wasm", "affiliate-report-builder_bg.wasm"),
            ("affiliate-report-builder-ac265d5f9a23194.js", "affiliate-report-builder.js"),
            ("i18n/zh-hant.json", "i18n/zh-hant.json"),
            ("icon-192.png", "icon-192.png"),
            ("a-deadbeef0000/b.css", "a-deadbeef0000/b.css"),
            ("start.js", "start.js"),
        ] {
            assert_eq!(without_hash(with), without, "{with}");
        }
    }

    #[test]
    fn references_are_whole_names() {
        let names = Names::from([
            ("logo.svg".to_owned(), "logo-1.svg".to_owned()),
            ("app-aa835181bdee7855.css".to_owned(), "app-2.css".to_owned()),
        ]);
        for (text, expected) in [
            ("url(\"logo.svg\")", "url(\"logo-1.svg\")"),
            ("url(./logo.svg)url(logo.svg)", "url(./logo-1.svg)url(logo-1.svg)"),
            ("my-logo.svg xlogo.svg logo.svgz logo.svg.br", "my-logo.svg xlogo.svg logo.svgz logo.svg.br"),
            ("<link href=\"./app-aa835181bdee7855.css\"/>", "<link href=\"./app-2.css\"/>"),
            ("'app.css'", "'app-2.css'"),
            ("logo.svg", "logo-1.svg"),
        ] {
            assert_eq!(renamed(text, &names), expected, "{text}");
        }
        assert!(
            refers("a 'app.css'", "app-aa835181bdee7855.css")
                && !refers("map.css", "app-aa835181bdee7855.css")
        );
    }
}
