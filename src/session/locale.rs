//! Dates, times and amounts in the reader's language: in the browser's own words or, where it has none, in those of
//! the language's supplement (`i18n/supplement.mjs`).

use super::words::{in_own_digits, language_tag, supplement};
use crate::browser::intl;
use report::date::Date;
use report::draft::Timestamp;

/// Writes a day and time in full words, in the reader's time zone: `22 November 2026 at 14:00`.
pub fn date_time(time: Timestamp) -> String {
    written_date_time(time).unwrap_or_else(|| intl::date_time(&language_tag(), time))
}

/// Writes a calendar day in full words, whatever the time zone: `22 November 2026`.
pub fn date(day: Date) -> String {
    let parts = [u32::from(day.year()), u32::from(day.month()), u32::from(day.day())];
    written_date(parts).unwrap_or_else(|| intl::date(&language_tag(), Timestamp::start_of(day)))
}

/// Writes the UTC day of a time in full words.
pub fn date_of(time: Timestamp) -> String {
    let text = time.to_string();
    text.get(..10).and_then(Date::parse).map_or(text.clone(), date)
}

/// Writes an amount of data, given in bytes, in a suitable unit: `20 kB`, `1.5 MB`.
pub fn bytes(amount: u64) -> String {
    intl::bytes(&language_tag(), amount)
}

/// The formatter of times in the reader's language. The first one is slow to make, as the browser then loads the words.
pub struct Times(intl::TimeFormatter);

impl Times {
    /// Prepares the formatter.
    pub fn ready() -> Self {
        Self(intl::TimeFormatter::of(&language_tag()))
    }

    /// Writes how long ago something was: `2 hours ago`, `yesterday`, `now`. Seconds are not counted.
    pub fn ago(&self, time: Timestamp, now: Timestamp) -> String {
        if supplement("@date", &[]).is_none() {
            return self.0.ago(time, now);
        }
        let (amount, unit) = intl::in_units(time.millis().saturating_sub(now.millis()) / 1000);
        let words = match (amount, unit) {
            (0, _) => supplement("@now", &[]),
            (-1, "day") => supplement("@yesterday", &[]),
            // A time in the future is written as a date.
            (..0, _) => supplement(&format!("@ago-{unit}"), &[amount.unsigned_abs().to_string()]),
            _ => None,
        };
        words.unwrap_or_else(|| self.exact(time))
    }

    /// Writes a day and time in full words, as [`date_time`] does.
    pub fn exact(&self, time: Timestamp) -> String {
        written_date_time(time).unwrap_or_else(|| self.0.exact(time))
    }
}

/// The formatter of numbers in the reader's language.
pub struct Numbers {
    numbers: intl::NumberFormatter,
    /// The thousands separator, if the browser does not know it.
    group: Option<String>,
}

impl Numbers {
    /// Prepares the formatter.
    pub fn ready() -> Self {
        Self { numbers: intl::NumberFormatter::of(&language_tag()), group: supplement("@group", &[]) }
    }

    /// Writes a number with its thousands grouped as the language does: `12,345`. Numbers above 2⁵³ may be rounded in an older browser.
    pub fn grouped(&self, number: impl ToString) -> String {
        match &self.group {
            // The browser falls back to English, which has a comma there.
            Some(group) => in_own_digits(&self.numbers.grouped(number).replace(',', group)),
            None => self.numbers.grouped(number),
        }
    }
}

fn written_date_time(time: Timestamp) -> Option<String> {
    let [year, month, day, hour, minute] = intl::here(time);
    let clock = in_own_digits(&format!("{hour}:{minute:02}"));
    supplement("@date-time", &[written_date([year, month, day])?, clock])
}

fn written_date([year, month, day]: [u32; 3]) -> Option<String> {
    let month = supplement(&format!("@month-{month}"), &[])?;
    supplement("@date", &[day.to_string(), month, year.to_string()])
}
