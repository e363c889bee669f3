//! Random bits for ids.

use leptos::prelude::window;

/// Returns 128 random bits.
///
/// The bits come from `crypto.getRandomValues`, else from `Math.random`: ids only have to be unique, and guessing one
/// gains nothing.
pub fn bits() -> u128 {
    let mut bytes = [0_u8; 16];
    let filled = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_ok() { u128::from_le_bytes(bytes) } else { (0..4).fold(0, |bits, _| bits << 32 | draw()) }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the product lies within 32 bits")]
fn draw() -> u128 {
    u128::from((js_sys::Math::random() * 4_294_967_296.0) as u32)
}
