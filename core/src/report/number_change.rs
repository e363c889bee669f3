//! How a number has changed since the earlier report.

use std::fmt;

/// The number in an answer of the earlier report, and the one in this report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberChange {
    /// The number in the earlier report.
    pub before: u64,
    /// The number in this report.
    pub now: u64,
}

impl NumberChange {
    /// Compares the numbers in two answers. `None` where one of them has no number, or more than one.
    pub fn between(before: &str, now: &str) -> Option<Self> {
        Some(Self { before: only_number(before)?, now: only_number(now)? })
    }
}

/// Writes the difference with its sign: `+12`, `−3`, `±0`.
impl fmt::Display for NumberChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.now.cmp(&self.before) {
            std::cmp::Ordering::Less => '−',
            std::cmp::Ordering::Equal => '±',
            std::cmp::Ordering::Greater => '+',
        };
        write!(f, "{sign}{}", self.now.abs_diff(self.before))
    }
}

/// Reads the only number in a text, with its thousands grouped or not. Digits that belong to a word, a link's address for example, are
/// a number as well: a text with such digits beside its number has two.
pub fn only_number(text: &str) -> Option<u64> {
    let mut found: Option<u64> = None;
    let mut rest = text;
    while let Some(start) = rest.find(|char: char| char.is_numeric()) {
        let (value, end) = number(rest.get(start..)?)?;
        if found.replace(value).is_some() {
            return None;
        }
        rest = rest.get(start + end..)?;
    }
    found
}

/// Reads the number that a text begins with, and its length in bytes. `None` for digits of other scripts than European ones, for
/// parts of a whole, and for more than 18 digits.
fn number(text: &str) -> Option<(u64, usize)> {
    let digits = |text: &str| text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let mut end = digits(text);
    let mut value = text.get(..end)?.to_owned();
    if end <= 3 {
        while let Some(separator) = text.get(end..)?.chars().next().filter(|char| is_separator(*char)) {
            let group = text.get(end + separator.len_utf8()..)?;
            if digits(group) != 3 {
                break;
            }
            value.push_str(group.get(..3)?);
            end += separator.len_utf8() + 3;
        }
    }
    let mut after = text.get(end..)?.chars();
    let is_part =
        matches!(after.next(), Some('.' | ',')) && after.next().is_some_and(|char| char.is_ascii_digit());
    (!value.is_empty() && value.len() <= 18 && !is_part).then_some(())?;
    value.parse().ok().map(|value| (value, end))
}

/// Returns whether a character groups thousands: comma, full stop, apostrophe, blank, and the blanks that do not break.
fn is_separator(char: char) -> bool {
    matches!(char, ',' | '.' | '\'' | '’' | ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_two_reports() {
        for (before, now, change) in [
            ("157", "169", Some("+12")),
            ("169", "157", Some("−12")),
            ("40", " 40 ", Some("±0")),
            ("1,234", "1 300", Some("+66")),
            ("1.234 people", "about 2’000", Some("+766")),
            ("12 345 678", "12345679", Some("+1")),
            ("0", "7 members", Some("+7")),
            ("", "7", None),
            ("none", "7", None),
            ("5 of 7", "7", None),
            ("5", "5 to 7", None),
            ("3.5", "4", None),
            ("1,5", "4", None),
            ("5.", "4, all told", Some("−1")),
            ("٤٠", "41", None),
            ("40", "45 (see https://example.org/2024)", None),
            ("9999999999999999999", "1", None),
            ("12 34", "46", None),
        ] {
            let found = NumberChange::between(before, now).map(|change| change.to_string());
            assert_eq!(found.as_deref(), change, "{before} and {now}");
        }
    }
}
