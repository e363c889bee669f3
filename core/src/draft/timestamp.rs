//! Points in time, written as ISO 8601 in UTC: `2026-11-22T14:00:00.000Z`.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::date::{Date, civil_from_days, days_from_civil};

/// A point in time: milliseconds since 1970-01-01T00:00Z, without leap seconds (as in `Date.now()`).
///
/// Always within the years 0 to 9999, which are the ones with four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

const DAY: i64 = 86_400_000;

impl Timestamp {
    /// The earliest time: 0000-01-01T00:00:00.000Z.
    pub const MIN: Self = Self(-62_167_219_200_000);
    /// The latest time: 9999-12-31T23:59:59.999Z.
    pub const MAX: Self = Self(253_402_300_799_999);

    /// Makes the time `millis` milliseconds after the epoch, limited to [`MIN`](Self::MIN) and [`MAX`](Self::MAX).
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Returns the time at which a day begins in UTC.
    pub fn start_of(day: Date) -> Self {
        let days = days_from_civil(day.year().into(), day.month().into(), day.day().into());
        Self(days * DAY)
    }

    /// Returns the milliseconds since the epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Reads exactly the form that [`Display`](fmt::Display) writes; `None` for any other, and for a day that
    /// does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: &[u8; 24] = text.as_bytes().try_into().ok()?;
        let number = |from: usize, to: usize| {
            bytes.get(from..to)?.iter().try_fold(0_i64, |number, byte| {
                byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0'))
            })
        };
        let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'.'), (23, b'Z')];
        if marks.iter().any(|(at, mark)| bytes.get(*at) != Some(mark)) {
            return None;
        }
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute, second, milli) =
            (number(11, 13)?, number(14, 16)?, number(17, 19)?, number(20, 23)?);
        if !(1..=12).contains(&month) || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let days = days_from_civil(year, month, day);
        // A day that the month does not have would come back as a day of the next month or the one before.
        (civil_from_days(days) == (year, month, day))
            .then(|| Self(days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + milli))
    }
}

/// Serializes a time as its text.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        let millis = self.0.rem_euclid(DAY);
        let (seconds, milli) = (millis / 1000, millis % 1000);
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_times() {
        // From `date -u -d @…`.
        let cases = [
            (0, "1970-01-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_795_356_000_000, "2026-11-22T14:00:00.000Z"),
            (4_107_542_399_001, "2100-02-28T23:59:59.001Z"),
            (Timestamp::MIN.0, "0000-01-01T00:00:00.000Z"),
            (Timestamp::MAX.0, "9999-12-31T23:59:59.999Z"),
        ];
        for (millis, written) in cases {
            assert_eq!(Timestamp::from_millis(millis).to_string(), written);
            assert_eq!(Timestamp::parse(written), Some(Timestamp(millis)));
        }
    }

    #[test]
    fn a_day_begins_at_midnight() {
        for day in ["0001-01-01", "1970-01-01", "2024-02-29", "9999-12-31"] {
            let start = Timestamp::start_of(Date::parse(day).unwrap());
            assert_eq!(start.to_string(), format!("{day}T00:00:00.000Z"));
        }
    }

    #[test]
    fn other_forms_and_impossible_times_are_refused() {
        let cases = [
            "",
            "2026-11-22",
            "2026-11-22T14:00:00Z",
            "2026-11-22T14:00:00.000",
            "2026-11-22T14:00:00.000z",
            "2026-11-22 14:00:00.000Z",
            "2026-11-22T14:00:00.000+00:00",
            "+026-11-22T14:00:00.000Z",
            "2026-00-22T14:00:00.000Z",
            "2026-13-22T14:00:00.000Z",
            "2026-11-00T14:00:00.000Z",
            "2026-11-31T14:00:00.000Z",
            "2023-02-29T14:00:00.000Z",
            "2100-02-29T14:00:00.000Z",
            "2026-11-22T24:00:00.000Z",
            "2026-11-22T14:60:00.000Z",
            "2026-11-22T14:00:60.000Z",
            "２026-11-22T14:00:00.0Z",
        ];
        for text in cases {
            assert_eq!(Timestamp::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut previous = (-1, 12, 31);
        for days in -719_528..=2_932_896 {
            let date = civil_from_days(days);
            let (year, month, day) = date;
            assert_eq!(days_from_civil(year, month, day), days);
            assert!((1..=12).contains(&month) && (1..=31).contains(&day) && date > previous);
            previous = date;
        }
        assert_eq!(previous, (9999, 12, 31));
    }

    #[test]
    fn beyond_four_digits_the_end_is_taken() {
        assert_eq!(Timestamp::from_millis(i64::MIN), Timestamp::MIN);
        assert_eq!(Timestamp::from_millis(i64::MAX), Timestamp::MAX);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(millis in Timestamp::MIN.0..=Timestamp::MAX.0) {
            let time = Timestamp::from_millis(millis);
            prop_assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
        }

        #[test]
        fn what_is_read_is_written_the_same(text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]\\.[0-9]{3}Z") {
            if let Some(time) = Timestamp::parse(&text) {
                prop_assert_eq!(time.to_string(), text);
            }
        }

        #[test]
        fn later_is_greater_as_text_too(one in any::<i64>(), two in any::<i64>()) {
            let (one, two) = (Timestamp::from_millis(one), Timestamp::from_millis(two));
            prop_assert_eq!(one.cmp(&two), one.to_string().cmp(&two.to_string()));
        }

        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = Timestamp::parse(&text);
        }
    }
}
