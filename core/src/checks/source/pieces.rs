//! Joins the lexer's tokens to running text, literal text and links.

use std::ops::Range;

use super::typed_address::typed_address;
use super::{LeadsTo, Link, Piece};
use crate::answer::{Markup, Token, TokenKind};

/// The pieces of a source, and the places that a reader sees of it, except addresses and the titles of pages.
pub(super) struct Pieces {
    pub all: Vec<Piece>,
    pub shown: Vec<Range<usize>>,
}

/// Joins tokens to pieces.
pub(super) fn pieces(text: &str, tokens: &[Token], markup: Markup) -> Pieces {
    let pieces = Pieces { all: Vec::new(), shown: Vec::new() };
    let mut gatherer = Gatherer { text, markup, running: 0..0, pieces };
    let mut rest = tokens;
    while let [token, behind @ ..] = rest {
        rest = behind;
        match token.kind {
            TokenKind::Text
            | TokenKind::Quotes
            | TokenKind::Blank
            | TokenKind::Markers
            | TokenKind::LineBreak => gatherer.go_on(&token.span),
            TokenKind::Escape => gatherer.piece(Piece::Escape(token.span.clone())),
            TokenKind::Literal => {
                gatherer.piece(Piece::Literal(token.span.clone()));
                gatherer.pieces.shown.push(token.span.clone());
            }
            TokenKind::Url => gatherer.piece(Piece::Link(Link::bare(token.span.clone(), LeadsTo::Web))),
            TokenKind::PageLinkOpen | TokenKind::ExternalLinkOpen => {
                let close = behind.iter().position(|token| token.kind == TokenKind::LinkClose);
                let (inside, behind) = behind.split_at(close.unwrap_or(behind.len()));
                let closing = match behind {
                    [_, trail, ..] if trail.kind == TokenKind::Trail => 2,
                    _ => behind.len().min(1),
                };
                let (closing, behind) = behind.split_at(closing);
                gatherer.link(token, inside, closing);
                rest = behind;
            }
            TokenKind::Target | TokenKind::Separator | TokenKind::LinkClose | TokenKind::Trail => {}
        }
    }
    gatherer.end_running();
    gatherer.pieces
}

struct Gatherer<'a> {
    text: &'a str,
    markup: Markup,
    /// The place of running text that is not in a piece yet, in bytes.
    running: Range<usize>,
    pieces: Pieces,
}

impl Gatherer<'_> {
    /// Extends the running text by `place`.
    fn go_on(&mut self, place: &Range<usize>) {
        if self.running.is_empty() {
            self.running = place.clone();
        } else {
            self.running.end = place.end;
        }
    }

    fn piece(&mut self, piece: Piece) {
        self.end_running();
        self.pieces.all.push(piece);
    }

    fn link(&mut self, opener: &Token, inside: &[Token], closing: &[Token]) {
        let leads_to = if opener.kind == TokenKind::PageLinkOpen { LeadsTo::Page } else { LeadsTo::Web };
        let [target, label @ ..] = inside else { return };
        let end = closing.last().map_or(target.span.end, |token| token.span.end);
        let link = Link {
            whole: opener.span.start..end,
            target: target.span.clone(),
            labelled: !label.is_empty(),
            leads_to,
        };
        self.piece(Piece::Link(link));
        let words =
            |token: &Token| matches!(token.kind, TokenKind::Text | TokenKind::Quotes | TokenKind::Literal);
        for part in label.chunk_by(|one, next| words(one) == words(next)) {
            if let [first, .., last] | [first @ last] = part
                && words(first)
            {
                self.pieces.shown.push(first.span.start..last.span.end);
            }
        }
    }

    /// Ends the running text: the addresses typed in it become links of their own.
    fn end_running(&mut self) {
        let running = std::mem::take(&mut self.running);
        let mut from = running.start;
        while let Some(link) = typed_address(self.text, from..running.end, self.markup) {
            self.running_text(from..link.whole.start);
            from = link.whole.end;
            self.pieces.all.push(Piece::Link(link));
        }
        self.running_text(from..running.end);
    }

    fn running_text(&mut self, place: Range<usize>) {
        if !place.is_empty() {
            self.pieces.all.push(Piece::Text(place.clone()));
            self.pieces.shown.push(place);
        }
    }
}
