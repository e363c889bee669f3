//! Reads the HTML of an answer's cell as an answer.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::element::Element;
use super::link::{Destination, destination};
use super::lists::Lists;
use super::page::Page;
use super::style::Styles;
use super::token::{Mark, Tag, Token};
use crate::answer::{Answer, Builder, ListKind, Run, Style, find_urls, valid_bare_url};
use crate::import::blanks::typed_blanks;
use crate::import::pace::Pace;
use crate::import::reading::Note;

/// The text between the cells of a table inside an answer.
const CELL_SEPARATOR: &str = " | ";

/// Reads a range of tokens as an answer. Content that an answer can't have becomes text, with a note.
///
/// `skip` is the number of characters at the beginning of the range, not counting blanks, that belong to something
/// else.
pub(super) async fn answer(
    page: &Page<'_>,
    range: Range<usize>,
    skip: usize,
    pace: &Pace,
) -> (Answer, Vec<Note>) {
    let mut walker = Walker { skip, in_wiki: page.wiki, ..Walker::default() };
    for token in page.tokens.get(range).unwrap_or_default() {
        pace.work(token.bytes()).await;
        walker.token(token, page);
    }
    walker.end_link();
    walker.end_footnotes();
    (walker.builder.finish(), walker.notes)
}

#[derive(Default)]
struct Walker {
    builder: Builder,
    styles: Styles,
    lists: Lists,
    link: Option<Link>,
    notes: Vec<Note>,
    /// The depth in preformatted text, where line breaks count.
    preformatted: usize,
    /// The depth in tables.
    tables: usize,
    /// The number of cells of the table that began last.
    cells: usize,
    cell_before: bool,
    /// The number of separators to write before the next text: those of the cells since the last one.
    separators: usize,
    /// The break to make before the next text of the same cell.
    cell_break: Option<Break>,
    /// Whether the last thing shown was a line break: a second one leaves an empty line.
    after_break: bool,
    /// Whether the window's title is open, which is not on the page.
    in_title: bool,
    /// Whether a footnote's mark is open; its link leads to the footnote, which is not here.
    in_footnote_mark: bool,
    /// The names of footnotes to which marks led, and of all places in the range.
    footnotes: Vec<String>,
    places: HashSet<String>,
    /// Whether a wiki's page is read.
    in_wiki: bool,
    /// The number of characters still to be left out.
    skip: usize,
}

/// The break to make before a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Break {
    Line,
    Block,
}

/// An open link, whose words are being collected.
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
                if self.in_title {
                    return;
                }
                match self.in_wiki {
                    true => self.text(text),
                    false => self.text(&typed_blanks(text)),
                }
            }
            Token::Open(tag) => self.open(tag, page),
            Token::Close(tag) => self.close(tag.element),
            Token::Mark(Mark::Deleted) => self.note(Note::Deleted),
            Token::Mark(Mark::Struck) => self.note(Note::Struck),
            Token::Mark(Mark::Item(kind)) => self.lists.mark(*kind),
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
            None => self.add(text, style),
        }
    }

    /// Adds text to the answer, in the list that it belongs to.
    fn add(&mut self, text: &str, style: Style) {
        if !text.trim_ascii().is_empty() {
            self.begin_text();
        }
        // On a wiki's page, an address that is not a link is meant not to be one.
        let addresses = if self.in_wiki { Vec::new() } else { find_urls(text) };
        let mut from = 0;
        for place in addresses {
            self.builder.text(text.get(from..place.start).unwrap_or_default(), style);
            from = place.end;
            self.builder.url(text.get(place).unwrap_or_default(), style);
        }
        self.builder.text(text.get(from..).unwrap_or_default(), style);
    }

    /// Prepares the answer for text: writes a table's separators and breaks, and opens the list that the text belongs
    /// to.
    fn begin_text(&mut self) {
        let cell_break = self.cell_break.take();
        if self.separators > 0 {
            self.builder.text(&CELL_SEPARATOR.repeat(self.separators), Style::NONE);
            self.separators = 0;
        } else {
            match cell_break {
                Some(Break::Block) => self.builder.end_block(),
                Some(Break::Line) => self.builder.line_break(),
                None => {}
            }
        }
        self.lists.settle(&mut self.builder);
    }

    /// Ends a line or a block. In a table's cell, the break waits for more text of the cell, as a cell's last break is
    /// ignored.
    fn end(&mut self, ended: Break) {
        match ended {
            _ if self.tables > 0 => self.cell_break = self.cell_break.max(Some(ended)),
            Break::Line => self.builder.line_break(),
            Break::Block => self.builder.end_block(),
        }
    }

    fn open_list(&mut self, kind: ListKind, tag: &Tag<'_>) {
        self.lists.open_list(kind, tag);
        self.after_break = false;
    }

    fn open(&mut self, tag: &Tag<'_>, page: &Page<'_>) {
        match tag.element {
            Element::Bold | Element::Italic | Element::Span => self.styles.open(tag, page.look(tag)),
            Element::Anchor => self.begin_link(tag),
            Element::Image => self.picture(tag),
            Element::Sup if tag.has_class("reference") => {
                self.note(Note::Footnote);
                self.in_footnote_mark = true;
            }
            Element::Title => self.in_title = true,
            element if self.link.is_some() => self.inside_link(element),
            Element::Break => self.line_break(),
            Element::Bulleted => self.open_list(ListKind::Bulleted, tag),
            Element::Numbered => self.open_list(ListKind::Numbered, tag),
            Element::Item => {
                if !self.lists.open_item(tag, page.look(tag)) {
                    self.end(Break::Line);
                }
            }
            Element::Paragraph | Element::Division => {
                self.boundary(tag.element);
                self.lists.open_paragraph(page.look(tag));
            }
            Element::Preformatted => {
                self.end(Break::Block);
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
            Element::Title => self.in_title = false,
            element if self.link.is_some() => self.inside_link(element),
            // `</br>` is a line break, as in browsers.
            Element::Break => self.line_break(),
            Element::Bulleted | Element::Numbered => self.lists.close_list(),
            Element::Item => {
                if !self.lists.close_item() {
                    self.end(Break::Line);
                }
            }
            Element::Paragraph | Element::Division => {
                self.boundary(element);
                self.lists.close_paragraph();
            }
            Element::Preformatted => {
                self.end(Break::Block);
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Element::Table => {
                self.end_row();
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
            Element::Paragraph => self.end(Break::Block),
            Element::Row => self.end_row(),
            element if element.breaks_line() => self.end(Break::Line),
            _ => {}
        }
    }

    /// Writes a blank where an element breaks the line inside a link, whose words are one line.
    fn inside_link(&mut self, element: Element) {
        if element.breaks_line() {
            self.words(" ");
        }
    }

    /// Breaks the line. Two breaks in a row show an empty line, which separates paragraphs.
    fn line_break(&mut self) {
        if self.link.is_some() {
            self.words(" ");
        } else if self.after_break {
            self.end(Break::Block);
        } else {
            self.end(Break::Line);
            self.after_break = true;
        }
    }

    fn end_row(&mut self) {
        self.builder.line_break();
        self.cell_before = false;
        self.separators = 0;
        self.cell_break = None;
    }

    fn begin_table(&mut self) {
        self.end_row();
        self.builder.end_block();
        self.tables += 1;
        self.cell_before = false;
        self.cells = 0;
    }

    fn begin_cell(&mut self) {
        self.cells += 1;
        if self.tables > 0 && self.cells > 1 {
            self.note(Note::Table);
        }
        if self.tables > 0 && self.cell_before {
            self.separators += 1;
            self.cell_break = None;
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
            false => destination(tag, self.in_wiki),
        };
        self.places
            .extend(["name", "id"].into_iter().filter_map(|name| tag.attribute(name)).map(Cow::into_owned));
        self.link = Some(Link { destination, label: Vec::new() });
    }

    fn end_link(&mut self) {
        let Some(Link { destination, label }) = self.link.take() else { return };
        let words: String = label.iter().map(|run| run.text.as_str()).collect();
        if words.trim_ascii().is_empty() {
            // Nobody sees this link; only its blanks stay.
            self.runs(label);
            return;
        }
        self.begin_text();
        match destination {
            Destination::Page(target) => self.builder.page_link(&target, label),
            Destination::Bare(_) if valid_bare_url(words.trim_ascii()) => {
                let style = label.first().map(|run| run.style).unwrap_or_default();
                self.builder.url(words.trim_ascii(), style);
            }
            Destination::Address(url) | Destination::Bare(url) => self.builder.external_link(&url, label),
            Destination::Footnote { place } => {
                self.footnotes.extend(place);
                self.footnote_mark(label, words.trim());
            }
            Destination::None { address } => {
                if !address.is_empty() && !words.contains(&address) && !address.ends_with(words.trim()) {
                    self.note(Note::Link { address });
                }
                self.runs(label);
            }
        }
    }

    /// Writes the mark of a footnote, in brackets, as a raised number would run into the word before.
    fn footnote_mark(&mut self, label: Vec<Run>, words: &str) {
        let bare = words.chars().all(char::is_alphanumeric);
        if bare {
            let style = label.first().map(|run| run.style).unwrap_or_default();
            self.add(&format!("[{words}]"), style);
        } else {
            self.runs(label);
        }
    }

    /// Notes marks of footnotes whose text is elsewhere.
    fn end_footnotes(&mut self) {
        if self.footnotes.iter().any(|place| !self.places.contains(place)) {
            self.note(Note::Footnote);
        }
    }

    fn runs(&mut self, label: Vec<Run>) {
        for run in label {
            self.add(&run.text, run.style);
        }
    }

    fn note(&mut self, note: Note) {
        let told = match note {
            Note::Deleted | Note::Struck | Note::Table => self.notes.contains(&note),
            _ => self.notes.last() == Some(&note),
        };
        if !told {
            self.notes.push(note);
        }
    }
}
