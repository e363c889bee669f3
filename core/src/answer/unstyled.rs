//! Turns a line's tokens into text and links, before its apostrophes are interpreted.

use super::quotes::{Unpaired, Unstyled, label};
use super::token::{Token, TokenKind};
use super::tree::{Inline, Run, Style};

/// Turns the tokens of a line, or of a label, into pieces whose style is not decided yet.
pub(super) fn unstyled<'a>(source: &'a str, tokens: &[Token]) -> Vec<Unstyled<'a>> {
    let mut pieces = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let [token, behind @ ..] = rest {
        rest = behind;
        let text = source.get(token.span.clone()).unwrap_or_default();
        match token.kind {
            TokenKind::Text | TokenKind::Literal => pieces.push(Unstyled::Text(text.into())),
            TokenKind::Quotes => pieces.push(Unstyled::Quotes(token.span.len())),
            TokenKind::Url => {
                pieces.push(Unstyled::Link(Inline::Url { url: text.to_owned(), style: Style::NONE }));
            }
            TokenKind::PageLinkOpen | TokenKind::ExternalLinkOpen => {
                let end = behind.iter().position(|token| token.kind == TokenKind::LinkClose);
                let (inside, behind) = behind.split_at(end.unwrap_or(behind.len()));
                rest = behind;
                pieces.push(Unstyled::Link(link(source, token.kind, inside, behind)));
            }
            TokenKind::Blank
            | TokenKind::LineBreak
            | TokenKind::Markers
            | TokenKind::Escape
            | TokenKind::Target
            | TokenKind::Separator
            | TokenKind::LinkClose
            | TokenKind::Trail => {}
        }
    }
    pieces
}

/// Builds a link from the tokens between its brackets and those from its closing brackets on.
fn link(source: &str, opener: TokenKind, inside: &[Token], behind: &[Token]) -> Inline {
    let text = |token: &Token| source.get(token.span.clone()).unwrap_or_default();
    let (target, inside) = match inside {
        [target, inside @ ..] => (text(target).to_owned(), inside),
        [] => (String::new(), inside),
    };
    let mut runs = match inside {
        [_separator, words @ ..] => label(unstyled(source, words), Unpaired::Text),
        [] => vec![Run::plain(target.clone())],
    };
    if opener == TokenKind::ExternalLinkOpen {
        return Inline::ExternalLink { url: target, label: runs };
    }
    if let [_, trail, ..] = behind
        && trail.kind == TokenKind::Trail
    {
        runs.push(Run::plain(text(trail)));
    }
    Inline::PageLink { target, label: runs }
}
