//! The order of a table's rows.

use std::cmp::Ordering;

use super::{CellState, ReportRow, ReportsTable};

/// What rows are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OrderBy {
    /// The affiliate's name.
    #[default]
    Name,
    /// The number of answered questions.
    Answered,
    /// The answers in the column at this place, from 0: numbers by size, texts by their letters.
    Column(usize),
}

/// An order of rows. Those that are alike in it stand as in the table: by name, and by year, the latest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableOrder {
    /// What rows are ordered by.
    pub by: OrderBy,
    /// Whether the last comes first. Cells without an answer, or without a number where one is asked for, are last in any case.
    pub is_descending: bool,
}

impl TableOrder {
    /// Puts rows, given by their places in the table, into this order.
    pub fn sorted(&self, table: &ReportsTable, mut rows: Vec<usize>) -> Vec<usize> {
        rows.sort_unstable();
        rows.sort_by(|one, other| match (table.rows.get(*one), table.rows.get(*other)) {
            (Some(one), Some(other)) => self.compare(table, one, other),
            _ => Ordering::Equal,
        });
        rows
    }

    fn compare(&self, table: &ReportsTable, one: &ReportRow, other: &ReportRow) -> Ordering {
        match self.by {
            OrderBy::Name => self.directed(one.folded_name.cmp(&other.folded_name)),
            OrderBy::Answered => self.directed(one.answered.cmp(&other.answered)),
            OrderBy::Column(at) if table.columns.get(at).is_some_and(|column| column.is_number) => {
                let number = |row: &ReportRow| row.cells.get(at)?.answer.number;
                self.with_none_last(number(one), number(other))
            }
            OrderBy::Column(at) => self.with_none_last(text(one, at), text(other, at)),
        }
    }

    fn with_none_last<T: Ord>(&self, one: Option<T>, other: Option<T>) -> Ordering {
        match (one, other) {
            (Some(one), Some(other)) => self.directed(one.cmp(&other)),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    }

    fn directed(&self, order: Ordering) -> Ordering {
        if self.is_descending { order.reverse() } else { order }
    }
}

/// Returns the folded text in a row's column, where there is an answer.
fn text(row: &ReportRow, column: usize) -> Option<&str> {
    let cell = row.cells.get(column)?;
    (cell.state() == CellState::Answered).then_some(cell.answer.folded.as_str())
}
