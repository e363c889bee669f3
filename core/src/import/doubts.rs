//! Finds what a person should check in an imported answer, whatever its source.

use super::SourceKind;
use super::broken_letters::broken_letters;
use super::reading::{Found, Note};
use crate::answer::{Answer, Inline, plain_text};
use crate::checks::is_unfilled_parameter;

/// The greatest number of notes on one answer; of further ones, only the number is noted.
const MOST_NOTES: usize = 10;

/// Adds notes to an answer, as read from a text of this kind, on what a person should check. A parameter that the page
/// shows instead of a value is not an answer.
pub(super) fn doubt(kind: SourceKind, found: &mut Found) {
    let text = plain_text(&found.answer);
    let is_shown = matches!(kind, SourceKind::PageText | SourceKind::Html);
    if is_shown && is_unfilled_parameter(text.trim()) {
        found.answer = Answer::default();
        found.notes.push(Note::Unfilled { written: text.trim().to_owned() });
        return;
    }
    if kind == SourceKind::PageText {
        if text.trim_end().ends_with([':', '：']) {
            found.notes.push(Note::ListLost);
        }
        if !has_link(&found.answer) && is_label(&text) {
            found.notes.push(Note::LinkLost);
        }
    }
    // Text that was edited here comes back unchanged.
    if kind != SourceKind::Edition {
        found.notes.extend(broken_letters(&text).map(|word| Note::Broken { word }));
    }
    if found.notes.len() > MOST_NOTES {
        let count = found.notes.len() - MOST_NOTES;
        found.notes.truncate(MOST_NOTES);
        found.notes.push(Note::More { count });
    }
}

fn has_link(answer: &Answer) -> bool {
    answer.lines().into_iter().flatten().any(|piece| !matches!(piece, Inline::Text(_)))
}

/// Words that link labels use, in lower case.
#[rustfmt::skip] // words are read better in rows
const LABELS: [&str; 36] = [
    "agenda", "audit", "budget", "bylaws", "calendar", "details", "document", "documentation", "financial",
    "here", "link", "links", "list", "lists", "meta", "minutes", "more", "overview", "page", "pages", "pdf",
    "plan", "plans", "policy", "record", "records", "report", "reports", "source", "spreadsheet",
    "statement", "strategy", "summary", "table", "website", "wiki",
];

/// Words that occur beside those, in lower case.
#[rustfmt::skip] // words are read better in rows
const BESIDE: [&str; 30] = [
    "a", "action", "an", "and", "annual", "at", "click", "find", "finance", "for", "full", "in", "latest",
    "meeting", "members", "membership", "of", "on", "our", "read", "see", "strategic", "the", "this", "to",
    "view", "work", "year", "yearly", "english",
];

/// The greatest number of words in a link's label.
const LONGEST_LABEL: usize = 6;

/// Returns whether an answer is, or ends in, what reads like the label of a link: "2025 financial report", "25 members (list)",
/// "See Events and Reports", "You can find them here".
fn is_label(text: &str) -> bool {
    let text = text.trim();
    let words: Vec<&str> = words(text).take(LONGEST_LABEL + 1).collect();
    let is_short = words.len() <= LONGEST_LABEL;
    if is_short && (is_named(&words) || words.first().is_some_and(|first| first.eq_ignore_ascii_case("see")))
    {
        return !words.is_empty() && (words.len() > 1 || is_named(&words));
    }
    let bracket = text.rsplit_once('(').filter(|(_, end)| end.trim_end_matches(['.', ' ']).ends_with(')'));
    let inside = bracket.map(|(_, end)| self::words(end).take(LONGEST_LABEL + 1).collect::<Vec<_>>());
    let ends_here = self::words(text.get(last_words(text)..).unwrap_or_default()).last();
    inside.is_some_and(|words| is_named(&words))
        || ends_here.is_some_and(|last| last.eq_ignore_ascii_case("here"))
}

/// Returns whether the words form a label: a link word, words beside it and numbers, and nothing else.
fn is_named(words: &[&str]) -> bool {
    let small = words.iter().map(|word| word.to_lowercase());
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
    let known = |word: String| LABELS.contains(&&*word) || BESIDE.contains(&&*word) || is_number(&word);
    words.len() <= LONGEST_LABEL
        && words.iter().any(|word| LABELS.contains(&&*word.to_lowercase()))
        && small.into_iter().all(known)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Returns the byte where the last 100 bytes begin.
fn last_words(text: &str) -> usize {
    text.ceil_char_boundary(text.len().saturating_sub(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_links() {
        let labels = [
            "2025 financial report",
            "25 members (list)",
            "Yes (see the full list).",
            "See Events, Reports, and Resolutions",
            "Annual plan 2024-2025",
            "Here",
            "You can find all of our minutes and decisions here.",
            "Report (in English)",
            "Strategic plan",
        ];
        for text in labels {
            assert!(is_label(text), "{text}");
        }
    }

    #[test]
    fn ordinary_answers_are_no_labels() {
        let answers = [
            "",
            "2024",
            "No.",
            "25",
            "Stable",
            "Photo walk; two workshops",
            "Members decide by voting (quorum of ten).",
            "English (UK), Orinese (official)",
            "We meet every month and write down what was decided.",
            "Yes",
            "From 137 to 157 people (Orinia)",
            "The national library",
            "Our plan is being written, and will be published next year.",
        ];
        for text in answers {
            assert!(!is_label(text), "{text}");
        }
    }
}
