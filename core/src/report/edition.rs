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
use crate::answer::print;
use crate::form::OutlineRow;

/// Writes the report as text to edit. Reading the text back gives the same trees.
pub fn write_edition(report: &Report<'_>) -> String {
    let mut text = String::new();
    for row in report.outline() {
        match row {
            OutlineRow::Section(title) | OutlineRow::Group(title) => heading("==", title, &mut text),
            OutlineRow::Question((question, answer)) => {
                heading("===", &question.text, &mut text);
                body(&print(answer, question.kind.markup()), &mut text);
            }
        }
    }
    text
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
