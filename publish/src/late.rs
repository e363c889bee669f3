//! Files that are loaded when they are first needed. An element of the page says where each one is, or holds it
//! (`src/browser/network.rs` looks there).

use crate::files::extension;

/// The part of the program that comes late, as `public/build.mjs` calls it.
const PROGRAM: &str = "late.wasm";

/// What kind of element stands for a file of this name; none for a file that is not loaded late. A browser runs neither.
pub fn kind(name: &str) -> Option<&'static str> {
    match extension(name) {
        "json" => Some("application/json"),
        _ if name == PROGRAM => Some("application/wasm"),
        _ => None,
    }
}
