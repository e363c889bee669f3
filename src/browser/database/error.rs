//! Why a database did not do what it was asked.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The reason why a database did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseError {
    /// The browser has no IndexedDB.
    Missing,
    /// The browser lets no page, or not this one, store anything.
    Refused,
    /// Another tab with an older version of this program keeps the database from being upgraded.
    HeldByOlder,
    /// A newer version of this program has upgraded the database.
    Newer,
    /// The database did not open in time.
    Silent,
    /// The storage is full.
    Full,
    /// Any other error, under the browser's own name for it.
    Broken {
        /// The name of the browser's error, such as `UnknownError`.
        name: String,
    },
}

impl DatabaseError {
    pub(super) fn broken(name: &str) -> Self {
        Self::Broken { name: name.to_owned() }
    }
}

impl From<JsValue> for DatabaseError {
    fn from(error: JsValue) -> Self {
        Self::from(&error)
    }
}

impl From<&JsValue> for DatabaseError {
    fn from(error: &JsValue) -> Self {
        let name = Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
        match name.as_deref().unwrap_or_default() {
            "QuotaExceededError" => Self::Full,
            "SecurityError" => Self::Refused,
            "VersionError" => Self::Newer,
            name => Self::broken(name),
        }
    }
}
