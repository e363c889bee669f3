//! A table as wikitext, to be pasted into a page of the wiki.

use crate::answer::{Answer, Builder, Run, Style, literal, valid_target};
use crate::collection::{CollectedReport, Collection, ReportRow, ReportSource, ReportsTable};
use crate::wikitext::value;

/// Writes rows and columns of a table, given by their places, as a table of wikitext that readers can sort. Names link to the pages that
/// the reports came from. Answers are written as on a report's page: nothing in them becomes other markup than their writers gave them.
/// Whether the text is too large for a page says [`check_size`](crate::wikitext::check_size).
pub fn reports_wikitext(
    collection: &Collection,
    table: &ReportsTable,
    rows: &[usize],
    columns: &[usize],
) -> String {
    let mut page = String::from("{| class=\"wikitable sortable\"\n|-\n");
    head("col", "Affiliate", &mut page);
    head("col", "Year", &mut page);
    for column in columns.iter().filter_map(|at| table.columns.get(*at)) {
        head("col", &value(&literal(&column.text)), &mut page);
    }
    for row in rows.iter().filter_map(|at| table.rows.get(*at)) {
        page.push_str("|-\n");
        head("row", &value(&name(collection, row)), &mut page);
        cell(&row.year.map(|year| year.to_string()).unwrap_or_default(), &mut page);
        for answer in columns.iter().filter_map(|at| row.cells.get(*at)) {
            cell(&value(&answer.answer.tree), &mut page);
        }
    }
    page.push_str("|}\n");
    page
}

/// Returns an affiliate's name, as a link where the report came from a page.
fn name(collection: &Collection, row: &ReportRow) -> Answer {
    let source = collection.report(row.report).map(CollectedReport::source);
    match source {
        Some(ReportSource::Page { title, .. }) if !row.name.is_empty() && valid_target(title.as_str()) => {
            let mut builder = Builder::new();
            builder.page_link(title.as_str(), vec![Run { text: row.name.clone(), style: Style::NONE }]);
            builder.finish()
        }
        _ => literal(&row.name),
    }
}

/// Appends a head, on a line of its own. Two exclamation marks would begin another one.
fn head(scope: &str, value: &str, page: &mut String) {
    page.push_str(&format!("! scope=\"{scope}\" |"));
    content(&value.replace("!!", "!&#33;"), page);
}

/// Appends a cell, on a line of its own.
fn cell(value: &str, page: &mut String) {
    page.push('|');
    content(value, page);
}

fn content(value: &str, page: &mut String) {
    page.push_str(if value.is_empty() { "" } else { " " });
    page.push_str(value);
    page.push('\n');
}
