//! Choices of the user's, and how much room is used.

use super::Repository;
use crate::json;
use crate::store::{Backend, Fault, key};

impl Repository {
    /// A choice of the user's; `None` where there is none or it is damaged.
    pub fn setting(&self, name: &str) -> Option<String> {
        let json = self.local.get(&key::setting(name)).ok().flatten()?;
        serde_json::from_str(&json).ok()
    }

    /// Keeps a choice of the user's, or forgets it.
    ///
    /// # Errors
    /// When localStorage refuses.
    pub fn set_setting(&self, name: &str, value: Option<&str>) -> Result<(), Fault> {
        let key = key::setting(name);
        let Some(value) = value else { return self.local.remove(&key) };
        self.local.set(&key, &json::write(value))
    }

    /// The bytes that this app uses of localStorage: two for each UTF-16 unit of keys and values. A browser gives
    /// 10,485,760 to a site.
    ///
    /// # Errors
    /// When localStorage cannot be read.
    pub fn bytes_used(&self) -> Result<usize, Fault> {
        Ok(self.local.units()? * 2)
    }
}
