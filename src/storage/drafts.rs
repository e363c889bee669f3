//! Drafts by id: load, save, put into the trash and take out again.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::aside::Copy;
use super::checksum::checksum;
use super::shelf::{self, Card, Shelf};
use super::summary::Summary;
use super::{Backend, Fault, LoadError, TRASH_MILLIS, key};
use crate::draft::file;
use crate::draft::{Draft, DraftId, Nfc, Timestamp};

/// The drafts in a store.
///
/// What the store does not take is kept in memory and counts as stored for the rest of the page's life: work goes
/// on, and [`Drafts::save`] says each time that it is not safe.
pub struct Drafts {
    backend: Box<dyn Backend>,
    /// The checksum of each record as this page last read or wrote it.
    known: RefCell<BTreeMap<DraftId, String>>,
    /// Drafts the store refused.
    unsaved: RefCell<BTreeMap<DraftId, Draft>>,
}

impl Drafts {
    /// The drafts in this store.
    pub fn new(backend: Box<dyn Backend>) -> Self {
        Self { backend, known: RefCell::default(), unsaved: RefCell::default() }
    }

    /// Whether what is saved outlives the page.
    pub fn is_lasting(&self) -> bool {
        self.backend.is_lasting()
    }

    /// All there is, for the home screen.
    ///
    /// # Errors
    /// When the storage cannot be read. What it refused earlier is not lost then, but not listed either.
    pub fn shelf(&self, nfc: Nfc<'_>) -> Result<Shelf, Fault> {
        let mut shelf = shelf::shelf(self.backend.as_ref(), nfc)?;
        for (id, draft) in self.unsaved.borrow().iter() {
            shelf.drafts.retain(|card| card.id != *id);
            shelf.drafts.insert(0, Card { id: id.clone(), summary: Summary::of(draft) });
        }
        Ok(shelf)
    }

    /// Every draft that is not in the trash, whole, the last edited first; records that cannot be read are left out.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn all(&self, nfc: Nfc<'_>) -> Result<Vec<Draft>, Fault> {
        let cards = self.shelf(nfc)?.drafts;
        let loaded = cards.iter().map(|card| self.load(&card.id, nfc));
        Ok(loaded.filter_map(Result::ok).collect())
    }

    /// Loads a draft.
    ///
    /// # Errors
    /// [`LoadError`]; the record stays as it is.
    pub fn load(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<Draft, LoadError> {
        if let Some(draft) = self.unsaved.borrow().get(id) {
            return Ok(draft.clone());
        }
        let record = self.backend.get(&key::draft(id))?.ok_or(LoadError::Missing)?;
        let draft = match shelf::read_one(&record, nfc) {
            Ok(draft) => draft.with_id(id.clone()),
            Err(error) => return Err(LoadError::Unreadable { error, text: record }),
        };
        if self.deleted(id)?.is_some() {
            return Err(LoadError::InTrash);
        }
        self.known.borrow_mut().insert(id.clone(), checksum(&record));
        Ok(draft)
    }

    /// Stores a draft. A record in its place that this page neither read nor wrote is copied aside before.
    ///
    /// # Errors
    /// When the storage refuses it. The draft is then kept in memory, and the stored one stays as it was.
    pub fn save(&self, draft: &Draft, now: Timestamp) -> Result<(), Fault> {
        let stored = self.store(draft, now);
        let mut unsaved = self.unsaved.borrow_mut();
        match &stored {
            Ok(()) => drop(unsaved.remove(draft.id())),
            Err(_) => drop(unsaved.insert(draft.id().clone(), draft.clone())),
        }
        stored
    }

    fn store(&self, draft: &Draft, now: Timestamp) -> Result<(), Fault> {
        let id = draft.id();
        let record = file::write(std::slice::from_ref(draft))
            .map_err(|error| Fault::Broken { name: error.to_string() })?;
        let sum = checksum(&record);
        self.keep_foreign(id, &sum, now)?;
        if self.known.borrow().get(id) != Some(&sum) {
            self.backend.set(&key::draft(id), &record)?;
            self.known.borrow_mut().insert(id.clone(), sum.clone());
        }
        // A summary is only a shortcut: without one the draft itself is read. An old one would be wrong.
        let summary = key::summary(id);
        if self.backend.set(&summary, &Summary::of(draft).write(sum)).is_err() {
            self.backend.remove(&summary)?;
        }
        Ok(())
    }

    /// Copies the record in a draft's place aside if it is neither what this page knows nor what it will write.
    fn keep_foreign(&self, id: &DraftId, new_sum: &str, now: Timestamp) -> Result<(), Fault> {
        let Some(record) = self.backend.get(&key::draft(id))? else {
            self.known.borrow_mut().remove(id);
            return Ok(());
        };
        let sum = checksum(&record);
        if self.known.borrow().get(id) != Some(&sum) && sum != new_sum {
            let copy = Copy { at: now.millis(), text: record };
            self.backend.set(&key::aside(id, now), &copy.write())?;
        }
        self.known.borrow_mut().insert(id.clone(), sum);
        Ok(())
    }

    /// Whether the stored record is another one than this page last read or wrote: another tab has edited the draft.
    ///
    /// # Errors
    /// When the storage cannot be read.
    pub fn changed_elsewhere(&self, id: &DraftId) -> Result<bool, Fault> {
        let record = self.backend.get(&key::draft(id))?;
        Ok(record.is_some_and(|record| self.known.borrow().get(id) != Some(&checksum(&record))))
    }

    /// Puts a draft into the trash. Its record stays where it is.
    ///
    /// # Errors
    /// When the storage refuses; nothing has changed then.
    pub fn discard(&self, id: &DraftId, now: Timestamp, nfc: Nfc<'_>) -> Result<(), Fault> {
        if let Some(draft) = self.unsaved.borrow_mut().remove(id) {
            // It may come out of the trash again, so the trash gets its last state if there is room.
            let _ = self.store(&draft, now);
        }
        self.mark(id, Some(now), nfc)
    }

    /// Takes a draft out of the trash.
    ///
    /// # Errors
    /// When the storage refuses; nothing has changed then.
    pub fn restore(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<(), Fault> {
        self.mark(id, None, nfc)
    }

    fn mark(&self, id: &DraftId, deleted: Option<Timestamp>, nfc: Nfc<'_>) -> Result<(), Fault> {
        let Some(record) = self.backend.get(&key::draft(id))? else { return Ok(()) };
        let Ok(draft) = shelf::read_one(&record, nfc) else { return Ok(()) };
        let summary = Summary { deleted, ..Summary::of(&draft) };
        self.backend.set(&key::summary(id), &summary.write(checksum(&record)))
    }

    fn deleted(&self, id: &DraftId) -> Result<Option<Timestamp>, Fault> {
        Ok(self.backend.get(&key::summary(id))?.and_then(|json| Summary::deleted_in(&json)))
    }

    /// Removes a draft in the trash for good.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn remove(&self, id: &DraftId) -> Result<(), Fault> {
        if self.deleted(id)?.is_none() {
            return Ok(());
        }
        self.backend.remove(&key::draft(id))?;
        self.known.borrow_mut().remove(id);
        self.backend.remove(&key::summary(id))
    }

    /// Removes what has been in the trash for more than [`TRASH_MILLIS`].
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn sweep(&self, now: Timestamp, nfc: Nfc<'_>) -> Result<(), Fault> {
        for card in self.shelf(nfc)?.trash {
            let deleted = card.summary.deleted.unwrap_or(now);
            if now.millis().saturating_sub(deleted.millis()) > TRASH_MILLIS {
                self.remove(&card.id)?;
            }
        }
        Ok(())
    }

    /// Removes everything that this app has stored: drafts, trash, what was set aside, settings.
    ///
    /// # Errors
    /// When the storage refuses; some of it may be gone then.
    pub fn clear(&self) -> Result<(), Fault> {
        for key in self.backend.keys(key::PREFIX)? {
            self.backend.remove(&key)?;
        }
        self.known.borrow_mut().clear();
        self.unsaved.borrow_mut().clear();
        Ok(())
    }

    /// A choice of the user's; `None` where there is none or it is damaged.
    pub fn setting(&self, name: &str) -> Option<String> {
        let json = self.backend.get(&key::setting(name)).ok().flatten()?;
        serde_json::from_str(&json).ok()
    }

    /// Keeps a choice of the user's, or forgets it.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn set_setting(&self, name: &str, value: Option<&str>) -> Result<(), Fault> {
        let key = key::setting(name);
        match value.map(serde_json::to_string) {
            Some(Ok(json)) => self.backend.set(&key, &json),
            _ => self.backend.remove(&key),
        }
    }
}
