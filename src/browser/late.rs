//! Loads the part of the program that comes late into the one that runs.

use js_sys::{Object, Reflect, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::network;

/// The file, as `public/build.mjs` writes it.
const FILE: &str = "late.wasm";

/// What it imports from, as the splitter writes it. All of it is exported by the program that runs.
const RUNNING: &str = "__wasm_split";

/// Why it is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LateError {
    /// No file arrived.
    NotLoaded,
    /// What arrived is not the file that belongs to this program: an error page, or half of it.
    Refused,
}

/// Loads it, past the browser's cache if `anew`. Afterwards its functions can be called.
///
/// # Errors
/// [`LateError`]; it can be tried again.
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
