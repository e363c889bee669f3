//! Languages, and those that the page comes with.

use serde_json::Value;

use crate::json;

/// A language, by its codes and how it is written, as MediaWiki has them (`data/languages.json`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The code at translatewiki.net, which names the file of its words: `kk-cyrl`.
    pub code: String,
    /// The tag by BCP 47, for the attribute `lang` and for `Intl`: `kk`.
    pub tag: String,
    /// The direction in which it is written.
    pub direction: Direction,
}

/// A direction of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right, as Latin letters are.
    LeftToRight,
    /// From right to left, as Arabic letters are.
    RightToLeft,
}

/// A language that the page comes with, to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedLanguage {
    /// The language.
    pub language: Language,
    /// Its name in the language itself.
    pub autonym: String,
}

impl Direction {
    /// Returns the value of the attribute `dir`.
    pub fn value(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }

    /// Reads the value of the attribute `dir`; what is not `rtl` is from left to right, as in HTML.
    pub fn of_value(value: &str) -> Self {
        if value == Self::RightToLeft.value() { Self::RightToLeft } else { Self::LeftToRight }
    }
}

impl OfferedLanguage {
    /// Reads the list that stands in the page, English first: a row for each language, as `i18n/offered.mjs` writes them. What is no such
    /// row is left out.
    pub fn list(rows: &str) -> Vec<Self> {
        let Ok(Value::Array(rows)) = json::read(rows) else { return Vec::new() };
        rows.iter().filter_map(Self::of_row).collect()
    }

    fn of_row(row: &Value) -> Option<Self> {
        let [code, tag, is_right_to_left, autonym] = [0, 1, 2, 3].map(|at| row.get(at));
        let code = code?.as_str()?.to_owned();
        let tag = tag?.as_str().filter(|tag| !tag.is_empty()).unwrap_or(&code).to_owned();
        let is_right_to_left = is_right_to_left?.as_u64() == Some(1);
        let direction = if is_right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        Some(Self { language: Language { code, tag, direction }, autonym: autonym?.as_str()?.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rows: &str) -> Vec<[String; 4]> {
        let parts = |OfferedLanguage { language, autonym }| {
            [language.code, language.tag, language.direction.value().to_owned(), autonym]
        };
        OfferedLanguage::list(rows).into_iter().map(parts).collect()
    }

    #[test]
    fn rows_are_languages() {
        let rows = "[[\"en\",\"\",0,\"English\",\"\"],[\"kk-cyrl\",\"kk\",0,\"қазақша\",\"kk\"],[\"he\",\"\",1,\"עברית\",\"yi\"]]";
        assert_eq!(
            list(rows),
            [
                ["en", "en", "ltr", "English"],
                ["kk-cyrl", "kk", "ltr", "қазақша"],
                ["he", "he", "rtl", "עברית"]
            ]
        );
    }

    #[test]
    fn what_is_no_row_is_no_language() {
        for rows in ["", "{}", "[]", "[1]", "[[]]", "[[\"en\"]]", "[[\"en\",\"\",0,7]]"] {
            assert_eq!(OfferedLanguage::list(rows), [], "{rows}");
        }
    }

    #[test]
    fn directions_are_read_as_they_are_written() {
        for direction in [Direction::LeftToRight, Direction::RightToLeft] {
            assert_eq!(Direction::of_value(direction.value()), direction);
        }
        assert_eq!(Direction::of_value(""), Direction::LeftToRight);
    }
}
