//! Decodes texts in UTF-8 and UTF-16, recognized by a byte order mark or by their zero bytes.

/// A function that converts the bytes of a UTF-16 unit into a number.
type Unit = fn([u8; 2]) -> u16;

/// Reads a text that begins with a byte order mark; invalid bytes become U+FFFD. `None` if there is no mark.
pub(super) fn with_mark(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Some(String::from_utf8_lossy(rest).into_owned()),
        [0xFF, 0xFE, rest @ ..] => Some(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Some(utf16(rest, u16::from_be_bytes)),
        _ => None,
    }
}

/// Reads a text in UTF-16 without a mark. It is recognized by its ASCII characters, if only blanks and line ends,
/// which have a zero byte each.
///
/// `None` if there is no zero byte, an incomplete character at the end, or a control character, or if it is a text of
/// single bytes with a few zeros.
pub(super) fn utf16_by_zeros(bytes: &[u8]) -> Option<String> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let unit: Unit = if second > first { u16::from_le_bytes } else { u16::from_be_bytes };
    let zeros = first.max(second);
    if zeros == 0 || !bytes.len().is_multiple_of(2) || zeros * 8 < bytes.len() && is_bytewise(bytes) {
        return None;
    }
    let text = utf16(bytes, unit);
    let is_odd =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}') || c == '\u{FFFD}';
    (!text.contains(is_odd)).then_some(text)
}

/// Returns whether bytes are a UTF-8 text apart from the zero bytes in it.
fn is_bytewise(bytes: &[u8]) -> bool {
    let is_control = |byte: &u8| byte.is_ascii_control() && !matches!(byte, 0 | 9..=13);
    str::from_utf8(bytes).is_ok() && !bytes.iter().any(is_control)
}

/// Decodes UTF-16 units. An unpaired surrogate becomes U+FFFD; an odd last byte is left out.
fn utf16(bytes: &[u8], unit: Unit) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let characters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    characters.map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
