//! A draft in its present state, wherever it is: open in this tab, or stored.
//!
//! For work that does not depend on the view: it reads the draft, waits for a storage, and reads again before it
//! changes anything, as the draft may have been opened or closed meanwhile.

use leptos::prelude::GetUntracked;

use super::open_draft::OpenDraft;
use super::{Session, sync};
use crate::browser::{clock, nfc};
use report::draft::replica::{Field, Replica};
use report::draft::{Draft, DraftId};
use report::store::{Durability, Fault, LoadError, TakenCopy};

/// Loads a draft's present state, including text that is not saved yet and what only the durable store has.
///
/// # Errors
/// [`LoadError`], also where the draft is in the trash.
pub async fn load(session: Session, id: &DraftId) -> Result<Draft, LoadError> {
    if let Some(open) = opened(session, id) {
        return Ok(open.snapshot());
    }
    let loaded = session.repository().load(id, &nfc).await;
    // It may have been opened meanwhile, and typed in.
    opened(session, id).map_or(loaded, |open| Ok(open.snapshot()))
}

/// Replaces a draft by another state of it, saves it, and shows it if the draft is open. The state must derive from
/// what [`load`] has just returned, with nothing awaited since.
pub fn replace(session: Session, draft: Draft) {
    match opened(session, draft.id()) {
        Some(open) => {
            sync::show(&open.take_over(draft));
            session.saver().save_now();
        }
        None => drop(session.store(&draft)),
    }
}

/// Merges a copy into a draft, or begins the draft with it if it is not in this browser; stores the draft, and shows
/// it if it is open. Returns what to take back; `None` if a newer version of the app has written the draft. `current`
/// is as for [`replace`]. The fields in `typing`, which are being typed in, keep what they show.
pub fn take_copy(session: Session, current: &Draft, copy: &Replica, typing: &[Field]) -> Option<TakenCopy> {
    let (draft, taken) = session.repository().take_copy(current, copy, typing, clock::now())?;
    stored(session, draft);
    Some(taken)
}

/// Takes back what came with a copy, unless the draft was edited since. Returns whether it was taken back. `current`
/// is as for [`replace`].
pub fn take_back(session: Session, current: &Draft, taken: &TakenCopy) -> bool {
    let back = session.repository().take_back(current, taken, clock::now());
    back.map(|draft| stored(session, draft)).is_some()
}

/// Shows a draft that the repository has changed and written, if it is open.
fn stored(session: Session, draft: Draft) {
    let id = draft.id().clone();
    if let Some(open) = opened(session, &id) {
        sync::show(&open.take_over(draft));
        session.look_for_conflicts();
    }
    session.saver().note_written(&id);
}

/// Returns why a draft is in memory only and would be lost with the page; `None` if a storage has taken it.
pub fn refused(session: Session, id: &DraftId) -> Option<Fault> {
    match session.repository().durability(id) {
        Durability::MemoryOnly { local, .. } => Some(local),
        _ => None,
    }
}

/// Returns the open draft, if it has this id.
fn opened(session: Session, id: &DraftId) -> Option<OpenDraft> {
    session.open.get_untracked().filter(|open| open.id() == *id)
}
