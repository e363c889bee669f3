//! What drafts are stored in: keys and values, and how that can fail.

use std::fmt;

use crate::i18n::{Message, english};

/// A store of texts by key. Every value is JSON.
///
/// Each call may fail by itself, at any time: a browser may take the storage away while the page is open.
pub trait Backend {
    /// All keys that begin with `prefix`, in no particular order.
    ///
    /// # Errors
    /// [`Fault`] when the storage cannot be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault>;

    /// The value of a key; `None` where there is none.
    ///
    /// # Errors
    /// [`Fault`] when the storage cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;

    /// Stores a value, a JSON text. When it fails, the old value stays.
    ///
    /// # Errors
    /// [`Fault`] when there is no room, or the storage cannot be written.
    fn set(&self, key: &str, json: &str) -> Result<(), Fault>;

    /// Removes a key and its value, if they are there.
    ///
    /// # Errors
    /// [`Fault`] when the storage cannot be written.
    fn remove(&self, key: &str) -> Result<(), Fault>;

    /// Whether there is under a key what was last set there through this, as far as that is known without reading it.
    fn is_as_set(&self, _key: &str) -> bool {
        false
    }
}

/// Why the storage did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The browser lets no page, or not this one, store anything.
    Blocked,
    /// There is no room left.
    Full,
    /// It does not answer, and may never do so. Nobody knows what has become of what it was asked to do.
    Silent,
    /// Something else; the browser's own word for it.
    Broken {
        /// The name of the browser's error, such as `InvalidStateError`.
        name: String,
    },
}

impl Fault {
    /// What is wrong and what to do, for the writer.
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
