//! The one place where work is given to the browser's event loop.
//!
//! It runs to its end whatever is shown meanwhile, for as long as the page lives. Nothing ties it to a view: of signals and
//! stored values it may touch only those that live as long as the page (the session's, the saver's). What comes back to a
//! view goes through a scope (`session::scope`).

#![allow(clippy::disallowed_methods)] // every other spawn ends up here

use std::future::Future;

use js_sys::Promise;
use wasm_bindgen::JsValue;

/// Runs work that nobody waits for, to its end, for as long as the page lives.
pub fn spawn_for_page(work: impl Future<Output = ()> + 'static) {
    any_spawner::Executor::spawn_local(work);
}

/// Runs work, and returns a promise for its end, for which several callers can wait. The promise is never rejected.
pub fn promise_for_page(work: impl Future<Output = ()> + 'static) -> Promise {
    wasm_bindgen_futures::future_to_promise(async move {
        work.await;
        Ok(JsValue::UNDEFINED)
    })
}
