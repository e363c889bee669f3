//! The browser's decoders of text encodings.

use web_sys::TextDecoder;

/// Decodes bytes by the label of an encoding; `None` if the browser does not know the encoding. Invalid bytes become
/// U+FFFD.
pub fn decode(bytes: &[u8], label: &str) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}
