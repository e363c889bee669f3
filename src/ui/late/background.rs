//! What is cleared away in the background. It has time.

use leptos::prelude::WithUntracked;

use crate::browser::task::spawn_for_page;
use crate::browser::{clock, locks, nfc};
use crate::ui::session::Session;
use report::draft::DraftId;
use report::store::key;

/// Removes from the trash what has been there for long enough, and calls `done` then. What cannot be swept now is swept at
/// the next start.
pub(super) fn sweep(session: Session, done: Box<dyn FnOnce()>) {
    spawn_for_page(async move {
        drop(session.keeper().sweep(clock::now(), &nfc).await);
        done();
    });
}

/// Removes what a draft's pages that are gone have left. What cannot be cleared away now is cleared away another time.
pub(super) fn tidy(session: Session, id: DraftId) {
    // It has to be open: somebody may have gone elsewhere by now.
    if session.open.with_untracked(|open| open.is_none_or(|open| open.id() != id)) {
        return;
    }
    spawn_for_page(async move {
        // Without locks nobody knows which writers are alive, and nothing is cleared away.
        let Some(held) = locks::held().await else { return };
        let alive: Vec<_> = held.iter().filter_map(|name| key::writer_of_lock(name)).collect();
        drop(session.keeper().tidy(&id, &alive, clock::now(), &nfc).await);
    });
}
