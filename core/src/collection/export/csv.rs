//! A table as comma-separated values (RFC 4180), for spreadsheets.

use crate::collection::{CellState, Collection, ReportRow, ReportsTable};

/// The heads of the columns before the questions.
const HEADS: [&str; 6] = ["Affiliate", "Year", "Type", "Region", "Code", "Page"];

/// The byte order mark, without which spreadsheets take another encoding than UTF-8.
pub(super) const MARK: &str = "\u{FEFF}";

/// What stands behind the wording of a question about a number, above the number that was read from the answer.
const NUMBER_HEAD: &str = "(the number)";

/// The first characters by which spreadsheets take a text for a formula, or leave them out and look at what follows. The last four are
/// the wide forms of the first.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Writes rows and columns of a table, given by their places, as comma-separated values: a line of heads, then a line for each row, each
/// ended by CR and LF, in UTF-8 behind a byte order mark.
///
/// A question about a number has a second column with the number alone. A text that a spreadsheet would take for a formula gets an
/// apostrophe in front.
pub fn reports_csv(
    collection: &Collection,
    table: &ReportsTable,
    rows: &[usize],
    columns: &[usize],
) -> String {
    let mut csv = String::from(MARK);
    let mut heads: Vec<String> = HEADS.map(str::to_owned).to_vec();
    for column in columns.iter().filter_map(|at| table.columns.get(*at)) {
        heads.push(column.text.clone());
        if column.is_number {
            heads.push(format!("{} {NUMBER_HEAD}", column.text));
        }
    }
    push_line(&heads, &mut csv);
    for row in rows.iter().filter_map(|at| table.rows.get(*at)) {
        push_line(&fields(collection, table, row, columns), &mut csv);
    }
    csv
}

fn fields(collection: &Collection, table: &ReportsTable, row: &ReportRow, columns: &[usize]) -> Vec<String> {
    let report = collection.report(row.report);
    let page = report.and_then(|report| report.source().address(&report.form().wiki));
    let year = row.year.map(|year| year.to_string());
    let mut fields = vec![
        row.name.clone(),
        year.unwrap_or_default(),
        row.kind.clone(),
        row.region.clone(),
        row.code.clone(),
        page.unwrap_or_default(),
    ];
    for at in columns {
        let (Some(column), Some(cell)) = (table.columns.get(*at), row.cells.get(*at)) else { continue };
        let is_empty = cell.state() == CellState::Empty;
        fields.push(if is_empty { String::new() } else { cell.answer.text.clone() });
        if column.is_number {
            fields.push(cell.answer.number.map(|number| number.to_string()).unwrap_or_default());
        }
    }
    fields
}

/// Appends a line with these fields.
pub(super) fn push_line(fields: &[String], csv: &mut String) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        push_field(&harmless(field), csv);
    }
    csv.push_str("\r\n");
}

/// Puts an apostrophe in front of a text that a spreadsheet would take for a formula.
fn harmless(text: &str) -> String {
    let mark = if text.starts_with(FORMULA_STARTS) { "'" } else { "" };
    format!("{mark}{text}")
}

/// Appends a field, in quotes where it needs them; quotes in it are doubled.
fn push_field(field: &str, csv: &mut String) {
    if field.contains(['"', ',', '\r', '\n']) {
        csv.push('"');
        csv.push_str(&field.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(field);
    }
}
