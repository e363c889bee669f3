//! The tree itself: plain data, no behaviour beyond small questions about it.

/// One answer, understood: blocks from top to bottom. An empty answer has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answer {
    /// In reading order, never empty ones.
    pub blocks: Vec<Block>,
}

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// Lines that belong together; a line break stands between each two. Never without a line.
    Paragraph(Vec<Line>),
    /// A list. Two lists of one kind never stand side by side.
    List(List),
}

/// What stands on one line, in reading order. Never empty inside an [`Answer`].
pub type Line = Vec<Inline>;

/// A bulleted or numbered list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct List {
    /// Bullets or numbers.
    pub kind: ListKind,
    /// Never empty.
    pub items: Vec<Item>,
}

/// How a list's items are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// `*` in source.
    Bulleted,
    /// `#` in source.
    Numbered,
}

/// One item of a list: a line, then lists nested under it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// The item's own line, never empty.
    pub line: Line,
    /// Lists one level deeper; two of one kind never stand side by side.
    pub children: Vec<List>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Text in one style.
    Text(Run),
    /// A link to a page of the wiki, or of another wiki by its prefix (`w:fr:Paris`).
    PageLink {
        /// The page's title without a leading colon, maybe with `#section`. Always passes [`valid_target`](crate::answer::valid_target).
        target: String,
        /// What is shown, never empty. A link typed without a label has its target here.
        label: Vec<Run>,
    },
    /// A link with words of its own.
    ExternalLink {
        /// Always passes [`valid_url`](crate::answer::valid_url).
        url: String,
        /// What is shown, never empty.
        label: Vec<Run>,
    },
    /// A bare address, shown as it is.
    Url {
        /// Always passes [`valid_bare_url`](crate::answer::valid_bare_url).
        url: String,
        /// Bold, italic, both or none.
        style: Style,
    },
}

/// Text in one style. Flat runs instead of nested elements: `'''''a'''''` has one reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    /// Never empty, without line breaks.
    pub text: String,
    /// Bold, italic, both or none.
    pub style: Style,
}

/// Bold and italic flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    /// `'''` in source.
    pub bold: bool,
    /// `''` in source.
    pub italic: bool,
}

impl Style {
    /// Neither bold nor italic.
    pub const NONE: Self = Self { bold: false, italic: false };

    /// Bold or italic where either of the two is.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { bold: self.bold || other.bold, italic: self.italic || other.italic }
    }

    /// Bold or italic where both are.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { bold: self.bold && other.bold, italic: self.italic && other.italic }
    }

    /// Bold or italic where this one is and the other is not.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self { bold: self.bold && !other.bold, italic: self.italic && !other.italic }
    }
}

impl Run {
    /// Text that is neither bold nor italic.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::NONE }
    }
}

impl Answer {
    /// Whether nothing at all would be shown.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Every line with its place: paragraph lines and list items alike, in reading order.
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
