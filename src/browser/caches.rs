//! Empty caches, whose presence alone is of use.
//!
//! `caches` is accessed by name: without a secure connection it does not exist, and in some frames reading it throws.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Returns whether there is a cache of this name.
pub async fn has(name: &str) -> bool {
    call("has", name).await.is_some_and(|answer| answer.is_truthy())
}

/// Makes a cache of this name, unless there is one. Does nothing where the browser has or allows none.
pub async fn keep(name: &str) {
    call("open", name).await;
}

/// Deletes the cache of this name.
pub async fn forget(name: &str) {
    call("delete", name).await;
}

async fn call(method: &str, name: &str) -> Option<JsValue> {
    let caches = Reflect::get(&window(), &JsValue::from_str("caches")).ok()?;
    let method: Function = Reflect::get(&caches, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call1(&caches, &name.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
