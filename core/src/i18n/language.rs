//! The languages that the page comes with.

use serde_json::Value;

use crate::json;

/// A language that the page comes with: its codes and how it is written, as MediaWiki has them (`data/languages.json`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The code at translatewiki.net, which names the file of its words: `kk-cyrl`.
    pub code: String,
    /// The tag by BCP 47, for the attribute `lang` and for `Intl`: `kk`.
    pub tag: String,
    /// The direction in which it is written, as the value of `dir`: `ltr` or `rtl`.
    pub direction: &'static str,
    /// Its name in the language itself.
    pub autonym: String,
}

impl Language {
    /// Reads the list that stands in the page, English first: a row for each language, as `i18n/offered.mjs` writes them. What is no such
    /// row is left out.
    pub fn list(rows: &str) -> Vec<Self> {
        let Ok(Value::Array(rows)) = json::read(rows) else { return Vec::new() };
        rows.iter().filter_map(Self::of_row).collect()
    }

    /// Returns English, for a page that says nothing of languages.
    pub fn english() -> Self {
        let english = |text: &str| text.to_owned();
        Self { code: english("en"), tag: english("en"), direction: "ltr", autonym: english("English") }
    }

    fn of_row(row: &Value) -> Option<Self> {
        let [code, tag, is_right_to_left, autonym] = [0, 1, 2, 3].map(|at| row.get(at));
        let code = code?.as_str()?.to_owned();
        let tag = tag?.as_str().filter(|tag| !tag.is_empty()).unwrap_or(&code).to_owned();
        let direction = if is_right_to_left?.as_u64() == Some(1) { "rtl" } else { "ltr" };
        Some(Self { code, tag, direction, autonym: autonym?.as_str()?.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rows: &str) -> Vec<[String; 4]> {
        let parts = |one: Language| [one.code, one.tag, one.direction.to_owned(), one.autonym];
        Language::list(rows).into_iter().map(parts).collect()
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
        assert_eq!(Language::list(rows).first(), Some(&Language::english()));
    }

    #[test]
    fn what_is_no_row_is_no_language() {
        for rows in ["", "{}", "[]", "[1]", "[[]]", "[[\"en\"]]", "[[\"en\",\"\",0,7]]"] {
            assert_eq!(Language::list(rows), [], "{rows}");
        }
    }
}
