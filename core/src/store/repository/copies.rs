//! Copies of drafts: handed out with their edits, and taken back in.

use std::collections::BTreeSet;

use super::Repository;
use super::document::Document;
use crate::draft::file::{CopiedEdits, DraftCopy};
use crate::draft::replica::{ApartRecord, CausalContext, CopyNews, Field, Replica, WriterNames};
use crate::draft::{Draft, DraftId, Timestamp};
use crate::json;
use crate::store::Backend;
use crate::store::key::{self, Beside};

/// A draft before and after a copy was merged into it, for undoing.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenCopy {
    before: Replica,
    after: Replica,
}

impl Repository {
    /// Makes a copy of a draft, with its edits if it is in memory, that is, if it is open or was loaded.
    pub fn copy_of(&self, draft: Draft) -> DraftCopy {
        let replica = self.with(draft.id(), |document| document.replica.clone());
        if replica.is_some() {
            self.note_copies(draft.id());
        }
        let edits = replica.map_or(CopiedEdits::None, |replica| CopiedEdits::There(Box::new(replica)));
        DraftCopy { draft, edits, names: WriterNames::default() }
    }

    /// Notes that another person has this copy now. A part does not count until somebody has the whole draft, as
    /// nearly everything would count as new.
    pub fn note_shared(&self, copy: &DraftCopy) {
        let Some(replica) = copy.edits.replica() else { return };
        let is_whole = self.with(copy.draft.id(), |document| document.replica.context() == replica.context());
        self.note_elsewhere(copy.draft.id(), replica, is_whole == Some(true));
    }

    /// Lists the fields of a copy with anything that none of the copies handed out or taken has; `None` if nobody has
    /// a copy.
    pub fn unshared(&self, copy: &DraftCopy) -> Option<BTreeSet<Field>> {
        let elsewhere = self.elsewhere(copy.draft.id())?;
        Some(copy.edits.replica()?.unseen(&elsewhere))
    }

    /// Returns which edits of a draft are known elsewhere, from the copies that were handed out or taken.
    fn elsewhere(&self, id: &DraftId) -> Option<CausalContext> {
        let noted = self.setting(&key::beside(id, Beside::Copied))?;
        let (seen, apart): (Vec<(String, u64)>, Vec<ApartRecord>) = serde_json::from_str(&noted).ok()?;
        CausalContext::read(&seen, &apart)
    }

    /// Notes the edits in a copy elsewhere. `counts` says whether the copy counts even if it is the first.
    fn note_elsewhere(&self, id: &DraftId, copy: &Replica, counts: bool) {
        let before = self.elsewhere(id);
        if before.is_none() && !counts {
            return self.note_copies(id);
        }
        let mut elsewhere = before.unwrap_or_default();
        elsewhere.join(copy.context());
        let noted = json::write(&(elsewhere.record(), elsewhere.apart_record()));
        // If this is refused, more than necessary is offered for sharing.
        let _ = self.set_setting(&key::beside(id, Beside::Copied), Some(&noted));
    }

    /// Returns what a copy would change in a draft; `None` if the draft is not in memory.
    pub fn news_in(&self, id: &DraftId, copy: &Replica) -> Option<CopyNews> {
        self.with(id, |document| document.replica.news_in(copy, self.me))
    }

    /// Returns whether a draft in memory contains everything in a copy of it, so that there is nothing to merge.
    pub fn has_all_of(&self, id: &DraftId, copy: &Replica) -> bool {
        let has_all =
            |document: &mut Document| document.replica.clone().merged(copy.clone()) == document.replica;
        self.with(id, has_all).unwrap_or(false)
    }

    /// Saves the changes in `current`, then merges a copy into the draft, and stores that. A draft that is not in this
    /// browser begins with the copy's edits. The fields in `typing`, which are being typed in, keep what they show, as
    /// with [`absorb`](Self::absorb). Returns the draft, and what to take back; `None` if a newer version has written
    /// it.
    pub fn take_copy(
        &self,
        current: &Draft,
        copy: &Replica,
        typing: &[Field],
        now: Timestamp,
    ) -> Option<(Draft, TakenCopy)> {
        let is_here = self.with(current.id(), |_| ()).is_some();
        self.note_elsewhere(current.id(), copy, !is_here || copy.context().is_even());
        if is_here {
            self.save(current, now);
        } else {
            self.hold(current.id());
        }
        let taken = self.with(current.id(), |document| {
            if document.stopped.is_some() {
                return None;
            }
            document.merge_inbox();
            let before = document.replica.clone();
            document.replica.merge(copy);
            document.shown.refresh(&document.replica, self.me, typing);
            document.renew(self.me);
            self.write_local(document, now);
            Some((document.draft()?, TakenCopy { before, after: document.replica.clone() }))
        });
        taken.flatten()
    }

    /// Saves the changes in `current`, then takes back what came with a copy, unless the draft was edited since, and
    /// stores that.
    pub fn take_back(&self, current: &Draft, taken: &TakenCopy, now: Timestamp) -> Option<Draft> {
        self.save(current, now);
        let back = self.with(current.id(), |document| {
            if document.stopped.is_some() {
                return None;
            }
            document.replica.take_back(&taken.before, &taken.after, self.me, now);
            document.shown.refresh(&document.replica, self.me, &[]);
            document.renew(self.me);
            self.write_local(document, now);
            document.draft()
        });
        back.flatten()
    }

    /// Returns whether copies of a draft may be elsewhere: then its version vector must not forget any writer.
    pub(super) fn has_copies(&self, id: &DraftId) -> bool {
        // If that is unknown, no writer is forgotten.
        self.local.get(&key::setting(&key::beside(id, Beside::Copied))).map_or(true, |noted| noted.is_some())
    }

    fn note_copies(&self, id: &DraftId) {
        if !self.has_copies(id) {
            // If this is refused, a copy that comes back may offer a replaced text as a choice.
            let _ = self.set_setting(&key::beside(id, Beside::Copied), Some(""));
        }
    }
}
