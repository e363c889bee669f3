//! Proof that clippy refuses code that turns text into markup or code, and unsupervised tasks (`clippy.toml` has the
//! list and the reasons).
//!
//! Nothing here is compiled into the app: only clippy sees it, and complains of each expectation that is not
//! fulfilled, and so of each gap in the list.

use leptos::prelude::*;
use web_sys::Element;

#[expect(clippy::disallowed_methods)]
fn inner(element: &Element, text: &str) {
    element.set_inner_html(text);
}

#[expect(clippy::disallowed_methods)]
fn outer(element: &Element, text: &str) {
    element.set_outer_html(text);
}

#[expect(clippy::disallowed_methods)]
fn adjacent(element: &Element, text: &str) {
    // The result does not matter.
    let _ = element.insert_adjacent_html("beforeend", text);
}

#[expect(clippy::disallowed_methods)]
fn in_a_view(text: String) -> impl IntoView {
    view! { <p inner_html=text></p> }
}

#[expect(clippy::disallowed_methods)]
fn evaluated(text: &str) {
    // The result does not matter.
    let _ = js_sys::eval(text);
}

#[expect(clippy::disallowed_methods)]
fn function(body: &str) -> js_sys::Function {
    js_sys::Function::new_no_args(body)
}

#[expect(clippy::disallowed_methods)]
fn function_of(argument: &str, body: &str) -> js_sys::Function {
    js_sys::Function::new_with_args(argument, body)
}

#[expect(clippy::disallowed_methods)]
fn spawned_by_leptos() {
    leptos::task::spawn_local(async {});
}

#[expect(clippy::disallowed_methods)]
fn spawned_by_leptos_with_an_owner() {
    leptos::task::spawn(async {});
}

#[expect(clippy::disallowed_methods)]
fn spawned_in_a_scope() {
    leptos::task::spawn_local_scoped(async {});
}

#[expect(clippy::disallowed_methods)]
fn spawned_and_cancelled() {
    leptos::task::spawn_local_scoped_with_cancellation(async {});
}

#[expect(clippy::disallowed_methods)]
fn spawned_by_signals() {
    leptos::reactive::spawn_local(async {});
}

#[expect(clippy::disallowed_methods)]
fn spawned_by_signals_on_any_thread() {
    leptos::reactive::spawn(async {});
}

#[expect(clippy::disallowed_methods)]
fn spawned_by_the_executor() {
    any_spawner::Executor::spawn_local(async {});
}

#[expect(clippy::disallowed_methods)]
fn spawned_by_the_executor_on_any_thread() {
    any_spawner::Executor::spawn(async {});
}

#[expect(clippy::disallowed_methods)]
fn spawned_by_bindings() {
    wasm_bindgen_futures::spawn_local(async {});
}

#[expect(clippy::disallowed_methods)]
fn promised() -> js_sys::Promise {
    wasm_bindgen_futures::future_to_promise(async { Ok(wasm_bindgen::JsValue::NULL) })
}
