//! The two languages that an answer's text may be in.

/// The markup that an answer's source may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Markup {
    /// No markup: every character is text.
    None,
    /// Links, lists, bold and italics in wiki notation.
    Wiki,
}
