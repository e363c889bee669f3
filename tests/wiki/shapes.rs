//! The four ways a template's cell can take its value. Meta's template looks like the first; a report has to be right
//! in all of them.

use crate::client::Wiki;

/// A way to write the cell of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `| {{{x}}}` on a line of its own.
    OwnLine,
    /// `|`, and `{{{x}}}` on the next line.
    NextLine,
    /// `| question || {{{x}}}`.
    SameRow,
    /// `| question || {{{x}}} ||`, with a third, empty cell.
    Between,
}

impl Shape {
    /// All four.
    pub const ALL: [Self; 4] = [Self::OwnLine, Self::NextLine, Self::SameRow, Self::Between];

    /// The wikitext of a template that has a heading row and then a row for each question and its parameter. Where
    /// the shape has a third cell it is empty.
    pub fn template(self, rows: &[(&str, &str)]) -> String {
        let mut text = String::from("{| class=\"wikitable\"\n|-\n! colspan=\"2\" | Report\n");
        for (question, parameter) in rows {
            let value = format!("{{{{{{{parameter}}}}}}}");
            text.push_str("|-\n");
            text.push_str(&match self {
                Self::OwnLine => format!("| {question}\n| {value}\n"),
                Self::NextLine => format!("| {question}\n|\n{value}\n"),
                Self::SameRow => format!("| {question} || {value}\n"),
                Self::Between => format!("| {question} || {value} ||\n"),
            });
        }
        text.push_str("|}");
        text
    }

    /// How many cells a row has.
    pub fn cells(self) -> usize {
        if self == Self::Between { 3 } else { 2 }
    }

    /// Stores the shape's template for these rows and gives the name to call it by. Templates for different rows
    /// need different names.
    pub fn store(self, wiki: &Wiki, name: &str, rows: &[(&str, &str)]) -> String {
        let name = format!("{name} {self:?}");
        wiki.store(&format!("Template:{name}"), &self.template(rows));
        name
    }
}

/// A call of a template with these parameters and values, written as they are.
pub fn call(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = format!("{{{{{template}\n");
    for (parameter, value) in values {
        text.push_str(&format!("|{parameter} = {value}\n"));
    }
    text.push_str("}}");
    text
}
