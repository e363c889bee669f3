//! What this tab keeps for itself while it is open, also when the page is loaded anew: `sessionStorage`.

use leptos::prelude::window;
use web_sys::Storage;

use report::store::key;

/// Keeps a text under this name. Returns whether the browser has taken it; if not, there is none under that name now.
pub fn keep(name: &str, text: &str) -> bool {
    forget(name);
    storage().is_some_and(|storage| storage.set_item(&key(name), text).is_ok())
}

/// What is kept under this name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok()?
}

/// Keeps nothing under this name any more.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        // A storage that is broken has nothing to forget.
        let _ = storage.remove_item(&key(name));
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// Other tools may share the origin.
fn key(name: &str) -> String {
    format!("{}{name}", key::PREFIX)
}
