//! Unicode normalization, which every browser provides.

use js_sys::JsString;

/// Brings a text into Unicode normalization form C.
pub fn nfc(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}
