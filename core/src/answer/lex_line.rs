//! One line of source cut into tokens: links, addresses, apostrophes, `<nowiki>`, and text between them.

use std::ops::Range;

use super::quotes::{self, Unpaired};
use super::target::{needs_colon, valid_target};
use super::token::{Token, TokenKind, push};
use super::unstyled::unstyled;
use super::url::{bare_url_length, may_precede_url, scheme_length, url_length};

/// The tag that opens an escape.
const NOWIKI: &str = "<nowiki>";
/// The tag that closes an escape.
const NOWIKI_END: &str = "</nowiki>";
/// The tags that escape nothing, but separate an address or a link from what follows. MediaWiki takes both spellings.
const NOWIKI_EMPTY: [&str; 2] = ["<nowiki/>", "<nowiki />"];

/// Cuts a line's content, at `place` in `source`, into tokens. It has no list markers and no blanks at its ends.
pub(super) fn lex_line(source: &str, place: Range<usize>, tokens: &mut Vec<Token>) {
    if source.get(place.clone()).is_none_or(is_plain) {
        push(TokenKind::Text, place, tokens);
    } else {
        LineLexer::new(source.get(..place.end).unwrap_or_default(), place.start, tokens).run();
    }
}

/// Returns whether a line is only text, as no markup and no address begins in it.
pub(super) fn is_plain(line: &str) -> bool {
    let begins_markup = |pair: &[u8]| matches!(pair, b"''" | [b'[' | b'<', _] | b":/");
    !line.as_bytes().windows(2).any(begins_markup)
}

struct LineLexer<'a> {
    /// The source up to the line's end.
    text: &'a str,
    /// The byte where the line begins.
    start: usize,
    /// The byte up to which everything is in a token.
    done: usize,
    tokens: &'a mut Vec<Token>,
    /// The byte of the line's last `</nowiki>`. The search for one stops there, which keeps a line full of openers
    /// linear.
    last_nowiki_end: Option<usize>,
    last_link_end: Option<usize>,
    last_bracket: Option<usize>,
}

impl<'a> LineLexer<'a> {
    fn new(text: &'a str, start: usize, tokens: &'a mut Vec<Token>) -> Self {
        let line = text.get(start..).unwrap_or_default();
        let place = |at: usize| start + at;
        let last_nowiki_end = line.rmatch_indices('<').map(|(at, _)| place(at));
        Self {
            text,
            start,
            done: start,
            tokens,
            last_nowiki_end: last_nowiki_end.into_iter().find(|at| starts_with(text, *at, NOWIKI_END)),
            last_link_end: line.as_bytes().windows(2).rposition(|pair| pair == b"]]").map(place),
            last_bracket: line.rfind(']').map(place),
        }
    }

    fn run(mut self) {
        let mut at = self.start;
        while let Some(byte) = self.text.as_bytes().get(at) {
            let end = match byte {
                b'\'' => self.quotes(at),
                b'[' => self.page_link(at).or_else(|| self.external_link(at)),
                b'<' => self.escape(at),
                b'h' | b'H' => self.url(at),
                _ => None,
            };
            at = end.unwrap_or(at + 1);
        }
        self.text_until(at);
    }

    fn text_until(&mut self, end: usize) {
        self.take(TokenKind::Text, end);
    }

    /// Adds a token from the last token's end to `end`.
    fn take(&mut self, kind: TokenKind, end: usize) {
        push(kind, self.done..end, self.tokens);
        self.done = end;
    }

    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    fn quotes(&mut self, at: usize) -> Option<usize> {
        let length = self.rest(at).bytes().take_while(|byte| *byte == b'\'').count();
        if length < 2 {
            return None;
        }
        self.text_until(at);
        self.take(TokenKind::Quotes, at + length);
        Some(self.done)
    }

    fn escape(&mut self, at: usize) -> Option<usize> {
        if let Some(empty) = NOWIKI_EMPTY.iter().find(|empty| starts_with(self.text, at, empty)) {
            self.text_until(at);
            self.take(TokenKind::Escape, at + empty.len());
            return Some(self.done);
        }
        let inside = self.nowiki(at)?;
        self.text_until(at);
        self.take(TokenKind::Escape, inside.start);
        self.take(TokenKind::Literal, inside.end);
        self.take(TokenKind::Escape, inside.end + NOWIKI_END.len());
        Some(self.done)
    }

    fn url(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        scheme_length(rest)?;
        let before = self.text.get(self.start..at)?.chars().next_back();
        may_precede_url(before).then_some(())?;
        let length = bare_url_length(rest)?;
        self.text_until(at);
        self.take(TokenKind::Url, at + length);
        Some(self.done)
    }

    fn external_link(&mut self, at: usize) -> Option<usize> {
        self.last_bracket.filter(|last| *last > at)?;
        let target = at + 1..at + 1 + url_length(self.rest(at + 1))?;
        let close = self.label_end(target.end, "]")?;
        let words = self.text.get(target.end..close)?;
        let label = close - words.trim_start_matches(' ').len();
        if label == target.end || words.trim().is_empty() {
            return None;
        }
        let before = (self.tokens.len(), self.done);
        self.text_until(at);
        self.take(TokenKind::ExternalLinkOpen, target.start);
        self.take(TokenKind::Target, target.end);
        self.take(TokenKind::Separator, label);
        self.labelled(close, 1, before)
    }

    fn page_link(&mut self, at: usize) -> Option<usize> {
        self.last_link_end.filter(|last| *last >= at + 2)?;
        let inside = self.rest(at).strip_prefix("[[")?;
        let end = at + 2 + inside.find(['|', ']', '[', '{', '}', '<', '>'])?;
        let padded = self.text.get(at + 2..end)?;
        let written = padded.trim();
        let target = written.strip_prefix(':').map_or(written, str::trim_start);
        if !valid_target(target) || (target.len() == written.len() && needs_colon(target)) {
            return None;
        }
        let target_end = end - (padded.len() - padded.trim_end().len());
        let labelled = self.rest(end).starts_with('|');
        let close = if labelled { self.label_end(end + 1, "]]")? } else { end };
        if !self.rest(close).starts_with("]]") {
            return None;
        }
        let before = (self.tokens.len(), self.done);
        self.text_until(at);
        self.take(TokenKind::PageLinkOpen, target_end - target.len());
        self.take(TokenKind::Target, target_end);
        if labelled {
            self.take(TokenKind::Separator, end + 1);
            self.labelled(close, 2, before)?;
        } else {
            self.take(TokenKind::LinkClose, close + 2);
        }
        let trail = self.rest(self.done).bytes().take_while(u8::is_ascii_lowercase).count();
        self.take(TokenKind::Trail, self.done + trail);
        Some(self.done)
    }

    /// Takes a link's label up to `close` and the `brackets` bytes there. If nothing of the label would be shown,
    /// undoes everything taken since `before`, which is a number of tokens and a byte.
    fn labelled(&mut self, close: usize, brackets: usize, before: (usize, usize)) -> Option<usize> {
        let first = self.tokens.len();
        self.label(close);
        if !shows(self.text, self.tokens.get(first..).unwrap_or_default()) {
            self.tokens.truncate(before.0);
            self.done = before.1;
            return None;
        }
        self.take(TokenKind::LinkClose, close + brackets);
        Some(self.done)
    }

    fn label(&mut self, end: usize) {
        let mut at = self.done;
        while at < end {
            let taken = match self.text.as_bytes().get(at) {
                Some(b'\'') => self.quotes(at),
                Some(b'<') => self.escape(at),
                _ => None,
            };
            at = taken.unwrap_or(at + 1);
        }
        self.text_until(end);
    }

    /// Finds `close` outside `<nowiki>` in a label that begins at `from`. Returns `None` if another link may open
    /// before it: then the later link counts, so no opener searches further than the next one.
    fn label_end(&self, from: usize, close: &str) -> Option<usize> {
        let mut at = from;
        loop {
            at += self.rest(at).find([']', '[', '<'])?;
            let rest = self.rest(at);
            if rest.starts_with(close) {
                return Some(at);
            }
            if rest.starts_with("[[") || (rest.starts_with('[') && close == "]") {
                return None;
            }
            at = self.nowiki(at).map_or(at + 1, |inside| inside.end + NOWIKI_END.len());
        }
    }

    /// Returns the range inside the closed `<nowiki>` element that begins at `at`.
    fn nowiki(&self, at: usize) -> Option<Range<usize>> {
        if !starts_with(self.text, at, NOWIKI) || self.last_nowiki_end.is_none_or(|last| last < at) {
            return None;
        }
        let from = at + NOWIKI.len();
        let mut ends = self.rest(from).match_indices("</").map(|(end, _)| from + end);
        ends.find(|end| starts_with(self.text, *end, NOWIKI_END)).map(|end| from..end)
    }
}

/// Returns whether anything but blanks of a link's label would be shown.
fn shows(source: &str, label: &[Token]) -> bool {
    let visible = |text: &str| !text.trim_matches(' ').is_empty();
    let words = label.iter().filter(|token| matches!(token.kind, TokenKind::Text | TokenKind::Literal));
    let has_words =
        words.into_iter().any(|token| visible(source.get(token.span.clone()).unwrap_or_default()));
    // Unpaired apostrophes are text.
    has_words || quotes::label(unstyled(source, label), Unpaired::Text).iter().any(|run| visible(&run.text))
}

fn starts_with(text: &str, at: usize, tag: &str) -> bool {
    text.as_bytes().get(at..at + tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
}
