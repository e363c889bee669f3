//! The year that a report is about, as long as its writer has not said so.

use crate::checks::Date;

/// The month from which on people write about the year that is not over yet: reports are due soon after its end.
const OCTOBER: u8 = 10;

/// Returns the year that a report begun today is likely about: this year from October on, before that last year.
pub fn likely_year(today: Date) -> u16 {
    if today.month() >= OCTOBER { today.year() } else { today.year().saturating_sub(1) }
}

/// Proposes the answer on the reporting year for a report that starts from an earlier one, whose year is `earlier` in words: the year
/// after that one, or, where that lies more than a year back or is later than next year, the [likely](likely_year) year. From a
/// report over two years (`2023-2024`) comes one over two years.
pub fn year_after(earlier: &str, today: Date) -> String {
    let known = last_year(earlier).parse::<u16>().ok();
    let after = known.and_then(|year| year.checked_add(1));
    let is_near = |year: &u16| (today.year().saturating_sub(1)..=today.year() + 1).contains(year);
    let year = after.filter(is_near).unwrap_or_else(|| likely_year(today));
    let is_span = known.is_some_and(|year| names_year_before(earlier, year));
    if is_span { format!("{}–{year}", year.saturating_sub(1)) } else { year.to_string() }
}

/// Returns whether a text names the year before `year` as well.
fn names_year_before(text: &str, year: u16) -> bool {
    let before = year.saturating_sub(1).to_string();
    text.split(|char: char| !char.is_ascii_digit()).any(|number| number == before)
}

/// Finds the last number of four digits that is not part of a longer one; empty where there is none. A second year of two digits
/// (`2024-25`, `2024/25`) is in the first one's century.
pub(crate) fn last_year(text: &str) -> String {
    let numbers: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let Some(at) = numbers.iter().rposition(|number| number.len() == 4) else { return String::new() };
    let year = numbers.get(at).copied().unwrap_or_default();
    let next = numbers.get(at + 1).filter(|number| number.len() == 2 && text.trim_end().ends_with(**number));
    match (next, year.get(..2), year.get(2..)) {
        (Some(short), Some(century), Some(end)) if *short > end && is_span(text, year, short) => {
            format!("{century}{short}")
        }
        _ => year.to_owned(),
    }
}

/// Returns whether the text ends in `year` and `short` with only a dash or a slash between them.
fn is_span(text: &str, year: &str, short: &str) -> bool {
    ["-", "–", "—", "/", " - ", " – ", " / "]
        .iter()
        .any(|between| text.trim_end().ends_with(&format!("{year}{between}{short}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        let parts: Vec<u16> = text.split('-').map(|part| part.parse().unwrap()).collect();
        Date::new(parts[0], u8::try_from(parts[1]).unwrap(), u8::try_from(parts[2]).unwrap()).unwrap()
    }

    #[test]
    fn the_likely_year_changes_in_october() {
        for (today, year) in [
            ("2026-01-01", 2025),
            ("2026-09-30", 2025),
            ("2026-10-01", 2026),
            ("2026-11-28", 2026),
            ("2027-02-14", 2026),
        ] {
            assert_eq!(likely_year(day(today)), year, "{today}");
        }
    }

    #[test]
    fn the_year_after_an_earlier_report() {
        for (earlier, today, year) in [
            ("2024", "2026-01-15", "2025"),
            ("2025", "2026-01-15", "2026"),
            ("2023", "2026-01-15", "2025"),
            ("2024", "2026-11-28", "2025"),
            ("2025", "2026-11-28", "2026"),
            ("2023", "2026-11-28", "2026"),
            ("2019", "2026-11-28", "2026"),
            ("2026", "2026-11-28", "2027"),
            ("2025", "2027-02-01", "2026"),
            ("2024", "2027-02-01", "2026"),
            ("2026", "2027-02-01", "2027"),
            // Over two years.
            ("2024-2025", "2026-11-28", "2025–2026"),
            ("2024/25", "2026-11-28", "2025–2026"),
            ("July 2022 to June 2023", "2026-11-28", "2025–2026"),
            // A year of another calendar, and none.
            ("2567", "2026-11-28", "2026"),
            ("9999", "2026-11-28", "2026"),
            ("last year", "2026-11-28", "2026"),
            ("", "2026-01-15", "2025"),
            // A clock that is far off makes an odd proposal, and no more.
            ("2023-2024", "0001-01-01", "0–0"),
        ] {
            assert_eq!(year_after(earlier, day(today)), year, "{earlier} on {today}");
        }
    }
}
