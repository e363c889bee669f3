//! The user's settings, and how much room is used.

use super::Repository;
use crate::json;
use crate::store::{Backend, Fault, key};

impl Repository {
    /// Reads a user's setting; `None` where there is none or it is damaged.
    pub fn setting(&self, name: &str) -> Option<String> {
        let json = self.local.get(&key::setting(name)).ok().flatten()?;
        serde_json::from_str(&json).ok()
    }

    /// Stores a user's setting, or removes it where `value` is `None`.
    ///
    /// # Errors
    /// When localStorage refuses.
    pub fn set_setting(&self, name: &str, value: Option<&str>) -> Result<(), Fault> {
        let key = key::setting(name);
        let Some(value) = value else { return self.local.remove(&key) };
        self.local.set(&key, &json::write(value))
    }

    /// Returns how many bytes of localStorage this app uses: two for each UTF-16 unit of keys and values. A browser
    /// gives a site 10,485,760 bytes.
    ///
    /// # Errors
    /// When localStorage cannot be read.
    pub fn bytes_used(&self) -> Result<usize, Fault> {
        Ok(self.local.units()? * 2)
    }
}
