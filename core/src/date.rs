//! A day of the calendar. The caller has the clock.
//!
//! Civil dates by Howard Hinnant's `days_from_civil` and `civil_from_days`, over eras of 400 years
//! (146,097 days) that begin on the first of March.

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The earliest date that can be represented: 1 January of year 1.
    pub const EARLIEST: Self = Self { year: 1, month: 1, day: 1 };

    /// Creates a date. `None` where the calendar has no such day; years go from 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads exactly the form that [`Display`](fmt::Display) writes, which is also what a browser's field for dates holds; `None` for
    /// any other, and for a day that does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
        let number = |from: usize, to: usize| {
            let digits = text.get(from..to)?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u16>().ok())?
        };
        let is_parted = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
        let (month, day) = (u8::try_from(number(5, 7)?).ok()?, u8::try_from(number(8, 10)?).ok()?);
        is_parted.then(|| Self::new(number(0, 4)?, month, day))?
    }

    /// Counts the days from this date to another; negative where the other is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        let days = |date: Self| days_from_civil(date.year.into(), date.month.into(), date.day.into());
        days(other) - days(self)
    }

    /// Returns the year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// Writes a date as ISO 8601 does: `2026-11-28`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

const DAYS_PER_ERA: i64 = 146_097;
/// The days from the first of March of year 0 to 1970-01-01.
const DAYS_TO_EPOCH: i64 = 719_468;

/// Counts the days from 1970-01-01 to a date; months from 1, days from 1.
pub(crate) fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH
}

/// Converts days since 1970-01-01 into year, month from 1, and day from 1.
pub(crate) fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + DAYS_TO_EPOCH;
    let era = days.div_euclid(DAYS_PER_ERA);
    let day_of_era = days.rem_euclid(DAYS_PER_ERA);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_that_exist() {
        for (year, month, day) in [(2024, 2, 29), (2000, 2, 29), (2023, 12, 31), (1, 1, 1), (2024, 4, 30)] {
            assert!(Date::new(year, month, day).is_some(), "{year}-{month}-{day}");
        }
        for (year, month, day) in [
            (2023, 2, 29),
            (1900, 2, 29),
            (2024, 13, 1),
            (2024, 0, 1),
            (2024, 4, 31),
            (0, 1, 1),
            (2024, 1, 0),
            (10000, 1, 1),
        ] {
            assert!(Date::new(year, month, day).is_none(), "{year}-{month}-{day}");
        }
    }

    #[test]
    fn a_date_is_read_only_as_it_is_written() {
        for text in ["2026-11-28", "0001-01-01", "9999-12-31", "2024-02-29"] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in [
            "",
            "2026-11-31",
            "2026-1-1",
            "28.11.2026",
            "2026-11-281",
            "+026-11-28",
            "2026/11/28",
            "é26-11-28",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_between_dates() {
        for (from, to, days) in [
            ("2026-11-28", "2026-11-28", 0),
            ("2026-11-28", "2026-12-21", 23),
            ("2026-11-28", "2026-11-26", -2),
            ("2024-02-28", "2024-03-01", 2),
            ("2025-12-31", "2027-01-01", 366),
        ] {
            let date = |text| Date::parse(text).unwrap();
            assert_eq!(date(from).days_until(date(to)), days, "{from} to {to}");
        }
    }
}
