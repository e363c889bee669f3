//! When the browser has nothing else to do.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::{request_animation_frame, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Calls `then` once the browser has nothing else to do, or so many milliseconds from now; in the next frame where it does not
/// say when that is.
pub fn soon(within: u32, then: impl FnOnce() + 'static) {
    let window = window();
    let request = Reflect::get(&window, &"requestIdleCallback".into()).and_then(JsCast::dyn_into::<Function>);
    let Ok(request) = request else { return request_animation_frame(then) };
    let options = Object::new();
    // A plain object takes a property.
    let _ = Reflect::set(&options, &"timeout".into(), &JsValue::from(within));
    let then = Closure::once_into_js(then);
    let _ = request.call2(&window, &then, &options);
}
