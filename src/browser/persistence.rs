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

/// How many bytes the databases of this site take, as far as the browser tells: about, as it may round, and some
/// only tell of everything that the site keeps.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number")]
pub async fn database_bytes() -> Option<u64> {
    let estimate = answer("estimate").await?;
    let details = Reflect::get(&estimate, &"usageDetails".into()).ok();
    let databases = details.and_then(|details| Reflect::get(&details, &"indexedDB".into()).ok()?.as_f64());
    let bytes = databases.or_else(|| Reflect::get(&estimate, &"usage".into()).ok()?.as_f64())?;
    Some(bytes as u64)
}

async fn answer(method: &str) -> Option<JsValue> {
    let storage = Reflect::get(&window().navigator(), &JsValue::from_str("storage")).ok()?;
    let method: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
