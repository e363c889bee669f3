//! What was typed and has no place in the draft, kept in this browser until it has one.

use super::apply::Applied;
use crate::session::Session;
use report::draft::DraftId;
use report::store::key::{self, Beside};

fn setting(id: &DraftId) -> String {
    key::beside(id, Beside::Unplaced)
}

/// What is kept for a draft; empty where nothing is.
pub(super) fn load(session: Session, id: &DraftId) -> String {
    session.repository().setting(&setting(id)).unwrap_or_default()
}

/// Keeps what went nowhere, or forgets it once all has a place.
pub(super) fn store(session: Session, id: &DraftId, applied: &Applied) {
    let pieces: Vec<&str> = match &applied.whole {
        Some(whole) => vec![whole],
        None => applied.unplaced.iter().map(|piece| piece.text.as_str()).collect(),
    };
    let text = pieces.join("\n\n");
    if text == load(session, id) {
        return;
    }
    // A storage that refuses is reported with the draft itself, which is saved at the same moments.
    let _ =
        session.repository().set_setting(&setting(id), Some(text.as_str()).filter(|text| !text.is_empty()));
}
