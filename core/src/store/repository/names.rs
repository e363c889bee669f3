//! Who wrote what: the name of this browser's user, and the names that came with copies, kept beside each draft.

use std::collections::BTreeSet;

use super::Repository;
use crate::draft::file::DraftCopy;
use crate::draft::replica::{Field, NamesRecord, Writer, WriterNames};
use crate::draft::{Draft, DraftId, Nfc, Timestamp};
use crate::json;
use crate::store::key::{self, Beside};
use crate::store::{Backend, Fault};

/// The setting with the name of this browser's user.
const OWN_NAME: &str = "name";

/// The notes beside a draft: the writers that were page loads of this browser, and the names of others.
type Noted = (BTreeSet<String>, NamesRecord);

/// Who wrote an answer last, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastWritten {
    /// The name that the person gave.
    pub by: String,
    /// The time of the edit, by that person's clock.
    pub at: Timestamp,
}

impl Repository {
    /// Returns the name that this browser's user has given.
    pub fn own_name(&self) -> Option<String> {
        self.setting(OWN_NAME)
    }

    /// Stores the name of this browser's user. Without a name, copies do not say what this user wrote.
    ///
    /// # Errors
    /// When localStorage refuses.
    pub fn set_own_name(&self, typed: &str, nfc: Nfc<'_>) -> Result<(), Fault> {
        self.set_setting(OWN_NAME, WriterNames::clean(typed, nfc).as_deref())
    }

    /// Returns who last wrote a field of a draft in memory, if that was another person who gave a name and the field
    /// was not edited since.
    pub fn last_written(&self, draft: &Draft, field: &Field, nfc: Nfc<'_>) -> Option<LastWritten> {
        let last = self.with(draft.id(), |document| {
            document.shown.last_edit(field).filter(|_| document.shown.is_in(draft, field))
        });
        let (writer, at) = last.flatten()?;
        Some(LastWritten { by: self.name_of(draft.id(), writer, nfc)?, at })
    }

    /// Returns the name of a draft's writer, if that is another person.
    pub fn name_of(&self, id: &DraftId, writer: Writer, nfc: Nfc<'_>) -> Option<String> {
        // If no names came along, there is nothing more to look for.
        self.setting(&key::beside(id, Beside::Names))?;
        let (own, others) = self.noted(id, nfc);
        others.name(writer).filter(|_| !own.contains(&writer)).map(str::to_owned)
    }

    /// Puts into a copy the names of the people who made its edits and gave one.
    #[must_use]
    pub fn with_names(&self, mut copy: DraftCopy, nfc: Nfc<'_>) -> DraftCopy {
        if let Some(replica) = copy.edits.replica() {
            copy.names = self.names(copy.draft.id(), nfc).of_values_in(replica);
        }
        copy
    }

    /// Returns the known names of a draft's writers: those of others, and this browser's own.
    fn names(&self, id: &DraftId, nfc: Nfc<'_>) -> WriterNames {
        let (own, mut names) = self.noted(id, nfc);
        if let Some(name) = self.own_name() {
            own.into_iter().for_each(|writer| names.set(writer, &name));
        }
        names
    }

    /// Notes the names that came with a copy.
    pub fn note_names(&self, copy: &DraftCopy, nfc: Nfc<'_>) {
        let (own, mut names) = self.noted(copy.draft.id(), nfc);
        let before = names.clone();
        names.join(&copy.names, |writer| !own.contains(&writer));
        if names != before {
            self.note(copy.draft.id(), &own, &names);
        }
    }

    /// Notes which writers were page loads of this browser, before their slots are removed.
    pub(super) fn note_own_writers(&self, id: &DraftId, nfc: Nfc<'_>) {
        let (own, names) = self.noted(id, nfc);
        // As long as there are no names, this is not needed.
        if self.own_name().is_some() || names.record().is_some() {
            self.note(id, &own, &names);
        }
    }

    /// Reads the notes beside a draft, adding the page loads of this browser whose slots are stored.
    fn noted(&self, id: &DraftId, nfc: Nfc<'_>) -> (BTreeSet<Writer>, WriterNames) {
        let noted = self.setting(&key::beside(id, Beside::Names));
        let noted = noted.and_then(|noted| serde_json::from_str::<Noted>(&noted).ok());
        let (own, others) = noted.unwrap_or_default();
        let mut own: BTreeSet<Writer> = own.iter().filter_map(|writer| Writer::parse(writer)).collect();
        own.insert(self.me);
        let slots = self.local.keys(&key::slots_of(id)).unwrap_or_default();
        own.extend(slots.iter().filter_map(|key| key::slot_of(key)).map(|(_, writer)| writer));
        (own, WriterNames::read(&others, nfc))
    }

    fn note(&self, id: &DraftId, own: &BTreeSet<Writer>, names: &WriterNames) {
        let own: BTreeSet<String> = own.iter().map(Writer::to_string).collect();
        let noted: Noted = (own, names.record().unwrap_or_default());
        // If this is refused, the authors of those edits have no names.
        let _ = self.set_setting(&key::beside(id, Beside::Names), Some(&json::write(&noted)));
    }
}
