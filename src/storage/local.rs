//! The browser's localStorage, through gloo-storage where that cannot panic.
//!
//! gloo-storage 0.4 panics where the storage is broken in `get`, `delete`, `length` and `raw`; its `set` returns an error,
//! but gets the handle by `raw`. So the handle is asked for through web-sys, which answers with an error, and `set` is
//! called only where that has just succeeded.

use gloo_storage::Storage as _;
use gloo_storage::errors::StorageError;
use js_sys::{Function, Reflect};
use serde_json::value::RawValue;
use wasm_bindgen::{JsCast, JsValue};

use super::{Backend, Fault, key};
use crate::browser::long_text;

/// The browser's own storage, which outlives the page.
pub struct LocalStorage {
    raw: web_sys::Storage,
}

impl LocalStorage {
    /// The storage, if this browser lets this page use it. A full one can still be read.
    ///
    /// # Errors
    /// [`Fault`] when it is blocked or broken.
    pub fn open() -> Result<Self, Fault> {
        let storage = Self { raw: handle()? };
        let probe = format!("{}probe", key::PREFIX);
        match storage.set(&probe, "0") {
            Ok(()) => storage.remove(&probe)?,
            Err(Fault::Full) => {}
            Err(fault) => return Err(fault),
        }
        Ok(storage)
    }
}

fn handle() -> Result<web_sys::Storage, Fault> {
    web_sys::window()
        .ok_or(Fault::Blocked)?
        .local_storage()
        .map_err(|error| fault(&error))?
        .ok_or(Fault::Blocked)
}

impl Backend for LocalStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let length = self.raw.length().map_err(|error| fault(&error))?;
        let mut keys = Vec::new();
        for index in 0..length {
            let key = self.raw.key(index).map_err(|error| fault(&error))?;
            keys.extend(key.filter(|key| key.starts_with(prefix)));
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        // By its name, as the typed binding would take the text over letter by letter.
        let get = Reflect::get(&self.raw, &"getItem".into()).and_then(JsCast::dyn_into::<Function>);
        let value = get.and_then(|get| get.call1(&self.raw, &key.into()));
        value.map(|value| long_text(&value)).map_err(|error| fault(&error))
    }

    fn set(&self, key: &str, json: &str) -> Result<(), Fault> {
        handle()?;
        let json = RawValue::from_string(json.to_owned()).map_err(|_| broken("SyntaxError"))?;
        gloo_storage::LocalStorage::set(key, json).map_err(|error| match error {
            StorageError::JsError(error) => named(&error.name),
            StorageError::SerdeError(_) | StorageError::KeyNotFound(_) => broken("SyntaxError"),
        })
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.raw.remove_item(key).map_err(|error| fault(&error))
    }
}

fn fault(error: &JsValue) -> Fault {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    named(&name.unwrap_or_default())
}

/// The fault that an exception of this name stands for. Firefox has a name of its own for a full storage.
fn named(name: &str) -> Fault {
    match name {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Fault::Full,
        "SecurityError" => Fault::Blocked,
        name => broken(name),
    }
}

fn broken(name: &str) -> Fault {
    Fault::Broken { name: name.to_owned() }
}
