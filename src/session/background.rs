//! Clean-up in the background, which can wait.

use std::rc::Rc;

use crate::browser::task::spawn_for_page;
use crate::browser::{clock, nfc, tabs};
use report::draft::DraftId;
use report::store::{Repository, key};

/// Removes expired drafts from the trash, and then calls `done`. Drafts that cannot be removed now are left for the
/// next start.
pub fn sweep(repository: Rc<Repository>, done: Box<dyn FnOnce()>) {
    spawn_for_page(async move {
        drop(repository.sweep(clock::now(), &nfc).await);
        done();
    });
}

/// Removes records that closed pages have left of an open draft. Records that cannot be removed now are left for
/// another time.
pub fn tidy(repository: Rc<Repository>, id: DraftId) {
    spawn_for_page(async move {
        // Without locks, it is unknown which writers are alive, so nothing is removed.
        let Some(held) = tabs::held_locks().await else { return };
        let alive: Vec<_> = held.iter().filter_map(|name| key::writer_of_lock(name)).collect();
        drop(repository.tidy(&id, &alive, clock::now(), &nfc).await);
    });
}
