//! The time, which the core never asks for.

use js_sys::Date as JsDate;

use crate::checks::{Date, Surroundings};
use crate::draft::Timestamp;

/// Now.
#[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and far below 2⁵³")]
pub fn now() -> Timestamp {
    Timestamp::from_millis(JsDate::now() as i64)
}

/// What the checks need to know: today's date where the writer is.
pub fn surroundings() -> Surroundings {
    Surroundings { today: today() }
}

fn today() -> Date {
    let now = JsDate::new_0();
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(now.get_full_year()).unwrap_or(1);
    // A clock far off makes the checks compare with a day long ago; nothing worse.
    Date::new(year, part(now.get_month() + 1), part(now.get_date())).unwrap_or(Date::EARLIEST)
}
