//! A store that ends with the page: where the browser allows no other, and for tests.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Backend, Fault};

/// Keys and values in memory.
#[derive(Debug, Default)]
pub struct Memory {
    values: RefCell<BTreeMap<String, String>>,
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
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn is_lasting(&self) -> bool {
        false
    }
}
