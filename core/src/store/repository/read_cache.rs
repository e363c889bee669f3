//! localStorage with a cache of what the home screen has read: a record that has not changed is not read again.
//!
//! Records that this page writes or removes go through here and are forgotten; the browser reports those of other
//! pages ([`Repository::changed_elsewhere`]); the names of all keys are read each time, and missing records are
//! forgotten. Only what is shown of many drafts at once comes from the cache: code that opens, merges or removes a
//! draft reads its records.

use std::cell::RefCell;

use super::{KnownCard, Repository};
use crate::draft::DraftId;
use crate::store::slot::Head;
use crate::store::{Backend, Fault, Quarantined, key};

/// A localStorage that remembers what was read from it.
pub(super) struct ReadCache {
    backend: Box<dyn Backend>,
    records: RefCell<Vec<Record>>,
}

/// A record that was read.
struct Record {
    key: String,
    /// The length of the record's value, in UTF-16 units.
    units: usize,
    /// The part of the record that the home screen needs, once it was requested.
    seen: Option<Seen>,
}

/// The part of a record that the home screen needs.
#[derive(Clone)]
pub(super) enum Seen {
    /// The head of a slot.
    Head(Head),
    /// The draft whose slot has edits beside it.
    Edit(DraftId),
    /// The card of a draft in the first format.
    First(KnownCard),
    /// A record in quarantine, or one that cannot be read.
    Quarantined(Quarantined),
}

impl Repository {
    /// Forgets the record of a key that another page has written or removed; without a key, everything. The home
    /// screen reads it again when it next needs it.
    pub fn changed_elsewhere(&self, key: Option<&str>) {
        match key {
            Some(key) => self.local.forget(key),
            None => self.local.records.borrow_mut().clear(),
        }
    }
}

impl ReadCache {
    pub(super) fn new(backend: Box<dyn Backend>) -> Self {
        Self { backend, records: RefCell::default() }
    }

    /// Lists the keys of all records that the home screen uses.
    pub(super) fn names(&self) -> Result<Vec<String>, Fault> {
        let mut keys = self.all()?;
        keys.retain(|key| key::SHOWN.iter().any(|prefix| key.starts_with(prefix)));
        Ok(keys)
    }

    /// Returns what the home screen needs of a record; `sum_up` extracts it if it is not cached. `None` if there is no
    /// record.
    pub(super) fn seen(
        &self,
        key: &str,
        sum_up: &dyn Fn(String) -> Result<Seen, Fault>,
    ) -> Result<Option<Seen>, Fault> {
        let known = self.known(key, |record| record.seen.clone()).flatten();
        if known.is_some() {
            return Ok(known);
        }
        let Some(text) = self.backend.get(key)? else { return Ok(None) };
        let units = units(&text);
        let seen = sum_up(text)?;
        self.note(Record { key: key.to_owned(), units, seen: Some(seen.clone()) });
        Ok(Some(seen))
    }

    /// Returns the total length of all keys and values, in UTF-16 units.
    pub(super) fn units(&self) -> Result<usize, Fault> {
        let mut sum = 0;
        for key in self.all()? {
            let value = match self.known(&key, |record| record.units) {
                Some(known) => known,
                None => {
                    let read = self.backend.get(&key)?.map_or(0, |text| units(&text));
                    self.note(Record { key: key.clone(), units: read, seen: None });
                    read
                }
            };
            sum += units(&key) + value;
        }
        Ok(sum)
    }

    /// Lists all keys, and forgets records that are gone.
    fn all(&self) -> Result<Vec<String>, Fault> {
        let keys = self.backend.keys(key::PREFIX)?;
        self.records.borrow_mut().retain(|record| keys.contains(&record.key));
        Ok(keys)
    }

    fn known<T>(&self, key: &str, then: impl FnOnce(&Record) -> T) -> Option<T> {
        self.records.borrow().iter().find(|record| record.key == key).map(then)
    }

    fn note(&self, record: Record) {
        let mut records = self.records.borrow_mut();
        records.retain(|other| other.key != record.key);
        records.push(record);
    }

    /// Forgets a record, and what was derived from it.
    fn forget(&self, key: &str) {
        let summed_up = key::summed_up(key);
        let is_of = |record: &Record| record.key == key || summed_up.as_ref() == Some(&record.key);
        self.records.borrow_mut().retain(|record| !is_of(record));
    }
}

impl Backend for ReadCache {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        self.backend.keys(prefix)
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.backend.get(key)
    }

    fn set(&self, key: &str, json: &str) -> Result<(), Fault> {
        self.forget(key);
        self.backend.set(key, json)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.forget(key);
        self.backend.remove(key)
    }

    fn is_as_set(&self, key: &str) -> bool {
        self.backend.is_as_set(key)
    }
}

/// Counts the UTF-16 units of a text: two for each character that takes four bytes in UTF-8, one for any other.
fn units(text: &str) -> usize {
    // Most records are ASCII, which is checked several letters at a time.
    if text.is_ascii() {
        return text.len();
    }
    let of = |byte: u8| match byte {
        0x80..0xc0 => 0,
        0xf0.. => 2,
        _ => 1,
    };
    text.bytes().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::units;

    #[test]
    fn units_are_those_of_utf_16() {
        for text in ["", "abc", "Größe", "報告", "𝒳 and 🦆", "\u{7ff}\u{800}\u{ffff}\u{10000}"] {
            assert_eq!(units(text), text.encode_utf16().count(), "{text}");
        }
    }
}
