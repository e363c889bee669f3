//! What stands on a line of wikitext, cut into tokens: the way through the text, and what every kind of markup needs.
//!
//! Never looks for the same closer twice in vain, so that a text of openers takes time in proportion to its length.

use super::foreign::Foreign;
use crate::answer::quotes::{BlockTag, Unstyled};
use crate::wikitext::split;
use std::collections::HashSet;
use std::ops::Range;

/// A scanner that goes through a value once, from front to back.
pub(super) struct Scanner<'a> {
    pub text: &'a str,
    /// The byte before which everything is in a token.
    pub at: usize,
    pub tokens: Vec<Unstyled<'static>>,
    /// The outermost calls that were not reached yet, with their names, the next one last.
    pub calls: Vec<(Range<usize>, String)>,
    /// The closers that don't occur any more.
    pub exhausted: HashSet<String>,
    /// The byte before which no bracket closes a link.
    pub no_bracket_before: usize,
    /// The byte before which no file link ends.
    pub no_embedding_before: usize,
    /// The number of open bold tags.
    pub bold: usize,
    /// The number of open italic tags.
    pub italic: usize,
    /// The foreign constructs that were met, in order.
    pub foreign: Vec<Foreign>,
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut calls: Vec<_> = split::calls(text)
            .into_iter()
            .filter(|call| call.parent.is_none())
            .map(|call| (call.range.clone(), text.get(call.name).unwrap_or_default().trim().to_owned()))
            .collect();
        calls.reverse();
        Self {
            text,
            at: 0,
            tokens: Vec::new(),
            calls,
            exhausted: HashSet::new(),
            no_bracket_before: 0,
            no_embedding_before: 0,
            bold: 0,
            italic: 0,
            foreign: Vec::new(),
        }
    }

    pub fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Returns the text from here to the next line break.
    pub fn rest_of_line(&self) -> &'a str {
        self.rest().split('\n').next().unwrap_or_default()
    }

    pub fn skip(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Goes behind the next line break.
    pub fn skip_line(&mut self) {
        self.at = (self.at + self.rest_of_line().len() + 1).min(self.text.len());
    }

    /// Returns the tokens of the rest of this line, and goes behind its line break.
    pub fn line(&mut self) -> Vec<Unstyled<'static>> {
        self.tokens.push(Unstyled::Tagged(self.tagged()));
        while !self.at_end() {
            if self.rest().starts_with('\n') {
                self.at += 1;
                break;
            }
            self.step();
        }
        std::mem::take(&mut self.tokens)
    }

    /// Takes a table as it is written, line by line; what follows the table goes on as usual.
    pub fn table(&mut self) {
        self.foreign.push(Foreign::Table);
        let rest = self.rest();
        let end = rest.find("\n|}").map_or(rest.len(), |end| end + 3);
        self.literal_lines(rest.get(..end).unwrap_or_default());
        self.at += end;
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self) {
        let rest = self.rest();
        let taken = match rest.as_bytes().first() {
            Some(b'\'') => self.quotes(rest),
            Some(b'{') => self.call(),
            Some(b'<') => self.comment(rest) || self.tag(rest),
            Some(b'&') => self.reference(rest),
            Some(b'[') => self.page_link(rest) || self.external_link(rest),
            Some(b'h' | b'H') => self.url(rest),
            _ => false,
        };
        if !taken {
            let plain = plain_length(rest);
            self.text(rest.get(..plain).unwrap_or_default());
            self.at += plain;
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        match self.tokens.last_mut() {
            Some(Unstyled::Text(last)) => last.to_mut().push_str(text),
            _ => self.tokens.push(Unstyled::Text(text.to_owned().into())),
        }
    }

    pub(super) fn literal_lines(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.tokens.push(Unstyled::Block(BlockTag::Break));
            }
            self.text(line);
        }
    }

    /// Finds where `close` stands in the text; remembers when it doesn't occur any more.
    pub(super) fn find(&mut self, text: &str, close: &str) -> Option<usize> {
        if self.exhausted.contains(close) {
            return None;
        }
        let found = text.find(close);
        if found.is_none() {
            self.exhausted.insert(close.to_owned());
        }
        found
    }

    pub(super) fn find_any_case(&mut self, text: &str, close: &str) -> Option<usize> {
        if self.exhausted.contains(close) {
            return None;
        }
        let matches = |at: usize| {
            text.as_bytes()
                .get(at..at + close.len())
                .is_some_and(|word| word.eq_ignore_ascii_case(close.as_bytes()))
        };
        let found = text.match_indices("</").map(|(at, _)| at).find(|at| matches(*at));
        if found.is_none() {
            self.exhausted.insert(close.to_owned());
        }
        found
    }
}

/// Counts the bytes up to the next one that may begin markup or end the line; the first character is text in any case.
fn plain_length(rest: &str) -> usize {
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let begins = |c: char| matches!(c, '\'' | '{' | '<' | '&' | '[' | 'h' | 'H' | '\n');
    rest.get(first..).and_then(|behind| behind.find(begins)).map_or(rest.len(), |next| first + next)
}
