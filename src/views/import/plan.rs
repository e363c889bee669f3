//! The writer's plan for what came in: the purpose, the report that it goes into, and which answers.

use leptos::prelude::*;

use super::incoming::Incoming;
use super::milestones::TakenMilestones;
use crate::browser::nfc;
use crate::route::Purpose;
use crate::session::scope::Scope;
use crate::session::{Session, draft_now, next_report, session};
use report::draft::file::DraftCopy;
use report::draft::{Draft, DraftId, Entry, Origin};
use report::form::{QuestionId, QuestionKind};
use report::i18n::Message;
use report::import::Import;
use report::report::{proposed_parts, version_here, year_words};
use report::store::{Card, Fault, LoadError, TakenCopy};

/// The use of the answers in the report that they go into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// The report's own answers, to go on with.
    GoOn,
    /// Answers of an earlier year, each to be looked at again.
    LastYear,
}

/// The state of the report that the answers go into.
pub(super) enum Target {
    /// A new report.
    New,
    /// A report that the stores are being asked for.
    Looking,
    /// A report that was loaded.
    Here(Box<Draft>),
    /// A report that cannot be read.
    Failed(LoadError),
}

/// The last action.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Done {
    /// Answers that went into a report.
    Taken {
        /// The report that they went into.
        target: DraftId,
        /// The answers that went in, for undoing.
        exchanged: Vec<Exchanged>,
        /// The number of chosen answers that did not go in, as the report's own were edited since the writer saw them.
        left_out: usize,
        /// The due date and the publication that went in, for undoing, if one did.
        milestones: Option<TakenMilestones>,
        /// The reason why the report is in memory only, where the storage refuses.
        refused: Option<Fault>,
    },
    /// A copy that was merged into its report.
    Merged {
        /// The report that it is a copy of.
        target: DraftId,
        /// The question that the copy is about, if it is about one.
        question: Option<QuestionId>,
        /// The report before and after, for undoing.
        taken: Box<TakenCopy>,
        /// The number of the fields that have texts to choose from since.
        choices: usize,
        /// The reason why the report is in memory only, where the storage refuses.
        refused: Option<Fault>,
    },
    /// Answers that were taken back.
    Undone {
        /// The reason why the report is in memory only, where the storage refuses.
        refused: Option<Fault>,
    },
    /// An action that could not be done. Nothing has changed.
    Failed(Message),
}

/// An answer that went into a report. *Undo* leaves it alone if it was edited since.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Exchanged {
    /// The question that it answers.
    pub question: QuestionId,
    /// The entry that was there before, if there was one.
    pub before: Option<Entry>,
    /// The entry that went in.
    pub after: Entry,
}

/// The plan of what to do with the report that came in. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub session: Session,
    /// The scope of the import view.
    pub scope: Scope,
    /// The use of the answers.
    pub use_as: RwSignal<Use>,
    /// The year that the answers come from, as typed; `None` for the year that they name themselves.
    pub year: RwSignal<Option<String>>,
    /// The year that a new report is about, as typed; `None` for the proposed one.
    pub new_year: RwSignal<Option<String>>,
    /// The report that the answers go into; `None` for a new one.
    pub target: RwSignal<Option<DraftId>>,
    /// The report in this browser of which the one that came in is a version, judged by its id, or name and year.
    pub version: Memo<Option<Card>>,
    found: LocalResource<Option<(DraftId, Result<Draft, LoadError>)>>,
    /// The report that came in.
    pub earlier: Memo<Option<Draft>>,
    /// The copy that came in, if it was a file of this app.
    pub copy: Memo<Option<DraftCopy>>,
    /// The questions whose answers are taken into an existing report.
    pub chosen: RwSignal<Vec<QuestionId>>,
    /// The last action.
    pub done: RwSignal<Option<Done>>,
    /// Whether an action is under way.
    is_busy: StoredValue<bool>,
}

impl Plan {
    pub(super) fn new(incoming: Incoming, purpose: Purpose) -> Self {
        let (use_as, target) = match purpose {
            Purpose::LastYear => (Use::LastYear, None),
            Purpose::GoOn => (Use::GoOn, None),
            Purpose::Into { draft } => (Use::GoOn, Some(draft)),
        };
        let is_copy = target.is_none() && use_as == Use::GoOn;
        let session = session();
        let target = RwSignal::new(target);
        let found = LocalResource::new(move || {
            let target = target.get();
            async move {
                let id = target?;
                let found = draft_now::load(session, &id).await;
                Some((id, found))
            }
        });
        let earlier = Memo::new(move |_| incoming.report.get().and_then(Result::ok));
        let use_as = RwSignal::new(use_as);
        let cards = StoredValue::new(session.repository().shelf(&nfc).drafts);
        let version = Memo::new(move |_| {
            let is_of_several = incoming
                .result
                .with(|result| matches!(result, Some(Ok(Import::Drafts(drafts))) if drafts.len() > 1));
            if !is_copy || is_of_several || use_as.get() == Use::LastYear {
                return None;
            }
            let named = incoming.result.with(|result| match result {
                Some(Ok(Import::Reading(reading))) => reading.draft.clone(),
                _ => None,
            });
            let here =
                |draft: &Draft| cards.with_value(|cards| version_here(draft, named.as_ref(), cards).cloned());
            earlier.with(|draft| here(draft.as_ref()?))
        });
        let plan = Self {
            session,
            scope: Scope::here(),
            use_as,
            year: RwSignal::new(None),
            new_year: RwSignal::new(None),
            target,
            version,
            found,
            earlier,
            copy: incoming.copy,
            chosen: RwSignal::new(Vec::new()),
            done: RwSignal::new(None),
            is_busy: StoredValue::new(false),
        };
        // Something else came in, so the message about the last action disappears.
        Effect::new(move || {
            incoming.source.track();
            plan.done.set(None);
        });
        // Another report has years of its own.
        Effect::new(move || {
            incoming.source.track();
            incoming.which.track();
            plan.year.set(None);
            plan.new_year.set(None);
        });
        // A version of a report in this browser goes into that report, unless the writer chooses otherwise.
        Effect::new(move |before: Option<Option<DraftId>>| {
            let now = plan.version.with(|version| version.as_ref().map(|card| card.id.clone()));
            if now.is_some() || before.flatten().is_some_and(|id| plan.target.get_untracked() == Some(id)) {
                plan.target.set(now.clone());
            }
            now
        });
        // The initial choice replaces nothing: the answers to questions that have none yet.
        Effect::new(move || {
            let earlier = plan.earlier.get();
            let use_as = plan.use_as.get();
            let (Some(earlier), Target::Here(target)) = (earlier, plan.target_now()) else { return };
            let new = earlier.answers().iter().filter(|(question, entry)| {
                !entry.text().trim().is_empty()
                    && target.text(question.as_str()).trim().is_empty()
                    // Last year's reporting year is not an answer for this year.
                    && (use_as == Use::GoOn || !asks_for_year(plan.session, &target, question))
            });
            plan.chosen.set(new.map(|(question, _)| question.clone()).collect());
        });
        plan
    }

    /// Returns the report that the answers go into, as it was when it was chosen or last changed here. Subscribes to
    /// it.
    pub(super) fn target_now(self) -> Target {
        match (self.target.get(), self.found.get().flatten()) {
            (None, _) => Target::New,
            (Some(id), Some((of, found))) if of == id => match found {
                Ok(draft) => Target::Here(Box::new(draft)),
                Err(error) => Target::Failed(error),
            },
            (Some(_), _) => Target::Looking,
        }
    }

    /// Returns the copy that is to be merged into its report; `None` if answers are taken one by one. Subscribes to
    /// the plan.
    pub(super) fn merged(self) -> Option<DraftCopy> {
        let target = self.target.get();
        let is_of_target =
            |copy: &DraftCopy| target.as_ref() == Some(copy.draft.id()) && copy.edits.replica().is_some();
        (self.use_as.get() == Use::GoOn).then(|| self.copy.get().filter(is_of_target)).flatten()
    }

    /// Begins an action and returns true, or returns false if one is already under way.
    pub(super) fn begin(self) -> bool {
        !self.is_busy.try_update_value(|busy| std::mem::replace(busy, true)).unwrap_or(true)
    }

    /// Ends the action that is under way.
    pub(super) fn end(self) {
        self.is_busy.set_value(false);
    }

    /// Returns the year that the answers come from: as typed, else as the report that came in says.
    pub(super) fn year_shown(self) -> String {
        self.year.get().unwrap_or_else(|| {
            self.earlier
                .with(|earlier| earlier.as_ref().map(|draft| proposed_parts(draft).year).unwrap_or_default())
        })
    }

    /// Returns the year that a new report is about: as typed, else the one that today's date and the report that came in propose.
    pub(super) fn new_year_shown(self) -> String {
        self.new_year.get().unwrap_or_else(|| {
            let year_of = |draft: &Draft| next_report::year_from(year_words(draft));
            self.earlier.with(|earlier| earlier.as_ref().map(year_of).unwrap_or_default())
        })
    }

    /// Returns the origin that the answers are marked with.
    pub(super) fn origin(self) -> Origin {
        match self.use_as.get() {
            Use::GoOn => Origin::Imported,
            Use::LastYear => Origin::CarriedOver { from: self.year_shown(), checked: false },
        }
    }
}

fn asks_for_year(session: Session, draft: &Draft, question: &QuestionId) -> bool {
    let form = session.form_of(draft);
    form.and_then(|(form, _)| form.question(question.as_str()))
        .is_some_and(|question| question.kind == QuestionKind::Year)
}
