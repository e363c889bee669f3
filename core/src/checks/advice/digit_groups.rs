//! A number as people group it: "+7 701 123 45 67", "12 345 678", "2024-05-12".

use std::ops::Range;

use crate::letters::digit;

/// Groups of digits of any script, with one or two blanks, dots, hyphens or brackets between them.
#[derive(Default)]
pub(super) struct DigitGroups {
    /// The place from the plus or first digit to the last digit, in bytes.
    pub place: Range<usize>,
    /// Whether there is a plus before the first digit.
    pub plus: bool,
    /// The number of digits in each group.
    pub sizes: Vec<usize>,
    /// The first group's digits in ASCII, at most four.
    pub first: String,
    /// Whether a bracket closes between two groups.
    pub bracketed: bool,
    /// Whether two groups are separated by anything but hyphens and dots.
    pub spaced: bool,
    /// Whether one group reads as a year, 1900 to 2099.
    pub year: bool,
    /// Whether the groups go on for longer than any telephone number.
    pub too_long: bool,
}

/// The greatest number of groups in a telephone number.
const GROUPS: usize = 7;
/// The greatest length of a telephone number, in characters.
const LENGTH: usize = 40;

impl DigitGroups {
    /// Reads the groups from the byte `start`, which is a digit or a plus, until they are longer than any telephone
    /// number.
    pub fn read(text: &str, start: usize) -> Self {
        let rest = text.get(start..).unwrap_or_default();
        let mut groups = Self { place: start..start, plus: rest.starts_with('+'), ..Self::default() };
        let mut between = 0..0;
        let mut value = 0;
        for (count, (at, char)) in rest.char_indices().skip(usize::from(groups.plus)).enumerate() {
            if count > LENGTH || groups.sizes.len() > GROUPS {
                groups.too_long = true;
                break;
            }
            if let Some(digit) = digit(char) {
                if groups.sizes.is_empty() || !between.is_empty() {
                    groups.close(value);
                    groups.open(rest.get(between.clone()).unwrap_or_default());
                    value = 0;
                }
                // Five digits or more are not a year; the exact number does not matter.
                value = (value * 10 + digit).min(100_000);
                groups.grow(digit);
                between = at + char.len_utf8()..at + char.len_utf8();
                groups.place.end = start + between.end;
            } else if is_separator(char)
                && rest.get(between.clone()).is_none_or(|signs| signs.chars().count() < 2)
            {
                between.end = at + char.len_utf8();
            } else {
                break;
            }
        }
        groups.close(value);
        groups
    }

    /// Returns the number of digits in all groups.
    pub fn digits(&self) -> usize {
        self.sizes.iter().sum()
    }

    /// Returns whether the groups are those of a count, with three digits in each but the first, as in "12 345 678".
    pub fn is_count(&self) -> bool {
        self.digits() <= 9 && self.sizes.len() > 1 && self.sizes.iter().skip(1).all(|&size| size == 3)
    }

    fn open(&mut self, between: &str) {
        if !self.sizes.is_empty() {
            self.bracketed |= between.contains(')');
            self.spaced |= between.contains(|char| !matches!(char, '-' | '.'));
        }
        self.sizes.push(0);
    }

    fn grow(&mut self, digit: u32) {
        if self.sizes.len() == 1 && self.first.len() < 4 {
            self.first.extend(char::from_digit(digit, 10));
        }
        if let Some(size) = self.sizes.last_mut() {
            *size += 1;
        }
    }

    fn close(&mut self, value: u32) {
        self.year |= self.sizes.last() == Some(&4) && (1900..2100).contains(&value);
    }
}

fn is_separator(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{202f}' | '-' | '‑' | '–' | '.' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::DigitGroups;

    #[test]
    fn groups_end_with_their_last_digit() {
        for (text, end, sizes) in [
            ("+7 701 123 45 67.", 16, vec![1, 3, 3, 2, 2]),
            ("8 (701) 123-45-67 or", 17, vec![1, 3, 3, 2, 2]),
            ("2024-05-12 - 13", 10, vec![4, 2, 2]),
            ("5, 6", 1, vec![1]),
            ("+", 0, vec![]),
            ("٢٥ ٣", 7, vec![2, 1]),
        ] {
            let groups = DigitGroups::read(text, 0);
            assert_eq!((groups.place.end, groups.sizes), (end, sizes), "{text}");
        }
    }

    #[test]
    fn years_and_separators() {
        assert!(DigitGroups::read("12.05.2024", 0).year);
        assert!(!DigitGroups::read("12.05.20245", 0).year);
        assert!(DigitGroups::read("(020) 79", 1).bracketed);
        assert!(!DigitGroups::read("555-123-4567 during", 0).spaced);
        assert!(DigitGroups::read(&"1 ".repeat(50), 0).too_long);
    }
}
