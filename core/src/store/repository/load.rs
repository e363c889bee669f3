//! Opening drafts, and looking at them.

use super::Repository;
use super::document::Document;
use crate::draft::replica::Replica;
use crate::draft::{Draft, DraftId, Nfc};
use crate::store::decode::{self, Gathered};
use crate::store::slot::SlotError;
use crate::store::{Fault, LoadError, QuarantineReason};

impl Repository {
    /// Opens a draft from localStorage, merged with the states of it that were fetched or received. From now on the
    /// draft belongs to the view.
    ///
    /// # Errors
    /// [`LoadError`]. If it is [`Missing`](LoadError::Missing) or a fault, the durable store may still have the draft:
    /// call [`fetch`](Self::fetch), then open again.
    pub fn open(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<Draft, LoadError> {
        let already = self.with(id, |document| document.open.then(|| document.draft()).flatten());
        if let Some(draft) = already.flatten() {
            return Ok(draft);
        }
        let local = decode::local(&self.local, id, nfc);
        let draft = self.bring(id, local)?;
        self.with(id, |document| document.open = true);
        Ok(draft)
    }

    /// Lets a draft that a view has begun belong to that view from its first save on. Reads nothing: the view shows
    /// what it has.
    pub fn opened(&self, id: &DraftId) {
        self.with(id, |document| document.open = true);
    }

    /// Ends a view of a draft. The draft stays in memory unless both media have its last state: if it were opened
    /// again from the medium that lacks that state, this page's next write would overwrite its earlier one.
    pub fn close(&self, id: &DraftId) {
        let safe = |document: &Document| {
            let is_local = document.local.stored >= document.sequence() || document.is_put_away();
            is_local && document.durable.stored >= document.sequence()
        };
        let mut inner = self.inner.borrow_mut();
        let closed = inner.documents.iter().find(|document| document.id == *id && safe(document));
        // Its record must be known when it is opened again: any other record under the key is foreign.
        if let Some(sums) = closed.map(|document| document.local.sums).filter(|sums| sums.slot.is_some()) {
            inner.written.retain(|(other, _)| other != id);
            inner.written.push((id.clone(), sums));
        }
        inner.documents.retain(|document| document.id != *id || !safe(document));
        if let Some(document) = inner.documents.iter_mut().find(|document| document.id == *id) {
            document.open = false;
        }
    }

    /// Loads a draft from both media.
    ///
    /// # Errors
    /// [`LoadError`]; a fault only if neither medium has the draft.
    pub async fn load(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<Draft, LoadError> {
        self.reach(id, nfc).await?;
        let trashed = self.with(id, |document| document.replica.trashed().is_some());
        if trashed == Some(true) {
            return Err(LoadError::InTrash);
        }
        self.with(id, |document| document.draft()).flatten().ok_or(LoadError::Missing)
    }

    /// Loads every draft that is not in the trash, whole, the last edited first. Drafts that cannot be read are left out.
    pub async fn all(&self, nfc: Nfc<'_>) -> Vec<Draft> {
        // Drafts that the durable store refuses to return are missing here.
        let _ = self.look(nfc).await;
        let mut drafts = Vec::new();
        for card in self.shelf(nfc).drafts {
            drafts.extend(self.load(&card.id, nfc).await.ok());
        }
        drafts
    }

    /// Reads a draft from both media into memory, in the trash or not. What an open view shows stays unchanged.
    pub(super) async fn reach(&self, id: &DraftId, nfc: Nfc<'_>) -> Result<(), LoadError> {
        let fetched = self.fetch(id, nfc).await;
        if self.with(id, |document| document.open) == Some(true) {
            return Ok(());
        }
        match self.bring(id, decode::local(&self.local, id, nfc)) {
            Ok(_) | Err(LoadError::InTrash) => Ok(()),
            Err(LoadError::Missing) => Err(fetched.err().map_or(LoadError::Missing, LoadError::Fault)),
            Err(error) => Err(error),
        }
    }

    /// Merges localStorage's state of a draft with the waiting one, and shows the result.
    fn bring(&self, id: &DraftId, local: Result<Gathered, Fault>) -> Result<Draft, LoadError> {
        let (gathered, fault) = match local {
            Ok(gathered) => (gathered, None),
            Err(fault) => (Gathered::default(), Some(fault)),
        };
        let unreadable = gathered.quarantined.first().cloned();
        self.take_in(id, gathered);
        if let Some(version) = self.newer(id) {
            let text = unreadable.map(|quarantined| quarantined.text).unwrap_or_default();
            return Err(LoadError::Slot { error: SlotError::Newer { version }, text });
        }
        self.hold_waiting(id);
        let shown = self.with(id, |document| {
            document.merge_inbox();
            document.shown.refresh(&document.replica, self.me, &[]);
            if document.replica.trashed().is_some() {
                Err(LoadError::InTrash)
            } else {
                document.draft().ok_or(LoadError::Missing)
            }
        });
        match (shown, unreadable, fault) {
            (Some(Err(LoadError::Missing)) | None, Some(quarantined), _) => Err(match quarantined.why {
                QuarantineReason::Slot(error) => LoadError::Slot { error, text: quarantined.text },
                QuarantineReason::Unreadable(error) => {
                    LoadError::Unreadable { error, text: quarantined.text }
                }
                QuarantineReason::WrittenElsewhere { .. } | QuarantineReason::UnknownKey => {
                    LoadError::Missing
                }
            }),
            (Some(Err(LoadError::Missing)) | None, None, Some(fault)) => Err(LoadError::Fault(fault)),
            (None, None, None) => Err(LoadError::Missing),
            (Some(shown), _, _) => shown,
        }
    }

    /// Takes a draft that waits into memory.
    fn hold_waiting(&self, id: &DraftId) {
        if let Some(state) = self.take_waiting(id) {
            self.take(id.clone(), state);
        }
    }

    /// Returns the state of a draft that was sent or fetched and is not in memory as a document yet, and removes it
    /// from those that wait.
    pub(super) fn take_waiting(&self, id: &DraftId) -> Option<Replica> {
        let waiting = &mut self.inner.borrow_mut().waiting;
        let at = waiting.iter().position(|(other, _)| other == id)?;
        Some(waiting.swap_remove(at).1)
    }
}
