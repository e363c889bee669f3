//! What a text is, told by its looks.

use super::SourceKind;
use super::call;
use super::edition::QuestionKeys;
use crate::form::Form;

/// Guesses what kind of text it is; whoever knows better can overrule that.
///
/// How a text begins says most, since every format of our own has a beginning of its own; only then does what is in it count, the
/// rarer first. What is nothing else is the text of a page.
pub fn recognize(form: &Form, text: &str) -> SourceKind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    if let Some(kind) = by_start(start) {
        return kind;
    }
    let questions = QuestionKeys::of(form);
    if questions.any_marked(text) {
        SourceKind::Edition
    } else if call::calls_template(text, form) {
        SourceKind::Call
    } else if begins_line(text, "{|") {
        SourceKind::Table
    } else if start.starts_with("{{") {
        SourceKind::Call
    } else if count_tags(start) >= 2 {
        SourceKind::Html
    } else if questions.any_source(text) {
        SourceKind::Edition
    } else {
        SourceKind::PageText
    }
}

fn by_start(start: &str) -> Option<SourceKind> {
    const HTML: [&str; 7] = ["<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<tbody"];
    let opens = |bracket: char, next: &[char]| {
        start.strip_prefix(bracket).is_some_and(|inside| inside.trim_start().starts_with(next))
    };
    if opens('{', &['"', '}']) || opens('[', &['{']) {
        return Some(SourceKind::File);
    }
    HTML.iter().any(|tag| starts_ignoring_case(start, tag)).then_some(SourceKind::Html)
}

fn starts_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
}

fn begins_line(text: &str, mark: &str) -> bool {
    text.lines().any(|line| line.trim_start_matches([' ', ':']).starts_with(mark))
}

/// Counts the tags of elements that pages consist of, up to two.
fn count_tags(text: &str) -> usize {
    const TAGS: [&str; 8] = ["<table", "<tr", "<td", "<th", "<div", "<p>", "<h2", "<tbody"];
    let tags = text.match_indices('<').filter_map(|(at, _)| text.get(at..));
    tags.filter(|rest| TAGS.iter().any(|tag| starts_ignoring_case(rest, tag))).take(2).count()
}
