//! A wiki's HTML as a small tree of harmless elements, to be shown beside this app's own page.
//!
//! Elements that are not on the list are left out, but their text stays; pictures become their descriptions, and links
//! become their words with the address as text. Nothing in the tree can load, run or style anything. Both of
//! MediaWiki's parsers are understood: Parsoid's additions (`section`, `typeof`, `data-mw`) are not on the list.

use super::element::Element;
use super::page::Page;
use super::seen::is_void;
use super::token::{Tag, Token};

/// The greatest depth of elements. Deeper text becomes text of the innermost one.
const DEEPEST: usize = 40;

/// The greatest number of elements and texts in a tree.
const MOST_PARTS: usize = 40_000;

/// The greatest number of bytes of HTML that are read.
const LONGEST: usize = 8 << 20;

/// The greatest length of a link's address, in characters.
const LONGEST_ADDRESS: usize = 2_000;

/// A wiki's rendering of a page, as a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendering {
    /// The parts from top to bottom.
    pub parts: Vec<RenderedPart>,
    /// Whether the HTML was too large, and its end is left out.
    pub is_cut: bool,
}

/// A part of a wiki's rendering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RenderedPart {
    /// Text, its character references decoded.
    Text(String),
    /// A line break.
    Break,
    /// An element with its content.
    Element(Harmless, Vec<RenderedPart>),
    /// A link: its address as written, and its words.
    Link(String, Vec<RenderedPart>),
}

/// An element that only arranges text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harmless {
    /// A paragraph.
    Paragraph,
    /// Bold text.
    Bold,
    /// Italic text.
    Italic,
    /// A list with bullets.
    Bulleted,
    /// A list with numbers.
    Numbered,
    /// A list's item.
    Item,
    /// A table.
    Table,
    /// A table's row.
    Row,
    /// A table's cell, which spans one column or several.
    Cell {
        /// Whether the cell is a heading.
        is_heading: bool,
        /// The number of columns that the cell spans.
        columns: u8,
    },
    /// A heading of the page.
    Heading,
    /// A line or block of its own.
    Division,
    /// Text in which line breaks count.
    Preformatted,
}

impl Rendering {
    /// Reads a wiki's HTML. Accepts any text, in time linear in its length.
    pub fn of(html: &str) -> Self {
        let is_long = html.len() > LONGEST;
        let html = html.get(..html.floor_char_boundary(LONGEST)).unwrap_or_default();
        let page = Page::new(html);
        let mut builder = Builder { page: &page, open: vec![Open::root()], parts: 0 };
        let is_whole = page.tokens.iter().all(|token| builder.token(token));
        Self { parts: builder.finish(), is_cut: is_long || !is_whole }
    }
}

/// An element that is open while the tree is made.
struct Open {
    /// The name in lower case.
    name: String,
    kind: Kind,
    parts: Vec<RenderedPart>,
}

/// What an open element becomes.
enum Kind {
    /// Nothing: its content belongs to the element around it.
    Through,
    Element(Harmless),
    Link(String),
}

impl Open {
    fn root() -> Self {
        Self { name: String::new(), kind: Kind::Through, parts: Vec::new() }
    }
}

struct Builder<'p, 'a> {
    page: &'p Page<'a>,
    /// The open elements, the outermost first; the first entry is the page itself, not an element.
    open: Vec<Open>,
    /// The number of parts so far.
    parts: usize,
}

impl<'a> Builder<'_, 'a> {
    /// Takes one token. Returns false when there is no room for more.
    fn token(&mut self, token: &Token<'a>) -> bool {
        match token {
            Token::Text(raw) => self.text(self.page.decoded(raw).into_owned()),
            Token::Open(tag) => self.open(tag),
            Token::Close(tag) => self.close(&tag.name.to_ascii_lowercase()),
            Token::Mark(_) => {}
        }
        self.parts < MOST_PARTS
    }

    fn text(&mut self, text: String) {
        if !text.is_empty() {
            self.push(RenderedPart::Text(text));
        }
    }

    fn push(&mut self, part: RenderedPart) {
        self.parts += 1;
        if let Some(open) = self.open.last_mut() {
            open.parts.push(part);
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        match tag.element {
            Element::Break => return self.push(RenderedPart::Break),
            Element::Image => {
                let words = tag.attribute("alt").unwrap_or_default().into_owned();
                return self.text(words);
            }
            _ if is_void(&name) => return,
            _ => {}
        }
        self.end_implied(tag.element);
        // Elements that are too deep are neither kept nor closed: their text stays in place.
        if self.open.len() < DEEPEST {
            self.parts += 1;
            self.open.push(Open { kind: kind(tag), name, parts: Vec::new() });
        }
    }

    fn close(&mut self, name: &str) {
        let is_table_part = matches!(name, "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th");
        let mut from_innermost = self.open.iter().enumerate().skip(1).rev();
        let place = from_innermost
            .find(|(_, open)| open.name == name || (!is_table_part && open.kind.is_cell()))
            .filter(|(_, open)| open.name == name)
            .map(|(place, _)| place);
        if let Some(place) = place {
            self.end_from(place);
        }
    }

    /// Ends what the start of an element ends: a cell, a row or an item before it, and a paragraph before a block.
    fn end_implied(&mut self, element: Element) {
        let (ended, within): (&[Harmless], &[Harmless]) = match element {
            Element::Item => (&[Harmless::Item], &[Harmless::Bulleted, Harmless::Numbered]),
            Element::Cell => (&[], &[Harmless::Row]),
            Element::Row | Element::RowGroup => (&[Harmless::Row], &[Harmless::Table]),
            element if element.breaks_line() => (&[Harmless::Paragraph], &[]),
            _ => return,
        };
        for place in (1..self.open.len()).rev() {
            let Some(Kind::Element(open)) = self.open.get(place).map(|open| &open.kind) else { continue };
            let is_cell = matches!(open, Harmless::Cell { .. });
            if ended.contains(open) || (is_cell && element == Element::Cell) {
                return self.end_from(place);
            }
            let is_row_part = matches!(element, Element::Row | Element::RowGroup);
            if within.contains(open) || (is_cell && !is_row_part) || *open == Harmless::Table {
                return;
            }
        }
    }

    /// Ends the open element at an index and all elements in it.
    fn end_from(&mut self, place: usize) {
        while self.open.len() > place.max(1) {
            let Some(ended) = self.open.pop() else { return };
            let Some(around) = self.open.last_mut() else { return };
            match ended.kind {
                Kind::Through => around.parts.extend(ended.parts),
                Kind::Element(element) => around.parts.push(RenderedPart::Element(element, ended.parts)),
                Kind::Link(address) => around.parts.push(RenderedPart::Link(address, ended.parts)),
            }
        }
    }

    fn finish(mut self) -> Vec<RenderedPart> {
        self.end_from(1);
        self.open.pop().map(|root| root.parts).unwrap_or_default()
    }
}

impl Kind {
    fn is_cell(&self) -> bool {
        matches!(self, Self::Element(Harmless::Cell { .. }))
    }
}

/// Returns what an element becomes.
fn kind(tag: &Tag<'_>) -> Kind {
    Kind::Element(match tag.element {
        Element::Anchor => {
            let address = tag.attribute("href").unwrap_or_default();
            return Kind::Link(address.chars().take(LONGEST_ADDRESS).collect());
        }
        Element::Bold => Harmless::Bold,
        Element::Italic => Harmless::Italic,
        Element::Paragraph => Harmless::Paragraph,
        Element::Preformatted => Harmless::Preformatted,
        Element::Bulleted => Harmless::Bulleted,
        Element::Numbered => Harmless::Numbered,
        Element::Item => Harmless::Item,
        Element::Table => Harmless::Table,
        Element::Row => Harmless::Row,
        Element::Cell => {
            let columns = tag.attribute("colspan").and_then(|columns| columns.trim().parse::<u8>().ok());
            Harmless::Cell { is_heading: tag.is("th"), columns: columns.unwrap_or(1).clamp(1, 20) }
        }
        Element::FirstHeading => Harmless::Heading,
        Element::Line if ["h2", "h3", "h4", "h5", "h6"].iter().any(|name| tag.is(name)) => Harmless::Heading,
        Element::Line | Element::Division => Harmless::Division,
        Element::Span
        | Element::Sup
        | Element::Break
        | Element::Image
        | Element::RowGroup
        | Element::Script
        | Element::Style
        | Element::Template
        | Element::Title
        | Element::Other => return Kind::Through,
    })
}
