//! Stores in memory, for tests and benches.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::ready;

use super::{Backend, Decision, DurableStore, Fault, KeyDecision, Later, Write};

/// A store in memory that stands in for localStorage.
#[derive(Debug, Default)]
pub struct Memory {
    values: RefCell<BTreeMap<String, String>>,
    /// The key and the value that were set last.
    last: RefCell<Option<(String, String)>>,
}

impl Backend for Memory {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        Ok(self.values.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, json: &str) -> Result<(), Fault> {
        self.values.borrow_mut().insert(key.to_owned(), json.to_owned());
        self.last.replace(Some((key.to_owned(), json.to_owned())));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn is_as_set(&self, key: &str) -> bool {
        let last = self.last.borrow();
        last.as_ref().is_some_and(|(set, last)| set == key && self.values.borrow().get(key) == Some(last))
    }
}

/// A store in memory that stands in for the durable store.
#[derive(Debug, Default)]
pub struct MemoryDurableStore {
    values: RefCell<BTreeMap<String, String>>,
}

impl DurableStore for MemoryDurableStore {
    fn keys<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<String>> {
        let values = self.values.borrow();
        Box::pin(ready(Ok(values.keys().filter(|key| key.starts_with(prefix)).cloned().collect())))
    }

    fn entries<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<(String, String)>> {
        let values = self.values.borrow();
        let found = values.iter().filter(|(key, _)| key.starts_with(prefix));
        Box::pin(ready(Ok(found.map(|(key, value)| (key.clone(), value.clone())).collect())))
    }

    fn get<'a>(&'a self, key: &'a str) -> Later<'a, Option<String>> {
        Box::pin(ready(Ok(self.values.borrow().get(key).cloned())))
    }

    fn write(&self, changes: Vec<Write>) -> Later<'_, ()> {
        let mut values = self.values.borrow_mut();
        for change in changes {
            match change {
                Write::Put { key, value } => drop(values.insert(key, value)),
                Write::Remove { key } => drop(values.remove(&key)),
            }
        }
        Box::pin(ready(Ok(())))
    }

    fn update<'a>(&'a self, prefix: &'a str, decide: Decision<'a>) -> Later<'a, ()> {
        Box::pin(async move {
            let there = self.entries(prefix).await?;
            self.write(decide(there)).await
        })
    }

    fn update_by_key<'a>(&'a self, key: &'a str, decide: KeyDecision<'a>) -> Later<'a, ()> {
        Box::pin(async move {
            let there = self.get(key).await?;
            self.write(decide(there)).await
        })
    }
}
