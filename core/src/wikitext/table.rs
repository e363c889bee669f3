//! The report as a table that needs no template, for as long as a parameter's name is unknown.

use super::escape::{self, Place};
use super::value::value;
use crate::form::OutlineRow;
use crate::report::Report;

/// Writes the report as a table with the same values as a template call: a heading row per section and group, then a row per
/// question, the question left, the answer right. One cell per line, so that a person can go on editing it; [`crate::import`]
/// reads it back.
pub fn table(report: &Report<'_>) -> String {
    let mut page = String::from("{| class=\"wikitable\"\n");
    for line in report.outline() {
        match line {
            OutlineRow::Section(title) => heading(&format!("'''{title}'''"), &mut page),
            OutlineRow::Group(title) => heading(&format!("''{title}''"), &mut page),
            OutlineRow::Question((question, answer)) => row(&question.text, &value(answer), &mut page),
        }
    }
    page.push_str("|}\n");
    page
}

fn heading(title: &str, page: &mut String) {
    page.push_str("|-\n! colspan=\"2\" scope=\"colgroup\" | ");
    page.push_str(title);
    page.push('\n');
}

fn row(question: &str, value: &str, page: &mut String) {
    page.push_str("|-\n| style=\"width: 40%\" | ");
    escape::text(question, Place { starts_value: true, in_label: false, before_quotes: false }, page);
    page.push_str("\n|");
    page.push_str(if value.is_empty() { "" } else { " " });
    page.push_str(value);
    page.push('\n');
}
