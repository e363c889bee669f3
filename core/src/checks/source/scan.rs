//! Cuts a source into running text, literal text and links, in one go.

use std::ops::Range;

use super::{LeadsTo, Link, Piece, trim};
use crate::answer::Markup;
use crate::answer::target::needs_colon;
use crate::answer::valid_target;
use crate::checks::address;
use crate::checks::finder::{Finder, find_ignoring_case};
use crate::checks::letters::is_word_char;

/// The pieces of a source, and the signs in it as [`Source`](super::Source) keeps them.
pub(super) fn scan(text: &str, markup: Markup) -> (Vec<Piece>, u128) {
    let mut scan = Scan {
        text,
        markup,
        pieces: Vec::new(),
        close: Finder::new("]"),
        line: Finder::new("\n"),
        unclosed: 0,
        signs: 0,
    };
    scan.run();
    (scan.pieces, scan.signs)
}

struct Scan<'a> {
    text: &'a str,
    markup: Markup,
    pieces: Vec<Piece>,
    close: Finder,
    line: Finder,
    /// Up to where no `</nowiki>` stands.
    unclosed: usize,
    /// As in [`Source`](super::Source).
    signs: u128,
}

impl Scan<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let (mut at, mut plain) = (0, 0);
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii() {
                self.signs |= 1 << byte;
            }
            let found = match byte {
                b'[' if self.markup == Markup::Wiki => self.bracketed(at),
                b'<' if self.markup == Markup::Wiki => self.nowiki(at),
                _ if byte.is_ascii_alphanumeric() => {
                    let end = at + alphanumeric_length(bytes.get(at..).unwrap_or_default());
                    let found = match bytes.get(end) {
                        Some(b'.' | b':' | b'/') if starts_word(self.text, at) => address(self.text, at),
                        _ => None,
                    };
                    if found.is_none() {
                        at = end;
                        continue;
                    }
                    found
                }
                _ => None,
            };
            match found {
                Some((piece, end)) => {
                    self.push_text(plain..at);
                    if bytes.get(end.saturating_sub(1)).is_some_and(|last| matches!(last, b']' | b'>')) {
                        // Labels and literal text are not gone through.
                        self.signs = u128::MAX;
                    }
                    self.pieces.push(piece);
                    at = end.max(at + 1);
                    plain = at;
                }
                None => at += 1,
            }
        }
        self.push_text(plain..self.text.len());
    }

    /// `<nowiki>…</nowiki>` that closes on its line, or `<nowiki/>`, which shows nothing.
    fn nowiki(&mut self, at: usize) -> Option<(Piece, usize)> {
        const OPEN: &str = "<nowiki>";
        const CLOSE: &str = "</nowiki>";
        let starts = |tag: &str| {
            self.text.get(at..at + tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag))
        };
        if let Some(empty) = ["<nowiki/>", "<nowiki />"].into_iter().find(|empty| starts(empty)) {
            let end = at + empty.len();
            return Some((Piece::Literal(end..end), end));
        }
        if !starts(OPEN) || at < self.unclosed {
            return None;
        }
        let inner = at + OPEN.len();
        let line_end = self.line.next(self.text, at).unwrap_or(self.text.len());
        match find_ignoring_case(self.text.get(inner..line_end)?, CLOSE) {
            Some(length) => Some((Piece::Literal(inner..inner + length), inner + length + CLOSE.len())),
            None => {
                self.unclosed = line_end;
                None
            }
        }
    }

    fn push_text(&mut self, place: Range<usize>) {
        if !place.is_empty() {
            self.pieces.push(Piece::Text(place));
        }
    }

    /// `[[page]]`, `[[page|label]]`, `[url]` or `[url label]` that starts at `at` and closes on its line.
    fn bracketed(&mut self, at: usize) -> Option<(Piece, usize)> {
        let line_end = self.line.next(self.text, at).unwrap_or(self.text.len());
        let rest = self.text.get(at + 1..line_end)?;
        if rest.starts_with('[') {
            let close = self.close.next(self.text, at + 2).filter(|&close| close < line_end)?;
            let inner = self.text.get(at + 2..close)?;
            if !self.text.get(close..)?.starts_with("]]") || inner.contains(['[', '{', '}', '<', '>']) {
                return None;
            }
            let (target, label) = match inner.find('|') {
                Some(bar) => (at + 2..at + 2 + bar, Some(at + 3 + bar..close)),
                None => (at + 2..close, None),
            };
            let title = self.text.get(target.clone())?.trim();
            let written = title.strip_prefix(':').map_or(title, str::trim_start);
            if !valid_target(written) || (written.len() == title.len() && needs_colon(written)) {
                return None;
            }
            let link = Link { whole: at..close + 2, target, label, leads_to: LeadsTo::Page };
            return Some((Piece::Link(link), close + 2));
        }
        if !address::starts_with_scheme(rest) {
            return None;
        }
        let close = self.close.next(self.text, at + 1).filter(|&close| close < line_end)?;
        let inner = self.text.get(at + 1..close)?;
        let url_end = at + 1 + inner.find([' ', '\t', '<', '"', '[']).unwrap_or(inner.len());
        let label = trim(self.text, url_end..close);
        let label = (!label.is_empty()).then_some(label);
        let link = Link { whole: at..close + 1, target: at + 1..url_end, label, leads_to: LeadsTo::Web };
        Some((Piece::Link(link), close + 1))
    }
}

/// How many letters and digits of ASCII and hyphens follow each other.
fn alphanumeric_length(bytes: &[u8]) -> usize {
    bytes.iter().position(|&byte| !byte.is_ascii_alphanumeric() && byte != b'-').unwrap_or(bytes.len())
}

/// Whether a word, and so maybe an address, starts here.
fn starts_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    !before.is_some_and(|char| is_word_char(char) || matches!(char, '@' | '.' | '/' | '-' | '_'))
}

fn address(text: &str, at: usize) -> Option<(Piece, usize)> {
    let rest = text.get(at..)?;
    let (length, leads_to) = if address::starts_with_scheme(rest) {
        (address::length(rest), LeadsTo::Web)
    } else {
        (address::bare_host_length(rest)?, LeadsTo::BareHost)
    };
    let place = at..at + length;
    Some((
        Piece::Link(Link { whole: place.clone(), target: place.clone(), label: None, leads_to }),
        place.end,
    ))
}
