//! An answer's source, split once for all checks: running text, links, literal text, and the words in them.
//!
//! A light scan, not a parse: the checks need to know where a link stands and which words a reader sees as the
//! writer's own, not how lists nest. It reads links as the answer's parser does (a bare address, `[url label]`,
//! `[[page|label]]`, `<nowiki>` as the only escape) and is linear in the text's length on any input.

mod scan;
mod words;

use std::ops::Range;

use self::scan::scan;
use self::words::{shown, words};
use super::letters::is_blank;
use crate::answer::Markup;

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
        let (pieces, signs) = scan(text, markup);
        let words = words(text, &pieces);
        Self { text, pieces, signs, words }
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
