//! Opens whole reports from a file unchanged.

use super::kept;
use super::plan::Plan;
use crate::browser::{address, nfc, random};
use crate::route::Route;
use crate::session::{Session, draft_now, remembered};
use report::draft::file::DraftCopy;
use report::draft::{Draft, DraftId};
use report::store::{Fault, LoadError};

/// How a report in this browser compares with the same one in a file.
#[derive(Clone, Copy)]
pub(super) enum Known {
    /// The very same report.
    Same,
    /// A different report under the same id.
    Other,
}

/// Compares a report with the one that has its id in this browser, in either store; `None` if there is none.
pub(super) async fn known(session: Session, draft: &Draft) -> Option<Known> {
    match draft_now::load(session, draft.id()).await {
        Ok(stored) if stored == *draft => Some(Known::Same),
        // A missing database contains nothing.
        Err(LoadError::Missing | LoadError::Fault(Fault::Blocked)) => None,
        // If the report cannot be read or is in the trash, nothing is merged into it.
        Ok(_) | Err(_) => Some(Known::Other),
    }
}

/// Opens reports unchanged. A report whose id another one has gets a new id, so that both exist.
pub(super) fn open(plan: Plan, copies: Vec<DraftCopy>) {
    if copies.is_empty() || !plan.begin() {
        return;
    }
    let session = plan.session;
    let question = match copies.as_slice() {
        [copy] => copy.only_question().cloned(),
        _ => None,
    };
    let stored = async move {
        let mut ids: Vec<DraftId> = Vec::new();
        for copy in copies {
            session.repository().note_names(&copy, &nfc);
            let DraftCopy { draft, edits, .. } = copy;
            ids.push(match known(session, &draft).await {
                Some(Known::Same) => draft.id().clone(),
                // Stored with its edits, so that a later copy can be merged.
                None => {
                    match edits.replica().and_then(|copy| draft_now::take_copy(session, &draft, copy, &[])) {
                        Some(_) => draft.id().clone(),
                        None => session.store(&draft),
                    }
                }
                Some(Known::Other) => session.store(&draft.with_id(DraftId::from_random(random::bits()))),
            });
        }
        // The writer has a copy: the file or text that was opened.
        ids.iter().for_each(|id| remembered::note_copy(&session.repository(), id));
        kept::forget();
        ids
    };
    plan.scope.spawn(stored, move |ids| {
        plan.end();
        address::go(&match ids.as_slice() {
            [one] => Route::Write { draft: one.clone(), question },
            _ => Route::Home,
        });
    });
}
