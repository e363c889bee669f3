//! Removing everything, so that no page brings it back.
//!
//! A page that is open, or frozen, while another one clears the storages still has drafts in memory. So a mark stays
//! behind in localStorage that names the clearing, and whose text changes once the clearing has ended. A page that
//! finds a clearing it does not know of no longer writes anything that it had before.

use super::{Inner, Repository};
use crate::json;
use crate::store::{Backend, Fault, Write, key};

/// The number of times that the database is checked for leftovers: another page may have been in the middle of writing.
const ROUNDS: usize = 3;

/// The ending of the mark that a finished clearing leaves behind, after the clearing's name.
const ENDED: &str = " ended";

impl Repository {
    /// Removes everything that this app has stored: drafts, trash, history, quarantine, settings. Only the mark stays.
    ///
    /// # Errors
    /// When a medium refuses; part of the data may be gone then.
    pub async fn clear(&self) -> Result<(), Fault> {
        // The page's own name and a count make the name unique.
        let turn = self.clearings.get() + 1;
        self.clearings.set(turn);
        let name = format!("{} {turn}", self.me);
        // Before anything is removed, so that a page that notices the removal does not write it again. If the storage
        // is full, it takes the mark afterwards.
        let _ = self.leave_mark(&name);
        let cleared_local = self.clear_local();
        let cleared = self.clear_durable().await;
        // For pages that have begun meanwhile.
        let marked = self.leave_mark(&(name + ENDED));
        self.forget_everything();
        cleared_local.and(marked).and(cleared)
    }

    /// Returns whether another page has cleared the storages, or has begun to, since this one began or last [forgot
    /// everything](Self::forget_everything). A clearing by the browser itself does not count, as the user did not ask
    /// this app for it.
    pub fn is_cleared_elsewhere(&self) -> bool {
        let Some(mark) = self.clearing_mark() else { return false };
        let known = self.known_mark.borrow();
        let is_known = |mark: &str| known.as_deref() == Some(mark);
        !is_known(&mark) && !is_known(&ended(&mark))
    }

    /// Forgets all drafts without writing any of them, as they must not be kept.
    pub fn forget_everything(&self) {
        self.known_mark.replace(self.clearing_mark().map(|mark| ended(&mark)));
        let mut inner = self.inner.borrow_mut();
        *inner = Inner { durable_changes: inner.durable_changes + 1, ..Inner::default() };
    }

    /// Reads the mark of the last clearing from localStorage, if there is one.
    pub(super) fn clearing_mark(&self) -> Option<String> {
        let mark = self.local.get(key::CLEARED).ok().flatten()?;
        serde_json::from_str(&mark).ok()
    }

    fn leave_mark(&self, mark: &str) -> Result<(), Fault> {
        self.local.set(key::CLEARED, &json::write(mark))?;
        self.known_mark.replace(Some(mark.to_owned()));
        Ok(())
    }

    fn clear_local(&self) -> Result<(), Fault> {
        let keys = self.local.keys(key::PREFIX)?;
        keys.iter().filter(|key| *key != key::CLEARED).try_for_each(|key| self.local.remove(key))
    }

    async fn clear_durable(&self) -> Result<(), Fault> {
        for _ in 0..ROUNDS {
            let keys = match self.durable.keys(key::PREFIX).await {
                Err(Fault::Blocked) => return Ok(()),
                keys => keys?,
            };
            if keys.is_empty() {
                break;
            }
            self.durable.write(keys.into_iter().map(|key| Write::Remove { key }).collect()).await?;
        }
        Ok(())
    }
}

/// Returns the mark of a clearing that has ended.
fn ended(mark: &str) -> String {
    format!("{}{ENDED}", mark.trim_end_matches(ENDED))
}
