//! The open draft in another tab: what is saved there appears here, as long as nothing here is unsaved.
//!
//! Where something is, nothing is taken over: saving then copies the other tab's record aside (see [`crate::storage`]).

use leptos::prelude::*;

use super::session::Session;
use super::state::OpenDraft;
use crate::browser::{field, nfc, other_tabs};
use crate::storage::key;

/// Follows other tabs for as long as the page lives.
pub(super) fn follow(session: Session) {
    other_tabs::on_stored(move |stored| {
        let Some(open) = session.open.get_untracked() else { return };
        if stored == key::draft(&open.id()) {
            session.elsewhere.set(true);
            take_over(session, open);
        }
    });
}

fn take_over(session: Session, open: OpenDraft) {
    let (drafts, id) = (session.drafts(), open.id());
    if !session.saver().is_clean() || drafts.changed_elsewhere(&id) != Ok(true) {
        return;
    }
    // A record that cannot be read is left alone, and set aside before this page saves again.
    let Ok(draft) = drafts.load(&id, &nfc) else { return };
    for answer in open.take_over(draft) {
        let text = answer.entry.with_untracked(|entry| entry.text().to_owned());
        // The id that the writing view gives a question's field.
        field::show(&format!("answer-{}", answer.question.id), &text);
    }
}
