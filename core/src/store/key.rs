//! The keys under which records are stored.

use crate::draft::replica::Writer;
use crate::draft::{DraftId, Timestamp};

/// The beginning of every key of this app: sites like `user.github.io` share one storage among all their projects.
pub const PREFIX: &str = "affiliate-report-builder/";

const DRAFT: &str = "affiliate-report-builder/draft/";
const SUMMARY: &str = "affiliate-report-builder/summary/";
const QUARANTINE: &str = "affiliate-report-builder/aside/";
const SLOT: &str = "affiliate-report-builder/slot/";
const EDIT: &str = "/edit";
const HEAD: &str = "affiliate-report-builder/head/";
const LOCK: &str = "affiliate-report-builder/writer/";
const SETTING: &str = "affiliate-report-builder/setting/";

/// A kind of record that is kept beside a draft as a setting, and removed with the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beside {
    /// The suggestions that the draft's writer has dismissed.
    Dismissed,
    /// The text typed into the draft's edition that has no place in it.
    Unplaced,
    /// The mark that copies of the draft may be elsewhere.
    Copied,
    /// The subject of the announcement, as the draft's writer has edited it.
    AnnouncementSubject,
    /// The announcement, as the draft's writer has edited it.
    Announcement,
    /// The names of the people who wrote in the draft.
    Names,
}

impl Beside {
    pub(super) const ALL: [Self; 6] = [
        Self::Dismissed,
        Self::Unplaced,
        Self::Copied,
        Self::AnnouncementSubject,
        Self::Announcement,
        Self::Names,
    ];
}

/// The key of the mark that clearing the storages leaves behind.
pub const CLEARED: &str = "affiliate-report-builder/cleared";

/// The key of the record that tells how long drafts have been in the trash.
pub(super) const TRASH_TIME: &str = "affiliate-report-builder/trash-time";

/// Returns the key of a draft's record of the first format.
pub fn draft(id: &DraftId) -> String {
    format!("{DRAFT}{id}")
}

/// Returns the key of a draft's summary in the first format.
pub fn summary(id: &DraftId) -> String {
    format!("{SUMMARY}{id}")
}

/// Returns the key of the record of this draft that was put in quarantine at this time.
pub fn quarantined(id: &DraftId, at: Timestamp) -> String {
    format!("{QUARANTINE}{id}/{}", at.millis())
}

/// Returns the key of a user's setting.
pub fn setting(name: &str) -> String {
    format!("{SETTING}{name}")
}

/// Returns the setting's name for a record that is kept beside a draft.
pub fn beside(id: &DraftId, what: Beside) -> String {
    match what {
        Beside::Dismissed => format!("put-aside-{id}"),
        Beside::Unplaced => format!("unplaced-{id}"),
        Beside::Copied => format!("copied-{id}"),
        Beside::AnnouncementSubject => format!("announcement-subject-{id}"),
        Beside::Announcement => format!("announcement-{id}"),
        Beside::Names => format!("names-{id}"),
    }
}

/// Returns the key of a writer's slot of a draft.
pub fn slot(id: &DraftId, writer: Writer) -> String {
    format!("{SLOT}{id}/{writer}")
}

/// Returns the key of a writer's edits since it last wrote its slot. It begins with the slot's key, so that both are read
/// together.
pub fn edit(id: &DraftId, writer: Writer) -> String {
    format!("{SLOT}{id}/{writer}{EDIT}")
}

/// Returns whether a key is that of edits beside a slot.
pub(super) fn is_edit(key: &str) -> bool {
    key.ends_with(EDIT) && slot_of(key).is_some()
}

/// Returns the key of a slot's head in the durable store.
pub(super) fn head(id: &DraftId, writer: Writer) -> String {
    format!("{HEAD}{id}/{writer}")
}

/// Returns the key of the record that tells when each writer of a draft's slots was first seen gone.
pub(super) fn gone(id: &DraftId) -> String {
    format!("{PREFIX}gone/{id}")
}

/// Returns the prefix of the keys of a draft's slots and edits.
pub(super) fn slots_of(id: &DraftId) -> String {
    format!("{SLOT}{id}/")
}

/// Returns the prefix of the keys of a draft's history.
pub(super) fn history_of(id: &DraftId) -> String {
    format!("{PREFIX}history/{id}/")
}

/// Returns the key under which the durable store has a draft's team folder.
pub fn team_folder(id: &DraftId) -> String {
    format!("{PREFIX}folder/{id}")
}

/// Returns the prefix of the keys of all slots and edits.
pub(super) fn slots() -> &'static str {
    SLOT
}

/// Returns the prefix of the keys of all heads.
pub(super) fn heads() -> &'static str {
    HEAD
}

/// Parses the draft and the writer from the key of a slot, of edits or of a head; `None` for any other key.
pub fn slot_of(key: &str) -> Option<(DraftId, Writer)> {
    let slot = key.strip_prefix(SLOT).map(|rest| rest.strip_suffix(EDIT).unwrap_or(rest));
    let rest = slot.or_else(|| key.strip_prefix(HEAD))?;
    let (id, writer) = rest.split_once('/')?;
    Some((DraftId::new(id)?, Writer::parse(writer)?))
}

/// Returns the name of the Web Lock that a page holds as long as it lives.
pub fn lock(writer: Writer) -> String {
    format!("{LOCK}{writer}")
}

/// Parses the writer from the name of its Web Lock; `None` for other locks.
pub fn writer_of_lock(name: &str) -> Option<Writer> {
    name.strip_prefix(LOCK).and_then(Writer::parse)
}

/// Returns the prefix of the keys of all drafts' records in the first format.
pub(super) fn drafts() -> &'static str {
    DRAFT
}

/// Returns the prefix of the keys of all records in quarantine.
pub(super) fn quarantine() -> &'static str {
    QUARANTINE
}

/// The prefixes of the keys of the records that the home screen uses.
pub(super) const SHOWN: [&str; 3] = [SLOT, DRAFT, QUARANTINE];

/// Returns the key of the draft's record that a summary's key goes with; `None` for any other key.
pub(super) fn summed_up(key: &str) -> Option<String> {
    key.strip_prefix(SUMMARY).map(|id| format!("{DRAFT}{id}"))
}

/// Parses the draft from the key of a record of the first format; `None` for any other key.
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
        for other in [summary(&id), quarantined(&id, Timestamp::MIN), setting("theme"), format!("{DRAFT}a b")]
        {
            assert_eq!(draft_of(&other), None, "{other}");
            assert!(other.starts_with(PREFIX));
        }
        assert_eq!(summed_up(&summary(&id)), Some(draft(&id)));
        assert_eq!(summed_up(&draft(&id)), None);
    }

    #[test]
    fn a_slot_names_its_draft_and_its_writer() {
        let (id, writer) = (DraftId::from_random(7), Writer::from_random(8));
        for key in [slot(&id, writer), head(&id, writer)] {
            assert_eq!(slot_of(&key), Some((id.clone(), writer)));
            for other in [key.to_uppercase(), format!("{key}0"), format!("{key}/x"), draft(&id)] {
                assert_eq!(slot_of(&other), None, "{other}");
            }
        }
        assert_eq!(slot_of(&edit(&id, writer)), Some((id.clone(), writer)));
        assert_eq!(slot_of(&format!("{}/edit", head(&id, writer))), None);
        assert!(edit(&id, writer).starts_with(&slots_of(&id)) && is_edit(&edit(&id, writer)));
        assert!(!is_edit(&slot(&id, writer)) && !is_edit(&format!("{}/edit", edit(&id, writer))));
        assert!(slot(&id, writer).starts_with(&slots_of(&id)) && slots_of(&id).starts_with(slots()));
        assert_eq!(writer_of_lock(&lock(writer)), Some(writer));
        assert_eq!(writer_of_lock(&slot(&id, writer)), None);
    }
}
