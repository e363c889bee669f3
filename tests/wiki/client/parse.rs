//! What a text becomes on the page, and what else it does.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Wiki;
use crate::html::{Element, read};

/// A text as the wiki shows it.
pub struct Parsed {
    /// The page's content as it is shown.
    pub html: Element,
    /// The same as it came.
    pub source: String,
    /// What the page did besides being shown.
    pub effects: Effects,
}

/// Everything a page does to the wiki or draws from it, as lines such as `category: Reports` or `section: 2 Goals`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects(pub BTreeSet<String>);

impl Effects {
    /// What this page does that the other does not.
    pub fn beyond(&self, other: &Self) -> Vec<String> {
        self.0.difference(&other.0).cloned().collect()
    }
}

impl Wiki {
    /// The text as the page `title` would show it once saved: signatures and `subst:` are carried out first.
    pub fn parse(&self, title: &str, text: &str) -> Parsed {
        self.parse_with(title, text, "1")
    }

    /// The text as a stored page shows it, without the transformations of saving.
    pub fn parse_stored(&self, title: &str, text: &str) -> Parsed {
        self.parse_with(title, text, "")
    }

    fn parse_with(&self, title: &str, text: &str, pre_save_transform: &str) -> Parsed {
        let mut parameters = vec![
            ("action", "parse"),
            ("title", title),
            ("text", text),
            ("contentmodel", "wikitext"),
            (
                "prop",
                "text|categories|links|templates|images|externallinks|langlinks|iwlinks|sections|properties|modules",
            ),
            ("disablelimitreport", "1"),
            ("disableeditsection", "1"),
            ("disabletoc", "1"),
        ];
        if !pre_save_transform.is_empty() {
            parameters.push(("pst", pre_save_transform));
        }
        let answer = self.ask(&parameters);
        let page = &answer["parse"];
        let source = page["text"].as_str().unwrap_or_default();
        let html = read(source).unwrap_or_else(|error| panic!("{error} in what the wiki shows:\n{source}"));
        Parsed { html, source: source.to_owned(), effects: effects(page) }
    }

    /// The text as it would be stored: what the pre-save transform makes of it.
    pub fn pre_save_transform(&self, title: &str, text: &str) -> String {
        let answer = self.ask(&[
            ("action", "parse"),
            ("title", title),
            ("text", text),
            ("contentmodel", "wikitext"),
            ("onlypst", "1"),
        ]);
        answer["parse"]["text"].as_str().unwrap_or_default().to_owned()
    }
}

/// The lists of an `action=parse` answer as lines.
fn effects(page: &Value) -> Effects {
    const LISTS: [(&str, &str, &[&str]); 7] = [
        ("categories", "category", &["category"]),
        ("links", "link", &["title"]),
        ("templates", "template", &["title"]),
        ("langlinks", "language link", &["lang", "title"]),
        ("iwlinks", "interwiki link", &["prefix", "title"]),
        ("sections", "section", &["level", "line"]),
        ("images", "file", &[]),
    ];
    let mut lines = BTreeSet::new();
    for (list, word, fields) in LISTS {
        for item in page[list].as_array().into_iter().flatten() {
            let described: Vec<&str> = match fields {
                [] => item.as_str().into_iter().collect(),
                _ => fields.iter().filter_map(|field| item[*field].as_str()).collect(),
            };
            lines.insert(format!("{word}: {}", described.join(" ")));
        }
    }
    for (list, word) in [("externallinks", "external link"), ("modules", "module")] {
        lines.extend(super::strings(&page[list]).iter().map(|item| format!("{word}: {item}")));
    }
    for (name, value) in page["properties"].as_object().into_iter().flatten() {
        lines.insert(format!("property: {name}={value}"));
    }
    Effects(lines)
}
