//! Numbers as messages have them: whole or with a fraction, in any digits.

use crate::letters;

/// The greatest number of digits with which a number is exact.
const DIGITS: usize = 15;

/// Reads a number such as `3`, `-2` or `1.50`. `None` for anything else, and for more than fifteen digits.
pub(super) fn read(text: &str) -> Option<f64> {
    let (sign, number) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    if whole.is_empty() || fraction.is_empty() {
        return None;
    }
    let digits =
        whole.chars().chain(fraction.chars()).map(|char| char::from_digit(letters::digit(char)?, 10));
    let digits: String = digits.collect::<Option<_>>()?;
    let number = if digits.len() > DIGITS { None } else { digits.parse::<i64>().ok() }?;
    Some(sign * number as f64 / 10_f64.powi(fraction.chars().count() as i32))
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
