//! Whether the browser may delete the stored data on its own, and how much data is stored.
//!
//! `navigator.storage` is accessed by name, as it does not exist without a secure connection.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Asks the browser never to delete the data on its own, and returns whether it agrees. Some browsers ask the user, so
/// this should come at a fitting moment.
pub async fn ask() -> bool {
    is_granted().await || answer("persist").await.and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Returns whether the browser has already agreed never to delete the data on its own.
pub async fn is_granted() -> bool {
    answer("persisted").await.and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Returns roughly how many bytes this site's databases take, if the browser tells. The number may be rounded, and
/// some browsers give only the total of all that the site stores.
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
