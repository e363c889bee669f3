//! Reads a plan, mark by mark. The tests of `view!` read with this file what it has written.

use super::marks::{Mark, ends_word};

const MARKS: [Mark; 12] = [
    Mark::Open,
    Mark::Close,
    Mark::Attribute,
    Mark::Value,
    Mark::Text,
    Mark::Child,
    Mark::SetAttribute,
    Mark::SetProperty,
    Mark::SetClass,
    Mark::SetStyle,
    Mark::Listener,
    Mark::Holder,
];

/// The marks of a plan with their words, in their order; up to the first character that is no mark where one should be.
pub struct Steps<'plan>(&'plan str);

impl<'plan> Steps<'plan> {
    /// From the beginning.
    pub fn of(plan: &'plan str) -> Self {
        Self(plan)
    }
}

impl<'plan> Iterator for Steps<'plan> {
    type Item = (Mark, &'plan str);

    fn next(&mut self) -> Option<Self::Item> {
        let mut characters = self.0.chars();
        let first = characters.next()?;
        let mark = MARKS.into_iter().find(|mark| mark.character() == first)?;
        let rest = characters.as_str();
        let (word, next) = rest.split_at_checked(rest.find(ends_word).unwrap_or(rest.len()))?;
        self.0 = next;
        Some((mark, word))
    }
}
