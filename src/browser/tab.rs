//! Texts that this tab keeps while it is open, also across reloads: `sessionStorage`.

use leptos::prelude::window;
use web_sys::Storage;

use report::store::key;

/// Keeps a text under this name in this tab. Returns whether the browser has taken it; if not, nothing is kept under the name.
pub fn keep(name: &str, text: &str) -> bool {
    forget(name);
    storage().is_some_and(|storage| storage.set_item(&key(name), text).is_ok())
}

/// Returns the text that this tab keeps under this name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok()?
}

/// Removes the text that this tab keeps under this name.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        // A storage that is broken has nothing to forget.
        let _ = storage.remove_item(&key(name));
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// Returns the `sessionStorage` key of a name, apart from those of other tools that may share the origin.
fn key(name: &str) -> String {
    format!("{}{name}", key::PREFIX)
}
