//! An answer's source, split once for all checks: running text, links, literal text, and the words in them.
//!
//! It is made from the same tokens as the parser's tree, so that what the checks see as a link is a link on the page.

mod pieces;
mod typed_address;
mod words;

use std::ops::Range;

use self::pieces::{Pieces, pieces};
use self::words::words;
use crate::answer::{Markup, Token};
use crate::letters::is_blank;

/// An answer's source, split into pieces and words. Ranges are bytes of [`Source::text`].
pub(super) struct Source<'a> {
    /// The whole source, as it is in the draft.
    pub text: &'a str,
    /// The pieces of the source in reading order. Between two of them there is only markup that shows nothing.
    pub pieces: Vec<Piece>,
    /// The places that a reader sees, except addresses and unlabelled page links: running text, labels, literal text,
    /// in reading order.
    pub shown: Vec<Range<usize>>,
    /// The words that a reader sees, in reading order, without those of addresses and unlabelled page links.
    pub words: Vec<Word>,
}

/// A part of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Running text.
    Text(Range<usize>),
    /// `<nowiki>`, `</nowiki>` or `<nowiki/>`.
    Escape(Range<usize>),
    /// Literal text between `<nowiki>` and `</nowiki>`.
    Literal(Range<usize>),
    /// A link of any kind.
    Link(Link),
}

/// A link in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// The link with its brackets, and the letters after them that belong to its label.
    pub whole: Range<usize>,
    /// The address or the page's title.
    pub target: Range<usize>,
    /// Whether words are shown instead of the target.
    pub labelled: bool,
    /// The kind of thing that the link leads to.
    pub leads_to: LeadsTo,
}

/// The kinds of thing that a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeadsTo {
    /// A web address with `http://` or `https://`.
    Web,
    /// A web address without `http://` or `https://`: text on the page, but the writer meant a link.
    BareHost,
    /// A page of a wiki.
    Page,
}

/// A word: letters, digits and marks, with apostrophes and hyphens inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The place of the word in the source, in bytes; never empty.
    pub place: Range<usize>,
}

impl<'a> Source<'a> {
    /// Splits a source by its tokens, see [`lex`](crate::answer::lex). Addresses that the parser leaves as text are
    /// links here nevertheless, as readers follow them.
    pub fn of(text: &'a str, tokens: &[Token], markup: Markup) -> Self {
        let Pieces { all: pieces, shown } = pieces(text, tokens, markup);
        let words = words(text, &shown);
        Self { text, pieces, shown, words }
    }

    /// Returns the links, in reading order.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Link(link) => Some(link),
            Piece::Text(_) | Piece::Escape(_) | Piece::Literal(_) => None,
        })
    }

    /// Returns the places of running text, in reading order: neither links nor literal text.
    pub fn texts(&self) -> impl Iterator<Item = Range<usize>> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(place) => Some(place.clone()),
            Piece::Link(_) | Piece::Escape(_) | Piece::Literal(_) => None,
        })
    }

    /// Returns whether a range contains a tag of an escape.
    pub fn has_escape(&self, place: &Range<usize>) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Escape(escape) => escape.start < place.end && place.start < escape.end,
            Piece::Text(_) | Piece::Literal(_) | Piece::Link(_) => false,
        })
    }

    /// Returns the text in a range; empty if the range is not within the source.
    pub fn at(&self, place: &Range<usize>) -> &'a str {
        self.text.get(place.clone()).unwrap_or_default()
    }

    /// Returns a word's letters.
    pub fn word(&self, word: &Word) -> &'a str {
        self.at(&word.place)
    }

    /// Returns the words as text, in reading order.
    pub fn spoken(&self) -> impl DoubleEndedIterator<Item = &'a str> + Clone {
        self.words.iter().map(|word| self.word(word))
    }

    /// Returns the place of the whole text without blanks at its ends.
    pub fn trimmed(&self) -> Range<usize> {
        trim(self.text, 0..self.text.len())
    }
}

impl Link {
    /// Creates a link from an address that is its own label.
    fn bare(place: Range<usize>, leads_to: LeadsTo) -> Self {
        Self { whole: place.clone(), target: place, labelled: false, leads_to }
    }
}

/// Returns a range without blanks at its ends.
pub(super) fn trim(text: &str, place: Range<usize>) -> Range<usize> {
    let whole = text.get(place.clone()).unwrap_or_default();
    let start = place.start + (whole.len() - whole.trim_start_matches(is_blank).len());
    start..start + whole.trim_matches(is_blank).len()
}

#[cfg(test)]
mod tests {
    use super::Source;
    use crate::answer::{Markup, lex};

    /// The links, and the words that are not addresses.
    fn split(text: &str, markup: Markup) -> (Vec<&str>, Vec<&str>) {
        let source = Source::of(text, &lex(text, markup), markup);
        let links = source.links().map(|link| source.at(&link.whole)).collect();
        (links, source.spoken().collect())
    }

    #[test]
    fn a_link_is_what_becomes_one_on_the_page() {
        let cases: [(&str, &[&str], &[&str]); 10] = [
            // A label may hold brackets that close, braces and tags.
            ("[[Plan|our [new] plan]]", &["[[Plan|our [new] plan]]"], &["our", "new", "plan"]),
            ("[[Plan|{our} <b>plan]]", &["[[Plan|{our} <b>plan]]"], &["our", "b", "plan"]),
            ("[[Plan|<nowiki>a]]b</nowiki>]]", &["[[Plan|<nowiki>a]]b</nowiki>]]"], &["a", "b"]),
            // A bracket that opens another link in a label ends both.
            ("[https://a.org see [1] here]", &["https://a.org"], &["see", "1", "here"]),
            // A label that shows nothing makes no link.
            ("[[Plan|]]", &[], &["Plan"]),
            // Letters behind a page link belong to it.
            ("[[Plan]]s and", &["[[Plan]]s"], &["and"]),
            // Brackets around an address without a label are text.
            ("[https://a.org]", &["https://a.org"], &[]),
            // An address begins behind all but letters, digits and underscores, and ends before a bar and an apostrophe.
            ("-https://a.org|b", &["https://a.org"], &["b"]),
            ("xhttps://a.org 'https://b.org'", &["https://b.org"], &["xhttps", "a", "org"]),
            // The writer means a link here; on the page it is none.
            ("see t.me/plan, www.a.org", &["t.me/plan", "www.a.org"], &["see"]),
        ];
        for (text, links, words) in cases {
            assert_eq!(split(text, Markup::Wiki), (links.to_vec(), words.to_vec()), "{text}");
        }
    }

    #[test]
    fn without_markup_only_addresses_are_links() {
        let (links, words) = split("[[Plan]] https://a.org/b|c. t.me/x ''d''", Markup::None);
        assert_eq!(links, ["https://a.org/b", "t.me/x"]);
        assert_eq!(words, ["Plan", "c", "d"]);
    }
}
