//! Where in a JSON value something stands.

use std::fmt;

/// Where in a JSON value, as a list from the inside out that lives on the stack.
///
/// Shown as `drafts[0].answers.mission`; a name that is no plain word as `answers["a b"]`, cut after 40 characters.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    /// The value as a whole.
    Top,
    /// An object's field.
    Name(&'a Place<'a>, &'a str),
    /// A list's item, counted from 0.
    Index(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => Ok(()),
            Self::Name(Place::Top, name) if is_word(name) => f.write_str(name),
            Self::Name(outer, name) if is_word(name) => write!(f, "{outer}.{name}"),
            Self::Name(outer, name) => match name.char_indices().nth(40) {
                Some((end, _)) => write!(f, "{outer}[{:?}…]", name.get(..end).unwrap_or_default()),
                None => write!(f, "{outer}[{name:?}]"),
            },
            Self::Index(outer, index) => write!(f, "{outer}[{index}]"),
        }
    }
}

fn is_word(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'@');
    (1..=40).contains(&name.len()) && name.bytes().all(allowed)
}
