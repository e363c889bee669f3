//! An answer's source, split once for all checks: running text, links, literal text, and the words in them.
//!
//! A light scan, not a parse: the checks need to know where a link stands and which words a reader sees as the
//! writer's own, not how lists nest. It reads links as the answer's parser does (a bare address, `[url label]`,
//! `[[page|label]]`, `<nowiki>` as the only escape) and is linear in the text's length on any input.

use std::ops::Range;

use super::address;
use super::finder::{Finder, find_ignoring_case};
use super::letters::{is_blank, is_word_char};
use crate::answer::target::needs_colon;
use crate::answer::valid_target;
use crate::form::Markup;

/// An answer's source, split. Ranges are bytes of [`Source::text`].
pub(super) struct Source<'a> {
    /// The whole source as it stands in the draft.
    pub text: &'a str,
    /// In reading order, touching each other or markup that shows nothing.
    pub pieces: Vec<Piece>,
    /// The signs of ASCII that stand anywhere but in a bare address, as bits; all of them where that is not known.
    signs: u128,
    /// The words a reader sees, in reading order, without those of addresses and unlabelled page links.
    pub words: Vec<Word>,
}

/// A part of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Running text.
    Text(Range<usize>),
    /// What stands between `<nowiki>` and `</nowiki>`.
    Literal(Range<usize>),
    /// A link of any kind.
    Link(Link),
}

/// A link as it stands in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// With its brackets.
    pub whole: Range<usize>,
    /// The address or the page's title.
    pub target: Range<usize>,
    /// The words shown in its place.
    pub label: Option<Range<usize>>,
    /// What it leads to.
    pub leads_to: LeadsTo,
}

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeadsTo {
    /// A web address with `http://` or `https://`.
    Web,
    /// A web address without them: text on the page, but the writer meant a link.
    BareHost,
    /// A page of a wiki.
    Page,
}

/// A word: letters, digits and marks, with apostrophes and hyphens inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Never empty.
    pub place: Range<usize>,
}

impl<'a> Source<'a> {
    /// Splits a source. Without markup only bare addresses are links.
    pub fn scan(text: &'a str, markup: Markup) -> Self {
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
        let words = words(text, &scan.pieces);
        Self { text, pieces: scan.pieces, signs: scan.signs, words }
    }

    /// Whether one of some signs of ASCII may stand somewhere. Most answers have few signs, and most checks end here.
    pub fn may_have(&self, signs: &[u8]) -> bool {
        signs.iter().any(|&sign| self.signs & (1 << (sign & 127)) != 0)
    }

    /// The links, in reading order.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Link(link) => Some(link),
            Piece::Text(_) | Piece::Literal(_) => None,
        })
    }

    /// The running text, in reading order: neither links nor literal text.
    pub fn texts(&self) -> impl Iterator<Item = Range<usize>> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(place) => Some(place.clone()),
            Piece::Link(_) | Piece::Literal(_) => None,
        })
    }

    /// Text and labels and literal text: what a reader sees apart from addresses, in reading order.
    pub fn shown(&self) -> impl Iterator<Item = Range<usize>> {
        self.pieces.iter().filter_map(shown)
    }

    /// Whether literal text stands in a range, or begins or ends there.
    pub fn has_literal(&self, place: &Range<usize>) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Literal(literal) => literal.start < place.end && place.start <= literal.end,
            Piece::Text(_) | Piece::Link(_) => false,
        })
    }

    /// What stands in a range; empty where the range is none of this text.
    pub fn at(&self, place: &Range<usize>) -> &'a str {
        self.text.get(place.clone()).unwrap_or_default()
    }

    /// A word's letters.
    pub fn word(&self, word: &Word) -> &'a str {
        self.at(&word.place)
    }

    /// The words as text, in reading order.
    pub fn spoken(&self) -> impl DoubleEndedIterator<Item = &'a str> + Clone {
        self.words.iter().map(|word| self.word(word))
    }

    /// The whole text without blanks at its edges.
    pub fn trimmed(&self) -> Range<usize> {
        trim(self.text, 0..self.text.len())
    }
}

/// A range without blanks at its edges.
pub(super) fn trim(text: &str, place: Range<usize>) -> Range<usize> {
    let whole = text.get(place.clone()).unwrap_or_default();
    let start = place.start + (whole.len() - whole.trim_start_matches(is_blank).len());
    start..start + whole.trim_matches(is_blank).len()
}

fn shown(piece: &Piece) -> Option<Range<usize>> {
    match piece {
        Piece::Text(place) | Piece::Literal(place) => Some(place.clone()),
        Piece::Link(link) => link.label.clone(),
    }
}

fn words(text: &str, pieces: &[Piece]) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    for place in pieces.iter().filter_map(shown) {
        let mut at = place.start;
        while at < place.end {
            let (is_word, length) = char_at(text, at);
            if !is_word {
                at += length;
                continue;
            }
            let end = word_end(text, at, place.end);
            words.push(Word { place: at..end });
            at = end;
        }
    }
    words
}

/// Where a word ends that starts at `at`: apostrophes and hyphens belong to it as long as it goes on behind them.
fn word_end(text: &str, at: usize, limit: usize) -> usize {
    let mut end = at;
    loop {
        end = run_end(text, end, limit);
        let behind = match text.as_bytes().get(end) {
            Some(b'\'' | b'-') => end + 1,
            Some(byte)
                if !byte.is_ascii() && text.get(end..).is_some_and(|rest| rest.starts_with(['’', '‑'])) =>
            {
                end + 3
            }
            _ => return end,
        };
        if behind >= limit || !char_at(text, behind).0 {
            return end;
        }
        end = behind;
    }
}

/// Where letters, digits and marks end. Letters of ASCII, which are most, are gone through byte by byte.
fn run_end(text: &str, mut at: usize, limit: usize) -> usize {
    let bytes = text.as_bytes().get(..limit).unwrap_or_default();
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        at += rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        if bytes.get(at).is_none_or(u8::is_ascii) {
            return at;
        }
        let (is_word, length) = char_at(text, at);
        if !is_word {
            return at;
        }
        at += length;
    }
}

/// Whether a word's character stands at `at`, and how many bytes the character has.
fn char_at(text: &str, at: usize) -> (bool, usize) {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => (byte.is_ascii_alphanumeric(), 1),
        _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(char) => (is_word_char(char), char.len_utf8()),
            None => (false, 1),
        },
    }
}

struct Scan<'a> {
    text: &'a str,
    markup: Markup,
    pieces: Vec<Piece>,
    close: Finder,
    line: Finder,
    /// Up to where no `</nowiki>` stands.
    unclosed: usize,
    /// As in [`Source`].
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
