//! The open draft in other tabs: what is saved there appears here, and a quiet note says that it is open elsewhere.
//!
//! ```text
//! another tab saves ─┬─▶ channel ──▶ its slot's record ─┐
//!                    └─▶ storage event ─────────────────┴─▶ merged with what is here ─▶ fields, in place
//! ```
//!
//! A field that the writer is typing or composing in keeps what it shows; the others follow at once, and that field a
//! moment after the writer has stopped.

use std::time::Duration;

use leptos::prelude::*;

use super::Session;
use super::element_ids::{field_id, question_of_field};
use super::open_answer::OpenAnswer;
use super::open_draft::OpenDraft;
use super::tabs::News;
use crate::browser::task::spawn_for_page;
use crate::browser::{clock, nfc, text_control, typing};
use crate::route::Route;
use report::draft::replica::Field;
use report::draft::{Draft, DraftId};
use report::store::{Reason, key};

/// The time after which a field that was being typed in is looked at again.
const AGAIN: Duration = Duration::from_millis(400);

/// Takes in a message from another tab.
pub fn hear(session: Session, news: News<'_>) {
    if let News::Written { key, .. } = news {
        session.repository().changed_elsewhere(Some(key));
        session.storage_changed();
    }
    let Some(open) = session.open.get_untracked() else { return };
    let (tabs, id) = (session.tabs(), open.id());
    match news {
        News::Written { key, record } => {
            if session.repository().receive(key, record, &nfc) {
                absorb(session);
            }
        }
        News::Here { draft, writer } => {
            // A message that names another draft means that the tab has moved on to that.
            tabs.note(writer, News::is(draft, &id));
        }
        News::Who { draft } if News::is(draft, &id) => {
            tabs.answer(&id);
        }
        News::Who { .. } => {}
        News::Gone { writer } => tabs.note(writer, false),
    }
}

/// Handles that another tab has stored or removed something under a key, or has removed everything if there is no key.
pub fn changed(session: Session, stored: Option<&str>) {
    session.repository().changed_elsewhere(stored);
    if session.saver().give_up_if_cleared() {
        return;
    }
    session.storage_changed();
    let Some(open) = session.open.get_untracked() else { return };
    let id = open.id();
    let is_own = |key: &str| key::slot_of(key) == Some((id.clone(), session.repository().writer()));
    match stored {
        // Only this page writes its slot, so the slot was removed.
        None => session.saver().heal(),
        Some(key) if is_own(key) => {
            session.saver().heal();
            look_into_trash(session, id);
        }
        Some(key) if key::slot_of(key).is_some_and(|(draft, _)| draft == id) || key == key::draft(&id) => {
            absorb(session);
        }
        Some(_) => {}
    }
}

/// Takes in the durable store's state of the open draft: a tab that puts the draft into the trash removes it from
/// `localStorage`.
fn look_into_trash(session: Session, id: DraftId) {
    spawn_for_page(async move {
        let is_news = session.repository().fetch(&id, &nfc).await == Ok(true);
        if is_news && session.open.with_untracked(|open| open.is_some_and(|open| open.id() == id)) {
            absorb(session);
        }
    });
}

/// Merges the states that other tabs and the durable store have of the open draft into it. A report that was begun and
/// has nothing in it yet stays unstored.
pub fn absorb(session: Session) {
    // It may find that another tab has deleted everything: nothing is open then.
    session.saver().flush();
    let Some(open) = session.open.get_untracked() else { return };
    if session.has_nothing_yet(&open.id()) {
        // A copy of this tab may have made a report of it.
        if let Ok(draft) = session.repository().open(&open.id(), &nfc) {
            session.note_stored(&open.id());
            show(&open.take_over(draft));
        }
        return;
    }
    let typed_in = fields_typed_in(session, open);
    let current = open.snapshot();
    // Records that cannot be read now are read another time.
    let _ = session.repository().gather(&open.id(), &nfc);
    if let Some(absorbed) = session.repository().absorb(&current, &typed_in, clock::now()) {
        remember(session, current);
        show(&open.take_over(absorbed));
        session.look_for_conflicts();
    }
    session.look_for_trash();
    // The merged state may be a newer version's, or the durable store may work again.
    session.saver().show();
    catch_up(session, &typed_in);
}

/// Brings fields that were being typed in up to date a moment later.
pub(super) fn catch_up(session: Session, typed_in: &[Field]) {
    if !typed_in.is_empty() && !in_whole_text(session) {
        set_timeout(move || absorb(session), AGAIN);
    }
}

/// Keeps a revision of the open draft as it was before others' edits came in. If a storage refuses it, nothing else is
/// lost.
pub(super) fn remember(session: Session, before: Draft) {
    if session.tabs().is_time_to_remember(clock::since_start()) {
        session.keep(vec![before], Reason::Merge);
    }
}

/// Shows answers that were changed from outside, also in the field that has the focus.
pub fn show(changed: &[OpenAnswer]) {
    for answer in changed {
        let text = answer.entry.with_untracked(|entry| entry.text().to_owned());
        text_control::show_in_field(&field_id(answer.question.id.as_str()), &text);
    }
}

/// Returns whether the focus is in the field that holds the whole report as one text: that counts as typing in all fields, until
/// the field is left.
fn in_whole_text(session: Session) -> bool {
    let is_shown = session.route.with_untracked(|route| matches!(route, Route::Text { .. }));
    is_shown && document().active_element().is_some_and(|element| element.tag_name() == "TEXTAREA")
}

/// Returns the fields of the open draft that the writer is typing in.
pub(super) fn fields_typed_in(session: Session, open: OpenDraft) -> Vec<Field> {
    if in_whole_text(session) {
        return open.answers().iter().map(|answer| Field::Answer(answer.question.id.clone())).collect();
    }
    if !typing::is_going_on() {
        return Vec::new();
    }
    let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
    field_of(&focused).into_iter().collect()
}

/// Finds the field of a draft that an element's id stands for.
fn field_of(id: &str) -> Option<Field> {
    match id {
        "page-year" | "page-affiliate" => Some(Field::Page),
        "page-summary" => Some(Field::EditSummary),
        id => question_of_field(id).map(Field::Answer),
    }
}
