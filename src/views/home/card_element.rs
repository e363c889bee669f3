//! The name of a report's card, and its element on the page.

use leptos::prelude::request_animation_frame;

use crate::browser::focus;
use crate::session::words::t;
use report::draft::DraftId;
use report::store::DraftInfo;

/// Returns a report's name in words, also if its affiliate is not known yet.
pub(super) fn name(summary: &DraftInfo) -> String {
    if summary.affiliate.is_empty() { t("ui-report-without-name") } else { summary.affiliate.clone() }
}

/// Moves the focus to a draft's card, once it is on the page.
pub(super) fn focus_soon(id: DraftId) {
    request_animation_frame(move || focus::element(&element_id(&id)));
}

/// Returns the id of a draft's card on the page.
pub(super) fn element_id(id: &DraftId) -> String {
    format!("report-{id}")
}
