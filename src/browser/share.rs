//! The system's share sheet, where the browser has one.
//!
//! Called by name: the typed bindings do not know whether a browser has it, and calling what is not there throws.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag};

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// It was handed over to another app.
    Done,
    /// The writer closed the sheet.
    Cancelled,
    /// The browser has no share sheet, or not for this.
    Impossible,
}

/// Shares a text. To be called while a click is handled.
pub async fn text(text: &str) -> Shared {
    share(&object("text", &text.into())).await
}

/// Shares a text as a file of this name. To be called while a click is handled.
pub async fn file(name: &str, content_type: &str, text: &str) -> Shared {
    let options = FilePropertyBag::new();
    options.set_type(content_type);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options);
    let Ok(file) = file else { return Shared::Impossible };
    share(&object("files", &Array::of1(&file))).await
}

async fn share(what: &Object) -> Shared {
    let allowed = call("canShare", what).and_then(|allowed| allowed.as_bool()).unwrap_or(false);
    if !allowed {
        return Shared::Impossible;
    }
    let promise = call("share", what).and_then(|promise| promise.dyn_into::<Promise>().ok());
    let Some(promise) = promise else { return Shared::Impossible };
    match JsFuture::from(promise).await {
        Ok(_) => Shared::Done,
        Err(error) if name_of(&error) == "AbortError" => Shared::Cancelled,
        Err(_) => Shared::Impossible,
    }
}

fn call(method: &str, what: &Object) -> Option<JsValue> {
    let navigator = window().navigator();
    let method: Function = Reflect::get(&navigator, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(&navigator, what).ok()
}

fn object(name: &str, value: &JsValue) -> Object {
    let object = Object::new();
    // Fails only for frozen objects.
    let _ = Reflect::set(&object, &name.into(), value);
    object
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}
