//! The pieces that a source is cut into.

use std::ops::Range;

/// A piece of an answer's source and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The kind of the piece.
    pub kind: TokenKind,
    /// The place of the piece in the source, in bytes; never empty.
    pub span: Range<usize>,
}

/// The kind of a piece of source.
///
/// A link is one of the openers, [`Target`](Self::Target), possibly [`Separator`](Self::Separator) and its label's
/// tokens (text, apostrophes, escapes), [`LinkClose`](Self::LinkClose) and possibly [`Trail`](Self::Trail). Brackets
/// that make no link are text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Text, shown unchanged.
    Text,
    /// Blanks at a line's end or after list markers, which are not shown.
    Blank,
    /// The end of a line.
    LineBreak,
    /// The `*` and `#` that a list item begins with.
    Markers,
    /// Two or more apostrophes.
    Quotes,
    /// A tag of an escape: `<nowiki>`, `</nowiki>` or `<nowiki/>`.
    Escape,
    /// Text between `<nowiki>` and `</nowiki>`.
    Literal,
    /// A bare address that is a link.
    Url,
    /// The start of a page link: `[[`, with the colon and the blanks before the target.
    PageLinkOpen,
    /// The start of a link to a web address: `[`.
    ExternalLinkOpen,
    /// A link's page or address.
    Target,
    /// The border between a link's target and its label: `|` with blanks before it, or blanks.
    Separator,
    /// The end of a link: `]]`, with blanks before it if there is no label, or `]`.
    LinkClose,
    /// Letters right after a page link, which belong to its label (`$linkTrail` of English: `[[wiki]]s`).
    Trail,
}

/// Adds a token to `tokens`, unless it would be empty.
pub(super) fn push(kind: TokenKind, span: Range<usize>, tokens: &mut Vec<Token>) {
    if !span.is_empty() {
        tokens.push(Token { kind, span });
    }
}
