//! The ids that name drafts and questions.

use std::borrow::Borrow;
use std::fmt;

/// A draft's id: 1 to 64 of `a–z A–Z 0–9 _ -`, so that it can stand in an address and in a storage key as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

impl DraftId {
    /// The greatest length of an id, in bytes, which are also its characters.
    pub const MAX_BYTES: usize = 64;

    /// Checks an id that an address or a file gives; `None` if it is not one.
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=Self::MAX_BYTES).contains(&text.len());
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        (fits && text.bytes().all(allowed)).then(|| Self(text.to_owned()))
    }

    /// Makes a new id from random bits. The core has no randomness of its own.
    pub fn from_random(bits: u128) -> Self {
        Self(format!("{bits:032x}"))
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A question's stable id, the same in every year's form that asks it: `mission`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(String);

impl QuestionId {
    /// Wraps an id that a form file or a draft gives.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for QuestionId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_can_stand_in_an_address() {
        for id in ["a", "A-b_9", "0", &"x".repeat(64)] {
            assert_eq!(DraftId::new(id).unwrap().as_str(), id);
        }
        for id in ["", "a b", "a/b", "ä", "a\n", "#", &"x".repeat(65)] {
            assert_eq!(DraftId::new(id), None, "{id:?}");
        }
    }

    #[test]
    fn random_bits_make_a_valid_id() {
        for bits in [0, 1, u128::MAX] {
            let id = DraftId::from_random(bits);
            assert_eq!(DraftId::new(id.as_str()), Some(id));
        }
    }
}
