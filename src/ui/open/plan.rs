//! What the writer wants with what came in: what for, into which report, which answers.

use leptos::prelude::*;

use super::incoming::Incoming;
use super::take::Done;
use crate::route::Purpose;
use crate::ui::session::{Session, session};
use crate::ui::state::OpenDraft;
use report::draft::{Draft, DraftId, Origin};
use report::form::QuestionId;
use report::report::proposed_parts;

/// What the answers are to the report they go into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Its own answers.
    GoOn,
    /// Those of an earlier year, each to be looked at again.
    LastYear,
}

/// The plan. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub session: Session,
    /// The open draft, where this view is one of its views.
    pub open: Option<OpenDraft>,
    /// What for.
    pub use_as: RwSignal<Use>,
    /// The year the answers come from, as typed; none for what they say themselves.
    pub year: RwSignal<Option<String>>,
    /// The report they go into; none for a new one.
    pub target: RwSignal<Option<DraftId>>,
    /// The report that came in.
    pub earlier: RwSignal<Option<Draft>>,
    /// The questions whose answers are taken into a report that is there.
    pub chosen: RwSignal<Vec<QuestionId>>,
    /// What was done last.
    pub done: RwSignal<Option<Done>>,
}

impl Plan {
    pub(super) fn new(incoming: Incoming, purpose: Purpose) -> Self {
        let (use_as, target) = match purpose {
            Purpose::LastYear => (Use::LastYear, None),
            Purpose::Copy => (Use::GoOn, None),
            Purpose::Into { draft } => (Use::GoOn, Some(draft)),
        };
        let plan = Self {
            session: session(),
            // Not the context: that of a draft's view which is gone would still be found.
            open: session().open.get_untracked(),
            use_as: RwSignal::new(use_as),
            year: RwSignal::new(None),
            target: RwSignal::new(target),
            earlier: RwSignal::new(None),
            chosen: RwSignal::new(Vec::new()),
            done: RwSignal::new(None),
        };
        // Something else came in: what was done with the thing before is said no longer.
        Effect::new(move || {
            incoming.source.track();
            plan.done.set(None);
            plan.year.set(None);
        });
        // What is chosen at first replaces nothing: the answers to questions that have none yet.
        Effect::new(move || {
            let earlier = plan.earlier.get();
            let target = plan.target_draft();
            let (Some(earlier), Some(target)) = (earlier, target) else { return };
            let new = earlier.answers().iter().filter(|(question, entry)| {
                !entry.text().trim().is_empty() && target.text(question.as_str()).trim().is_empty()
            });
            plan.chosen.set(new.map(|(question, _)| question.clone()).collect());
        });
        plan
    }

    /// The report that the answers go into, as it is now; none for a new one, and where it cannot be read.
    pub(super) fn target_draft(self) -> Option<Draft> {
        let id = self.target.get()?;
        match self.open {
            Some(open) if open.id() == id => Some(open.snapshot()),
            _ => self.session.peek(&id).ok(),
        }
    }

    /// The year the answers come from: as typed, else as the report that came in says.
    pub(super) fn year_shown(self) -> String {
        self.year.get().unwrap_or_else(|| {
            self.earlier
                .with(|earlier| earlier.as_ref().map(|draft| proposed_parts(draft).year).unwrap_or_default())
        })
    }

    /// Where answers are said to come from.
    pub(super) fn origin(self) -> Origin {
        match self.use_as.get() {
            Use::GoOn => Origin::Imported,
            Use::LastYear => Origin::CarriedOver { from: self.year_shown(), checked: false },
        }
    }
}
