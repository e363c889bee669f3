//! The tables of an HTML text as rows of cells, by token.
//!
//! As tolerant as browsers: a cell ends where the next one begins or the row or table ends, closed or not, and cells
//! may be without a row.

use super::element::Element;
use super::token::Token;
use crate::import::pace::Pace;
use crate::import::rows::Row;

/// Finds all rows with a cell of all tables, in the order they begin.
pub(super) async fn rows(tokens: &[Token<'_>], pace: &Pace) -> Vec<Row> {
    let mut scan = Scan::default();
    for (at, token) in tokens.iter().enumerate() {
        pace.work(Token::LOOK).await;
        match token {
            Token::Open(tag) => scan.open(tag.element, at),
            Token::Close(tag) => scan.close(tag.element, at),
            Token::Text(_) | Token::Mark(_) => {}
        }
    }
    while !scan.open.is_empty() {
        scan.end_table(tokens.len());
    }
    scan.rows.sort_by_key(|row| row.place.start);
    scan.rows
}

#[derive(Default)]
struct Scan {
    /// The number of tables begun so far.
    tables: usize,
    /// The tables that are open, the innermost last.
    open: Vec<OpenTable>,
    rows: Vec<Row>,
}

struct OpenTable {
    number: usize,
    row: Option<Row>,
    /// The place where the open cell's content begins.
    cell: Option<usize>,
}

impl Scan {
    fn open(&mut self, element: Element, at: usize) {
        match element {
            Element::Table => {
                self.open.push(OpenTable { number: self.tables, row: None, cell: None });
                self.tables += 1;
            }
            Element::Row | Element::RowGroup => self.end_row(at),
            Element::Cell => {
                self.end_cell(at);
                self.begin_cell(at);
            }
            _ => {}
        }
    }

    fn close(&mut self, element: Element, at: usize) {
        match element {
            Element::Table => self.end_table(at),
            Element::Row | Element::RowGroup => self.end_row(at),
            Element::Cell => self.end_cell(at),
            _ => {}
        }
    }

    fn begin_cell(&mut self, at: usize) {
        if self.open.is_empty() {
            // A clipboard may contain cells without their table.
            self.open(Element::Table, at);
        }
        if let Some(table) = self.open.last_mut() {
            let number = table.number;
            table.row.get_or_insert_with(|| Row { table: number, place: at..at, cells: Vec::new() });
            table.cell = Some(at + 1);
        }
    }

    fn end_cell(&mut self, at: usize) {
        let Some(table) = self.open.last_mut() else { return };
        if let (Some(start), Some(row)) = (table.cell.take(), table.row.as_mut()) {
            row.cells.push(start..at);
            row.place.end = at;
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
