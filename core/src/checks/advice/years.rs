//! Checks the reporting year: it may not have begun, belong to another calendar, or lie outside the reporting period.
//!
//! A period over two years, a period that is not twelve months, and a year named after its first or last half are all
//! correct.

use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::form::QuestionKind;
use crate::i18n::Message;
use crate::letters::digit;

/// Adds at most one suggestion, on an answer to a question for a year.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if !subject.is_kind(&[QuestionKind::Year]) {
        return;
    }
    let place = subject.source.trimmed();
    let Some(reported) = Years::in_text(subject.source.at(&place)) else { return };
    let today = subject.around.today.year();
    if let Some(gregorian) = reported.gregorian(today) {
        let message = Message::new("suggest-other-calendar").with(reported.shown()).with(gregorian.shown());
        found.push(subject.suggest(SuggestionId::OtherCalendar, place, message));
        return;
    }
    // A year that ends next summer has begun.
    if reported.first > today || reported.last > today.saturating_add(1) {
        let late = if reported.first > today { reported.first } else { reported.last };
        let message = Message::new("suggest-year-in-future").with(late).with(today);
        found.push(subject.suggest(SuggestionId::YearInFuture, place, message));
        return;
    }
    let periods = subject.around.form.questions().filter(|question| question.kind == QuestionKind::Months);
    for period in periods {
        let typed = (subject.around.text)(&period.id);
        let Some(covered) = Years::in_text(typed) else { continue };
        let covered = covered.gregorian(today).unwrap_or(covered);
        if reported.first > covered.last || reported.last < covered.first {
            let message =
                Message::new("suggest-year-outside-period").with(reported.shown()).with(covered.shown());
            found.push(subject.suggest(SuggestionId::YearOutsidePeriod, place, message));
            return;
        }
    }
}

/// A calendar that counts more years than the Gregorian one.
struct Calendar {
    /// The number of years by which it is ahead of the Gregorian year in which its own year begins.
    first_half: u16,
    /// The number of years by which it is ahead of the Gregorian year in which its own year ends.
    second_half: u16,
}

/// The calendars of daily use that are ahead: Thailand's, which is Buddhist and begins in January, and Nepal's, which is Vikram
/// Samvat and begins in April.
const AHEAD: [Calendar; 2] =
    [Calendar { first_half: 543, second_half: 543 }, Calendar { first_half: 57, second_half: 56 }];

/// The greatest number of years that a report's year may lie in the past.
const RECENT: u16 = 8;

/// The years that a text names, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Years {
    pub(super) first: u16,
    pub(super) last: u16,
}

impl Years {
    /// Reads the years in a text: numbers of four digits from 1900 on, of any script, and two digits after such a
    /// number and a dash or slash ("2023-24").
    pub(super) fn in_text(text: &str) -> Option<Self> {
        let mut years: Option<Self> = None;
        let (mut value, mut digits, mut before, mut latest) = (0u16, 0usize, ' ', 0u16);
        for char in text.chars().chain([' ']) {
            if let Some(digit) = digit(char) {
                digits += 1;
                value = if digits > 4 { 0 } else { value * 10 + digit as u16 };
                continue;
            }
            let year = match digits {
                4 if value >= 1900 => value,
                // "2023-24", but not the first of "2023-30.06.2024".
                2 if matches!(before, '-' | '–' | '—' | '/') && follows(latest, value) => {
                    latest / 100 * 100 + value
                }
                _ => 0,
            };
            if year > 0 {
                years = Some(years.map_or(Self { first: year, last: year }, |years| Self {
                    first: years.first.min(year),
                    last: years.last.max(year),
                }));
                latest = year;
            } else if digits > 0 {
                latest = 0;
            }
            (value, digits) = (0, 0);
            if !char.is_whitespace() {
                before = char;
            }
        }
        years
    }

    /// Returns the same years of the Gregorian calendar, if these are recent years of one that is ahead of it.
    pub(super) fn gregorian(self, today: u16) -> Option<Self> {
        AHEAD.iter().find_map(|calendar| {
            let first = self.first.checked_sub(calendar.first_half)?;
            let last = self.last.checked_sub(calendar.second_half)?;
            let is_recent = first.saturating_add(RECENT) >= today && last <= today.saturating_add(1);
            is_recent.then_some(Self { first, last })
        })
    }

    /// Writes the years as readers of a message see them: "2024", "2024–2025".
    pub(super) fn shown(self) -> String {
        if self.first == self.last {
            self.first.to_string()
        } else {
            format!("{}–{}", self.first, self.last)
        }
    }
}

/// Returns whether two digits name the year after a year, or the one after that.
fn follows(year: u16, digits: u16) -> bool {
    year > 0 && (1..=2).contains(&digits.saturating_sub(year % 100))
}

#[cfg(test)]
mod tests {
    use super::Years;

    #[test]
    fn years_in_texts() {
        for (text, found) in [
            ("2024", Some((2024, 2024))),
            ("2023-2024", Some((2023, 2024))),
            ("2024/25", Some((2024, 2025))),
            ("July 2023 – June 2024", Some((2023, 2024))),
            ("FY 2023 - 24", Some((2023, 2024))),
            ("٢٠٢٤", Some((2024, 2024))),
            ("01.07.2023-30.06.2024", Some((2023, 2024))),
            ("January-December", None),
            ("12 months", None),
            ("20245", None),
            ("1 July 2024 to 30 June 2025", Some((2024, 2025))),
        ] {
            assert_eq!(Years::in_text(text).map(|years| (years.first, years.last)), found, "{text}");
        }
    }
}
