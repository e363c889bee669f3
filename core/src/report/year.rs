//! The year that a report is about, as far as a date tells it.

use crate::checks::Date;

/// The first month in which reports of the current year are written, counted from 1.
const FIRST_MONTH: u8 = 10;

/// Returns the year that a report begun today is most likely about: from October on the current one, before that the last.
pub fn likely_year(today: Date) -> u16 {
    if today.month() >= FIRST_MONTH { today.year() } else { today.year() - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_makes_a_year_likely() {
        let cases = [
            ("the middle of the time when most are written", (2026, 1, 15), 2025),
            ("late", (2027, 2, 28), 2026),
            ("the last day of the old year's time", (2026, 9, 30), 2025),
            ("the first day of the new year's time", (2026, 10, 1), 2026),
            ("early", (2026, 11, 28), 2026),
            ("the last day of a year", (2026, 12, 31), 2026),
            ("a clock that is far off", (1, 1, 1), 0),
        ];
        for (when, (year, month, day), likely) in cases {
            assert_eq!(likely_year(Date::new(year, month, day).unwrap()), likely, "{when}");
        }
    }
}
