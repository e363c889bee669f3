//! The elements that a reader of reports has to distinguish.

/// An element, by its meaning for a report's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Element {
    /// A link: `a`
    Anchor,
    /// Bold text: `b`, `strong`
    Bold,
    /// Italic text: `i`, `em`
    Italic,
    /// A part of a line: `span`, `font`
    Span,
    /// Raised text: `sup`
    Sup,
    /// A line break: `br`
    Break,
    /// A picture: `img`
    Image,
    /// A paragraph of its own: `p`, `blockquote`
    Paragraph,
    /// A paragraph in which line breaks count: `pre`
    Preformatted,
    /// A division of the page: `div`
    Division,
    /// The page's heading: `h1`
    FirstHeading,
    /// A line of its own: `h2` to `h6`, `section`, `dd` and whatever else begins a line
    Line,
    /// A list with bullets: `ul`, `menu`, `dir`
    Bulleted,
    /// A list with numbers: `ol`
    Numbered,
    /// A list's item: `li`
    Item,
    /// A table: `table`
    Table,
    /// A table's row: `tr`
    Row,
    /// A table's cell: `td`, `th`
    Cell,
    /// A group of rows: `thead`, `tbody`, `tfoot`
    RowGroup,
    /// A script, which no reader sees: `script`
    Script,
    /// A style sheet, which no reader sees: `style`
    Style,
    /// A template, whose content is never shown: `template`
    Template,
    /// The window's title: `title`
    Title,
    /// Any other element: its text counts, the element does not.
    Other,
}

impl Element {
    /// Finds the element of this name, in any case of letters.
    pub(super) fn of(name: &str) -> Self {
        let mut lower = [0; 10];
        let Some(buffer) = lower.get_mut(..name.len()) else { return Self::Other };
        buffer.copy_from_slice(name.as_bytes());
        buffer.make_ascii_lowercase();
        match &*buffer {
            b"a" => Self::Anchor,
            b"b" | b"strong" => Self::Bold,
            b"i" | b"em" => Self::Italic,
            b"span" | b"font" => Self::Span,
            b"sup" => Self::Sup,
            b"br" => Self::Break,
            b"img" => Self::Image,
            b"p" | b"blockquote" => Self::Paragraph,
            b"pre" | b"listing" => Self::Preformatted,
            b"div" => Self::Division,
            b"h1" => Self::FirstHeading,
            b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"section" | b"article" | b"aside" | b"header"
            | b"footer" | b"main" | b"nav" | b"center" | b"dl" | b"dt" | b"dd" | b"hr" | b"figure"
            | b"figcaption" | b"caption" | b"address" | b"form" | b"fieldset" | b"details" | b"summary"
            | b"head" | b"body" | b"html" | b"option" => Self::Line,
            b"ul" | b"menu" | b"dir" => Self::Bulleted,
            b"ol" => Self::Numbered,
            b"li" => Self::Item,
            b"table" => Self::Table,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"thead" | b"tbody" | b"tfoot" => Self::RowGroup,
            b"script" => Self::Script,
            b"style" => Self::Style,
            b"template" => Self::Template,
            b"title" => Self::Title,
            _ => Self::Other,
        }
    }

    /// Returns whether the element's text is separated from the text before and after it.
    pub(super) fn breaks_line(self) -> bool {
        !matches!(
            self,
            Self::Anchor
                | Self::Bold
                | Self::Italic
                | Self::Span
                | Self::Sup
                | Self::Image
                | Self::Script
                | Self::Style
                | Self::Template
                | Self::Other
        )
    }
}
