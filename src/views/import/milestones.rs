//! The due date and the publication that a file brings along, taken into its report and set back by *Undo*.

use crate::browser::{clock, nfc};
use report::date::Date;
use report::draft::{Draft, DraftError, Publication};

/// The due date and the publication of a report before and after a file's were taken.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TakenMilestones {
    before: Milestones,
    after: Milestones,
}

/// The due date and the publication of a report, with the wiki's revision in which the page was found.
#[derive(Clone, Debug, PartialEq)]
struct Milestones {
    due: Option<Date>,
    publication: Option<(Publication, Option<u64>)>,
}

impl Milestones {
    fn of(draft: &Draft) -> Self {
        let revision = draft.published_revision();
        Self { due: draft.due(), publication: draft.publication().map(|publication| (publication, revision)) }
    }
}

impl TakenMilestones {
    /// Takes over the due date and the publication from another state of a draft, each if it was noted later there.
    /// Returns what to set back; `None` if neither changed.
    pub(super) fn take(draft: &mut Draft, theirs: &Draft) -> Option<Self> {
        let before = Milestones::of(draft);
        draft.take_milestones(theirs);
        let after = Milestones::of(draft);
        (before != after).then_some(Self { before, after })
    }

    /// Sets back the earlier due date and publication, each unless it was edited since.
    ///
    /// # Errors
    /// If the draft would pass a limit.
    pub(super) fn take_back(&self, draft: &mut Draft) -> Result<(), DraftError> {
        let Self { before, after } = self;
        let (present, now) = (Milestones::of(draft), clock::now());
        if before.due != after.due && present.due == after.due {
            draft.set_due(before.due, now);
        }
        if before.publication != after.publication && present.publication == after.publication {
            let publication = before.publication.as_ref().map(|(publication, _)| publication);
            draft.set_publication(publication, &nfc, now)?;
            if let Some((_, Some(revision))) = before.publication {
                draft.set_published_revision(revision, now);
            }
        }
        Ok(())
    }
}
