//! The second medium: the browser's IndexedDB, or something like it. It survives a killed browser, which localStorage
//! does not, and takes longer.

use std::future::Future;
use std::pin::Pin;

use super::Fault;

/// An answer that comes later, or a fault.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + 'a>>;

/// One step of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Stores a value.
    Put {
        /// Under which key.
        key: String,
        /// The value.
        value: String,
    },
    /// Removes a key and its value, if they are there.
    Remove {
        /// The key.
        key: String,
    },
}

/// What is to be written, decided from what is there: keys and values.
pub type Decision<'a> = Box<dyn FnOnce(Vec<(String, String)>) -> Vec<Write> + 'a>;

/// A store of texts by key that answers later. Every call may fail by itself, at any time.
pub trait DurableStore {
    /// All keys that begin with `prefix`.
    fn keys<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<String>>;

    /// All keys that begin with `prefix`, and their values.
    fn entries<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<(String, String)>>;

    /// The value of a key; `None` where there is none.
    fn get<'a>(&'a self, key: &'a str) -> Later<'a, Option<String>>;

    /// Makes all changes, in order, or none. It has succeeded only when the store has said that it is done.
    fn write(&self, changes: Vec<Write>) -> Later<'_, ()>;

    /// Reads all keys that begin with `prefix`, and makes the changes that are decided from them, in one transaction: nobody
    /// writes in between. Where nobody waits for the answer any more before it is decided, nothing is changed.
    fn update<'a>(&'a self, prefix: &'a str, decide: Decision<'a>) -> Later<'a, ()>;
}
