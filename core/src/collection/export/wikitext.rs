//! A table as wikitext, to be pasted into a page of the wiki.

use crate::answer::literal;
use crate::collection::{Collection, ReportsTable};
use crate::wikitext::value;

/// Writes rows and columns of a table, given by their places, as a table of wikitext that readers can sort. Names link to the pages that
/// the reports came from. Answers are written as on a report's page: nothing in them becomes other markup than their writers gave them.
pub fn reports_wikitext(
    collection: &Collection,
    table: &ReportsTable,
    rows: &[usize],
    columns: &[usize],
) -> String {
    let text = |text: &str| value(&literal(text));
    let mut page = String::from(
        "{| class=\"wikitable sortable\"\n|-\n! scope=\"col\" | Affiliate\n! scope=\"col\" | Year\n",
    );
    for column in columns.iter().filter_map(|at| table.columns.get(*at)) {
        cell("! scope=\"col\" |", &text(&column.text), &mut page);
    }
    for row in rows.iter().filter_map(|at| table.rows.get(*at)) {
        let source = collection.report(row.report).map(|report| report.source());
        let name = match source {
            Some(crate::collection::ReportSource::Page { title, .. }) => {
                format!("[[:{}|{}]]", title.as_str(), text(&row.name))
            }
            _ => text(&row.name),
        };
        page.push_str("|-\n");
        cell("! scope=\"row\" |", &name, &mut page);
        cell("|", &row.year.map(|year| year.to_string()).unwrap_or_default(), &mut page);
        for answer in columns.iter().filter_map(|at| row.cells.get(*at)) {
            cell("|", &value(&answer.answer.tree), &mut page);
        }
    }
    page.push_str("|}\n");
    page
}

/// Appends a cell on a line of its own.
fn cell(start: &str, value: &str, page: &mut String) {
    page.push_str(start);
    page.push_str(if value.is_empty() { "" } else { " " });
    page.push_str(value);
    page.push('\n');
}
