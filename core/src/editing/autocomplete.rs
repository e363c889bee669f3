//! Languages and countries by name, to suggest while one is typed.
//!
//! What is typed is a plain line: names with commas between them, or a sentence. Only the piece being typed is looked
//! at, and nothing is ever put in the place of what stands around it.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use super::Change;

/// The greatest number of names that are suggested at once.
const MOST: usize = 6;

/// Characters that end one name and begin the next.
const SEPARATORS: [char; 5] = [',', ';', '\n', '،', '、'];

/// The names of languages and countries that the app brings along: English, by code (BCP 47, ISO 3166).
#[derive(Debug, Default)]
pub struct Names {
    /// The names of languages: `German` for `de`.
    pub languages: Vec<Listed>,
    /// The names of countries and territories: `Germany` for `DE`.
    pub countries: Vec<Listed>,
}

impl Names {
    /// Reads the list of names, two JSON objects of names by code. `None` where it is damaged.
    pub fn read(list: &str) -> Option<Self> {
        let list: NamesFile = serde_json::from_str(list).ok()?;
        Some(Self { languages: listed(list.languages), countries: listed(list.countries) })
    }
}

/// The file `public/names.json`: English names by code.
#[derive(Deserialize)]
struct NamesFile {
    languages: BTreeMap<String, String>,
    countries: BTreeMap<String, String>,
}

fn listed(names: BTreeMap<String, String>) -> Vec<Listed> {
    names.into_iter().map(|(code, english)| Listed { code, english, own: None, here: None }).collect()
}

/// A name of a language or country, and what else it is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The code of the language or country.
    pub code: String,
    /// The English name, which is what gets into the answer.
    pub english: String,
    /// The name in the language itself or of the country's own people, as far as known.
    pub own: Option<String>,
    /// The name in the language that the writer reads, as far as known.
    pub here: Option<String>,
}

/// Finds the piece of a line that is being typed at the byte `at`, without blanks around it.
pub fn piece_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.rfind(SEPARATORS).map_or(0, |place| place + separator_length(before, place));
    let end = at + after.find(SEPARATORS).unwrap_or(after.len());
    let piece = text.get(start..end).unwrap_or_default();
    let start = start + (piece.len() - piece.trim_start().len());
    start..start + piece.trim().len()
}

fn separator_length(text: &str, place: usize) -> usize {
    text.get(place..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// Finds the names that a piece may be the beginning of, the likeliest first: by code, by English name, by the name
/// in the writer's language or its own, then by a later word of the English name. None for a single letter, nor for a name that is there in full already.
pub fn suggested<'l>(names: &'l [Listed], piece: &str) -> Vec<&'l Listed> {
    let typed = piece.to_lowercase();
    if typed.chars().nth(1).is_none() || names.iter().any(|name| name.english.to_lowercase() == typed) {
        return Vec::new();
    }
    let mut found: Vec<(u8, &Listed)> =
        names.iter().filter_map(|name| Some((rank(name, &typed)?, name))).collect();
    found.sort_by_key(|(rank, name)| (*rank, name.english.len()));
    found.into_iter().map(|(_, name)| name).take(MOST).collect()
}

fn rank(name: &Listed, typed: &str) -> Option<u8> {
    let mut others = [&name.here, &name.own].into_iter().flatten();
    let english = name.english.to_lowercase();
    if name.code.eq_ignore_ascii_case(typed) {
        Some(0)
    } else if english.starts_with(typed) {
        Some(1)
    } else if others.any(|other| other.to_lowercase().starts_with(typed)) {
        Some(2)
    } else {
        let word = |word: &str| word.trim_start_matches('(').starts_with(typed);
        english.split([' ', '-']).any(word).then_some(3)
    }
}

/// Replaces the piece that is being typed at the byte `at` by a name.
pub fn completed(text: &str, at: usize, name: &str) -> Option<Change> {
    let place = piece_at(text, at);
    let after = [text.get(..place.start)?, name, text.get(place.end..)?].concat();
    let caret = place.start + name.len();
    Change::between(text, &after).map(|change| change.selecting(caret..caret))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<Listed> {
        let listed = |code: &str, english: &str, own: Option<&str>| Listed {
            code: code.into(),
            english: english.into(),
            own: own.map(Into::into),
            here: None,
        };
        vec![
            listed("de", "German", Some("Deutsch")),
            listed("ka", "Georgian", Some("ქართული")),
            listed("gsw", "Swiss German", Some("Schwiizertüütsch")),
            listed("da", "Danish", Some("Dansk")),
        ]
    }

    #[test]
    fn names_are_found_by_code_and_both_names() {
        let cases: [(&str, &[&str]); 8] = [
            ("de", &["German"]),
            ("ge", &["German", "Georgian", "Swiss German"]),
            ("deut", &["German"]),
            ("ქა", &["Georgian"]),
            ("german", &[]),
            ("g", &[]),
            ("", &[]),
            ("all", &[]),
        ];
        for (piece, expected) in cases {
            let names = names();
            let found: Vec<&str> =
                suggested(&names, piece).iter().map(|name| name.english.as_str()).collect();
            assert_eq!(found, expected, "{piece}");
        }
    }

    #[test]
    fn only_the_piece_being_typed_is_replaced() {
        let cases = [
            ("dan", 3, "Danish"),
            ("English, dan", 12, "English, Danish"),
            ("English,dan , French", 11, "English,Danish , French"),
            ("英語、dan", "英語、dan".len(), "英語、Danish"),
        ];
        for (text, at, after) in cases {
            assert_eq!(
                completed(text, at, "Danish").map(|change| change.apply(text)).as_deref(),
                Some(after)
            );
        }
        assert_eq!(piece_at("", 9), 0..0);
    }

    #[test]
    fn the_list_that_comes_along_is_readable() {
        let names = Names::read(include_str!("../../../public/names.json")).unwrap();
        let named = |names: &[Listed], code: &str| {
            names.iter().find(|name| name.code == code).map(|name| name.english.clone())
        };
        assert_eq!(named(&names.languages, "de").as_deref(), Some("German"));
        assert_eq!(named(&names.countries, "DE").as_deref(), Some("Germany"));
        assert!(names.languages.len() > 300 && names.countries.len() > 200);
    }
}
