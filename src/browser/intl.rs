//! Plurals, dates and times in a language, by the browser's own `Intl`. Languages are named by their tags (BCP 47).
//!
//! Called by name: a constructor throws for an invalid tag, which the typed bindings cannot catch. In that case, and
//! if the browser lacks a formatter, English or a plain form is shown. Dates are Gregorian, as are the years that
//! reports are about.

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use report::draft::Timestamp;

/// Returns the CLDR plural category (`one`, `few`, …) of a number in a language.
pub fn plural(language: &str, number: f64) -> &'static str {
    let category = formatter("PluralRules", language, &Object::new())
        .and_then(|rules| call(&rules, "select", &Array::of1(&number.into())));
    match category.as_deref() {
        Some("zero") => "zero",
        Some("one") => "one",
        Some("two") => "two",
        Some("few") => "few",
        Some("many") => "many",
        _ => "other",
    }
}

/// Returns the CLDR plural categories of a language, in no particular order.
pub fn plural_categories(language: &str) -> Vec<String> {
    let categories = formatter("PluralRules", language, &Object::new()).and_then(|rules| {
        let method: Function = Reflect::get(&rules, &"resolvedOptions".into()).ok()?.dyn_into().ok()?;
        let resolved = method.call0(&rules).ok()?;
        let categories: Array = Reflect::get(&resolved, &"pluralCategories".into()).ok()?.dyn_into().ok()?;
        Some(categories.iter().filter_map(|category| category.as_string()).collect())
    });
    categories.unwrap_or_else(|| vec!["one".to_owned(), "other".to_owned()])
}

/// Returns a language's name in that language; its code if the browser does not know the name.
pub fn autonym(language: &str) -> String {
    let name = formatter("DisplayNames", language, &options(&[("type", "language")]))
        .and_then(|names| call(&names, "of", &Array::of1(&language.into())));
    name.unwrap_or_else(|| language.to_owned())
}

/// Returns a name in a language: of another language (`kind` is `language`) or of a country (`region`). `None` where the browser does
/// not know it.
pub fn name_in(language: &str, kind: &str, code: &str) -> Option<String> {
    let names = formatter("DisplayNames", language, &options(&[("type", kind), ("fallback", "none")]))?;
    call(&names, "of", &Array::of1(&code.into()))
}

/// Returns whether the browser has words for dates and amounts in a language. Some browsers know languages by name only, and write
/// `M11` for November; others take their own language instead.
pub fn has_words(language: &str) -> bool {
    let Some(format) = formatter("DateTimeFormat", language, &options(&[("month", "long")])) else {
        return false;
    };
    let resolved = Reflect::get(&format, &"resolvedOptions".into()).and_then(JsCast::dyn_into::<Function>);
    let locale = resolved
        .and_then(|resolved| resolved.call0(&format))
        .and_then(|resolved| Reflect::get(&resolved, &"locale".into()))
        .ok()
        .and_then(|locale| locale.as_string())
        .unwrap_or_default();
    let base = |tag: &str| tag.split('-').next().map(str::to_owned);
    let month = by(Some(&format), Timestamp::from_millis(0));
    let is_number = month.starts_with('M') && month.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    base(&locale) == base(language) && !is_number
}

/// Returns a language's digits, from nought to nine.
pub fn digits(language: &str) -> String {
    let numbers = NumberFormatter::of(language);
    (0..10).map(|digit| numbers.grouped(digit)).collect()
}

/// Returns a country's name in the language that most of its people read; `None` if the browser does not know it.
pub fn own_region_name(region: &str) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let locale: Function = Reflect::get(&intl, &"Locale".into()).ok()?.dyn_into().ok()?;
    let locale = Reflect::construct(&locale, &Array::of1(&format!("und-{region}").into())).ok()?;
    let maximize: Function = Reflect::get(&locale, &"maximize".into()).ok()?.dyn_into().ok()?;
    let likely = maximize.call0(&locale).ok()?;
    let language = Reflect::get(&likely, &"language".into()).ok()?.as_string()?;
    let names = formatter("DisplayNames", &language, &options(&[("type", "region"), ("fallback", "none")]))?;
    call(&names, "of", &Array::of1(&region.into()))
}

const GREGORIAN: (&str, &str) = ("calendar", "gregory");
const DATE_TIME: [(&str, &str); 3] = [GREGORIAN, ("dateStyle", "long"), ("timeStyle", "short")];

/// Writes a day and time in full words, in the reader's time zone: `22 November 2026 at 14:00`.
pub fn date_time(language: &str, time: Timestamp) -> String {
    date_by(language, time, &DATE_TIME)
}

/// Writes a calendar day in full words, whatever the time zone: `22 November 2026`.
pub fn date(language: &str, time: Timestamp) -> String {
    date_by(language, time, &[GREGORIAN, ("dateStyle", "long"), ("timeZone", "UTC")])
}

fn date_by(language: &str, time: Timestamp, choices: &[(&str, &str)]) -> String {
    by(formatter("DateTimeFormat", language, &options(choices)).as_ref(), time)
}

/// Returns the year, month (from 1), day, hour and minute of a time in the reader's time zone.
pub fn here(time: Timestamp) -> [u32; 5] {
    let date = Date::new(&JsValue::from_f64(whole(time.millis())));
    [date.get_full_year(), date.get_month() + 1, date.get_date(), date.get_hours(), date.get_minutes()]
}

fn by(format: Option<&JsValue>, time: Timestamp) -> String {
    let date = Date::new(&JsValue::from_f64(whole(time.millis())));
    let words = format.and_then(|format| {
        // Here `format` is a getter that returns a function bound to the formatter.
        let format: Function = Reflect::get(format, &"format".into()).ok()?.dyn_into().ok()?;
        format.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()
    });
    words.unwrap_or_else(|| time.to_string())
}

/// The formatters of one language for many times. The first formatter is slow to make, as the browser then loads the
/// language's words.
pub struct TimeFormatter {
    ago: Option<JsValue>,
    exact: Option<JsValue>,
}

impl TimeFormatter {
    /// Makes the formatters of this language.
    pub fn of(language: &str) -> Self {
        Self {
            ago: formatter("RelativeTimeFormat", language, &options(&[("numeric", "auto")])),
            exact: formatter("DateTimeFormat", language, &options(&DATE_TIME)),
        }
    }

    /// Writes how long ago something was: `2 hours ago`, `yesterday`, `now`. Seconds are not counted.
    pub fn ago(&self, time: Timestamp, now: Timestamp) -> String {
        let (amount, unit) = in_units(time.millis().saturating_sub(now.millis()) / 1000);
        let words = self
            .ago
            .as_ref()
            .and_then(|format| call(format, "format", &Array::of2(&whole(amount).into(), &unit.into())));
        words.unwrap_or_else(|| self.exact(time))
    }

    /// Writes a day and time in full words, as [`date_time`] does.
    pub fn exact(&self, time: Timestamp) -> String {
        by(self.exact.as_ref(), time)
    }
}

/// Writes an amount of data, given in bytes, in a suitable unit: `20 kB`, `1.5 MB`.
#[allow(clippy::cast_precision_loss, reason = "it is rounded to two digits anyway")]
pub fn bytes(language: &str, bytes: u64) -> String {
    let (amount, unit) = match bytes {
        0..1_000_000 => (bytes as f64 / 1e3, "kilobyte"),
        _ => (bytes as f64 / 1e6, "megabyte"),
    };
    let choices = options(&[("style", "unit"), ("unit", unit)]);
    let _ = Reflect::set(&choices, &"maximumSignificantDigits".into(), &2.into());
    formatter("NumberFormat", language, &choices)
        .and_then(|format| {
            // A getter that gives a bound function, as with dates.
            let format: Function = Reflect::get(&format, &"format".into()).ok()?.dyn_into().ok()?;
            format.call1(&JsValue::UNDEFINED, &amount.into()).ok()?.as_string()
        })
        // Rust's own message for a failed conversion is 5 KB of code.
        .unwrap_or_else(|| format!("{bytes} B"))
}

/// The formatter of one language for many numbers.
pub struct NumberFormatter(
    /// The function that is bound to the formatter.
    Option<Function>,
);

impl NumberFormatter {
    /// Makes the formatter of this language.
    pub fn of(language: &str) -> Self {
        let format = formatter("NumberFormat", language, &Object::new());
        // A getter that gives a bound function, as with dates.
        Self(format.and_then(|format| Reflect::get(&format, &"format".into()).ok()?.dyn_into().ok()))
    }

    /// Writes a number with its thousands grouped as the language does: `12,345`. NumberFormatter above 2⁵³ may be rounded in an older browser.
    pub fn grouped(&self, number: impl ToString) -> String {
        let digits = number.to_string();
        let written = self.0.as_ref().and_then(|format| {
            format.call1(&JsValue::UNDEFINED, &JsValue::from_str(&digits)).ok()?.as_string()
        });
        written.unwrap_or(digits)
    }
}

/// Converts a time span in seconds to the largest unit of which it contains at least one; spans below a minute become
/// 0 seconds.
pub fn in_units(seconds: i64) -> (i64, &'static str) {
    const UNITS: [(i64, &str); 6] = [
        (31_557_600, "year"),
        (2_629_800, "month"),
        (604_800, "week"),
        (86_400, "day"),
        (3600, "hour"),
        (60, "minute"),
    ];
    let unit = UNITS.into_iter().find(|(length, _)| seconds.abs() >= *length);
    unit.map_or((0, "second"), |(length, name)| (seconds / length, name))
}

/// Converts an integer to a JavaScript number. TimeFormatter and counts here have at most 48 bits, so nothing is lost.
#[allow(clippy::cast_precision_loss)]
fn whole(number: i64) -> f64 {
    number as f64
}

/// Makes `new Intl[kind]([language, "en"], options)`, in English if the language's code is not a valid tag.
fn formatter(kind: &str, language: &str, options: &Object) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &kind.into()).ok()?.dyn_into().ok()?;
    let english = JsValue::from_str("en");
    let make = |languages: Array| Reflect::construct(&constructor, &Array::of2(&languages, options)).ok();
    make(Array::of2(&language.into(), &english)).or_else(|| make(Array::of1(&english)))
}

fn call(object: &JsValue, method: &str, arguments: &Array) -> Option<String> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(object, arguments).ok()?.as_string()
}

fn options(choices: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in choices {
        // Fails only for frozen objects.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

#[cfg(test)]
mod tests {
    use super::in_units;

    #[test]
    fn spans_are_told_in_their_largest_unit() {
        let cases = [
            (0, (0, "second")),
            (-59, (0, "second")),
            (-60, (-1, "minute")),
            (-3599, (-59, "minute")),
            (-86_399, (-23, "hour")),
            (-86_400, (-1, "day")),
            (700_000, (1, "week")),
            (-40_000_000, (-1, "year")),
        ];
        for (seconds, words) in cases {
            assert_eq!(in_units(seconds), words, "{seconds}");
        }
    }
}
