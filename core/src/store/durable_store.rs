//! The second medium: the browser's IndexedDB, or something like it. Its data survive a killed browser, unlike
//! localStorage's last minute, but it takes longer.

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

/// A function that decides what to write, given the stored keys and values.
pub type Decision<'a> = Box<dyn FnOnce(Vec<(String, String)>) -> Vec<Write> + 'a>;

/// A function that decides what to write, given the value stored under one key.
pub type KeyDecision<'a> = Box<dyn FnOnce(Option<String>) -> Vec<Write> + 'a>;

/// A store of texts by key that answers later, such as IndexedDB. Every call may fail on its own, at any time.
pub trait DurableStore {
    /// Lists all keys that begin with `prefix`.
    fn keys<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<String>>;

    /// Lists all keys that begin with `prefix`, with their values.
    fn entries<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<(String, String)>>;

    /// Returns the value of a key; `None` where there is none.
    fn get<'a>(&'a self, key: &'a str) -> Later<'a, Option<String>>;

    /// Makes all changes, in order, or none. Succeeds only once the store has confirmed them.
    fn write(&self, changes: Vec<Write>) -> Later<'_, ()>;

    /// Reads all entries whose keys begin with `prefix`, and makes the changes that `decide` returns for them, in one
    /// transaction: no other write comes in between. If the answer is dropped before `decide` is called, nothing is
    /// changed.
    fn update<'a>(&'a self, prefix: &'a str, decide: Decision<'a>) -> Later<'a, ()>;

    /// Reads the value of one key, and makes the changes that `decide` returns for it, as [`update`](Self::update) does.
    fn update_by_key<'a>(&'a self, key: &'a str, decide: KeyDecision<'a>) -> Later<'a, ()>;
}
