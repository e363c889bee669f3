//! The report that was begun in this tab and has nothing in it yet. It is neither stored nor listed until the first
//! save, so a writer who turns back leaves nothing behind.
//!
//! The tab keeps its id, so that its address leads to the empty form after a reload. `public/early.js` keeps it under
//! the same name.

use leptos::prelude::*;

use super::{Session, remembered};
use crate::browser::{clock, nfc, random, tab};
use report::draft::{Draft, DraftId};
use report::store::LoadError;

/// The name under which the tab keeps the id.
const BEGUN: &str = "begun";

/// The id of the report that was begun. Copies are the same.
#[derive(Clone, Copy)]
pub struct Begun(StoredValue<Option<DraftId>>);

impl Begun {
    /// Makes an empty place for the id.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Returns the id, also of a report that was begun before the app was loaded or the page reloaded.
    fn id(self) -> Option<DraftId> {
        self.0.update_value(|begun| *begun = begun.take().or_else(|| DraftId::new(&tab::kept(BEGUN)?)));
        self.0.get_value()
    }

    fn is(self, id: &DraftId) -> bool {
        self.0.with_value(|begun| begun.as_ref() == Some(id))
    }

    fn begin(self, id: &DraftId) {
        // Where the tab keeps nothing, the id is known until the page is reloaded.
        tab::keep(BEGUN, id.as_str());
        self.0.set_value(Some(id.clone()));
    }

    fn end(self) {
        tab::forget(BEGUN);
        self.0.set_value(None);
    }
}

impl Session {
    /// Begins an empty report and returns its id: that of the report begun before, if it is still empty.
    pub fn start_report(self) -> DraftId {
        let before = self.begun.id().filter(|id| !self.is_stored(id));
        let id = before.unwrap_or_else(|| DraftId::from_random(random::bits()));
        self.begun.begin(&id);
        id
    }

    /// Returns the empty report of this id, if it was begun in this tab.
    pub fn begun_report(self, id: &DraftId) -> Option<Draft> {
        (self.begun.id().as_ref() == Some(id)).then(|| Draft::new(id.clone(), &self.form().id, clock::now()))
    }

    /// Returns whether the report of this id was begun in this tab and has nothing in it yet.
    pub fn has_nothing_yet(self, id: &DraftId) -> bool {
        self.begun.is(id)
    }

    /// Notes that a report was stored. The writer need not be reminded of a copy yet, as the report was only just
    /// begun.
    pub fn note_stored(self, id: &DraftId) {
        if self.begun.is(id) {
            self.begun.end();
            remembered::note_copy(&self.repository(), id);
            // From now on the report belongs to its view.
            self.repository().opened(id);
        }
    }

    /// Returns whether a copy of this tab has made a report of the one that was begun.
    fn is_stored(self, id: &DraftId) -> bool {
        let found = self.repository().open(id, &nfc);
        self.repository().close(id);
        !matches!(found, Err(LoadError::Missing | LoadError::Fault(_)))
    }
}
