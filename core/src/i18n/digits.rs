//! A language's own digits.

/// Ten digits that stand for `0` to `9`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits([char; 10]);

impl Digits {
    /// Takes the ten digits in order. `None` for European ones, which need no writing, and for anything but ten characters.
    pub(super) fn of(digits: &str) -> Option<Self> {
        let digits: Vec<char> = digits.chars().collect();
        let digits: [char; 10] = digits.try_into().ok()?;
        (!digits.iter().any(char::is_ascii)).then_some(Self(digits))
    }

    /// Writes `0` to `9` in these digits, all else as it stands.
    pub(super) fn write(self, text: &str) -> String {
        let own = |char: char| {
            let value = char.to_digit(10).and_then(|value| usize::try_from(value).ok());
            value.and_then(|value| self.0.get(value).copied()).unwrap_or(char)
        };
        text.chars().map(own).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_digits_stand_for_ours() {
        let bengali = Digits::of("০১২৩৪৫৬৭৮৯").unwrap();
        assert_eq!(bengali.write("12.30, a7"), "১২.৩০, a৭");
        for digits in ["", "0123456789", "০১২", "০১২৩৪৫৬৭৮৯০"] {
            assert_eq!(Digits::of(digits), None, "{digits}");
        }
    }
}
