//! The one place that starts tasks on the browser's event loop.
//!
//! A task runs to its end whatever is shown meanwhile, for as long as the page lives. It is not tied to a view: it may
//! touch only signals and stored values that live as long as the page (the session's, the saver's). A result for a
//! view goes through a scope (`session::scope`).

#![allow(clippy::disallowed_methods)] // every other spawn ends up here

use std::future::Future;

use js_sys::Promise;
use wasm_bindgen::JsValue;

/// Runs work in the background to its end, for as long as the page lives.
pub fn spawn_for_page(work: impl Future<Output = ()> + 'static) {
    any_spawner::Executor::spawn_local(work);
}

/// Runs work, and returns a promise for its end, which several callers can await. The promise is never rejected.
pub fn promise_for_page(work: impl Future<Output = ()> + 'static) -> Promise {
    wasm_bindgen_futures::future_to_promise(async move {
        work.await;
        Ok(JsValue::UNDEFINED)
    })
}
