//! The whole report as one text that a person can edit anywhere and bring back.
//!
//! ```text
//! == Goal delivery ==
//!
//! === What is the affiliate mission? ===
//! We collect [[Commons|free pictures]].
//! ```
//!
//! Sections and groups are `== … ==`, questions `=== … ===`, both at a line's very beginning; below a question stands
//! its answer's source. An answer's line that begins with `=` gets a blank before it, which means nothing in a source:
//! so no answer's line is ever taken for a heading. [`crate::import`] reads it back.

use super::Report;
use crate::answer::{Answer, print};
use crate::form::{OutlineRow, Question};
use crate::ids::QuestionId;

/// Writes the report as text to edit. Reading the text back gives the same trees.
pub fn write_edition(report: &Report<'_>) -> String {
    write_edition_of_some(report, |_| true)
}

/// Writes the questions of the report that `takes` takes as text to edit, with the titles above them.
pub(crate) fn write_edition_of_some(report: &Report<'_>, takes: impl Fn(&Question) -> bool) -> String {
    let mut text = String::new();
    // The titles above the next question that are not written yet.
    let (mut section, mut group) = (None, None);
    for row in report.outline() {
        match row {
            OutlineRow::Section(title) => (section, group) = (Some(title), None),
            OutlineRow::Group(title) => group = Some(title),
            OutlineRow::Question(row) if takes(row.0) => {
                let titles = section.take().into_iter().chain(group.take());
                titles.for_each(|title| heading("==", title, &mut text));
                answered(row, &mut text);
            }
            OutlineRow::Question(_) => {}
        }
    }
    text
}

/// Writes one question of the report as text to edit, with its answer. Of a question that the form does not have nothing is written.
pub(super) fn write_edition_of(report: &Report<'_>, question: &QuestionId) -> String {
    let mut text = String::new();
    if let Some(row) = report.rows().find(|(asked, _)| asked.id == *question) {
        answered(row, &mut text);
    }
    text
}

fn answered((question, answer): (&Question, &Answer), text: &mut String) {
    heading("===", &question.text, text);
    body(&print(answer, question.kind.markup()), text);
}

fn heading(mark: &str, title: &str, text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&format!("{mark} {title} {mark}\n"));
}

fn body(source: &str, text: &mut String) {
    if source.is_empty() {
        return;
    }
    for line in source.split('\n') {
        text.push_str(if line.starts_with('=') { " " } else { "" });
        text.push_str(line);
        text.push('\n');
    }
}
