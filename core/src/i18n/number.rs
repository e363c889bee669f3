//! Numbers as messages have them: whole or with a fraction, in any digits.
//!
//! Rust's own reading of fractions takes 12 KB of brotli, most of it tables for numbers that no message has.

use super::digits;

/// The most digits with which a number is exact.
const DIGITS: usize = 15;

/// Reads a number such as `3`, `-2` or `1.50`. `None` for anything else, and for more than fifteen digits.
pub(super) fn read(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    if whole.is_empty() || fraction.is_empty() || whole.chars().count() + fraction.chars().count() > DIGITS {
        return None;
    }
    let (mut number, mut scale) = (0.0, 1.0);
    for digit in whole.chars().chain(fraction.chars()) {
        number = number * 10.0 + f64::from(digits::value(digit)?);
    }
    for _ in fraction.chars() {
        scale *= 10.0;
    }
    Some(sign * number / scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "1e3",
            "inf",
            "NaN",
            "1,000",
            "+1",
            "1 ",
            "one",
            "1.2.3",
            "三",
            "1234567890123456",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn digits_of_any_script_are_read() {
        for (text, number) in
            [("٣", 3.0), ("۱۲", 12.0), ("२०२६", 2026.0), ("১", 1.0), ("౧౦", 10.0), ("-٤", -4.0)]
        {
            assert_eq!(read(text), Some(number), "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_rust_reads_them(text in "-?[0-9]{1,8}(\\.[0-9]{1,7})?") {
            prop_assert_eq!(read(&text), text.parse().ok());
        }
    }
}
