//! The two languages that an answer's text may be in.

/// Whether an answer's source knows markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Markup {
    /// Every character is text.
    None,
    /// Links, lists, bold and italics in wiki notation.
    Wiki,
}
