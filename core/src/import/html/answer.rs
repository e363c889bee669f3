//! The HTML of an answer's cell as an answer.

use std::ops::Range;

use super::element::Element;
use super::link::{Destination, destination};
use super::page::Page;
use super::style::Styles;
use super::token::{Tag, Token};
use crate::answer::{Answer, Builder, ListKind, Run, valid_bare_url};
use crate::import::reading::Note;

/// The text between the cells of a table inside an answer.
const CELL_SEPARATOR: &str = " | ";

/// Reads a range of tokens as an answer. Whatever an answer can't have comes in as text, with a note.
///
/// `skip` is how many characters at the beginning of the range, blanks not counted, belong to something else.
pub(super) fn answer(page: &Page<'_>, range: Range<usize>, skip: usize) -> (Answer, Vec<Note>) {
    let mut walker = Walker { skip, ..Walker::default() };
    let mut at = range.start;
    while at < range.end {
        let Some(token) = page.tokens.get(at) else { break };
        match page.hidden(at).filter(|end| *end < range.end) {
            Some(end) => at = end,
            None => walker.token(token, page),
        }
        at += 1;
    }
    walker.end_link();
    (walker.builder.finish(), walker.notes)
}

#[derive(Default)]
struct Walker {
    builder: Builder,
    styles: Styles,
    link: Option<Link>,
    notes: Vec<Note>,
    /// The depth in preformatted text, where line breaks count.
    preformatted: usize,
    /// The depth in tables.
    tables: usize,
    cell_before: bool,
    /// Whether the last thing shown was a line break: a second one leaves a line free.
    after_break: bool,
    /// Whether a footnote's mark is open; its link leads to the footnote, which is not here.
    in_footnote_mark: bool,
    /// The number of characters still to be left out.
    skip: usize,
}

/// A link whose words are still coming.
struct Link {
    destination: Destination,
    label: Vec<Run>,
}

impl Walker {
    fn token<'a>(&mut self, token: &Token<'a>, page: &Page<'a>) {
        match token {
            Token::Text(raw) => {
                let text = page.decoded(raw);
                let text = self.skip_in(&text);
                self.text(text);
            }
            Token::Open(tag) => self.open(tag),
            Token::Close(element) => self.close(*element),
        }
    }

    fn skip_in<'t>(&mut self, text: &'t str) -> &'t str {
        let mut rest = text.chars();
        while self.skip > 0 {
            let Some(character) = rest.next() else { break };
            self.skip -= usize::from(!character.is_ascii_whitespace());
        }
        rest.as_str()
    }

    fn text(&mut self, text: &str) {
        if self.preformatted == 0 {
            self.words(text);
            return;
        }
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.line_break();
            }
            self.words(line);
        }
    }

    fn words(&mut self, text: &str) {
        if !text.trim_ascii().is_empty() {
            self.after_break = false;
        }
        let style = self.styles.current();
        match &mut self.link {
            Some(link) => link.label.push(Run { text: text.to_owned(), style }),
            None => self.builder.text(text, style),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.element {
            Element::Bold | Element::Italic | Element::Span => self.styles.open(tag),
            Element::Anchor => self.begin_link(tag),
            Element::Image => self.picture(tag),
            Element::Sup if tag.has_class("reference") => {
                self.note(Note::Footnote);
                self.in_footnote_mark = true;
            }
            element if self.link.is_some() => self.inside_link(element),
            Element::Break => self.line_break(),
            Element::Bulleted => self.builder.open_list(ListKind::Bulleted),
            Element::Numbered => self.builder.open_list(ListKind::Numbered),
            Element::Item => self.builder.open_item(),
            Element::Preformatted => {
                self.builder.end_block();
                self.preformatted += 1;
            }
            Element::Table => self.begin_table(),
            Element::Cell => self.begin_cell(),
            element => self.boundary(element),
        }
    }

    fn close(&mut self, element: Element) {
        match element {
            Element::Bold | Element::Italic | Element::Span => self.styles.close(element),
            Element::Anchor => self.end_link(),
            Element::Sup => self.in_footnote_mark = false,
            element if self.link.is_some() => self.inside_link(element),
            // `</br>` is a line break, as in browsers.
            Element::Break => self.line_break(),
            Element::Bulleted | Element::Numbered => self.builder.close_list(),
            Element::Item => self.builder.close_item(),
            Element::Preformatted => {
                self.builder.end_block();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Element::Table => {
                self.builder.end_block();
                self.tables = self.tables.saturating_sub(1);
            }
            Element::Cell => {}
            element => self.boundary(element),
        }
    }

    /// Ends a block or a line, at an element's beginning and end alike.
    fn boundary(&mut self, element: Element) {
        match element {
            Element::Paragraph => self.builder.end_block(),
            Element::Row => {
                self.builder.line_break();
                self.cell_before = false;
            }
            element if element.breaks_line() => self.builder.line_break(),
            _ => {}
        }
    }

    /// Writes a blank where an element breaks the line inside a link, whose words are one line.
    fn inside_link(&mut self, element: Element) {
        if element.breaks_line() {
            self.words(" ");
        }
    }

    /// Breaks the line. Two breaks in a row show an empty line, which is what stands between paragraphs.
    fn line_break(&mut self) {
        if self.link.is_some() {
            self.words(" ");
        } else if self.after_break {
            self.builder.end_block();
        } else {
            self.builder.line_break();
            self.after_break = true;
        }
    }

    fn begin_table(&mut self) {
        self.builder.end_block();
        self.tables += 1;
        self.cell_before = false;
        self.note(Note::Table);
    }

    fn begin_cell(&mut self) {
        if self.tables > 0 && self.cell_before {
            self.words(CELL_SEPARATOR);
        }
        self.cell_before = true;
    }

    fn picture(&mut self, tag: &Tag<'_>) {
        let alt = tag.attribute("alt").unwrap_or_default();
        let source = tag.attribute("src").unwrap_or_default();
        let file = source.rsplit('/').next().unwrap_or_default();
        let name = if alt.trim().is_empty() { file } else { &alt };
        self.note(Note::Picture { name: name.trim().to_owned() });
        self.words(&alt);
    }

    fn begin_link(&mut self, tag: &Tag<'_>) {
        self.end_link();
        let destination = match self.in_footnote_mark {
            true => Destination::None { address: String::new() },
            false => destination(tag),
        };
        self.link = Some(Link { destination, label: Vec::new() });
    }

    fn end_link(&mut self) {
        let Some(Link { destination, label }) = self.link.take() else { return };
        let words: String = label.iter().map(|run| run.text.as_str()).collect();
        if words.trim_ascii().is_empty() {
            // No one sees this link; what blanks it has stay.
            self.runs(label);
            return;
        }
        match destination {
            Destination::Page(target) => self.builder.page_link(&target, label),
            Destination::Bare(_) if valid_bare_url(words.trim_ascii()) => {
                let style = label.first().map(|run| run.style).unwrap_or_default();
                self.builder.url(words.trim_ascii(), style);
            }
            Destination::Address(url) | Destination::Bare(url) => self.builder.external_link(&url, label),
            Destination::None { address } => {
                if !address.is_empty() && !words.contains(&address) && !address.ends_with(words.trim()) {
                    self.note(Note::Link { address });
                }
                self.runs(label);
            }
        }
    }

    fn runs(&mut self, label: Vec<Run>) {
        for run in label {
            self.builder.text(&run.text, run.style);
        }
    }

    fn note(&mut self, note: Note) {
        if self.notes.last() != Some(&note) {
            self.notes.push(note);
        }
    }
}
