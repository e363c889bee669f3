//! The browser's tables of encodings.

use web_sys::TextDecoder;

/// Turns bytes into text by the label of an encoding; `None` where the browser does not know it. What the encoding does not have
/// becomes `U+FFFD`.
pub fn decode(bytes: &[u8], label: &str) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}
