//! What a template's source is cut into.

/// A piece of a template's source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'s> {
    /// Text as a reader sees it, but with character references as they are written.
    Text(&'s str),
    /// A parameter, such as `{{{name}}}`.
    Parameter {
        /// The parameter's name, maybe one that no page could give.
        name: &'s str,
        /// The use of the parameter at this place.
        role: Role,
    },
    /// The border behind a line, a cell, a row or an argument.
    Break(Break),
}

/// The use of a parameter at one place of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A parameter whose value is shown.
    Shown,
    /// A parameter whose value is only looked at: the first argument of `{{#if:…}}` and its kind.
    Tested,
    /// A parameter that stands in for another one: `{{{other|{{{this}}}}}}`.
    StandsIn,
}

/// The thing that ends at a border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// The end of a line inside a cell.
    Line,
    /// The end of what stands before a single pipe: an argument, or a cell's attributes.
    Pipe,
    /// The end of a cell or a paragraph.
    Cell,
    /// The end of a row or a table.
    Row,
}
