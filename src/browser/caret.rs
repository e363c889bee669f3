//! Where a caret goes when the text around it changes.

/// What lies between the beginning and the end that two texts have in common, in UTF-16 units.
pub(super) struct Change {
    start: usize,
    old_end: usize,
    new_end: usize,
}

impl Change {
    /// What differs between two texts.
    pub(super) fn between(before: &str, after: &str) -> Self {
        let (old, new): (Vec<u16>, Vec<u16>) =
            (before.encode_utf16().collect(), after.encode_utf16().collect());
        let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let longest = old.len().min(new.len()) - start;
        let end =
            old.iter().rev().zip(new.iter().rev()).take(longest).take_while(|(old, new)| old == new).count();
        Self { start, old_end: old.len() - end, new_end: new.len() - end }
    }

    /// Where a place of the old text is in the new one. Inside of what has changed it is the end of that.
    pub(super) fn moved(&self, place: u32) -> u32 {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        let moved = if place <= self.start {
            place
        } else if place >= self.old_end {
            place - self.old_end + self.new_end
        } else {
            self.new_end
        };
        u32::try_from(moved).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::Change;

    #[test]
    fn the_caret_stays_between_its_words() {
        let cases = [
            ("one three", "one two three", 3, 3),
            ("one three", "one two three", 9, 13),
            ("one big three", "one three", 6, 4),
            // Both words begin with a `t`: what is gone may as well be `wo t`, and the caret stands behind the `t` that is left.
            ("one two three", "one three", 6, 5),
            ("ab", "ab", 1, 1),
            ("\u{1F600}b", "\u{1F600}ab", 3, 4),
            ("", "new", 0, 0),
        ];
        for (before, after, caret, expected) in cases {
            assert_eq!(Change::between(before, after).moved(caret), expected, "{before:?} {after:?} {caret}");
        }
    }
}
