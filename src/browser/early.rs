//! The place on the page where somebody may be writing already: `public/early.js` lets them before the app is there.

use wasm_bindgen::JsValue;

use super::{clock, scripts};

/// How soon the place is asked for again, in milliseconds: soon enough for nobody to wait after a word.
const AGAIN: u32 = 50;

/// Over once the place can be taken, which is at once, unless an input method is in the middle of a word.
pub async fn given() {
    while !scripts::tell("affiliate-report-builder:mount", &JsValue::NULL) {
        clock::wait(AGAIN).await;
    }
}

/// Says that the place is taken: then the focus is put where it was, and what could not be stored comes over.
pub fn taken() {
    scripts::tell("affiliate-report-builder:mounted", &JsValue::NULL);
}
