//! Web Locks: which pages of this app are alive.
//!
//! Called by name: the typed bindings are not stable, and throw where a browser has no locks.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::task::spawn_for_page;

/// Holds the lock of this name for as long as the page lives, once nobody else does. Nothing happens where the
/// browser has no locks.
pub fn hold(name: &str) {
    // A lock is held until the promise that its callback returns is settled: this one never is.
    let keep = Closure::once_into_js(|| Promise::new(&mut |_, _| {}));
    if let Some(request) = call("request", &Array::of2(&name.into(), &keep)) {
        // It fails where the page is on its way out, or its storage is blocked: then there is no lock.
        spawn_for_page(async move { drop(JsFuture::from(request).await) });
    }
}

/// The names of the locks that are held now, in whichever tab; `None` where the browser does not tell.
pub async fn held() -> Option<Vec<String>> {
    let snapshot = JsFuture::from(call("query", &Array::new())?).await.ok()?;
    let held = Array::from(&Reflect::get(&snapshot, &"held".into()).ok()?);
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    Some(held.iter().filter_map(name).collect())
}

fn call(method: &str, arguments: &Array) -> Option<Promise> {
    let locks = Reflect::get(&window().navigator(), &JsValue::from_str("locks")).ok()?;
    let method: Function = Reflect::get(&locks, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(&locks, arguments).ok()?.dyn_into().ok()
}
