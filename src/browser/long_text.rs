//! Copies long texts from the browser's memory into the program's.

use std::cell::OnceCell;

use js_sys::{Array, Function, JsString, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The length up to which a text is short, in UTF-16 units: calling the encoder takes longer than copying its letters.
const SHORT: u32 = 100;

thread_local! {
    /// The browser's encoder and its method `encode`, once they were asked for; `None` where it has none.
    static ENCODER: OnceCell<Option<(JsValue, Function)>> = const { OnceCell::new() };
}

/// Returns a JavaScript string's text, or `None` for any other value. An unpaired surrogate becomes U+FFFD.
///
/// The result is that of `as_string`, which copies letter by letter as long as they are ASCII. That is slow in
/// JavaScript that has only just begun to run, as at the app's start; the browser's encoder is not.
pub fn long_text(value: &JsValue) -> Option<String> {
    let text: &JsString = value.dyn_ref()?;
    let encoded = if text.length() > SHORT { encoded(text) } else { None };
    encoded.or_else(|| text.as_string())
}

fn encoded(text: &JsString) -> Option<String> {
    ENCODER.with(|encoder| {
        let (encoder, encode) = encoder.get_or_init(encoder_of_browser).as_ref()?;
        let bytes: Uint8Array = encode.call1(encoder, text).ok()?.dyn_into().ok()?;
        String::from_utf8(bytes.to_vec()).ok()
    })
}

fn encoder_of_browser() -> Option<(JsValue, Function)> {
    let constructor: Function =
        Reflect::get(&js_sys::global(), &"TextEncoder".into()).ok()?.dyn_into().ok()?;
    let encoder = Reflect::construct(&constructor, &Array::new()).ok()?;
    let encode: Function = Reflect::get(&encoder, &"encode".into()).ok()?.dyn_into().ok()?;
    Some((encoder, encode))
}
