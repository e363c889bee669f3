//! Whether the browser may throw the stored data away by itself, and how much there is of them.
//!
//! Asked by name: without a secure connection there is no `navigator.storage`.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Asks the browser never to throw the data away by itself. Some ask the user, so it should be a fitting moment.
/// Returns whether it has agreed.
pub async fn ask() -> bool {
    is_granted().await || answer("persist").await.and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Whether it has agreed to that already.
pub async fn is_granted() -> bool {
    answer("persisted").await.and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// How many bytes this site uses, as far as the browser tells: about, and without localStorage.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number")]
pub async fn bytes_used() -> Option<u64> {
    let estimate = answer("estimate").await?;
    Reflect::get(&estimate, &"usage".into()).ok()?.as_f64().map(|bytes| bytes as u64)
}

async fn answer(method: &str) -> Option<JsValue> {
    let storage = Reflect::get(&window().navigator(), &JsValue::from_str("storage")).ok()?;
    let method: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
