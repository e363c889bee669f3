//! Whether another report has the open draft's page title.

use super::{OpenDraft, remembered, session};
use crate::browser::nfc;
use report::report::{TitleOwner, proposed_parts, report_title, title_owner};

/// Finds another report that has the open draft's page title, unless the writer has decided to keep the title. Does not subscribe.
pub fn undecided_owner(open: OpenDraft) -> Option<TitleOwner> {
    let repository = session().repository();
    let cards = repository.shelf(&nfc).drafts;
    open.with_draft(|draft| {
        let owner = title_owner(draft, &cards)?;
        let title = report_title(open.form(), &proposed_parts(draft)).ok()?;
        let is_kept = remembered::is_title_kept(&repository, draft.id(), &title.to_string());
        (!is_kept).then_some(owner)
    })
}
