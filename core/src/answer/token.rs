//! The pieces that a source is cut into.

use std::ops::Range;

/// A piece of a source and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its bytes, never none of them.
    pub span: Range<usize>,
}

/// What a piece of a source is.
///
/// A link is one of the openers, [`Target`](Self::Target), maybe [`Separator`](Self::Separator) and its label's tokens
/// (text, apostrophes, escapes), [`LinkClose`](Self::LinkClose) and maybe [`Trail`](Self::Trail). All that could not become a
/// link is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Text, shown as it is.
    Text,
    /// Blanks at a line's edge or behind list markers. They are not shown.
    Blank,
    /// The end of a line.
    LineBreak,
    /// The `*` and `#` that a list item begins with.
    Markers,
    /// Two or more apostrophes.
    Quotes,
    /// `<nowiki>`, `</nowiki>` or `<nowiki/>`.
    Escape,
    /// Text between `<nowiki>` and `</nowiki>`.
    Literal,
    /// A bare address that is a link.
    Url,
    /// `[[`, with the colon and the blanks before the target.
    PageLinkOpen,
    /// `[`
    ExternalLinkOpen,
    /// A link's page or address.
    Target,
    /// What stands between a target and a label: `|` with blanks before it, or blanks.
    Separator,
    /// `]]`, with blanks before it where there is no label, or `]`.
    LinkClose,
    /// Letters right behind a page link, which belong to its label (`$linkTrail` of English: `[[wiki]]s`).
    Trail,
}

/// Adds a token, unless it would be empty.
pub(super) fn push(kind: TokenKind, span: Range<usize>, tokens: &mut Vec<Token>) {
    if !span.is_empty() {
        tokens.push(Token { kind, span });
    }
}
