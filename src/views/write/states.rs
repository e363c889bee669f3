//! The five states in words.

use leptos::prelude::*;

use crate::session::words::{say, t};
use crate::session::{OpenAnswer, OpenDraft};
use report::checks::State;
use report::draft::Origin;
use report::i18n::Message;

/// Returns the words for the state of one answer.
pub(super) fn of_answer(answer: OpenAnswer) -> String {
    match answer.state.get() {
        State::CarriedOver => {
            let from = answer.entry.with(|entry| year(entry.origin())).unwrap_or_default();
            carried_over(&from)
        }
        state => t(key(state)),
    }
}

/// Returns the words for a state, for counts of the whole report.
pub(super) fn of_report(state: State, open: OpenDraft) -> String {
    match state {
        State::CarriedOver => carried_over(&years(open)),
        state => t(key(state)),
    }
}

/// Returns the state's class in the style sheet.
pub(super) fn class(state: State) -> &'static str {
    match state {
        State::Empty => "empty",
        State::Answered => "answered",
        State::NotApplicable => "not-applicable",
        State::CarriedOver => "carried-over",
        State::Later => "later",
    }
}

fn key(state: State) -> &'static str {
    match state {
        State::Empty => "ui-state-empty",
        State::Answered => "ui-state-answered",
        State::NotApplicable => "ui-state-not-applicable",
        State::CarriedOver => "ui-state-carried-over-some",
        State::Later => "ui-state-later",
    }
}

fn carried_over(year: &str) -> String {
    if year.is_empty() {
        t("ui-state-carried-over-some")
    } else {
        say(&Message::new("ui-state-carried-over").with(year))
    }
}

/// Returns the year that an answer was carried over from, if it has not been checked since.
pub(super) fn year(origin: &Origin) -> Option<String> {
    match origin {
        Origin::CarriedOver { from, checked: false } => Some(from.clone()),
        _ => None,
    }
}

/// Returns the one year that all unchecked answers are from; empty if there are none or they are from several years.
fn years(open: OpenDraft) -> String {
    let answers = open.answers().into_iter();
    let mut years = answers.filter_map(|answer| answer.entry.with_untracked(|entry| year(entry.origin())));
    let Some(first) = years.next() else { return String::new() };
    if years.all(|other| other == first) { first } else { String::new() }
}
