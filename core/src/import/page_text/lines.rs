//! Classifies a rendered page's lines: which begin a question, which are blank, which could be headings.

use crate::form::wording::{Match, Wordings};
use crate::import::collector::EXACT;
use crate::import::pace::Pace;

/// A line of a page's text, and its look on its own.
#[derive(Debug)]
pub(super) struct Line<'t> {
    /// The line's text, without a table's marks.
    pub(super) text: &'t str,
    /// The byte offset in the whole text where the line's text begins.
    start: usize,
    pub(super) looks: Looks<'t>,
}

/// The look of a line on its own.
#[derive(Debug)]
pub(super) enum Looks<'t> {
    Blank,
    /// A line that begins with a question; the answer follows on the line.
    Question(Box<Asked<'t>>),
    /// A section's or group's title.
    Heading,
    Text,
}

/// A question at the beginning of a line, and the beginning of the answer after it.
#[derive(Debug)]
pub(super) struct Asked<'t> {
    pub(super) found: Match,
    /// The question as it was written.
    pub(super) words: &'t str,
    pub(super) answer: &'t str,
    /// The line's part in a table's row as text.
    pub(super) row: Row,
}

/// The borders of a table's row on a line with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// There is no border between question and answer.
    None,
    /// There is a border between question and answer: `question | answer`.
    Parted,
    /// The line begins with a border as well: `| question | answer |`.
    Framed,
}

/// Classifies the lines of a text, one after the other.
pub(super) async fn lines<'t>(text: &'t str, wordings: &Wordings, pace: &Pace) -> Vec<Line<'t>> {
    let is_table = has_rule(text, pace).await;
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        lines.push(Line::new(line, at, is_table, wordings));
        at += line.len() + 1;
        pace.work(line.len() + 1).await;
    }
    lines
}

async fn has_rule(text: &str, pace: &Pace) -> bool {
    for line in text.split('\n') {
        if is_rule(line.trim()) {
            return true;
        }
        pace.work(line.len() + 1).await;
    }
    false
}

impl<'t> Line<'t> {
    /// Makes the line that begins at byte `at`. A tab or `|` may separate question and answer; in a table as text,
    /// each `|` is a border.
    fn new(line: &'t str, at: usize, is_table: bool, wordings: &Wordings) -> Self {
        let text = without_frame(line);
        let looks = if text.is_empty() {
            Looks::Blank
        } else if let Some(asked) = question(text, is_table || line.trim_start().starts_with('|'), wordings) {
            let row = if asked.row == Row::Parted && line.trim_start().starts_with('|') {
                Row::Framed
            } else {
                asked.row
            };
            Looks::Question(Box::new(Asked { row, ..asked }))
        } else if wordings.heading(heading_words(text)) {
            Looks::Heading
        } else {
            Looks::Text
        };
        // The offset where the marks before it end: `text` is a part of `line`.
        let before = line.find(text).unwrap_or_default();
        Self { text, start: at + before, looks }
    }

    /// Returns the byte offset of the line's end in the whole text.
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

/// Removes the marks of a table's row as text: the outer ones of `| question | answer |`, and all of a line that
/// consists only of marks, such as `|---|---|`, `---|---|---` and `| ||`.
fn without_frame(line: &str) -> &str {
    let line = line.trim();
    if is_rule(line) {
        return "";
    }
    line.strip_prefix('|').map_or(line, |inside| inside.trim_matches(['|', ' ', '\t']))
}

/// Returns whether a line has only a table's marks.
fn is_rule(line: &str) -> bool {
    let borders = |c: char| matches!(c, '|' | ' ' | '\t');
    line.contains('|')
        && (line.chars().all(borders)
            || line.contains("--") && line.chars().all(|c| borders(c) || matches!(c, '-' | ':')))
}

/// Removes what closes a table's row as text: the borders of its last cells, which are empty.
pub(super) fn without_closing(answer: &str) -> &str {
    answer.trim_end_matches(['|', ' ', '\t', '\n'])
}

/// Recognizes the question that a line begins with: a whole first cell, or as many words as the question has.
///
/// A tab ends a cell for certain, a `|` only in a table. Elsewhere a `|` belongs to the answer if the line's beginning
/// is at least as similar to a question as all text before the `|`.
fn question<'t>(text: &'t str, is_table: bool, wordings: &Wordings) -> Option<Asked<'t>> {
    if let Some(cell) = first_cell(text, '\t', wordings) {
        return Some(cell);
    }
    let cell = first_cell(text, '|', wordings);
    if is_table || cell.as_ref().is_some_and(|cell| cell.found.likeness >= EXACT) {
        return cell.or_else(|| at_start(text, wordings));
    }
    match (cell, at_start(text, wordings)) {
        (Some(cell), Some(start)) => {
            let leaves_more =
                start.words.len() < cell.words.len() && start.found.likeness >= cell.found.likeness;
            Some(if leaves_more { start } else { cell })
        }
        (cell, start) => cell.or(start),
    }
}

/// Recognizes the question that is all of a line's first cell.
fn first_cell<'t>(text: &'t str, border: char, wordings: &Wordings) -> Option<Asked<'t>> {
    let (cell, answer) = text.split_once(border)?;
    let row = if border == '|' { Row::Parted } else { Row::None };
    let answer = answer.trim_start_matches([border, ' ']).trim();
    Some(Asked { found: wordings.whole(cell)?, words: cell.trim(), answer, row })
}

/// Recognizes the question whose words a line begins with.
fn at_start<'t>(text: &'t str, wordings: &Wordings) -> Option<Asked<'t>> {
    let (found, at) = wordings.at_start(text)?;
    let (before, behind) = text.split_at_checked(at)?;
    let words = before.trim_end_matches(['|', '\t', ' ']);
    let answer = behind.trim_start_matches(['\t', '|', ' ']).trim();
    let border = text.get(words.len()..text.len() - behind.trim_start_matches(['\t', '|', ' ']).len());
    let row = if border.is_some_and(|border| border.contains('|')) { Row::Parted } else { Row::None };
    Some(Asked { found, words: words.trim(), answer, row })
}
