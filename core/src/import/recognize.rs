//! Recognizes the kind of a text.

use super::SourceKind;
use super::call;
use super::edition::QuestionKeys;
use super::pace::{Pace, at_once};
use crate::form::Form;

/// Guesses the kind of a text; the user can overrule it.
///
/// The beginning counts most, since each of this app's formats has its own; only then does the content count, rarer
/// kinds first. A text of no other kind is the text of a page.
pub fn recognize(form: &Form, text: &str) -> SourceKind {
    at_once(recognized(form, text, &Pace::over(text)))
}

/// Guesses as [`recognize()`] does, with pauses.
pub(super) async fn recognized(form: &Form, text: &str, pace: &Pace) -> SourceKind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    if let Some(kind) = by_start(start) {
        return kind;
    }
    let questions = QuestionKeys::of(form);
    if questions.any_marked(text, pace).await {
        SourceKind::Edition
    } else if call::calls_template(text, form, pace).await {
        SourceKind::Call
    } else if begins_line(text, "{|", pace).await {
        SourceKind::Table
    } else if start.starts_with("{{") {
        SourceKind::Call
    } else if has_tags(start, pace).await {
        SourceKind::Html
    } else if questions.any_source(text, pace).await {
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

async fn begins_line(text: &str, mark: &str, pace: &Pace) -> bool {
    for line in text.lines() {
        if line.trim_start_matches([' ', ':']).starts_with(mark) {
            return true;
        }
        pace.work(line.len() + 1).await;
    }
    false
}

/// Returns whether a text has at least two tags of elements that pages consist of.
async fn has_tags(text: &str, pace: &Pace) -> bool {
    const TAGS: [&str; 8] = ["<table", "<tr", "<td", "<th", "<div", "<p>", "<h2", "<tbody"];
    let mut before = 0;
    let mut is_second = false;
    for (at, _) in text.match_indices('<') {
        let rest = text.get(at..).unwrap_or_default();
        if TAGS.iter().any(|tag| starts_ignoring_case(rest, tag)) {
            if is_second {
                return true;
            }
            is_second = true;
        }
        pace.work(at - before).await;
        before = at;
    }
    false
}
