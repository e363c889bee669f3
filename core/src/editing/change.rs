//! One change to a text, as small as it can be.

use std::ops::Range;

/// A change to a text: what is replaced by what, and what is selected afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The place that is replaced, in bytes of the text before the change.
    pub place: Range<usize>,
    /// The text that is put in the place.
    pub replacement: String,
    /// The selection after the change, in bytes of the text after it.
    pub selection: Range<usize>,
}

impl Change {
    /// Finds the change that makes one text into another, touching only what differs, with the caret behind it. `None` where
    /// nothing differs.
    pub fn between(before: &str, after: &str) -> Option<Self> {
        if before == after {
            return None;
        }
        let start = common_start(before, after);
        let (rest_before, rest_after) = (before.get(start..)?, after.get(start..)?);
        let end = common_end(rest_before, rest_after);
        let replacement = rest_after.get(..rest_after.len() - end)?.to_owned();
        let caret = start + replacement.len();
        Some(Self { place: start..before.len() - end, replacement, selection: caret..caret })
    }

    /// Returns the same change with something else selected afterwards.
    #[must_use]
    pub fn selecting(self, selection: Range<usize>) -> Self {
        Self { selection, ..self }
    }

    /// Finds where a place of the text before the change is after it, in bytes. What was inside the replaced part is at its end.
    pub fn moved(&self, at: usize) -> usize {
        if at <= self.place.start {
            at
        } else if at >= self.place.end {
            at - self.place.end + self.place.start + self.replacement.len()
        } else {
            self.place.start + self.replacement.len()
        }
    }

    /// Returns the text with the change made, or unchanged if the place is not a valid range of it.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        match (text.get(..self.place.start), text.get(self.place.end..)) {
            (Some(before), Some(after)) => [before, &self.replacement, after].concat(),
            _ => text.to_owned(),
        }
    }
}

/// Cuts a selection to the text, on character borders.
pub(super) fn within(text: &str, selection: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(selection.start);
    start..text.floor_char_boundary(selection.end).max(start)
}

/// Cuts the blanks at both ends off a selection that is on the text's borders.
pub(super) fn trimmed(text: &str, selection: Range<usize>) -> Range<usize> {
    let words = text.get(selection.clone()).unwrap_or_default();
    let start = selection.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

fn common_start(one: &str, other: &str) -> usize {
    let pairs = one.char_indices().zip(other.chars());
    pairs
        .take_while(|((_, one), other)| one == other)
        .map(|((at, one), _)| at + one.len_utf8())
        .last()
        .unwrap_or(0)
}

fn common_end(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs.take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_differs_is_touched() {
        let cases = [
            ("abc", "abc", None),
            ("abc", "aXc", Some((1..2, "X"))),
            ("", "é", Some((0..0, "é"))),
            ("aa", "a", Some((1..2, ""))),
            ("é", "è", Some((0..2, "è"))),
            ("reason", "Not applicable: reason", Some((0..0, "Not applicable: "))),
        ];
        for (before, after, expected) in cases {
            let change = Change::between(before, after);
            let expected = expected.map(|(place, replacement)| (place, replacement.to_owned()));
            assert_eq!(
                change.map(|change| (change.place, change.replacement)),
                expected,
                "{before} → {after}"
            );
        }
    }

    #[test]
    fn a_place_moves_with_the_text_around_it() {
        let change = Change::between("one two three", "one 2 three").unwrap();
        for (before, after) in [(0, 0), (4, 4), (6, 5), (7, 5), (13, 11)] {
            assert_eq!(change.moved(before), after, "{before}");
        }
    }

    proptest! {
        #[test]
        fn the_change_makes_the_one_into_the_other(before in "[aé\n😀]{0,9}", after in "[aé\n😀]{0,9}") {
            let made = Change::between(&before, &after).map_or(before.clone(), |change| change.apply(&before));
            prop_assert_eq!(made, after);
        }

        #[test]
        fn a_selection_is_on_borders(text in "[aé😀]{0,5}", start in 0_usize..30, end in 0_usize..30) {
            prop_assert!(text.get(within(&text, &(start..end))).is_some());
        }
    }
}
