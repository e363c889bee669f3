//! Unicode normalization, which every browser brings along.

use js_sys::JsString;

/// Normalization form C of a text.
pub fn nfc(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}
