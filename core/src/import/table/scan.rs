//! Reads the tables of a page of wikitext as rows of cells, by MediaWiki's rules (`Parser::handleTables`).
//!
//! A line that begins with `{|`, `|}`, `|-`, `|+`, `|` or `!` is table markup; everything else belongs to the cell
//! above, even a nested table.

use std::ops::Range;

use super::opaque::Opaque;
use crate::import::pace::Pace;
use crate::import::rows::Row;

/// The rows and the markup of a page's tables.
#[derive(Default)]
pub(super) struct Scan {
    /// All rows that have a cell, in the order of their beginnings.
    pub(super) rows: Vec<Row>,
    /// The markup that shows nothing: table, row and cell marks with their attributes. The ranges are ordered and do
    /// not overlap.
    pub(super) markup: Vec<Range<usize>>,
    /// The places of the tables from mark to mark, in the order of their beginnings. Indents before a table belong to
    /// it.
    pub(super) tables: Vec<Range<usize>>,
    open: Vec<OpenTable>,
}

struct OpenTable {
    number: usize,
    row: Option<Row>,
    /// The byte where the open cell's content begins.
    cell: Option<usize>,
}

/// Finds the tables of a page.
pub(super) async fn scan(page: &str, pace: &Pace) -> Scan {
    let opaque = Opaque::of(page, pace).await;
    let mut scan = Scan::default();
    let mut start = 0;
    for line in page.split('\n') {
        let end = start + line.len();
        if let Some(mark) = first_mark(page, start..end, &opaque) {
            scan.line(page, start, mark..end, &opaque);
        }
        pace.work(line.len() + 1).await;
        start = end + 1;
    }
    while !scan.open.is_empty() {
        scan.end_table(page.len());
    }
    scan.rows.sort_by_key(|row| row.place.start);
    scan
}

/// Finds a line's first character that is neither blank nor in a comment; `None` if the line begins inside something larger.
fn first_mark(page: &str, line: Range<usize>, opaque: &Opaque) -> Option<usize> {
    let mut at = line.start;
    loop {
        let rest = page.get(at..line.end)?;
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        at += blanks;
        match opaque.at(at) {
            None => return (at < line.end).then_some(at),
            Some(range) if page.get(at..).is_some_and(|rest| rest.starts_with("<!--")) => at = range.end,
            Some(_) => return None,
        }
    }
}

impl Scan {
    /// Reads one line; `mark` is the part after blanks and comments.
    fn line(&mut self, page: &str, start: usize, mark: Range<usize>, opaque: &Opaque) {
        let text = page.get(mark.clone()).unwrap_or_default();
        let indent = text.len() - text.trim_start_matches([':', ' ']).len();
        if text.get(indent..).is_some_and(|rest| rest.starts_with("{|")) {
            self.open.push(OpenTable { number: self.tables.len(), row: None, cell: None });
            self.tables.push(mark.start..page.trim_end().len().max(mark.end));
            self.markup.push(mark);
        } else if self.open.is_empty() {
        } else if text.starts_with("|}") {
            if let Some(ended) = self.open.last().and_then(|table| self.tables.get_mut(table.number)) {
                ended.end = mark.start + 2;
            }
            self.end_table(start);
            self.markup.push(mark.start..mark.start + 2);
        } else if text.starts_with("|-") {
            self.end_row(start);
            self.markup.push(mark);
        } else if text.starts_with("|+") {
            self.end_cell(start);
            let content = content_start(page, mark.start + 2..mark.end, opaque);
            self.markup.push(mark.start..content);
        } else if text.starts_with(['|', '!']) {
            self.end_cell(start);
            self.cells(page, mark, text.starts_with('!'), opaque);
        }
    }

    /// Reads the cells of a line, split at `||`, and at `!!` in a line of heading cells.
    fn cells(&mut self, page: &str, line: Range<usize>, heading: bool, opaque: &Opaque) {
        let mut mark = line.start..line.start + 1;
        loop {
            let next = separator(page, mark.end..line.end, heading, opaque);
            let end = next.unwrap_or(line.end);
            let content = content_start(page, mark.end..end, opaque);
            self.markup.push(mark.start..content);
            self.begin_cell(content);
            let Some(next) = next else { break };
            self.end_cell(next);
            mark = next..next + 2;
        }
    }

    fn begin_cell(&mut self, at: usize) {
        if let Some(table) = self.open.last_mut() {
            let number = table.number;
            table.row.get_or_insert_with(|| Row { table: number, place: at..at, cells: Vec::new() });
            table.cell = Some(at);
        }
    }

    fn end_cell(&mut self, at: usize) {
        let Some(table) = self.open.last_mut() else { return };
        if let (Some(start), Some(row)) = (table.cell.take(), table.row.as_mut()) {
            row.cells.push(start..at.max(start));
            row.place.end = at.max(start);
        }
    }

    fn end_row(&mut self, at: usize) {
        self.end_cell(at);
        let row = self.open.last_mut().and_then(|table| table.row.take());
        self.rows.extend(row);
    }

    fn end_table(&mut self, at: usize) {
        self.end_row(at);
        self.open.pop();
    }
}

/// Finds the next cell's mark within a line.
fn separator(page: &str, line: Range<usize>, heading: bool, opaque: &Opaque) -> Option<usize> {
    let bytes = page.as_bytes();
    let mut at = line.start;
    while at + 1 < line.end {
        match bytes.get(at..at + 2) {
            Some(b"||") => return Some(at),
            Some(b"!!") if heading => return Some(at),
            Some([b'<' | b'{', _]) => at = opaque.at(at).map_or(at + 1, |range| range.end),
            _ => at += 1,
        }
    }
    None
}

/// Finds where a cell's content begins: after its attributes and their `|`, if it has any.
fn content_start(page: &str, cell: Range<usize>, opaque: &Opaque) -> usize {
    let bytes = page.as_bytes();
    let mut at = cell.start;
    while at < cell.end {
        match bytes.get(at..(at + 2).min(cell.end)) {
            // A `|` in a link belongs to the link: MediaWiki then reads no attributes.
            Some(b"[[" | b"-{") => return cell.start,
            Some([b'|', ..]) => return at + 1,
            Some([b'<' | b'{', ..]) => at = opaque.at(at).map_or(at + 1, |range| range.end),
            _ => at += 1,
        }
    }
    cell.start
}
