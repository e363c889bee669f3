//! The tree itself: plain data, without behaviour beyond simple queries.

/// The tree of one answer: blocks from top to bottom. An empty answer has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answer {
    /// The answer's blocks in reading order; none is empty.
    pub blocks: Vec<Block>,
}

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// A paragraph of at least one line, with line breaks between lines.
    Paragraph(Vec<Line>),
    /// A list. Two lists of one kind are never side by side.
    List(List),
}

/// The pieces of one line, in reading order. Never empty inside an [`Answer`].
pub type Line = Vec<Inline>;

/// A bulleted or numbered list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct List {
    /// The kind of the list: bullets or numbers.
    pub kind: ListKind,
    /// The list's items, at least one.
    pub items: Vec<Item>,
}

/// The way in which a list's items are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// Bullets, `*` in source.
    Bulleted,
    /// Numbers, `#` in source.
    Numbered,
}

/// One item of a list: a line, then lists nested under it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// The item's own line, never empty.
    pub line: Line,
    /// Lists nested one level deeper; two of one kind are never side by side.
    pub children: Vec<List>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Text in one style.
    Text(Run),
    /// A link to a page of the wiki, or of another wiki by its prefix (`w:fr:Paris`).
    PageLink {
        /// The page's title without a leading colon, possibly with `#section`. Always passes
        /// [`valid_target`](crate::answer::valid_target).
        target: String,
        /// The link's text, never empty. For a link typed without a label, this is its target.
        label: Vec<Run>,
    },
    /// A link to a web address with words of its own.
    ExternalLink {
        /// The web address, which always passes [`valid_url`](crate::answer::valid_url).
        url: String,
        /// The link's text, never empty.
        label: Vec<Run>,
    },
    /// A bare web address, shown unchanged.
    Url {
        /// The web address, which always passes [`valid_bare_url`](crate::answer::valid_bare_url).
        url: String,
        /// The style of the address: bold, italic, both or none.
        style: Style,
    },
}

/// Text in one style. Flat runs instead of nested elements: `'''''a'''''` has one reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    /// The text, never empty and without line breaks.
    pub text: String,
    /// The style of the text: bold, italic, both or none.
    pub style: Style,
}

/// The style of text: bold, italic, both or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    /// Whether the text is bold, `'''` in source.
    pub bold: bool,
    /// Whether the text is italic, `''` in source.
    pub italic: bool,
}

impl Style {
    /// The style that is neither bold nor italic.
    pub const NONE: Self = Self { bold: false, italic: false };

    /// Returns the style that is bold or italic where at least one of the two is.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { bold: self.bold || other.bold, italic: self.italic || other.italic }
    }

    /// Returns the style that is bold or italic where both are.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { bold: self.bold && other.bold, italic: self.italic && other.italic }
    }

    /// Returns the style that is bold or italic where this one is and the other is not.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self { bold: self.bold && !other.bold, italic: self.italic && !other.italic }
    }
}

impl Run {
    /// Creates a run that is neither bold nor italic.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::NONE }
    }
}

impl Answer {
    /// Returns whether the answer would show nothing at all.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Returns every line in reading order, of paragraphs and list items alike.
    pub fn lines(&self) -> Vec<&Line> {
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Paragraph(paragraph) => lines.extend(paragraph),
                Block::List(list) => list.collect_lines(&mut lines),
            }
        }
        lines
    }
}

impl List {
    fn collect_lines<'a>(&'a self, lines: &mut Vec<&'a Line>) {
        for item in &self.items {
            lines.push(&item.line);
            for child in &item.children {
                child.collect_lines(lines);
            }
        }
    }
}
