//! Carries out the plan: opens a new report, or puts answers into an existing one, which can be undone.

use leptos::prelude::*;

use super::milestones::TakenMilestones;
use super::plan::{Done, Exchanged, Plan, Target, Use};
use super::{kept, open_drafts};
use crate::browser::{clock, focus, nfc};
use crate::components::message::{MessageBox, MessageKind};
use crate::route::Route;
use crate::session::words::{say, t};
use crate::session::{Session, draft_now, next_report};
use report::draft::file::{CopiedEdits, DraftCopy};
use report::draft::replica::WriterNames;
use report::draft::{Draft, DraftError, DraftId, Entry, Origin};
use report::form::QuestionId;
use report::i18n::Message;
use report::store::{Fault, LoadError, Reason, TakenCopy};

/// The reason why no answers went into a report. Nothing has changed then.
#[derive(Clone, Debug, PartialEq)]
enum NotTaken {
    /// The report cannot be read, or is in the trash.
    NotLoaded(LoadError),
    /// The report would pass a limit.
    Refused(DraftError),
    /// A newer version of this app has written the report.
    Newer,
}

impl From<LoadError> for NotTaken {
    fn from(error: LoadError) -> Self {
        Self::NotLoaded(error)
    }
}

impl From<DraftError> for NotTaken {
    fn from(error: DraftError) -> Self {
        Self::Refused(error)
    }
}

impl NotTaken {
    fn message(&self) -> Message {
        match self {
            Self::NotLoaded(error) => error.message(),
            Self::Refused(error) => error.message(),
            Self::Newer => Message::new("ui-import-copy-newer"),
        }
    }
}

/// Carries out the plan: opens a new report, or takes answers into an existing one and says so.
pub(super) fn take(plan: Plan) {
    let Some(earlier) = plan.earlier.get_untracked() else { return };
    match plan.target.get_untracked() {
        Some(target) => into(plan, &earlier, target),
        None if plan.use_as.get_untracked() == Use::GoOn => {
            let names = WriterNames::default();
            let alone = || DraftCopy { draft: earlier, edits: CopiedEdits::None, names };
            open_drafts::open(plan, vec![plan.copy.get_untracked().unwrap_or_else(alone)]);
        }
        None => match untrack(|| {
            next_report::make(plan.session, &earlier, &plan.year_shown(), &plan.new_year_shown())
        }) {
            Ok(draft) => {
                next_report::open(plan.session, draft);
                kept::forget();
            }
            Err(error) => plan.done.set(Some(Done::Failed(error.message()))),
        },
    }
}

/// Takes the chosen answers into a report, or none if one is refused. Leaves out an answer if the report's own was
/// edited since the rows were drawn; they are then drawn anew, so that the writer can choose again. The state before is
/// kept in the report's history.
fn into(plan: Plan, earlier: &Draft, target: DraftId) {
    let Target::Here(shown) = untrack(|| plan.target_now()) else {
        // Without rows, nothing was chosen. The report is looked for once more.
        return plan.target.notify();
    };
    let origin = untrack(|| plan.origin());
    let mut taken = Vec::new();
    for question in plan.chosen.get_untracked() {
        let text = earlier.text(question.as_str()).to_owned();
        if !text.trim().is_empty() {
            taken.push((question, text));
        }
    }
    let session = plan.session;
    let id = target.clone();
    // A file of the same draft may have its due date and publication.
    let (is_same_draft, theirs) = (*earlier.id() == target, earlier.clone());
    let work = async move {
        let mut draft = keep_and_load(session, &id).await?;
        let (mut exchanged, mut left_out) = (Vec::new(), 0);
        for (question, text) in taken {
            let now = draft.entry(question.as_str());
            if now != shown.entry(question.as_str()) {
                left_out += 1;
                continue;
            }
            let after = renewed(now, &text, &origin)?;
            let before = draft.insert(&question, after.clone(), clock::now())?;
            exchanged.push(Exchanged { question, before, after });
        }
        let milestones = is_same_draft.then(|| TakenMilestones::take(&mut draft, &theirs)).flatten();
        let refused = match exchanged.is_empty() && milestones.is_none() {
            true => draft_now::refused(session, &id),
            false => store(session, draft).await,
        };
        Ok((exchanged, left_out, milestones, refused))
    };
    run(plan, work, move |(exchanged, left_out, milestones, refused)| {
        // If nothing is left to take, the button disappears.
        focus::soon("#open-done");
        Done::Taken { target, exchanged, left_out, milestones, refused }
    });
}

/// Keeps a report's state in its history before answers come in. Returns the state after that, as the report may have
/// been edited meanwhile.
async fn keep_and_load(session: Session, id: &DraftId) -> Result<Draft, LoadError> {
    let before = draft_now::load(session, id).await?;
    // If the durable store refuses it, *Undo* remains.
    let _ = session.repository().keep(&before, Reason::Import, clock::now()).await;
    draft_now::load(session, id).await
}

/// Merges the copy that came in into its report. The state before is kept in the report's history.
pub(super) fn merge(plan: Plan) {
    let Some(copy) = untrack(|| plan.merged()) else { return };
    let (session, target) = (plan.session, copy.draft.id().clone());
    let (id, question) = (target.clone(), copy.only_question().cloned());
    let work = async move {
        let repository = session.repository();
        let current = keep_and_load(session, &id).await?;
        let replica = copy.edits.replica().ok_or(NotTaken::Newer)?;
        repository.note_names(&copy, &nfc);
        let choices = repository.news_in(&id, replica).map_or(0, |news| news.both.len());
        let taken = draft_now::take_copy(session, &current, replica, &[]).ok_or(NotTaken::Newer)?;
        repository.settle(&|| ()).await;
        Ok((taken, choices, draft_now::refused(session, &id)))
    };
    run(plan, work, move |(taken, choices, refused)| {
        focus::soon("#open-done");
        Done::Merged { target, question, taken: Box::new(taken), choices, refused }
    });
}

/// Makes an entry of a new text that keeps the old entry's mark for later.
fn renewed(old: Option<&Entry>, text: &str, origin: &Origin) -> Result<Entry, DraftError> {
    let mut entry = Entry::new(text, origin.clone(), &nfc)?;
    if let Some(note) = old.and_then(Entry::later) {
        entry.come_back_later(note, &nfc)?;
    }
    Ok(entry)
}

/// Saves a changed draft, open or not, and keeps that state in its history. Returns why the draft is in memory only, if it is.
async fn store(session: Session, draft: Draft) -> Option<Fault> {
    let id = draft.id().clone();
    draft_now::replace(session, draft.clone());
    // `keep` waits for the durable store, which then has the draft, too, if it takes anything. Where it refuses the
    // revision, nothing else is lost.
    let _ = session.repository().keep(&draft, Reason::Import, clock::now()).await;
    draft_now::refused(session, &id)
}

/// Runs one action on a report at a time, to its end, and then says what was done.
fn run<T: 'static>(
    plan: Plan,
    work: impl Future<Output = Result<T, NotTaken>> + 'static,
    done: impl FnOnce(T) -> Done + 'static,
) {
    if !plan.begin() {
        return;
    }
    plan.scope.spawn(work, move |result| {
        plan.end();
        plan.done.set(Some(match result {
            Ok(result) => done(result),
            Err(error) => Done::Failed(error.message()),
        }));
        // The rows are compared with the report's present state.
        plan.target.notify();
    });
}

fn undo(plan: Plan) {
    let (target, exchanged, milestones) = match plan.done.get_untracked() {
        Some(Done::Taken { target, exchanged, milestones, .. }) => (target, exchanged, milestones),
        Some(Done::Merged { target, taken, .. }) => return take_back(plan, target, *taken),
        _ => return,
    };
    plan.target.set(Some(target.clone()));
    let session = plan.session;
    let work = async move {
        let mut draft = draft_now::load(session, &target).await?;
        for Exchanged { question, before, after } in exchanged {
            if draft.entry(question.as_str()) != Some(&after) {
                // The answer was edited since.
                continue;
            }
            match before {
                Some(entry) => drop(draft.insert(&question, entry, clock::now())?),
                None => drop(draft.remove(&question, clock::now())),
            }
        }
        // After the answers: a publication is noted with the page as it stands.
        if let Some(milestones) = milestones {
            milestones.take_back(&mut draft)?;
        }
        Ok(store(session, draft).await)
    };
    run(plan, work, |refused| {
        // The button disappears, so the focus moves to the message.
        focus::soon("#open-done");
        Done::Undone { refused }
    });
}

/// Takes back what came with a copy.
fn take_back(plan: Plan, target: DraftId, taken: TakenCopy) {
    plan.target.set(Some(target.clone()));
    let session = plan.session;
    let work = async move {
        let current = draft_now::load(session, &target).await?;
        if !draft_now::take_back(session, &current, &taken) {
            return Err(NotTaken::Newer);
        }
        session.repository().settle(&|| ()).await;
        Ok(draft_now::refused(session, &target))
    };
    run(plan, work, |refused| {
        focus::soon("#open-done");
        Done::Undone { refused }
    });
}

/// The message about the last action, with *Undo*.
#[component]
pub(super) fn Outcome(plan: Plan) -> impl IntoView {
    let shown = move |done: Done| match done {
        Done::Failed(why) => message(MessageKind::Error, say(&why), None),
        Done::Undone { refused } => stored(&Message::new("ui-import-undone"), refused, None),
        Done::Taken { target, exchanged, milestones, refused, .. } => {
            let words = Message::new("ui-import-taken").with(exchanged.len());
            match exchanged.is_empty() && milestones.is_none() {
                true => message(MessageKind::Notice, say(&words), Some(link(target, None))),
                false => stored(&words, refused, Some(actions(plan, target, None))),
            }
        }
        Done::Merged { target, question, choices, refused, .. } => {
            let words = match choices {
                0 => Message::new("ui-import-copy-taken"),
                choices => Message::new("ui-import-copy-choices").with(choices),
            };
            stored(&words, refused, Some(actions(plan, target, question)))
        }
    };
    view! { <div role="status" class="open__done">{move || plan.done.get().map(shown)}</div> }
}

/// Draws the link to the report or a question in it, and *Undo*.
fn actions(plan: Plan, target: DraftId, question: Option<QuestionId>) -> AnyView {
    view! {
        {link(target, question)}
        " "
        <button type="button" class="cdx-button" on:click=move |_| undo(plan)>{t("ui-undo")}</button>
    }
    .into_any()
}

/// Draws the link to the report or a question in it.
fn link(target: DraftId, question: Option<QuestionId>) -> AnyView {
    let route = Route::Write { draft: target, question };
    view! { " " <a href=route.to_string()>{t("ui-import-to-report")}</a> }.into_any()
}

/// Draws what was done, with a warning if the report is in memory only.
fn stored(done: &Message, refused: Option<Fault>, actions: Option<AnyView>) -> AnyView {
    let words = say(done);
    match refused {
        None => message(MessageKind::Success, words, actions),
        Some(fault) => message(MessageKind::Warning, format!("{words} {}", say(&fault.message())), actions),
    }
}

fn message(kind: MessageKind, words: String, actions: Option<AnyView>) -> AnyView {
    view! {
        <MessageBox kind attr:id="open-done" attr:tabindex="-1"><span prop:textContent=words></span> {actions}</MessageBox>
    }
    .into_any()
}
