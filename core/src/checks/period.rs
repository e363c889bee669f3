//! The length of a reporting period. It is shown, never judged: a new group's first period is short, and many are not
//! calendar years.

use crate::date::Date;
use crate::letters::is_word_char;

/// English month names in small letters; three letters are enough to tell them apart.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Returns the length in months of a period such as "January-December" or "July 2023 – June 2024", first and last month
/// included: 1 to 12 without years, up to 36 with them.
///
/// `None` for anything but two English months.
pub fn period_months(text: &str) -> Option<u32> {
    let mut months = Vec::new();
    let mut years = Vec::new();
    for word in text.split(|char| !is_word_char(char)).filter(|word| !word.is_empty()) {
        if let Some(month) = month(word) {
            months.push(month);
        } else if word.len() == 4
            && let Ok(year) = word.parse::<u32>()
        {
            years.push(year);
        } else if word.chars().any(|char| char.is_ascii_digit()) {
            // A day of the month: only the first and the last one make whole months.
            let day = word.trim_end_matches(char::is_alphabetic).parse::<u32>().ok()?;
            if !matches!(day, 1 | 28..=31) {
                return None;
            }
        }
    }
    let [first, last] = months.as_slice() else { return None };
    let between = match years.as_slice() {
        [begun, ended] => (ended.checked_sub(*begun)? * 12 + last).checked_sub(*first)?,
        _ => (last + 12 - first) % 12,
    };
    (between < 36).then_some(between + 1)
}

/// Returns the first and the last day of a period of two English months ("July-June") in a reporting year ("2024",
/// "2023-2024"). If the period spans the turn of the year, both years must be given. `None` for anything else: days
/// are never guessed.
pub(crate) fn period_days(text: &str, year: &str) -> Option<(Date, Date)> {
    period_months(text)?;
    let years_in = |text: &str| {
        let words = text.split(|char| !is_word_char(char)).filter(|word| word.len() == 4);
        words.filter_map(|word| word.parse::<u16>().ok()).collect::<Vec<_>>()
    };
    let mut months = text.split(|char| !is_word_char(char)).filter_map(month);
    let (first, last) = (months.next()?, months.next()?);
    let own = years_in(text);
    let given = if own.is_empty() { years_in(year) } else { own };
    let (begun, ended) = match given.as_slice() {
        [only] if first <= last => (*only, *only),
        [one, other] if first <= last && one == other => (*one, *one),
        [one, other] if first > last && one + 1 == *other => (*one, *other),
        _ => return None,
    };
    let number = |month: u32| u8::try_from(month + 1).ok();
    let start = Date::new(begun, number(first)?, 1)?;
    let last_month = number(last)?;
    let end = (28..=31).rev().find_map(|day| Date::new(ended, last_month, day))?;
    Some((start, end))
}

/// Returns whether a period goes from an English month to the same or a later one, and so stays within one year.
/// Returns false for other words.
pub(super) fn is_within_one_year(text: &str) -> bool {
    let mut months = text.split(|char| !is_word_char(char)).filter_map(month);
    matches!((months.next(), months.next()), (Some(first), Some(last)) if first <= last)
}

/// Returns whether a word is an English month or at least three letters of one.
pub(super) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// Returns a month, counted from 0, by its English name or at least three letters of it.
fn month(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|month| {
        word.len() >= 3 && month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    })?;
    u32::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::{is_within_one_year, period_days, period_months};

    #[test]
    fn lengths() {
        for (text, months) in [
            ("January-December", Some(12)),
            ("january to december", Some(12)),
            ("July-June", Some(12)),
            ("April-December (recognized in April)", None),
            ("April – December", Some(9)),
            ("Jul 2023 - Jun 2024", Some(12)),
            ("1 July 2023 - 30 June 2024", Some(12)),
            ("January 2023 - June 2024", Some(18)),
            ("15 May - 31 December", None),
            ("May-May", Some(1)),
            ("December 2024 - January 2024", None),
            ("2024", None),
            ("since May", None),
            ("", None),
            ("січень-грудень", None),
            ("January 1900 - December 2024", None),
        ] {
            assert_eq!(period_months(text), months, "{text}");
        }
    }

    #[test]
    fn first_and_last_days() {
        for (text, year, days) in [
            ("January-December", "2024", Some("2024-01-01 2024-12-31")),
            ("July-June", "2023-2024", Some("2023-07-01 2024-06-30")),
            ("1 Mar to 29 Feb", "2023/2024", Some("2023-03-01 2024-02-29")),
            ("Jul 2023 - Jun 2024", "2024", Some("2023-07-01 2024-06-30")),
            ("July-June", "2024", None),
            ("July-June", "2024-2026", None),
            ("January-December", "2023-2024", None),
            ("January-December", "", None),
            ("15 May - 31 December", "2024", None),
            ("all year", "2024", None),
        ] {
            let found = period_days(text, year).map(|(first, last)| format!("{first} {last}"));
            assert_eq!(found.as_deref(), days, "{text} {year}");
        }
    }

    #[test]
    fn within_one_year() {
        for (text, expected) in [
            ("January–December", true),
            ("1 Jan to 31 Dec", true),
            ("April-December (recognized in April)", true),
            ("May-May", true),
            ("July-June", false),
            ("since May", false),
            ("12 months", false),
            ("січень-грудень", false),
            ("", false),
        ] {
            assert_eq!(is_within_one_year(text), expected, "{text}");
        }
    }
}
