//! Text of either direction within a sentence of the other, in places that can hold no elements.

/// Puts marks around a text that keep it in its own direction: that of its first letter (`{{bidi:…}}`). A text without letters has none.
pub(super) fn embedded(text: &str) -> String {
    match text.chars().find(|char| char.is_alphabetic()) {
        Some(letter) if is_right_to_left(letter) => format!("\u{202b}{text}\u{202c}"),
        Some(_) => format!("\u{202a}{text}\u{202c}"),
        None => text.to_owned(),
    }
}

/// Puts marks around a text that let it have a direction of its own, by its first letter, with no effect on what stands around it.
pub(super) fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Returns whether a letter is written from right to left, by Unicode's blocks for such scripts.
fn is_right_to_left(letter: char) -> bool {
    let blocks = [0x590..=0x8FF, 0xFB1D..=0xFDFF, 0xFE70..=0xFEFF, 0x1_0800..=0x1_0FFF, 0x1_E800..=0x1_EFFF];
    blocks.iter().any(|block| block.contains(&u32::from(letter)))
}
