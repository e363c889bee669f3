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
    /// A value to be stored under a key.
    Put {
        /// The key that the value is stored under.
        key: String,
        /// The value to store.
        value: String,
    },
    /// A key to be removed with its value, if they are there.
    Remove {
        /// The key to remove.
        key: String,
    },
}

/// A function that decides what to write from the keys and values that are there.
pub type Decision<'a> = Box<dyn FnOnce(Vec<(String, String)>) -> Vec<Write> + 'a>;

/// A function that decides what to write from the value that is there under one key.
pub type KeyDecision<'a> = Box<dyn FnOnce(Option<String>) -> Vec<Write> + 'a>;

/// A store of texts by key that answers later, such as IndexedDB. Every call may fail by itself, at any time.
pub trait DurableStore {
    /// Lists all keys that begin with `prefix`.
    fn keys<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<String>>;

    /// Lists all keys that begin with `prefix`, with their values.
    fn entries<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<(String, String)>>;

    /// Returns the value of a key; `None` where there is none.
    fn get<'a>(&'a self, key: &'a str) -> Later<'a, Option<String>>;

    /// Makes all changes, in order, or none. The answer is a success only once the store has confirmed that they are done.
    fn write(&self, changes: Vec<Write>) -> Later<'_, ()>;

    /// Reads all entries whose keys begin with `prefix`, and makes the changes that `decide` returns for them, in one
    /// transaction: nobody writes in between. If the answer is dropped before `decide` is called, nothing is changed.
    fn update<'a>(&'a self, prefix: &'a str, decide: Decision<'a>) -> Later<'a, ()>;

    /// Reads the value of one key, and makes the changes that `decide` returns for it, as [`update`](Self::update) does.
    fn update_by_key<'a>(&'a self, key: &'a str, decide: KeyDecision<'a>) -> Later<'a, ()>;
}
