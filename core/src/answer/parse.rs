//! Parses source into a tree: lines first, then the content of each. Cannot fail; takes time linear in the source's
//! length.

use super::builder::Builder;
use super::lex::{lex, trim_blanks};
use super::quotes::{self, Unpaired};
use super::token::{Token, TokenKind};
use super::tree::{Answer, ListKind, Style};
use super::unstyled::unstyled;
use super::url::find_urls;
use crate::answer::Markup;

/// Parses an answer's source into its tree. `source` has LF line ends ([`crate::input::normalize`]).
///
/// With [`Markup::None`] every character is text, even addresses.
///
/// ```
/// use report::answer::{Markup, parse, plain_text};
///
/// let answer = parse("A '''new''' [[Plan|plan]] & {{more}}", Markup::Wiki);
/// assert_eq!(plain_text(&answer), "A new plan & {{more}}");
/// // What is not closed is text.
/// assert_eq!(plain_text(&parse("[[Plan", Markup::Wiki)), "[[Plan");
/// ```
pub fn parse(source: &str, markup: Markup) -> Answer {
    tree(source, &lex(source, markup))
}

/// Builds the tree of a text as it is displayed: every character is text, bare addresses are links.
///
/// A line break stays a line break, and a blank line separates paragraphs. Printing the tree gives source that shows
/// the same text.
pub fn literal(text: &str) -> Answer {
    let mut builder = Builder::new();
    for line in text.split('\n') {
        if trim_blanks(line).is_empty() {
            builder.end_block();
            continue;
        }
        let mut from = 0;
        for url in find_urls(line) {
            builder.text(line.get(from..url.start).unwrap_or_default(), Style::NONE);
            from = url.end;
            builder.url(line.get(url).unwrap_or_default(), Style::NONE);
        }
        builder.text(line.get(from..).unwrap_or_default(), Style::NONE);
        builder.line_break();
    }
    builder.finish()
}

/// Builds the tree of a source from its tokens.
pub(super) fn tree(source: &str, tokens: &[Token]) -> Answer {
    let mut builder = Builder::new();
    let mut lists = OpenLists::default();
    let is_blank = |token: &&Token| token.kind == TokenKind::Blank;
    for line in tokens.split(|token| token.kind == TokenKind::LineBreak) {
        match line.get(line.iter().take_while(is_blank).count()..).unwrap_or_default() {
            [] => {
                lists.close(0, &mut builder);
                builder.end_block();
            }
            [markers, content @ ..] if markers.kind == TokenKind::Markers => {
                lists.item(source.get(markers.span.clone()).unwrap_or_default(), &mut builder);
                feed_line(source, content, &mut builder);
            }
            content => {
                lists.close(0, &mut builder);
                feed_line(source, content, &mut builder);
                builder.line_break();
            }
        }
    }
    builder.finish()
}

/// Adds the content of one line, given as its tokens, to the builder.
pub(super) fn feed_line(source: &str, tokens: &[Token], builder: &mut Builder) {
    match tokens {
        [blank, content @ ..] | [content @ .., blank] if blank.kind == TokenKind::Blank => {
            feed_line(source, content, builder);
        }
        [token] if token.kind == TokenKind::Text => {
            builder.text(source.get(token.span.clone()).unwrap_or_default(), Style::NONE);
        }
        _ => quotes::feed(unstyled(source, tokens), Unpaired::Text, builder),
    }
}

/// The kinds of the open lists, outermost first, as a line's markers name them.
#[derive(Debug, Default)]
pub(crate) struct OpenLists(Vec<ListKind>);

impl OpenLists {
    /// Begins the list item that `markers` asks for. A jump of more than one level opens one level.
    pub(crate) fn item(&mut self, markers: &str, builder: &mut Builder) {
        let kinds: Vec<ListKind> = markers.chars().map(list_kind).collect();
        let Some((own, _)) = kinds.split_last() else { return };
        let common = self.0.iter().zip(&kinds).take_while(|(open, asked)| open == asked).count();
        self.close(common, builder);
        if common < kinds.len() {
            self.0.push(*own);
            builder.open_list(*own);
        }
        builder.open_item();
    }

    /// Closes all but the outermost `depth` lists.
    pub(crate) fn close(&mut self, depth: usize, builder: &mut Builder) {
        for _ in self.0.drain(depth.min(self.0.len())..) {
            builder.close_list();
        }
    }
}

fn list_kind(marker: char) -> ListKind {
    if marker == '*' { ListKind::Bulleted } else { ListKind::Numbered }
}
