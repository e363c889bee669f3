//! Whether the browser may throw the stored data away by itself, and how much there is of them.
//!
//! Asked by name: without a secure connection there is no `navigator.storage`.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Asks the browser never to throw the data away by itself, and returns whether it agrees. Some browsers ask the user, so this
/// should come at a fitting moment.
pub async fn ask() -> bool {
    is_granted().await || answer("persist").await.and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Returns whether the browser has already agreed never to throw the data away by itself.
pub async fn is_granted() -> bool {
    answer("persisted").await.and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Returns about how many bytes the databases of this site take, as far as the browser tells: it may round, and some tell only
/// of everything that the site keeps.
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
