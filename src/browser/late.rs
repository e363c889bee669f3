//! Loads the late part of the program into the running one.

use js_sys::{Object, Reflect, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::network;

/// The name of the late part's file, as `public/build.mjs` writes it.
const FILE: &str = "late.wasm";

/// The name of the module that the late part imports from, as the splitter writes it. The running program exports all of it.
const RUNNING: &str = "__wasm_split";

/// The reason why the late part was not loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LateError {
    /// No file arrived.
    NotLoaded,
    /// A file that does not belong to this program: an error page, or half of the late part.
    Refused,
}

/// Loads the late part, bypassing the browser's cache if `anew`. Afterwards its functions can be called.
///
/// # Errors
/// [`LateError`]; loading can be tried again.
pub async fn load(anew: bool) -> Result<(), LateError> {
    let bytes = network::fetch_bytes(FILE, anew).await.ok_or(LateError::NotLoaded)?;
    instantiate(&bytes).await.map_err(|_| LateError::Refused)
}

async fn instantiate(bytes: &JsValue) -> Result<(), JsValue> {
    let module = JsFuture::from(WebAssembly::compile(bytes)).await?;
    let imports = Object::new();
    Reflect::set(&imports, &RUNNING.into(), &wasm_bindgen::exports())?;
    JsFuture::from(WebAssembly::instantiate_module(module.unchecked_ref(), &imports)).await?;
    Ok(())
}
