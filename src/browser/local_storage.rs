//! The browser's localStorage: written by gloo-storage, read through a handle that can fail.
//!
//! A record is already JSON, with a checksum over its bytes: gloo-storage writes it unchanged as a [`RawValue`]. But
//! gloo-storage 0.4 panics in `get`, `delete`, `length` and `raw` if the storage is broken, and its `get` does not
//! return text that is not JSON, which has to be kept. So everything but `set` uses a handle that was obtained once,
//! and `set` first checks whether the browser still gives a handle.

use std::cell::RefCell;

use gloo_storage::Storage as _;
use gloo_storage::errors::StorageError;
use js_sys::{Function, Reflect};
use serde_json::value::RawValue;
use wasm_bindgen::{JsCast, JsValue};

use super::long_text::long_text;
use report::store::{Backend, Fault, key};

/// The browser's own storage, which outlives the page.
pub struct LocalStorage {
    raw: web_sys::Storage,
    /// The name of the method that reads, as a JavaScript string.
    get_item: JsValue,
    /// The records that were set last, the latest last.
    known: RefCell<Vec<KnownRecord>>,
}

/// A record that was set. Its value is a JavaScript string, which the browser compares without copying the text.
struct KnownRecord {
    key: String,
    value: JsValue,
}

/// The number of records to remember: a slot, the edits beside it, and two settings that are written with a save.
const KNOWN: usize = 4;

impl LocalStorage {
    /// Opens the storage, if this browser lets this page use it. A full one can still be read.
    ///
    /// # Errors
    /// [`Fault`] when the storage is blocked or broken.
    pub fn open() -> Result<Self, Fault> {
        let storage = Self { raw: handle()?, get_item: "getItem".into(), known: RefCell::default() };
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
        self.value(key).map(|value| long_text(&value))
    }

    fn set(&self, key: &str, json: &str) -> Result<(), Fault> {
        handle()?;
        let record: &RawValue = serde_json::from_str(json).map_err(|_| broken("SyntaxError"))?;
        gloo_storage::LocalStorage::set(key, record).map_err(refused)?;
        self.note(key);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.raw.remove_item(key).map_err(|error| fault(&error))
    }

    fn is_as_set(&self, key: &str) -> bool {
        let known = self.known.borrow();
        let known = known.iter().find(|record| record.key == key);
        known.is_some_and(|record| self.value(key).as_ref() == Ok(&record.value))
    }
}

impl LocalStorage {
    /// Returns the value of a key as a JavaScript value: `null` where there is none. `getItem` is called by name, as
    /// the typed binding would copy the text letter by letter.
    fn value(&self, key: &str) -> Result<JsValue, Fault> {
        let get = Reflect::get(&self.raw, &self.get_item).and_then(JsCast::dyn_into::<Function>);
        get.and_then(|get| get.call1(&self.raw, &key.into())).map_err(|error| fault(&error))
    }

    /// Notes that a key was just set.
    fn note(&self, key: &str) {
        let mut known = self.known.borrow_mut();
        known.retain(|record| record.key != key);
        if known.len() == KNOWN {
            known.remove(0);
        }
        known.extend(self.value(key).ok().map(|value| KnownRecord { key: key.to_owned(), value }));
    }
}

/// Returns the fault for an error of gloo-storage, which passes on the browser's exception.
fn refused(error: StorageError) -> Fault {
    match error {
        StorageError::JsError(error) => named(&error.name),
        StorageError::SerdeError(_) | StorageError::KeyNotFound(_) => broken("SyntaxError"),
    }
}

fn fault(error: &JsValue) -> Fault {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    named(&name.unwrap_or_default())
}

/// Returns the fault for an exception of this name. Firefox has a name of its own for a full storage.
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
