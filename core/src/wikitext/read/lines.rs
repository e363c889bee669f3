//! The lines of a value: which are items, headings, tables or paragraphs.

use super::foreign::Foreign;
use super::scanner::Scanner;
use crate::answer::quotes::{self, Unpaired, Unstyled};
use crate::answer::{Answer, Builder, OpenLists, Style};

/// A reader of lines. What spans lines (a template, a comment, a tag's content) belongs to the line it begins on.
pub(super) struct Lines<'a> {
    scanner: Scanner<'a>,
    builder: Builder,
    lists: OpenLists,
}

impl<'a> Lines<'a> {
    pub fn new(value: &'a str) -> Self {
        Self { scanner: Scanner::new(value), builder: Builder::new(), lists: OpenLists::default() }
    }

    pub fn run(&mut self) {
        while !self.scanner.at_end() {
            self.line();
        }
    }

    pub fn finish(mut self) -> (Answer, Vec<Foreign>) {
        let mut foreign = self.scanner.foreign;
        let mut seen = std::collections::HashSet::new();
        foreign.retain(|one| seen.insert(one.clone()));
        self.lists.close(0, &mut self.builder);
        (self.builder.finish(), foreign)
    }

    fn line(&mut self) {
        let rest = self.scanner.rest_of_line();
        let trimmed = trim_blanks(rest);
        if trimmed.is_empty() {
            self.scanner.skip_line();
            self.lists.close(0, &mut self.builder);
            self.builder.end_block();
        } else if trimmed.starts_with("{|") {
            self.scanner.table();
            self.paragraph_line();
        } else if let Some(words) = heading(trimmed) {
            self.heading(words);
        } else {
            self.marked_line(rest);
        }
    }

    fn heading(&mut self, words: &str) {
        self.lists.close(0, &mut self.builder);
        self.builder.end_block();
        let mut inside = Scanner::new(words);
        let mut tokens = inside.line();
        tokens.insert(1, Unstyled::Tagged(Style { bold: true, italic: false }));
        quotes::feed(tokens, Unpaired::EndsWithLine, &mut self.builder);
        self.builder.end_block();
        self.scanner.foreign.push(Foreign::Heading(words.to_owned()));
        self.scanner.foreign.append(&mut inside.foreign);
        self.scanner.skip_line();
    }

    /// Reads a line with list markers, or a plain one. Indentation and definition lists (`:`, `;`) are plain lines.
    fn marked_line(&mut self, line: &str) {
        let content = line.trim_start_matches(['*', '#', ':', ';']);
        let markers: String = line
            .get(..line.len() - content.len())
            .unwrap_or_default()
            .chars()
            .filter(|c| matches!(c, '*' | '#'))
            .collect();
        if trim_blanks(content).is_empty() {
            self.scanner.skip_line();
            return;
        }
        self.scanner.skip(line.len() - content.len());
        if markers.is_empty() {
            self.paragraph_line();
            return;
        }
        self.lists.item(&markers, &mut self.builder);
        let tokens = self.scanner.line();
        quotes::feed(tokens, Unpaired::EndsWithLine, &mut self.builder);
    }

    fn paragraph_line(&mut self) {
        self.lists.close(0, &mut self.builder);
        let tokens = self.scanner.line();
        quotes::feed(tokens, Unpaired::EndsWithLine, &mut self.builder);
        self.builder.line_break();
    }
}

/// Trims the blanks at a line's edges that MediaWiki trims: other white space is text.
fn trim_blanks(line: &str) -> &str {
    line.trim_matches([' ', '\t', '\r'])
}

/// Returns the words of a heading line; `None` for other lines.
fn heading(line: &str) -> Option<&str> {
    let words = line.strip_prefix('=')?.strip_suffix('=')?.trim_matches('=').trim();
    (!words.is_empty()).then_some(words)
}
