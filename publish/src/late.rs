//! Files that are loaded when they are first needed. An element of the page says where each one is, or holds it
//! (`src/browser/network.rs` looks there).

use crate::files::extension;

/// The file name of the late part, as `public/build.mjs` calls it.
const PROGRAM: &str = "late.wasm";

/// Returns the type of the element that stands for a file of this name, which no browser runs; `None` if it is not loaded late.
pub fn kind(name: &str) -> Option<&'static str> {
    match extension(name) {
        "json" => Some("application/json"),
        _ if name == PROGRAM => Some("application/wasm"),
        _ => None,
    }
}
