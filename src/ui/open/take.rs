//! Doing it: a new report, or answers into one that is there, which can be undone.

use leptos::prelude::*;

use super::plan::{Plan, Use};
use super::{drafts, kept};
use crate::browser::{address, clock, focus, nfc, random};
use crate::route::Route;
use crate::ui::words::{say, t};
use report::draft::{Draft, DraftError, DraftId, Entry, Origin};
use report::form::{Form, QuestionId};
use report::i18n::Message;
use report::store::Reason;

/// What was done last.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Done {
    /// Answers went into a report; what was there before, to undo it.
    Taken {
        /// That report.
        target: DraftId,
        /// What was at each question.
        before: Vec<(QuestionId, Option<Entry>)>,
    },
    /// It was undone.
    Undone,
    /// It could not be done, and nothing has changed.
    Failed(Message),
}

/// Does what the plan says. A new report is opened; answers taken into one are told.
pub(super) fn take(plan: Plan) {
    let Some(earlier) = plan.earlier.get_untracked() else { return };
    match untrack(|| plan.target_draft()) {
        Some(target) => into(plan, &earlier, &target),
        None if plan.target.get_untracked().is_some() => {
            plan.done.set(Some(Done::Failed(Message::new("storage-no-draft"))));
        }
        None if plan.use_as.get_untracked() == Use::GoOn => drafts::open(plan, vec![earlier]),
        None => match this_year(plan, &earlier) {
            Ok(draft) => {
                let draft = plan.session.store(&draft);
                kept::forget();
                address::go(&Route::Write { draft, question: None });
            }
            Err(error) => plan.done.set(Some(Done::Failed(error.message()))),
        },
    }
}

/// A new report that starts from an earlier one.
fn this_year(plan: Plan, earlier: &Draft) -> Result<Draft, DraftError> {
    let id = DraftId::from_random(random::bits());
    let mut draft = Draft::new(id, &Form::latest().id, clock::now());
    let year = untrack(|| plan.year_shown());
    draft.carry_over(earlier, year.trim(), &nfc, clock::now())?;
    Ok(draft)
}

/// Takes the chosen answers, all or none.
fn into(plan: Plan, earlier: &Draft, target: &Draft) {
    let origin = untrack(|| plan.origin());
    let chosen = plan.chosen.get_untracked();
    let taken = chosen.iter().filter(|question| !earlier.text(question.as_str()).trim().is_empty());
    let mut draft = target.clone();
    let mut before = Vec::new();
    for question in taken {
        let old = target.entry(question.as_str());
        let entry = renewed(old, earlier.text(question.as_str()), &origin);
        match entry.and_then(|entry| draft.insert(question, entry, clock::now())) {
            Ok(old) => before.push((question.clone(), old)),
            Err(error) => return plan.done.set(Some(Done::Failed(error.message()))),
        }
    }
    store(plan, target.id(), &draft, &before);
    plan.done.set(Some(Done::Taken { target: target.id().clone(), before }));
    refresh(plan);
}

/// Another text in an answer's place; its mark to come back later stays.
fn renewed(old: Option<&Entry>, text: &str, origin: &Origin) -> Result<Entry, DraftError> {
    let mut entry = Entry::new(text, origin.clone(), &nfc)?;
    if let Some(note) = old.and_then(Entry::later) {
        entry.come_back_later(note, &nfc)?;
    }
    Ok(entry)
}

/// Puts the changed answers of `draft` where the draft lives: open, or stored.
fn store(plan: Plan, id: &DraftId, draft: &Draft, changed: &[(QuestionId, Option<Entry>)]) {
    match plan.open {
        Some(open) if open.id() == *id => {
            for (question, _) in changed {
                match draft.entry(question.as_str()) {
                    // The same was just put into a copy of it, so no limit is passed.
                    Some(entry) => drop(open.insert(question, entry.clone())),
                    None => drop(open.remove(question)),
                }
            }
            plan.session.remember(id.clone(), Reason::Import);
        }
        _ => store_closed(plan, id.clone(), draft, changed),
    }
}

/// Brings the changed answers into a report that is not open, as it is by now in both of the browser's storages.
fn store_closed(plan: Plan, id: DraftId, draft: &Draft, changed: &[(QuestionId, Option<Entry>)]) {
    let changed: Vec<_> = changed
        .iter()
        .map(|(question, _)| (question.clone(), draft.entry(question.as_str()).cloned()))
        .collect();
    leptos::task::spawn_local(async move {
        // It was there a moment ago; where it is gone, there is nothing to put answers into.
        let Ok(mut now) = plan.session.keeper().load(&id, &nfc).await else { return };
        for (question, entry) in changed {
            match entry {
                // The same was just put into a copy of it, so no limit is passed.
                Some(entry) => drop(now.insert(&question, entry, clock::now())),
                None => drop(now.remove(&question, clock::now())),
            }
        }
        plan.session.store(&now);
        plan.session.remember(id, Reason::Import);
        // The view may be gone by now.
        if !plan.target.is_disposed() {
            refresh(plan);
        }
    });
}

fn undo(plan: Plan) {
    let Some(Done::Taken { target, before }) = plan.done.get_untracked() else { return };
    plan.target.set(Some(target.clone()));
    let Some(mut draft) = untrack(|| plan.target_draft()) else { return };
    for (question, old) in &before {
        match old {
            Some(entry) => drop(draft.insert(question, entry.clone(), clock::now())),
            None => drop(draft.remove(question, clock::now())),
        }
    }
    store(plan, &target, &draft, &before);
    plan.done.set(Some(Done::Undone));
    refresh(plan);
    // The button goes; whoever used the keyboard is at what it did then.
    focus::soon("#open-done");
}

/// Lets what is shown be compared with the report as it is now.
fn refresh(plan: Plan) {
    plan.target.notify();
}

/// What was done, with *Undo*.
#[component]
pub(super) fn Outcome(plan: Plan) -> impl IntoView {
    let told = move |done: Done| match done {
        Done::Failed(why) => message("error", say(&why), None),
        Done::Undone => message("success", t("ui-import-undone"), None),
        Done::Taken { target, before } => {
            let route = Route::Write { draft: target, question: None };
            let actions = view! {
                " "
                <a href=route.to_string()>{t("ui-import-to-report")}</a>
                " "
                <button type="button" class="cdx-button" on:click=move |_| undo(plan)>{t("ui-undo")}</button>
            };
            let words = say(&Message::new("ui-import-taken").with(before.len()));
            message("success", words, Some(actions.into_any()))
        }
    };
    view! { <div role="status" class="open__done">{move || plan.done.get().map(told)}</div> }
}

fn message(kind: &str, words: String, actions: Option<AnyView>) -> impl IntoView + use<> {
    view! {
        <div class=format!("cdx-message cdx-message--block cdx-message--{kind}")>
            <span class="cdx-message__icon"></span>
            <div class="cdx-message__content" id="open-done" tabindex="-1"><span prop:textContent=words></span> {actions}</div>
        </div>
    }
}
