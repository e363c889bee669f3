//! A rendered page's lines: which begins a question, which is blank, which could be a heading.

use crate::form::wording::{Match, Wordings};

/// A line of a page's text and what it looks like by itself.
#[derive(Debug)]
pub(super) struct Line<'t> {
    /// The line's text, without a table's marks.
    pub(super) text: &'t str,
    /// The byte of the whole text where the line's text begins.
    start: usize,
    pub(super) looks: Looks<'t>,
}

/// The looks of a line by itself.
#[derive(Debug)]
pub(super) enum Looks<'t> {
    Blank,
    /// A line that begins with a question; the answer follows on the line.
    Question {
        found: Match,
        words: &'t str,
        answer: &'t str,
    },
    /// A section's or group's title.
    Heading,
    Text,
}

/// Splits a text into lines and looks at each.
pub(super) fn split<'t>(text: &'t str, wordings: &Wordings) -> Vec<Line<'t>> {
    let mut start = 0;
    let line = |line: &'t str| {
        let at = start;
        start += line.len() + 1;
        Line::new(line, at, wordings)
    };
    text.split('\n').map(line).collect()
}

impl<'t> Line<'t> {
    /// Makes the line that begins at byte `at`. A tab or `|` may stand between question and answer.
    fn new(line: &'t str, at: usize, wordings: &Wordings) -> Self {
        let text = without_frame(line);
        let looks = if text.is_empty() {
            Looks::Blank
        } else if let Some((found, words, answer)) = question(text, wordings) {
            Looks::Question { found, words, answer }
        } else if wordings.heading(heading_words(text)) {
            Looks::Heading
        } else {
            Looks::Text
        };
        // Where the marks before it end: `text` is a piece of `line`.
        let before = line.find(text).unwrap_or_default();
        Self { text, start: at + before, looks }
    }

    /// Returns the byte behind the line in the whole text.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Returns the title on a heading's line: empty further cells and an edit link belong to the frame.
pub(super) fn heading_words(text: &str) -> &str {
    let text = text.trim_end_matches(['|', '\t', ' ']);
    let edit =
        ["[edit]", "[edit source]", "[edit | edit source]"].iter().find_map(|link| text.strip_suffix(link));
    edit.unwrap_or(text).trim()
}

/// Removes the marks of a table's row as text: the outer ones of `| question | answer |`, and `|---|---|` as a whole.
fn without_frame(line: &str) -> &str {
    let line = line.trim();
    let Some(inside) = line.strip_prefix('|') else { return line };
    let is_rule = inside.contains("--") && inside.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ' | '\t'));
    if is_rule { "" } else { inside.trim_matches(['|', ' ', '\t']) }
}

/// Recognizes the question that a line begins with: a whole first cell, or as many words as the question has.
fn question<'t>(text: &'t str, wordings: &Wordings) -> Option<(Match, &'t str, &'t str)> {
    for separator in ['\t', '|'] {
        if let Some((cell, answer)) = text.split_once(separator)
            && let Some(found) = wordings.whole(cell)
        {
            return Some((found, cell.trim(), answer.trim_start_matches([separator, ' ']).trim()));
        }
    }
    let (found, at) = wordings.at_start(text)?;
    let (words, answer) = text.split_at_checked(at)?;
    Some((found, words.trim(), answer.trim_start_matches(['\t', '|', ' ']).trim()))
}
