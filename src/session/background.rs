//! What is cleared away in the background. It has time.

use std::rc::Rc;

use crate::browser::task::spawn_for_page;
use crate::browser::{clock, nfc, tabs};
use report::draft::DraftId;
use report::store::{Repository, key};

/// Removes expired drafts from the trash, and then calls `done`. Drafts that cannot be removed now are left to the next start.
pub fn sweep(repository: Rc<Repository>, done: Box<dyn FnOnce()>) {
    spawn_for_page(async move {
        drop(repository.sweep(clock::now(), &nfc).await);
        done();
    });
}

/// Removes records of an open draft that pages now gone have left. Records that cannot be removed now are left to another time.
pub fn tidy(repository: Rc<Repository>, id: DraftId) {
    spawn_for_page(async move {
        // Without locks nobody knows which writers are alive, and nothing is cleared away.
        let Some(held) = tabs::held_locks().await else { return };
        let alive: Vec<_> = held.iter().filter_map(|name| key::writer_of_lock(name)).collect();
        drop(repository.tidy(&id, &alive, clock::now(), &nfc).await);
    });
}
