//! Cuts an answer's source into tokens with their places, for the parser and for everything that refers to places in
//! the source.

use std::ops::Range;

use super::lex_line::lex_line;
use super::token::{Token, TokenKind, push};
use crate::answer::Markup;

/// Cuts a source into adjacent tokens that together cover all of it. Cannot fail; takes time linear in the source's
/// length.
///
/// `source` has LF line ends ([`crate::input::normalize`]). With [`Markup::None`] everything is text, even addresses.
///
/// ```
/// use report::answer::{Markup, TokenKind, lex};
///
/// let source = "* see [[Plan]]";
/// let tokens = lex(source, Markup::Wiki);
/// let target = tokens.iter().find(|token| token.kind == TokenKind::Target).unwrap();
/// assert_eq!(&source[target.span.clone()], "Plan");
/// ```
pub fn lex(source: &str, markup: Markup) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    for line in source.split('\n') {
        if start > 0 {
            push(TokenKind::LineBreak, start - 1..start, &mut tokens);
        }
        let end = start + line.len();
        match markup {
            Markup::None if trim_blanks(line).is_empty() => push(TokenKind::Blank, start..end, &mut tokens),
            Markup::None => push(TokenKind::Text, start..end, &mut tokens),
            Markup::Wiki => wiki_line(source, start..end, &mut tokens),
        }
        start = end + 1;
    }
    tokens
}

fn wiki_line(source: &str, place: Range<usize>, tokens: &mut Vec<Token>) {
    let line = source.get(place.clone()).unwrap_or_default();
    let trimmed = trim_blanks(line);
    let start = place.start + (line.len() - line.trim_start_matches(BLANKS).len());
    let end = start + trimmed.len();
    push(TokenKind::Blank, place.start..start.min(place.end), tokens);
    let content = match item(trimmed) {
        Some((markers, content)) => {
            let content_start = end - content.len();
            push(TokenKind::Markers, start..start + markers.len(), tokens);
            push(TokenKind::Blank, start + markers.len()..content_start, tokens);
            content_start
        }
        None => start,
    };
    lex_line(source, content..end, tokens);
    push(TokenKind::Blank, end.max(start)..place.end, tokens);
}

/// Splits a list item's line into its markers (`*` and `#`) and its content. Returns `None` for any other line.
pub(super) fn item(line: &str) -> Option<(&str, &str)> {
    let content = line.trim_start_matches(['*', '#']);
    let markers = line.get(..line.len() - content.len())?;
    let content = trim_blanks(content);
    (!markers.is_empty() && !content.is_empty()).then_some((markers, content))
}

const BLANKS: [char; 2] = [' ', '\t'];

/// Returns a line without the blanks at its ends, which show nothing.
pub(super) fn trim_blanks(line: &str) -> &str {
    line.trim_matches(BLANKS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::lex;
    use crate::answer::TokenKind::*;
    use crate::answer::{Markup, TokenKind};

    /// The tokens as text, each between its kind's sign and a bar.
    fn kinds(source: &str, markup: Markup) -> Vec<(TokenKind, &str)> {
        lex(source, markup).into_iter().map(|token| (token.kind, &source[token.span])).collect()
    }

    #[test]
    fn every_kind_of_token_has_its_place() {
        let source = " *#  ''See'' [[ :Category:A b | the <nowiki>]]</nowiki> list]]s\t\n\nhttps://a.org/x, [http://b.org  b]<nowiki/>";
        let expected = [
            (Blank, " "),
            (Markers, "*#"),
            (Blank, "  "),
            (Quotes, "''"),
            (Text, "See"),
            (Quotes, "''"),
            (Text, " "),
            (PageLinkOpen, "[[ :"),
            (Target, "Category:A b"),
            (Separator, " |"),
            (Text, " the "),
            (Escape, "<nowiki>"),
            (Literal, "]]"),
            (Escape, "</nowiki>"),
            (Text, " list"),
            (LinkClose, "]]"),
            (Trail, "s"),
            (Blank, "\t"),
            (LineBreak, "\n"),
            (LineBreak, "\n"),
            (Url, "https://a.org/x"),
            (Text, ", "),
            (ExternalLinkOpen, "["),
            (Target, "http://b.org"),
            (Separator, "  "),
            (Text, "b"),
            (LinkClose, "]"),
            (Escape, "<nowiki/>"),
        ];
        assert_eq!(kinds(source, Markup::Wiki), expected);
    }

    #[test]
    fn without_markup_all_is_text() {
        let source = "* [[a]] ''b''\n \n https://a.org ";
        let expected = [
            (Text, "* [[a]] ''b''"),
            (LineBreak, "\n"),
            (Blank, " "),
            (LineBreak, "\n"),
            (Text, " https://a.org "),
        ];
        assert_eq!(kinds(source, Markup::None), expected);
    }

    #[test]
    fn what_becomes_no_link_is_one_text() {
        for source in ["[[a|]]", "[[a|'' '']]", "[https://]", "[[File:x|y]]", "[[a{b]]", "[[a", "<nowiki>x"] {
            assert_eq!(kinds(source, Markup::Wiki).first().map(|token| token.0), Some(Text), "{source}");
        }
        assert_eq!(
            kinds("[https://a.org]", Markup::Wiki),
            [(Text, "["), (Url, "https://a.org"), (Text, "]")]
        );
    }

    proptest! {
        #[test]
        fn the_tokens_are_the_whole_source(
            source in "([ \t\n*#'a-c|:éh]|\\[\\[?|\\]\\]?|''|https://|</?nowiki ?/?>){0,40}",
            wiki in any::<bool>(),
        ) {
            let tokens = lex(&source, if wiki { Markup::Wiki } else { Markup::None });
            let mut at = 0;
            for token in &tokens {
                prop_assert_eq!(token.span.start, at);
                prop_assert!(token.span.end > at && source.is_char_boundary(token.span.end));
                at = token.span.end;
            }
            prop_assert_eq!(at, source.len());
        }
    }
}
