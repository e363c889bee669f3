//! The names records are stored under.

use crate::draft::{DraftId, Timestamp};

/// What every key of this app begins with: sites like `user.github.io` share one storage among all their projects.
pub const PREFIX: &str = "affiliate-report-builder/";

const DRAFT: &str = "affiliate-report-builder/draft/";
const SUMMARY: &str = "affiliate-report-builder/summary/";
const ASIDE: &str = "affiliate-report-builder/aside/";
const SETTING: &str = "affiliate-report-builder/setting/";

/// The key of a draft's record.
pub fn draft(id: &DraftId) -> String {
    format!("{DRAFT}{id}")
}

/// The key of a draft's summary.
pub fn summary(id: &DraftId) -> String {
    format!("{SUMMARY}{id}")
}

/// The key of a record of this draft that was set aside at this time.
pub fn aside(id: &DraftId, at: Timestamp) -> String {
    format!("{ASIDE}{id}/{}", at.millis())
}

/// The key of a choice of the user's.
pub fn setting(name: &str) -> String {
    format!("{SETTING}{name}")
}

/// What keys of drafts' records begin with.
pub(super) fn drafts() -> &'static str {
    DRAFT
}

/// What keys of records set aside begin with.
pub(super) fn asides() -> &'static str {
    ASIDE
}

/// The draft a record's key names; `None` for any other key.
pub(super) fn draft_of(key: &str) -> Option<DraftId> {
    key.strip_prefix(DRAFT).and_then(DraftId::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_its_draft() {
        let id = DraftId::from_random(7);
        assert_eq!(draft_of(&draft(&id)), Some(id.clone()));
        for other in [summary(&id), aside(&id, Timestamp::MIN), setting("theme"), format!("{DRAFT}a b")] {
            assert_eq!(draft_of(&other), None, "{other}");
            assert!(other.starts_with(PREFIX));
        }
    }
}
