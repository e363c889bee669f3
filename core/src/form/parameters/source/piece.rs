//! What a template's source is cut into.

/// A piece of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'s> {
    /// Text as a reader sees it, but for character references.
    Text(&'s str),
    /// A parameter.
    Parameter {
        /// Its name, maybe none that a page could give.
        name: &'s str,
        /// Where it stands.
        role: Role,
    },
    /// The end of something.
    Break(Break),
}

/// How a parameter is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Its value is shown.
    Shown,
    /// Its value is only looked at: the first argument of `{{#if:…}}` and its kind.
    Tested,
    /// It stands in for another one: `{{{other|{{{this}}}}}}`.
    StandsIn,
}

/// What ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// A line inside a cell.
    Line,
    /// What stood before a single pipe: an argument, or a cell's attributes.
    Pipe,
    /// A cell, a paragraph.
    Cell,
    /// A row, a table.
    Row,
}
