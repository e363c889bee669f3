//! Which rows and columns of a table are shown.

use super::{CellState, ReportCell, ReportsTable};
use crate::names::folded;

/// Something that a cell is looked for by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellSign {
    /// No answer.
    Empty,
    /// *Not applicable*.
    NotApplicable,
    /// An answer in words.
    Answered,
    /// An answer that says the same as in the report before.
    Unchanged,
    /// An answer that another affiliate gives in the same words.
    SameWords,
    /// A link that readers cannot open.
    ClosedLink,
    /// An answer to a question about a number that does not give exactly one.
    NoNumber,
}

impl CellSign {
    /// All signs, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Empty,
        Self::NotApplicable,
        Self::Answered,
        Self::Unchanged,
        Self::SameWords,
        Self::ClosedLink,
        Self::NoNumber,
    ];
}

/// What is looked for in a table. What is `None` or empty is not asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableFilter {
    /// The place of a section in the form, from 0: only its questions are shown, and only in them are signs and words looked for.
    pub section: Option<usize>,
    /// A region, as the directory spells it.
    pub region: Option<String>,
    /// A kind of affiliate, as the directory spells it.
    pub kind: Option<String>,
    /// A sign that at least one of a row's cells has.
    pub sign: Option<CellSign>,
    /// Words in an affiliate's name, code or answers: all that is typed, whatever its case, accents and signs between words.
    pub text: String,
}

impl TableFilter {
    /// Returns the places of the columns that are shown, in the table's order.
    pub fn columns(&self, table: &ReportsTable) -> Vec<usize> {
        let columns = table.columns.iter().enumerate();
        let shown =
            columns.filter(|(_, column)| self.section.is_none_or(|section| column.section == section));
        shown.map(|(at, _)| at).collect()
    }

    /// Returns the places of the rows that are shown, in the table's order.
    pub fn rows(&self, table: &ReportsTable) -> Vec<usize> {
        let columns = self.columns(table);
        let words = folded(&self.text);
        let is_asked =
            |asked: &Option<String>, value: &String| asked.as_ref().is_none_or(|asked| asked == value);
        let rows = table.rows.iter().enumerate().filter(|(_, row)| {
            let cells = || columns.iter().filter_map(|at| Some((*at, row.cells.get(*at)?)));
            is_asked(&self.region, &row.region)
                && is_asked(&self.kind, &row.kind)
                && self.sign.is_none_or(|sign| cells().any(|(at, cell)| has_sign(table, at, cell, sign)))
                && (words.is_empty()
                    || row.folded_name.contains(&words)
                    || folded(&row.code) == words
                    || cells().any(|(_, cell)| cell.answer.folded.contains(&words)))
        });
        rows.map(|(at, _)| at).collect()
    }
}

/// Returns whether a cell in a column has a sign.
pub(super) fn has_sign(table: &ReportsTable, column: usize, cell: &ReportCell, sign: CellSign) -> bool {
    let is_answered = cell.state() == CellState::Answered;
    match sign {
        CellSign::Empty => cell.state() == CellState::Empty,
        CellSign::NotApplicable => cell.state() == CellState::NotApplicable,
        CellSign::Answered => is_answered,
        CellSign::Unchanged => cell.is_unchanged,
        CellSign::SameWords => cell.has_same_words(),
        CellSign::ClosedLink => !cell.answer.closed_links.is_empty(),
        CellSign::NoNumber => {
            let is_number = table.columns.get(column).is_some_and(|column| column.is_number);
            is_number && is_answered && cell.answer.number.is_none()
        }
    }
}

impl ReportsTable {
    /// Returns the signs that the cell in a row and a column has, both counted from 0, in the order of [`CellSign::ALL`].
    pub fn signs(&self, row: usize, column: usize) -> Vec<CellSign> {
        let Some(cell) = self.cell(row, column) else { return Vec::new() };
        CellSign::ALL.into_iter().filter(|sign| has_sign(self, column, cell, *sign)).collect()
    }
}
