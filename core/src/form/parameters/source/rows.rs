//! A template's rows as a reader of its page sees them: titles, and questions each with the parameter beside it.
//!
//! Nothing has to be known of the form: the text that stands last before a parameter, in another cell or on another line, is its
//! question, and what stands before that is a title.

use std::collections::BTreeSet;

use super::piece::{Break, Piece, Role};
use super::pieces::pieces;
use super::shown::shown;
use crate::entities::decode;
use crate::form::parameters::valid_name;
use crate::form::wording::Wordings;

/// A row of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateRow {
    /// The title of a section or a group.
    Title(String),
    /// A question and its parameter.
    Question {
        /// The question's wording.
        text: String,
        /// The name of the parameter that shows the answer.
        parameter: String,
    },
}

/// The greatest number of rows that are read of a template.
const MOST: usize = 500;
/// The longest question, in bytes.
const LONGEST: usize = 2000;
/// The longest title, in bytes.
const LONGEST_TITLE: usize = 200;

/// Reads the rows of a template from its source, at most 500. `wordings` tells a question where that is not told by its place.
pub fn template_rows(wordings: &Wordings, source: &str) -> Vec<TemplateRow> {
    let source = shown(source);
    let mut reader = Reader {
        wordings,
        lines: vec![String::new()],
        waiting: Vec::new(),
        row: 0,
        line: 0,
        has_rows: false,
        after_row: false,
        answered: false,
        seen: BTreeSet::new(),
        rows: Vec::new(),
    };
    for piece in pieces(&source) {
        match piece {
            Piece::Text(text) => reader.add(text),
            Piece::Parameter { name, role: Role::Shown } => reader.parameter(name),
            Piece::Parameter { .. } => {}
            Piece::Break(ended) => reader.end(ended),
        }
        if reader.rows.len() >= MOST {
            break;
        }
    }
    reader.rows
}

/// A text that may be a title or a question.
struct Waiting {
    text: String,
    row: usize,
    line: usize,
}

struct Reader<'w> {
    wordings: &'w Wordings,
    /// The lines since the last border.
    lines: Vec<String>,
    /// The texts since the last question.
    waiting: Vec<Waiting>,
    row: usize,
    line: usize,
    /// Whether the source has rows of a table.
    has_rows: bool,
    /// Whether nothing but the attributes of a row or a table can stand here.
    after_row: bool,
    /// Whether a parameter stands before on this line of its cell, so that what follows is no question.
    answered: bool,
    seen: BTreeSet<String>,
    rows: Vec<TemplateRow>,
}

impl Reader<'_> {
    fn add(&mut self, text: &str) {
        if let (false, Some(line)) = (self.answered, self.lines.last_mut())
            && line.len() + text.len() <= LONGEST
        {
            line.push_str(text);
        }
    }

    fn end(&mut self, ended: Break) {
        match ended {
            Break::Line => {
                if self.after_row && self.lines.last().is_some_and(|line| is_attributes(line)) {
                    self.lines = vec![String::new()];
                } else if self.lines.last().is_some_and(|line| is_heading(line)) {
                    self.end_unit();
                } else if self.lines.last().is_some_and(|line| !line.trim().is_empty()) {
                    self.lines.push(String::new());
                }
                self.line += 1;
            }
            Break::Pipe => {
                if self.lines.last().is_some_and(|line| is_attributes(line)) {
                    self.lines = vec![String::new()];
                }
                self.end_unit();
            }
            Break::Cell => self.end_unit(),
            Break::Row => {
                self.end_unit();
                self.row += 1;
                self.has_rows = true;
            }
        }
        self.after_row = ended == Break::Row;
        self.answered &= ended == Break::Pipe;
    }

    /// Keeps the text since the last border, if it has words.
    fn end_unit(&mut self) {
        let lines = std::mem::replace(&mut self.lines, vec![String::new()]);
        if let Some(text) = self.text(&lines) {
            self.waiting.push(Waiting { text, row: self.row, line: self.line });
        }
    }

    /// Returns the words of some lines: those of one of them, where only that is a known question.
    fn text(&self, lines: &[String]) -> Option<String> {
        let lines: Vec<String> =
            lines.iter().map(|line| tidy(line)).filter(|line| !line.is_empty()).collect();
        let whole = lines.join(" ");
        let is_known = |text: &str| self.wordings.whole(text).is_some();
        let one = if lines.len() > 1 && !is_known(&whole) {
            lines.iter().find(|line| is_known(line))
        } else {
            None
        };
        let text = one.cloned().unwrap_or(whole);
        text.contains(char::is_alphabetic).then_some(text)
    }

    fn parameter(&mut self, name: &str) {
        let inline = self.lines.last().is_some_and(|line| !line.trim().is_empty());
        let before = self.waiting.len();
        self.end_unit();
        self.answered = true;
        if !valid_name(name) || !self.seen.insert(name.to_owned()) {
            return;
        }
        let Some(asked) = self.waiting.pop() else { return };
        // A word before a value, on its line, is a question only where it asks.
        if inline && self.waiting.len() == before && !self.asks(&asked.text) {
            return;
        }
        let texts = std::mem::take(&mut self.waiting);
        for (at, waiting) in texts.iter().enumerate() {
            let beside =
                |other: &Waiting| waiting.row == other.row && (self.has_rows || waiting.line == other.line);
            let is_followed = texts.get(at + 1).is_some_and(|next| beside(next) && next.line == waiting.line);
            if !beside(&asked) && !is_followed && is_title(&waiting.text) {
                self.rows.push(TemplateRow::Title(waiting.text.clone()));
            }
        }
        self.rows.push(TemplateRow::Question { text: asked.text, parameter: name.to_owned() });
    }

    fn asks(&self, text: &str) -> bool {
        text.ends_with(['?', ':']) || self.wordings.whole(text).is_some()
    }
}

fn is_title(text: &str) -> bool {
    text.len() <= LONGEST_TITLE && !text.ends_with('.')
}

/// Returns a line's words without the marks of a heading or a list around them, and without the name of an argument before them.
fn tidy(line: &str) -> String {
    let decoded = decode(line);
    let mut text = decoded.trim();
    if text.starts_with('=') {
        text = text.trim_matches('=');
    }
    text = text.trim_start_matches([';', '*', '#', ':', ' ', '\t']);
    if let Some((name, value)) = text.split_once('=')
        && !name.trim().is_empty()
        && name.trim().bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        text = value;
    }
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Returns whether a line is a heading, which ends with the line.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && line.starts_with('=') && line.ends_with('=')
}

/// Returns whether a text is the attributes of a table, a row or a cell: `style="…"`, `colspan=2`.
fn is_attributes(text: &str) -> bool {
    let Some((name, value)) = text.split_once('=') else { return false };
    let name = name.trim();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_name && (value.contains(['"', '\'']) || name.ends_with("span"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;

    fn rows(source: &str) -> Vec<String> {
        let rows = template_rows(&Wordings::new(Form::latest()), source).into_iter();
        rows.map(|row| match row {
            TemplateRow::Title(title) => format!("= {title}"),
            TemplateRow::Question { text, parameter } => format!("{parameter}: {text}"),
        })
        .collect()
    }

    #[test]
    fn titles_and_questions_are_told_apart_in_each_shape() {
        for source in [
            "{| class=\"wikitable\"\n|-\n! colspan=\"2\" | '''Ä title'''\n|-\n! colspan=2 | ''Ä group''\n|-\n| How so? (e.g. 1)\n| {{{a}}}\n|-\n| Why?\n| {{{b|''none yet''}}}\n|}",
            "{|\n|-\n! Ä title\n|-\n! Ä group\n|-\n| How so? (e.g. 1) || {{{a}}}\n|-\n| Why? || {{{b}}}\n|}",
            "{|\n|-\n! Ä title\n|-\n! Ä group\n|-\n| How so? (e.g. 1) || {{{a}}} ||\n|-\n| Why? || {{{b}}} ||\n|}",
            "{|\n|-\n! Ä title\n|-\n! Ä group\n|-\n|How so? (e.g. 1)\n|\n{{{a|}}}\n|- style=\"x\"\n|Why?\n|\n{{{b|}}}\n|}",
            "== Ä title ==\n=== Ä group ===\n'''How so? (e.g. 1)'''<br/>\n{{{a}}}\n\n'''Why?'''<br/>\n{{{b}}}",
            "{{head|Ä title}}\n{{head|Ä group}}\n{{row|How so? (e.g. 1)|{{{a}}}}}\n{{row|question=Why?|answer={{{b}}}}}",
            "<noinclude>About this form</noinclude><table><tr><th>&Auml; title</th></tr><tr><th>Ä group</th></tr><tr><td>How so? (e.g. 1)</td><td>{{#if:{{{a|}}}|{{{a}}}|nothing}}</td></tr><tr><td>Why?</td><td>{{{b}}}</td></tr></table>",
        ] {
            assert_eq!(
                rows(source),
                ["= Ä title", "= Ä group", "a: How so? (e.g. 1)", "b: Why?"],
                "{source}"
            );
        }
    }

    #[test]
    fn what_is_no_question_is_left_out() {
        for source in [
            "",
            "{|\n|+ Report {{{year}}}\n|}",
            "{{{a}}} {{{b}}}",
            "| 12 || {{{a}}}",
            "words without a parameter",
        ] {
            assert_eq!(rows(source), [""; 0], "{source}");
        }
    }
}
