//! The elements a reader of reports has to tell apart.

/// An element by what it means for a report's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Element {
    /// `a`
    Anchor,
    /// `b`, `strong`
    Bold,
    /// `i`, `em`
    Italic,
    /// `span`
    Span,
    /// `sup`
    Sup,
    /// `br`
    Break,
    /// `img`
    Image,
    /// `p`, `blockquote`: a paragraph of its own
    Paragraph,
    /// `pre`: as a paragraph, line breaks count
    Preformatted,
    /// `div`
    Division,
    /// `h1`
    FirstHeading,
    /// `h2` to `h6`, `section`, `dd` and whatever else begins a line
    Line,
    /// `ul`, `menu`, `dir`
    Bulleted,
    /// `ol`
    Numbered,
    /// `li`
    Item,
    /// `table`
    Table,
    /// `tr`
    Row,
    /// `td`, `th`
    Cell,
    /// `thead`, `tbody`, `tfoot`
    RowGroup,
    /// `script`
    Script,
    /// `style`
    Style,
    /// `template`: content no page shows
    Template,
    /// `title`
    Title,
    /// Anything else: its text counts, it does not.
    Other,
}

impl Element {
    /// The element of this name, in any case of letters.
    pub(super) fn of(name: &str) -> Self {
        let mut lower = [0; 10];
        let Some(buffer) = lower.get_mut(..name.len()) else { return Self::Other };
        buffer.copy_from_slice(name.as_bytes());
        buffer.make_ascii_lowercase();
        match &*buffer {
            b"a" => Self::Anchor,
            b"b" | b"strong" => Self::Bold,
            b"i" | b"em" => Self::Italic,
            b"span" => Self::Span,
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

    /// Whether its text stands apart from what comes before and after it.
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
