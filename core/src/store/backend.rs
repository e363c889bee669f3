//! The interface of a store of keys and values, and how it can fail.

use std::fmt;

use crate::i18n::{Message, english};

/// A store of texts by key, such as localStorage. Every value is JSON.
///
/// Each call may fail on its own, at any time: a browser may take away the storage while the page is open.
pub trait Backend {
    /// Lists all keys that begin with `prefix`, in no particular order.
    ///
    /// # Errors
    /// [`Fault`] when the storage cannot be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault>;

    /// Returns the value of a key; `None` where there is none.
    ///
    /// # Errors
    /// [`Fault`] when the storage cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;

    /// Stores a value, a JSON text, under a key. When this fails, the old value stays.
    ///
    /// # Errors
    /// [`Fault`] when there is no room, or the storage cannot be written.
    fn set(&self, key: &str, json: &str) -> Result<(), Fault>;

    /// Removes a key and its value, if they are there.
    ///
    /// # Errors
    /// [`Fault`] when the storage cannot be written.
    fn remove(&self, key: &str) -> Result<(), Fault>;

    /// Returns whether a key still has the value that was last set through this backend, as far as that can be told
    /// without reading it.
    fn is_as_set(&self, _key: &str) -> bool {
        false
    }
}

/// The reason why a storage did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The browser lets no page, or not this one, store anything.
    Blocked,
    /// The storage has no room left.
    Full,
    /// The storage does not answer in time, and may never do so: it is unknown whether the request was carried out.
    Silent,
    /// Any other error, by the browser's own name for it.
    Broken {
        /// The name of the browser's error, such as `InvalidStateError`.
        name: String,
    },
}

impl Fault {
    /// Returns the message that tells the writer what is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Blocked => Message::new("storage-blocked"),
            Self::Full => Message::new("storage-full"),
            Self::Silent => Message::new("storage-silent"),
            Self::Broken { name } => Message::new("storage-broken").with(name),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for Fault {}
