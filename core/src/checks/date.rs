//! A day of the calendar, passed in by whoever has a clock.

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
}
