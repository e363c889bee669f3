//! Assigns a table's rows to questions, whatever notation the table is in.
//!
//! Structure decides here: only a row's first cell can be a question, and everything inside an answer's cell is part
//! of the answer, even a table with the same questions. Both table readers share these rules.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::collector::{Collector, Offer};
use super::pace::Pace;
use super::reading::{Note, Why};
use crate::answer::Answer;
use crate::form::wording::Match;

/// A row of a table, by its place in the text's units (bytes or tokens).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The number of the table that the row belongs to.
    pub(super) table: usize,
    /// The place from the first cell's beginning to the last cell's end.
    pub(super) place: Range<usize>,
    /// The places of the cells, in order and never overlapping.
    pub(super) cells: Vec<Range<usize>>,
}

/// The differences between the notations of tables, wikitext and HTML.
pub(super) trait Cells {
    /// Returns the cell's words in one line, and notes on its other content; `None` if it is too long for a question
    /// or a heading.
    fn words(&self, cell: &Range<usize>) -> Option<(String, Vec<Note>)>;
    /// Returns the cell as an answer.
    async fn answer(&self, cell: &Range<usize>) -> (Answer, Vec<Note>);
    /// Returns what a reader sees between two places, in lines.
    async fn text(&self, place: Range<usize>) -> String;
    /// Takes the text between two places around the answers.
    async fn around(&self, place: Range<usize>, why: Why, collector: &mut Collector<'_>);
}

/// The work of looking at a cell, besides that for its words, in bytes.
const CELL_BYTES: usize = 32;

/// The question that a row asks, by its cell and its words.
struct Asked {
    cell: usize,
    found: Match,
    words: String,
    notes: Vec<Note>,
}

/// Places every row of the tables that ask questions, and the text around them within `whole`. Returns false, with
/// nothing taken, if no row asks a question.
///
/// `rows` are in the order of their beginnings: a row inside another's cell comes after that one.
pub(super) async fn place(
    rows: &[Row],
    whole: Range<usize>,
    cells: &impl Cells,
    collector: &mut Collector<'_>,
    pace: &Pace,
) -> bool {
    let asked = questions(rows, cells, collector, pace).await;
    let tables: BTreeSet<usize> = asked.iter().map(|(row, _)| row.table).collect();
    let mut upcoming = asked.into_iter().peekable();
    if upcoming.peek().is_none() {
        return false;
    }
    // Three passes: the texts, their lines, and the answers.
    pace.expect(3);
    let mut at = whole.start;
    for row in rows {
        if row.place.start < at {
            continue;
        }
        let asks = upcoming.next_if(|(next, _)| next.place == row.place);
        // A row of a layout table: its cells contain the tables that ask.
        let holds_questions =
            asks.is_none() && upcoming.peek().is_some_and(|(next, _)| next.place.start < row.place.end);
        if holds_questions || !tables.contains(&row.table) {
            continue;
        }
        cells.around(at..row.place.start, Why::Outside, collector).await;
        match asks {
            Some((_, asked)) => place_answer(row, &asked, cells, collector).await,
            None => place_other(row, cells, collector).await,
        }
        for (cell, next) in row.cells.iter().zip(row.cells.iter().skip(1)) {
            cells.around(cell.end..next.start, Why::Outside, collector).await;
        }
        at = row.place.end;
    }
    cells.around(at..whole.end, Why::Outside, collector).await;
    true
}

/// Finds the table that asks the most questions, by its number; of equals, the first.
pub(super) async fn most_asking(
    rows: &[Row],
    cells: &impl Cells,
    collector: &Collector<'_>,
    pace: &Pace,
) -> Option<usize> {
    let mut counts = BTreeMap::<usize, usize>::new();
    for (row, _) in questions(rows, cells, collector, pace).await {
        *counts.entry(row.table).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(table, _)| table)
}

/// Finds the rows that ask a question and are in no other such row.
async fn questions<'r>(
    rows: &'r [Row],
    cells: &impl Cells,
    collector: &Collector<'_>,
    pace: &Pace,
) -> Vec<(&'r Row, Asked)> {
    let mut found = Vec::new();
    let mut at = 0;
    for row in rows.iter().filter(|row| row.cells.len() > 1) {
        if row.place.start < at {
            continue;
        }
        if let Some(asked) = question(row, cells, collector, pace).await {
            at = row.place.end;
            found.push((row, asked));
        }
    }
    found
}

/// Finds the question of a row: in its first cell, or in its second after a mere number.
async fn question(row: &Row, cells: &impl Cells, collector: &Collector<'_>, pace: &Pace) -> Option<Asked> {
    for (cell, place) in row.cells.iter().enumerate().take(2) {
        let words = cells.words(place);
        pace.work(CELL_BYTES + words.as_ref().map_or(0, |(words, _)| words.len())).await;
        let (words, notes) = words?;
        if cell + 1 < row.cells.len()
            && let Some(found) = collector.wordings.whole(&words)
        {
            return Some(Asked { cell, found, words, notes });
        }
        if words.contains(char::is_alphabetic) {
            return None;
        }
    }
    None
}

async fn place_answer(row: &Row, asked: &Asked, cells: &impl Cells, collector: &mut Collector<'_>) {
    let Some(place) = row.cells.get(asked.cell + 1) else { return };
    let (answer, answers_notes) = cells.answer(place).await;
    let notes = asked.notes.iter().cloned().chain(answers_notes).collect();
    collector.offer(Offer::by_wording(asked.found.clone(), &asked.words, answer, notes));
    for (index, extra) in row.cells.iter().enumerate() {
        let numbers_the_question = index < asked.cell;
        if !numbers_the_question && index <= asked.cell + 1 {
            continue;
        }
        let text = cells.text(extra.clone()).await;
        if !(numbers_the_question && is_number(&text)) {
            collector.unplaced(&text, Why::ExtraCell);
        }
    }
}

/// Returns whether a text is a number such as `3`, `3.` or `(3)`, or empty, so that no reader would miss it.
fn is_number(text: &str) -> bool {
    text.trim().chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | '(' | '#'))
}

/// Places a row that asks none of this form's questions, in a table that asks questions.
async fn place_other(row: &Row, cells: &impl Cells, collector: &mut Collector<'_>) {
    let mut texts: Vec<(&Range<usize>, String)> = Vec::new();
    for cell in &row.cells {
        let text = cells.text(cell.clone()).await.trim().to_owned();
        if !text.is_empty() {
            texts.push((cell, text));
        }
    }
    match texts.as_slice() {
        [] => {}
        [(cell, _)] if is_heading(cells.words(cell), collector) => {}
        [(cell, _)] => cells.around((*cell).clone(), Why::UnknownHeading, collector).await,
        several => {
            let lines: Vec<&str> = several.iter().map(|(_, text)| text.as_str()).collect();
            collector.unplaced(&lines.join("\n"), Why::UnknownQuestion);
        }
    }
}

/// Returns whether a cell is one of the form's titles and nothing else.
fn is_heading(words: Option<(String, Vec<Note>)>, collector: &Collector<'_>) -> bool {
    words.is_some_and(|(words, notes)| notes.is_empty() && collector.headings.holds(&words))
}
