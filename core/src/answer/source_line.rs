//! One line of source cut into tokens: links, addresses, apostrophes, `<nowiki>`, and text between them.

use super::quotes::{Token, Unpaired, label};
use super::target::{needs_colon, valid_target};
use super::tree::{Inline, Run, Style};
use super::url::{bare_url_length, may_precede_url, scheme_length, url_length};

/// Opens the escape.
const NOWIKI: &str = "<nowiki>";
/// Closes the escape.
const NOWIKI_END: &str = "</nowiki>";
/// Escapes nothing: parts an address or a link from what follows. MediaWiki also takes the second spelling.
const NOWIKI_EMPTY: [&str; 2] = ["<nowiki/>", "<nowiki />"];

/// Cuts one line, without its list markers.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut scanner = Scanner::new(line);
    scanner.run();
    scanner.tokens
}

/// Whether none of a line's characters could begin anything but text.
pub(super) fn is_plain(text: &str) -> bool {
    !text.contains("''") && !text.contains(['[', '<']) && !text.contains("://")
}

struct Scanner<'a> {
    line: &'a str,
    /// Everything before this is in a token.
    done: usize,
    tokens: Vec<Token>,
    /// Beyond these there is no closer any more: keeps a line of openers linear.
    last_nowiki_end: Option<usize>,
    last_link_end: Option<usize>,
    last_bracket: Option<usize>,
}

impl<'a> Scanner<'a> {
    fn new(line: &'a str) -> Self {
        let last_nowiki_end =
            line.match_indices("</").map(|(at, _)| at).filter(|at| starts_with(line, *at, NOWIKI_END)).last();
        Self {
            line,
            done: 0,
            tokens: Vec::new(),
            last_nowiki_end,
            last_link_end: line.rfind("]]"),
            last_bracket: line.rfind(']'),
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        while let Some(byte) = self.line.as_bytes().get(at) {
            let taken = match byte {
                b'\'' => self.quotes(at),
                b'[' => self.page_link(at).or_else(|| self.external_link(at)),
                b'<' => self.nowiki(at),
                b'h' | b'H' => self.url(at),
                _ => None,
            };
            at = match taken {
                Some((token, end)) => {
                    self.text_until(at);
                    self.take(token, end);
                    end
                }
                None => at + 1,
            };
        }
        self.text_until(self.line.len());
    }

    fn text_until(&mut self, end: usize) {
        if let Some(text) = self.line.get(self.done..end)
            && !text.is_empty()
        {
            self.literal(text.to_owned());
        }
        self.done = end;
    }

    /// Text joins the text before it.
    fn literal(&mut self, text: String) {
        match self.tokens.last_mut() {
            Some(Token::Text(last)) => last.push_str(&text),
            _ => self.tokens.push(Token::Text(text)),
        }
    }

    fn take(&mut self, token: Token, end: usize) {
        match token {
            Token::Text(text) => self.literal(text),
            other => self.tokens.push(other),
        }
        self.done = end;
    }

    fn quotes(&self, at: usize) -> Option<(Token, usize)> {
        let length = self.line.as_bytes().get(at..)?.iter().take_while(|byte| **byte == b'\'').count();
        (length > 1).then_some((Token::Quotes(length), at + length))
    }

    fn nowiki(&self, at: usize) -> Option<(Token, usize)> {
        if let Some(empty) = NOWIKI_EMPTY.iter().find(|empty| starts_with(self.line, at, empty)) {
            return Some((Token::Text(String::new()), at + empty.len()));
        }
        let (text, end) = nowiki(self.line, at, self.last_nowiki_end)?;
        Some((Token::Text(text.to_owned()), end))
    }

    fn url(&self, at: usize) -> Option<(Token, usize)> {
        let rest = self.line.get(at..)?;
        scheme_length(rest)?;
        let before = self.line.get(..at)?.chars().next_back();
        may_precede_url(before).then_some(())?;
        let length = bare_url_length(rest)?;
        let url = rest.get(..length)?.to_owned();
        Some((Token::Link(Inline::Url { url, style: Style::NONE }), at + length))
    }

    fn external_link(&self, at: usize) -> Option<(Token, usize)> {
        self.last_bracket.filter(|last| *last > at)?;
        let inside = self.line.get(at + 1..)?;
        let url = inside.get(..url_length(inside)?)?;
        let rest = inside.get(url.len()..)?;
        let close = label_end(rest, "]", self.line.len() - rest.len(), self.last_nowiki_end)?;
        let words = rest.get(..close)?;
        if !words.starts_with(' ') || words.trim().is_empty() {
            return None;
        }
        let label = label_runs(words.trim_start_matches(' '))?;
        Some((
            Token::Link(Inline::ExternalLink { url: url.to_owned(), label }),
            at + 1 + url.len() + close + 1,
        ))
    }

    fn page_link(&self, at: usize) -> Option<(Token, usize)> {
        self.last_link_end.filter(|last| *last >= at + 2)?;
        let inside = self.line.get(at..)?.strip_prefix("[[")?;
        let target_end = inside.find(['|', ']', '[', '{', '}', '<', '>'])?;
        let written = inside.get(..target_end)?.trim();
        let target = written.strip_prefix(':').map_or(written, str::trim_start);
        if !valid_target(target) || (target.len() == written.len() && needs_colon(target)) {
            return None;
        }
        let rest = inside.get(target_end..)?;
        let (label, length) = match rest.strip_prefix('|') {
            None => rest.starts_with("]]").then(|| (vec![Run::plain(target)], 2))?,
            Some(words) => {
                let close = label_end(words, "]]", self.line.len() - words.len(), self.last_nowiki_end)?;
                (label_runs(words.get(..close)?)?, 1 + close + 2)
            }
        };
        let end = at + 2 + target_end + length;
        let (label, end) = self.with_trail(label, end);
        Some((Token::Link(Inline::PageLink { target: target.to_owned(), label }), end))
    }

    /// Letters right behind a link belong to it (`$linkTrail` of English: `[[wiki]]s`).
    fn with_trail(&self, mut label: Vec<Run>, end: usize) -> (Vec<Run>, usize) {
        let rest = self.line.get(end..).unwrap_or_default();
        let trail = rest.get(..rest.bytes().take_while(u8::is_ascii_lowercase).count()).unwrap_or_default();
        if !trail.is_empty() {
            label.push(Run::plain(trail));
        }
        (label, end + trail.len())
    }
}

/// Where `close` stands in a label, outside `<nowiki>`; `None` where another link may open before it:
/// then the later one counts, and no opener looks further than to the next.
///
/// `offset` is the label's place in the line, `last_nowiki_end` the last place where an escape ends there.
fn label_end(label: &str, close: &str, offset: usize, last_nowiki_end: Option<usize>) -> Option<usize> {
    let mut at = 0;
    loop {
        at += label.get(at..)?.find([']', '[', '<'])?;
        let rest = label.get(at..)?;
        if rest.starts_with(close) {
            return Some(at);
        }
        if rest.starts_with("[[") || (rest.starts_with('[') && close == "]") {
            return None;
        }
        let last = last_nowiki_end.and_then(|last| last.checked_sub(offset));
        at = nowiki(label, at, last).map_or(at + 1, |(_, end)| end);
    }
}

/// A label's runs, or none if nothing of it would show.
fn label_runs(words: &str) -> Option<Vec<Run>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut from = 0;
    let mut at = 0;
    let last = words.rfind("</");
    let push = |text: &str, tokens: &mut Vec<Token>| match tokens.last_mut() {
        _ if text.is_empty() => {}
        Some(Token::Text(before)) => before.push_str(text),
        _ => tokens.push(Token::Text(text.to_owned())),
    };
    while let Some(byte) = words.as_bytes().get(at) {
        let quotes = words.as_bytes().iter().skip(at).take_while(|byte| **byte == b'\'').count();
        let escape = if *byte == b'<' { escape(words, at, last) } else { None };
        if quotes > 1 {
            push(words.get(from..at)?, &mut tokens);
            tokens.push(Token::Quotes(quotes));
            at += quotes;
            from = at;
        } else if let Some((text, end)) = escape {
            push(words.get(from..at)?, &mut tokens);
            push(text, &mut tokens);
            at = end;
            from = at;
        } else {
            at += 1;
        }
    }
    push(words.get(from..)?, &mut tokens);
    let runs = label(tokens, Unpaired::Text);
    runs.iter().any(|run| !run.text.trim_matches(' ').is_empty()).then_some(runs)
}

/// Either form of the escape.
fn escape(line: &str, at: usize, last_end: Option<usize>) -> Option<(&str, usize)> {
    match NOWIKI_EMPTY.iter().find(|empty| starts_with(line, at, empty)) {
        Some(empty) => Some(("", at + empty.len())),
        None => nowiki(line, at, last_end),
    }
}

/// The content of the closed escape that begins at `at`, and where it ends.
fn nowiki(line: &str, at: usize, last_end: Option<usize>) -> Option<(&str, usize)> {
    if !starts_with(line, at, NOWIKI) || last_end.is_none_or(|last| last < at) {
        return None;
    }
    let from = at + NOWIKI.len();
    let rest = line.get(from..)?;
    let length =
        rest.match_indices("</").map(|(end, _)| end).find(|end| starts_with(rest, *end, NOWIKI_END))?;
    Some((rest.get(..length)?, from + length + NOWIKI_END.len()))
}

fn starts_with(line: &str, at: usize, tag: &str) -> bool {
    line.as_bytes().get(at..at + tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
}
