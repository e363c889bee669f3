//! Converts places in a text to UTF-16 units, in which a browser's text field counts.

use std::ops::Range;

/// Converts a range in bytes to one in UTF-16 units. A place beyond the text's end or inside a character becomes the
/// nearest boundary before it.
pub fn utf16_range(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let start = utf16_length(text, 0, bytes.start);
    start..start + utf16_length(text, bytes.start, bytes.end)
}

fn utf16_length(text: &str, from: usize, to: usize) -> usize {
    let from = text.floor_char_boundary(from);
    let to = text.floor_char_boundary(to);
    text.get(from..to).map_or(0, |part| part.encode_utf16().count())
}

#[cfg(test)]
mod tests {
    use super::utf16_range;

    #[test]
    fn counts_units_not_bytes() {
        let text = "é😀x";
        assert_eq!(utf16_range(text, &(0..2)), 0..1);
        assert_eq!(utf16_range(text, &(2..6)), 1..3);
        assert_eq!(utf16_range(text, &(6..7)), 3..4);
    }

    #[test]
    fn ranges_off_the_text_are_cut() {
        assert_eq!(utf16_range("é", &(1..99)), 0..1);
        assert_eq!(utf16_range("ab", &(5..9)), 2..2);
    }
}
