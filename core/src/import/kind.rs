//! What a text is, told by its looks.

use super::call;
use super::edition;
use crate::form::Form;

/// What a text can be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Wikitext with a call of the form's template.
    Call,
    /// Wikitext with a table.
    Table,
    /// The text of a rendered page, as copied from a browser.
    PageText,
    /// HTML of a rendered page, whole or a part.
    Html,
    /// This app's own file.
    File,
    /// The whole report as one text to edit ([`crate::report::write_edition`]).
    Edition,
}

impl Kind {
    /// All there are.
    pub const ALL: [Self; 6] =
        [Self::Call, Self::Table, Self::PageText, Self::Html, Self::File, Self::Edition];

    /// Its name on a command line and in test cases: `page-text`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Table => "table",
            Self::PageText => "page-text",
            Self::Html => "html",
            Self::File => "file",
            Self::Edition => "edition",
        }
    }

    /// The kind of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What a text most likely is. A guess: whoever knows better can overrule it.
///
/// How a text begins says most, since every format of our own has a beginning of its own; only then does what is in
/// it count, the rarer first. What is nothing else is the text of a page.
pub fn recognize(form: &Form, text: &str) -> Kind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    if let Some(kind) = by_start(start) {
        return kind;
    }
    if edition::has_heading(form, text) {
        Kind::Edition
    } else if call::calls_template(text, form) {
        Kind::Call
    } else if begins_line(text, "{|") {
        Kind::Table
    } else if start.starts_with("{{") {
        Kind::Call
    } else if count_tags(start) >= 2 {
        Kind::Html
    } else {
        Kind::PageText
    }
}

fn by_start(start: &str) -> Option<Kind> {
    const HTML: [&str; 7] = ["<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<tbody"];
    let opens = |bracket: char, next: &[char]| {
        start.strip_prefix(bracket).is_some_and(|inside| inside.trim_start().starts_with(next))
    };
    if opens('{', &['"', '}']) || opens('[', &['{']) {
        return Some(Kind::File);
    }
    HTML.iter().any(|tag| starts_ignoring_case(start, tag)).then_some(Kind::Html)
}

fn starts_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
}

fn begins_line(text: &str, mark: &str) -> bool {
    text.lines().any(|line| line.trim_start_matches([' ', ':']).starts_with(mark))
}

/// Tags of elements that pages consist of, up to two.
fn count_tags(text: &str) -> usize {
    const TAGS: [&str; 8] = ["<table", "<tr", "<td", "<th", "<div", "<p>", "<h2", "<tbody"];
    let tags = text.match_indices('<').filter_map(|(at, _)| text.get(at..));
    tags.filter(|rest| TAGS.iter().any(|tag| starts_ignoring_case(rest, tag))).take(2).count()
}
