//! The steps after copying that are done, remembered in this browser.

use leptos::prelude::*;

use crate::session::{Session, remembered, session};
use report::draft::DraftId;

/// A step on the way from the copied page to everything that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::views::review) enum Step {
    /// The page is copied.
    Copy,
    /// The writer is logged in to Meta.
    LogIn,
    /// The page's editor is open.
    Editor,
    /// The wikitext is pasted.
    Paste,
    /// Meta's preview was looked at.
    Preview,
    /// The page is published.
    Publish,
    /// The announcement is sent.
    Announcement,
    /// The group's own page has a link.
    GroupPage,
    /// The staff have the fields.
    Staff,
}

impl Step {
    /// The steps that have to be done again with a page that was changed.
    const WITH_EACH_PAGE: [Self; 4] = [Self::Editor, Self::Paste, Self::Preview, Self::Publish];

    /// Returns the step's name in the setting, and in ids on the page.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::LogIn => "log-in",
            Self::Editor => "editor",
            Self::Paste => "paste",
            Self::Preview => "preview",
            Self::Publish => "publish",
            Self::Announcement => "announcement",
            Self::GroupPage => "group-page",
            Self::Staff => "staff",
        }
    }
}

/// The steps of a report that are done. Copies are the same.
#[derive(Clone, Copy)]
pub(in crate::views::review) struct Ticks {
    session: Session,
    draft: StoredValue<DraftId>,
    /// The names of the steps that are done.
    done: RwSignal<Vec<String>>,
}

impl Ticks {
    /// Reads which steps of a report are done.
    pub(in crate::views::review) fn load(draft: DraftId) -> Self {
        let session = session();
        let done = remembered::steps_done(&session.repository(), &draft);
        Self { session, draft: StoredValue::new(draft), done: RwSignal::new(done) }
    }

    /// Returns whether a step is done. Subscribes to the steps.
    pub(super) fn has(self, step: Step) -> bool {
        self.done.with(|done| done.iter().any(|name| name == step.name()))
    }

    /// Notes that a step is done, or is not.
    pub(in crate::views::review) fn set(self, step: Step, is_done: bool) {
        if untrack(|| self.has(step)) != is_done {
            self.change(|done| {
                done.retain(|name| name != step.name());
                if is_done {
                    done.push(step.name().to_owned());
                }
            });
        }
    }

    /// Notes that the copied page differs from the one copied before.
    pub(in crate::views::review) fn copied_anew(self) {
        self.change(|done| done.retain(|name| Step::WITH_EACH_PAGE.iter().all(|step| step.name() != name)));
        self.set(Step::Copy, true);
    }

    fn change(self, change: impl FnOnce(&mut Vec<String>)) {
        let repository = self.session.repository();
        self.draft.with_value(|draft| {
            // Another tab may have ticked some, too.
            let mut done = remembered::steps_done(&repository, draft);
            change(&mut done);
            remembered::note_steps_done(&repository, draft, &done);
            self.done.set(done);
        });
    }
}
