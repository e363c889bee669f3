//! How long drafts have been in the trash, measured over several starts of the app. A clock may be wrong by a month or
//! by years and right again the next day, so no single reading of it decides what is permanently deleted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::draft::{DraftId, Timestamp};
use crate::json;
use crate::store::{Backend, Fault, TRASH_MILLIS, key};

/// The longest time between two starts that counts, in milliseconds: 7 days. So it takes at least five gaps between
/// starts for [`TRASH_MILLIS`] to pass.
const LONGEST_GAP: i64 = 7 * 24 * 60 * 60 * 1000;

/// The record of the time that drafts have spent in the trash. It is kept in localStorage.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct TrashTime {
    /// The time of the last start, in milliseconds since 1970.
    last: i64,
    /// The drafts in the trash then, by id.
    drafts: BTreeMap<String, InTrash>,
}

/// One draft in the trash.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct InTrash {
    /// The time when it was put there, by the clock of that moment, in milliseconds since 1970.
    deleted: i64,
    /// The milliseconds that have passed since, as counted at the starts.
    passed: i64,
}

impl TrashTime {
    /// Reads the record; an empty one if there is none or it is damaged, so that the time begins anew.
    ///
    /// # Errors
    /// When localStorage cannot be read.
    pub(super) fn read(local: &dyn Backend) -> Result<Self, Fault> {
        let json = local.get(key::TRASH_TIME)?;
        Ok(json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
    }

    /// Adds the time since the last start to what each draft has spent in the trash, and returns the drafts whose time is up: none
    /// in the first start after a gap that is longer than a week, or after one that goes back.
    pub(super) fn pass(&mut self, now: Timestamp, trash: &[(DraftId, Timestamp)]) -> Vec<DraftId> {
        let now = now.millis();
        let gap = now.saturating_sub(self.last);
        let counted = gap.clamp(0, LONGEST_GAP);
        let before = std::mem::take(&mut self.drafts);
        self.last = now;
        self.drafts.extend(trash.iter().map(|(id, deleted)| {
            let deleted = deleted.millis();
            // If a draft was restored and deleted again, its time begins anew.
            let known = before.get(id.as_str()).filter(|known| known.deleted == deleted);
            let passed = known.map_or(0, |known| known.passed.saturating_add(counted));
            (id.to_string(), InTrash { deleted, passed })
        }));
        let is_up = |id: &DraftId| {
            self.drafts.get(id.as_str()).is_some_and(|draft| {
                draft.passed > TRASH_MILLIS && now.saturating_sub(draft.deleted) > TRASH_MILLIS
            })
        };
        let ids = trash.iter().map(|(id, _)| id);
        if gap == counted { ids.filter(|id| is_up(id)).cloned().collect() } else { Vec::new() }
    }

    /// Forgets a draft that is not in the trash any more.
    pub(super) fn forget(&mut self, id: &DraftId) {
        self.drafts.remove(id.as_str());
    }

    /// Stores the record, or removes it if the trash is empty.
    ///
    /// # Errors
    /// When localStorage refuses.
    pub(super) fn write(&self, local: &dyn Backend) -> Result<(), Fault> {
        if self.drafts.is_empty() {
            return local.remove(key::TRASH_TIME);
        }
        local.set(key::TRASH_TIME, &json::write(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 60 * 60 * 1000;

    /// Lets the app start at these times, in days since the draft was deleted, and returns in which of them its time is up.
    fn up_at(starts: &[i64]) -> Vec<i64> {
        let (id, deleted) = (DraftId::from_random(7), 1_000 * DAY);
        let mut time = TrashTime::default();
        let trash = [(id, Timestamp::from_millis(deleted))];
        let is_up = |day: &&i64| !time.pass(Timestamp::from_millis(deleted + **day * DAY), &trash).is_empty();
        starts.iter().filter(is_up).copied().collect()
    }

    #[test]
    fn thirty_days_pass_in_starts_on_different_days() {
        for (starts, up) in [
            ((0..33).collect::<Vec<_>>(), vec![31, 32]),
            (vec![0, 7, 14, 21, 28, 35], vec![35]),
            // One start with a clock that is wrong: a month, two years, back again, and both by turns.
            (vec![0, 31], vec![]),
            (vec![0, 730], vec![]),
            (vec![0, 730, 730, 730], vec![]),
            (vec![0, 1, 730, 2, 3], vec![]),
            (vec![0, -400, 1, -400, 2, 40, 3], vec![]),
            // A gap of more than a week counts as a week, and nothing goes in the start after it.
            (vec![0, 40, 80, 120, 160, 200, 201], vec![201]),
            (vec![0, 8, 15, 22, 29, 30, 36], vec![36]),
            // The clock was ahead when the draft was deleted.
            (vec![-60, -53, -46, -39, -32, -25, -20], vec![]),
        ] {
            assert_eq!(up_at(&starts), up, "{starts:?}");
        }
    }

    #[test]
    fn deleted_again_it_begins_anew() {
        let id = DraftId::from_random(7);
        let mut time = TrashTime::default();
        let at = |day: i64| Timestamp::from_millis(day * DAY);
        for day in 0..30 {
            assert!(time.pass(at(day), &[(id.clone(), at(0))]).is_empty());
        }
        assert!(time.pass(at(31), &[(id.clone(), at(30))]).is_empty());
        assert!(time.pass(at(32), &[]).is_empty());
        assert!(time.pass(at(33), &[(id, at(0))]).is_empty());
    }
}
