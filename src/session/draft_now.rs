//! A draft as it is by now, wherever it is: open in this tab, or stored.
//!
//! For work that goes on whatever is shown: it looks at the draft, waits for a storage, and looks again before it changes
//! anything. The draft may have been opened or left meanwhile.

use leptos::prelude::GetUntracked;

use super::open_draft::OpenDraft;
use super::{Session, sync};
use crate::browser::{clock, nfc};
use report::draft::replica::{Field, Replica};
use report::draft::{Draft, DraftId};
use report::store::{Durability, Fault, LoadError, TakenCopy};

/// Loads a draft as it is now, with text that is typed and not saved yet, and with what only the durable store has.
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

/// Replaces a draft by another state of it: shows that where the draft is open, and saves it. The state has to come from one that
/// [`load`] has just given, with nothing awaited since.
pub fn replace(session: Session, draft: Draft) {
    match opened(session, draft.id()) {
        Some(open) => {
            sync::show(&open.take_over(draft));
            session.saver().save_now();
        }
        None => drop(session.store(&draft)),
    }
}

/// Merges a copy into a draft, which begins with it where it is not here: shows that where the draft is open, and stores it. Returns
/// what to take back; `None` where a newer version of the app has written the draft. `current` is as for [`replace`]. The fields in
/// `typing`, where somebody is typing, keep what is shown.
pub fn take_copy(session: Session, current: &Draft, copy: &Replica, typing: &[Field]) -> Option<TakenCopy> {
    let (draft, taken) = session.repository().take_copy(current, copy, typing, clock::now())?;
    stored(session, draft);
    Some(taken)
}

/// Takes back what came with a copy, where nothing was edited since. Returns whether it could. `current` is as for [`replace`].
pub fn take_back(session: Session, current: &Draft, taken: &TakenCopy) -> bool {
    let back = session.repository().take_back(current, taken, clock::now());
    back.map(|draft| stored(session, draft)).is_some()
}

/// Shows a draft that the repository has changed and written, where it is open.
fn stored(session: Session, draft: Draft) {
    let id = draft.id().clone();
    if let Some(open) = opened(session, &id) {
        sync::show(&open.take_over(draft));
        session.look_for_conflicts();
    }
    session.saver().wrote(&id);
}

/// Returns why a draft is in memory only, and gone with the page; `None` where a storage has taken it.
pub fn refused(session: Session, id: &DraftId) -> Option<Fault> {
    match session.repository().durability(id) {
        Durability::MemoryOnly { local, .. } => Some(local),
        _ => None,
    }
}

/// Returns the open draft, if it is the one of this id.
fn opened(session: Session, id: &DraftId) -> Option<OpenDraft> {
    session.open.get_untracked().filter(|open| open.id() == *id)
}
