//! An HTML page: its tokens, which of them are content, and its title.

use std::borrow::Cow;
use std::ops::Range;

use super::css::{Look, Sheet};
use super::element::Element;
use super::pairs::pairs;
use super::seen::seen;
use super::token::{Tag, Token, split};
use crate::entities;
use crate::import::blanks::plain_blanks;
use crate::import::collector::one_line;
use crate::import::pace::{Pace, at_once};
use crate::report::page::GENERATOR;

/// The class of the output of MediaWiki's parser.
const PARSER_OUTPUT: &str = "mw-parser-output";
/// The id of the element that MediaWiki's skins put a page into.
const PAGE_CONTENT: &str = "mw-content-text";

/// An HTML page, split into tokens.
pub(super) struct Page<'a> {
    /// The tokens of what a reader sees.
    pub(super) tokens: Vec<Token<'a>>,
    /// The place of the end tag for each start tag.
    pub(super) ends: Vec<Option<usize>>,
    /// Whether unseen text was left out.
    pub(super) left_out: bool,
    sheet: Sheet<'a>,
    /// Whether this app wrote the page.
    own: bool,
    /// Whether a wiki or this app wrote the page.
    pub(super) wiki: bool,
}

impl<'a> Page<'a> {
    /// Splits a page, without pauses.
    pub(super) fn new(html: &'a str) -> Self {
        at_once(Self::split(html, &Pace::over(html)))
    }

    /// Splits a page.
    pub(super) async fn split(html: &'a str, pace: &Pace) -> Self {
        let (tokens, sheets) = split(html, pace).await;
        let sheet = Sheet::of(&sheets, pace).await;
        let (tokens, left_out) = seen(tokens, &sheet, pace).await;
        let ends = pairs(&tokens, pace).await;
        let own = pace.finds(GENERATOR, html).await;
        let wiki = own || pace.finds(PARSER_OUTPUT, html).await || pace.finds(PAGE_CONTENT, html).await;
        Self { tokens, ends, left_out, sheet, own, wiki }
    }

    /// Returns how an element looks, from its classes and its style.
    pub(super) fn look(&self, tag: &Tag<'_>) -> Look {
        self.sheet.look(tag.attribute("class").as_deref(), tag.attribute("style").as_deref())
    }

    /// Decodes a text's character references, and makes the no-break blanks that a wiki inserts plain.
    pub(super) fn decoded(&self, raw: &'a str) -> Cow<'a, str> {
        let text = entities::decode(raw);
        if self.own { text } else { owned_or_same(text) }
    }

    /// Returns whether the page has a table.
    pub(super) fn has_table(&self) -> bool {
        let is_table = |token: &Token<'_>| matches!(token, Token::Open(tag) if tag.element == Element::Table);
        self.tokens.iter().any(is_table)
    }

    /// Finds a wiki page's own content, without the skin's menus around it; everything if there is no skin.
    ///
    /// MediaWiki's skins put the page into `id="mw-content-text"`, its parser into `class="mw-parser-output"`.
    pub(super) async fn content(&self, pace: &Pace) -> Range<usize> {
        let has_id = |tag: &Tag<'_>| tag.attribute("id").is_some_and(|id| id == PAGE_CONTENT);
        if let Some(content) = self.first(has_id, pace).await {
            return content;
        }
        let has_class = |tag: &Tag<'_>| tag.element == Element::Division && tag.has_class(PARSER_OUTPUT);
        self.first(has_class, pace).await.unwrap_or(0..self.tokens.len())
    }

    /// Lists the texts that may be the page's title: the first heading, then the window's title.
    pub(super) async fn titles(&self, pace: &Pace) -> Vec<String> {
        let mut titles = Vec::new();
        for element in [Element::FirstHeading, Element::Title] {
            if let Some(place) = self.first(|tag| tag.element == element, pace).await {
                titles.push(self.text(place, pace).await);
            }
        }
        titles
    }

    /// Finds the first element for which `is_it` is true, from its start tag up to its end tag; `None` if it is never
    /// closed.
    async fn first(&self, is_it: impl Fn(&Tag<'_>) -> bool, pace: &Pace) -> Option<Range<usize>> {
        for (start, token) in self.tokens.iter().enumerate() {
            if matches!(token, Token::Open(tag) if is_it(tag)) {
                let end = self.ends.get(start).copied().flatten()?;
                return Some(start..end);
            }
            pace.work(token.bytes()).await;
        }
        None
    }

    /// Returns the part of a range after the window's title, which is not on the page.
    pub(super) fn behind_title(&self, range: Range<usize>) -> Range<usize> {
        let is_title = |token: &Token<'_>| matches!(token, Token::Open(tag) if tag.element == Element::Title);
        let title = self.tokens.iter().position(is_title);
        let end = title.and_then(|start| self.ends.get(start).copied().flatten());
        end.filter(|end| range.contains(end)).map_or(range.clone(), |end| end..range.end)
    }

    /// Returns whether any heading in a range, `h1` to `h6`, is one by what a reader sees of it, in one line.
    pub(super) async fn any_heading(
        &self,
        range: Range<usize>,
        is_one: impl Fn(&str) -> bool,
        pace: &Pace,
    ) -> bool {
        for start in range {
            let Some(token) = self.tokens.get(start) else { break };
            let is_heading = matches!(token, Token::Open(tag) if matches!(tag.name.as_bytes(), [b'h' | b'H', b'1'..=b'6']));
            let end = self.ends.get(start).copied().flatten().filter(|_| is_heading);
            if end.and_then(|end| self.short_text(start..end)).is_some_and(|heading| is_one(&heading)) {
                return true;
            }
            pace.work(token.bytes()).await;
        }
        false
    }

    /// Returns the text that a reader sees of a range, in lines; a table's cells are separated by tabs.
    pub(super) async fn text(&self, range: Range<usize>, pace: &Pace) -> String {
        self.shown(range, pace).await.text
    }

    /// Returns the text that a reader sees of a range, as [`Self::text`] does, and which token shows which part.
    pub(super) async fn shown(&self, range: Range<usize>, pace: &Pace) -> Shown {
        let mut shown = Shown { text: String::new(), first: range.start, starts: Vec::new() };
        for token in self.tokens.iter().take(range.end).skip(range.start) {
            pace.work(token.bytes()).await;
            shown.starts.push(shown.text.len());
            match token {
                Token::Text(raw) => shown.words(&self.decoded(raw)),
                Token::Open(tag) => shown.open(tag),
                Token::Close(tag) => shown.close(tag.element),
                Token::Mark(_) => {}
            }
        }
        shown
    }

    /// Returns the text that a reader sees of a range, in one line; `None` if that is longer than a question or
    /// heading can be.
    pub(super) fn short_text(&self, range: Range<usize>) -> Option<String> {
        const MAX_TOKENS: usize = 200;
        const MAX_BYTES: usize = 4_000;
        let tokens = self.tokens.get(range.clone()).filter(|tokens| tokens.len() <= MAX_TOKENS)?;
        let bytes: usize =
            tokens.iter().map(|token| if let Token::Text(text) = token { text.len() } else { 0 }).sum();
        let holds_table =
            tokens.iter().any(|token| matches!(token, Token::Open(tag) if tag.element == Element::Table));
        let text = || at_once(self.text(range, &Pace::over("")));
        (bytes <= MAX_BYTES && !holds_table).then(|| one_line(&text()))
    }
}

/// Applies [`plain_blanks`] without a copy where nothing changes.
fn owned_or_same(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => plain_blanks(text),
        Cow::Owned(text) => Cow::Owned(plain_blanks(&text).into_owned()),
    }
}

/// The text that a reader sees of a range of tokens, in lines.
pub(super) struct Shown {
    pub(super) text: String,
    /// The index of the first token.
    first: usize,
    /// The byte offsets in `text` where each token's part begins.
    starts: Vec<usize>,
}

impl Shown {
    /// Finds the tokens that show a range of the text, and how many characters other than blanks the first of them shows before
    /// the range.
    pub(super) fn tokens(&self, place: Range<usize>) -> (Range<usize>, usize) {
        let start = self.starts.partition_point(|start| *start <= place.start).saturating_sub(1);
        let end = self.starts.partition_point(|start| *start < place.end).max(start);
        let before =
            self.starts.get(start).and_then(|start| self.text.get(*start..place.start)).unwrap_or_default();
        let skip = before.chars().filter(|c| !c.is_ascii_whitespace()).count();
        (self.first + start..self.first + end, skip)
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.element {
            Element::Cell => self.between_cells(),
            Element::Image => self.words(&tag.attribute("alt").unwrap_or_default()),
            element if element.breaks_line() => self.end_line(),
            _ => {}
        }
    }

    fn close(&mut self, element: Element) {
        if element != Element::Cell && element.breaks_line() {
            self.end_line();
        }
    }

    /// Appends text as a browser shows it: white space is folded to one blank.
    fn words(&mut self, text: &str) {
        for character in text.chars() {
            if !character.is_ascii_whitespace() {
                self.text.push(character);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n', '\t']) {
                self.text.push(' ');
            }
        }
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn between_cells(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\t');
        }
    }
}
