//! HTML as a sequence of texts and tags, as a tolerant reader sees it.
//!
//! Cannot fail and never loses text: a tag or comment that is cut off in the middle is text. The rules are those
//! of the HTML standard's tokenizer (§ 13.2.5) as far as pages from a wiki, an office program or a clipboard need
//! them. Every byte is read a limited number of times, so the time is linear in the length.

use super::element::Element;
use crate::answer::ListKind;
use crate::import::pace::Pace;
#[cfg(test)]
use crate::import::pace::at_once;

/// A piece of HTML, in source order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text with its character references not yet decoded.
    Text(&'a str),
    /// A start tag: `<name attributes>`
    Open(Tag<'a>),
    /// An end tag: `</name>`
    Close(Tag<'a>),
    /// A fact about the following text that has no markup of its own. [`super::seen`] adds these, not the tokenizer.
    Mark(Mark),
}

/// A fact about the text that comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Deleted text was here.
    Deleted,
    /// The text is struck out.
    Struck,
    /// The paragraph is an item of a list of this kind, whose mark was here as text.
    Item(ListKind),
}

/// A start or end tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub(super) element: Element,
    /// The element's name as written, in any case of letters.
    pub(super) name: &'a str,
    /// The text between the name and `>`, raw.
    pub(super) attributes: &'a str,
}

impl Token<'_> {
    /// The work of recognizing a token, in bytes.
    pub(super) const LOOK: usize = 8;

    /// Returns the token's approximate length in bytes.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Open(tag) | Self::Close(tag) => tag.name.len() + tag.attributes.len() + 2,
            Self::Mark(_) => 1,
        }
    }
}

/// Splits a text into tokens, as [`split`] does.
#[cfg(test)]
pub(super) fn tokens(html: &str) -> Vec<Token<'_>> {
    at_once(split(html, &Pace::over(html))).0
}

/// Splits a text into tokens, and returns the content of its style sheets beside them. Comments, declarations, scripts
/// and styles are left out of the tokens, as they are not shown.
pub(super) async fn split<'a>(html: &'a str, pace: &Pace) -> (Vec<Token<'a>>, Vec<&'a str>) {
    let mut reader = Reader {
        html,
        at: 0,
        text_from: 0,
        tokens: Vec::new(),
        sheets: Vec::new(),
        never_closed: Vec::new(),
    };
    while let Some(found) = reader.html.get(reader.at..).and_then(|rest| rest.find('<')) {
        let before = reader.at;
        let start = before + found;
        reader.at = start + 1;
        if !reader.markup(start) {
            break;
        }
        pace.work(reader.at - before).await;
    }
    reader.flush_text(html.len());
    (reader.tokens, reader.sheets)
}

struct Reader<'a> {
    html: &'a str,
    at: usize,
    text_from: usize,
    tokens: Vec<Token<'a>>,
    sheets: Vec<&'a str>,
    /// The end marks that do not occur any more, so that they are not searched for again.
    never_closed: Vec<&'static str>,
}

impl<'a> Reader<'a> {
    /// Reads the markup that begins with the `<` at `start`. Returns false if it runs to the end of the text, and so
    /// is text.
    fn markup(&mut self, start: usize) -> bool {
        let rest = self.html.get(start + 1..).unwrap_or_default();
        match rest.as_bytes() {
            [b'!', b'-', b'-', ..] => self.comment(start),
            [b'!' | b'?', ..] => match rest.find('>') {
                Some(end) => self.skip(start, start + 1 + end + 1),
                None => return false,
            },
            [b'/', letter, ..] if letter.is_ascii_alphabetic() => match rest.find('>') {
                Some(end) => self.close_tag(start, rest.get(1..end).unwrap_or_default(), start + 1 + end + 1),
                None => return false,
            },
            [letter, ..] if letter.is_ascii_alphabetic() => match tag_end(rest) {
                Some(end) => self.open_tag(start, rest.get(..end).unwrap_or_default(), start + 1 + end + 1),
                None => return false,
            },
            _ => {}
        }
        true
    }

    fn comment(&mut self, start: usize) {
        let body = start + "<!--".len();
        let rest = self.html.get(body..).unwrap_or_default();
        // `<!-->` and `<!--->` are whole comments too.
        if let Some(short) = [">", "->"].iter().find(|short| rest.starts_with(**short)) {
            self.skip(start, body + short.len());
        } else if let Some(end) = self.find_end(body, "-->", |rest| rest.find("-->")) {
            self.skip(start, end + "-->".len());
        }
    }

    fn close_tag(&mut self, start: usize, inside: &'a str, end: usize) {
        self.skip(start, end);
        let name = name(inside);
        let attributes = inside.get(name.len()..).unwrap_or_default();
        self.tokens.push(Token::Close(Tag { element: Element::of(name), name, attributes }));
    }

    fn open_tag(&mut self, start: usize, inside: &'a str, end: usize) {
        self.skip(start, end);
        let name = name(inside);
        let element = Element::of(name);
        let attributes = inside.get(name.len()..).unwrap_or_default();
        let tag = Tag { element, name, attributes };
        match raw_text_name(name) {
            Some(raw) => self.raw_text(raw, tag),
            None => self.tokens.push(Token::Open(tag)),
        }
    }

    /// Reads an element whose content is not markup. A title's content is text; that of the others is dropped, as it
    /// is never shown. If the end tag is missing, the content is read like any other.
    fn raw_text(&mut self, name: &'static str, tag: Tag<'a>) {
        let from = self.at;
        let Some(end) = self.find_end(from, name, |rest| find_close(rest, name)) else {
            if !matches!(tag.element, Element::Script | Element::Style | Element::Title) {
                self.tokens.push(Token::Open(tag));
            }
            return;
        };
        match tag.element {
            Element::Title => {
                self.tokens.push(Token::Open(tag));
                self.flush_text(end);
            }
            Element::Style => self.sheets.extend(self.html.get(from..end)),
            _ => {}
        }
        self.at = end;
        self.text_from = end;
    }

    /// Finds an end mark from `from` on; one that never comes is searched for only once.
    fn find_end(
        &mut self,
        from: usize,
        mark: &'static str,
        find: impl Fn(&str) -> Option<usize>,
    ) -> Option<usize> {
        if self.never_closed.contains(&mark) {
            return None;
        }
        let found = self.html.get(from..).and_then(find);
        if found.is_none() {
            self.never_closed.push(mark);
        }
        found.map(|at| from + at)
    }

    /// Ends the text before `start` and goes on at `end`.
    fn skip(&mut self, start: usize, end: usize) {
        self.flush_text(start);
        self.at = end;
        self.text_from = end;
    }

    fn flush_text(&mut self, end: usize) {
        let text = self.html.get(self.text_from..end).unwrap_or_default();
        if !text.is_empty() {
            self.tokens.push(Token::Text(text));
        }
        self.text_from = end;
    }
}

/// Returns the name that a tag begins with.
fn name(inside: &str) -> &str {
    let end = inside.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(inside.len());
    inside.get(..end).unwrap_or_default()
}

/// Finds the `>` of a start tag, without those inside a quoted value.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            (None, _) => {}
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    None
}

/// Returns the name of an element whose content is not markup; `None` for other elements.
fn raw_text_name(name: &str) -> Option<&'static str> {
    const RAW: [&str; 8] =
        ["script", "style", "title", "textarea", "noscript", "iframe", "noframes", "noembed"];
    RAW.into_iter().find(|raw| raw.eq_ignore_ascii_case(name))
}

/// Finds `</name`, in any case of letters.
fn find_close(text: &str, name: &str) -> Option<usize> {
    text.match_indices("</").map(|(at, _)| at).find(|at| {
        text.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
            && !text.as_bytes().get(at + 2 + name.len()).is_some_and(u8::is_ascii_alphanumeric)
    })
}
