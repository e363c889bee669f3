//! Opens whole reports of a file as they are.

use super::kept;
use super::plan::Plan;
use crate::browser::{address, random};
use crate::route::Route;
use crate::session::{Session, draft_now};
use report::draft::{Draft, DraftId};
use report::store::{Fault, LoadError};

/// What this browser has of a report.
#[derive(Clone, Copy)]
pub(super) enum Known {
    /// The very same.
    Same,
    /// Something else under its id.
    Other,
}

/// Looks what this browser has of a report, in both storages.
pub(super) async fn known(session: Session, draft: &Draft) -> Option<Known> {
    match draft_now::load(session, draft.id()).await {
        Ok(stored) if stored == *draft => Some(Known::Same),
        // A database that there is not has nothing.
        Err(LoadError::Missing | LoadError::Fault(Fault::Blocked)) => None,
        // Where nobody can tell, or it is in the trash, nothing is merged into it.
        Ok(_) | Err(_) => Some(Known::Other),
    }
}

/// Opens reports as they are. One whose id is taken by another gets an id of its own, so that both are there.
pub(super) fn open(plan: Plan, drafts: Vec<Draft>) {
    if drafts.is_empty() || !plan.begin() {
        return;
    }
    let session = plan.session;
    let stored = async move {
        let mut ids: Vec<DraftId> = Vec::new();
        for draft in drafts {
            ids.push(match known(session, &draft).await {
                Some(Known::Same) => draft.id().clone(),
                None => session.store(&draft),
                Some(Known::Other) => session.store(&draft.with_id(DraftId::from_random(random::bits()))),
            });
        }
        kept::forget();
        ids
    };
    plan.scope.spawn(stored, move |ids| {
        plan.end();
        address::go(&match ids.as_slice() {
            [one] => Route::Write { draft: one.clone(), question: None },
            _ => Route::Home,
        });
    });
}
