//! The line above an answer from an earlier report, with the button that confirms it for this report.

use leptos::prelude::*;

use super::drawn::Drawn;
use super::place::go_to;
use super::states::year;
use crate::browser::focus;
use crate::components::icon::icon;
use crate::session::element_ids::{field_id, label_id};
use crate::session::words::{say, t};
use crate::session::{OpenAnswer, OpenDraft};
use report::checks::State;
use report::form::{Question, QuestionKind};
use report::i18n::Message;

/// The line "From 2023, not checked" with the button *Keep this answer*; for answers that change every year the button
/// says *Same as last year*, and for the year itself it names the year, so that nobody presses it without looking.
#[component]
pub(super) fn OriginView(answer: OpenAnswer) -> impl IntoView {
    let open = OpenDraft::here();
    let drawn = Drawn::here();
    let question = answer.question;
    let from = Memo::new(move |_| {
        answer.entry.with(|entry| year(entry.origin()).filter(|_| !entry.text().is_empty()))
    });
    let words = move || match question.kind {
        QuestionKind::Year => say(&Message::new("ui-about-year").with(answer.text().trim())),
        QuestionKind::Number | QuestionKind::Links => t("ui-same-as-last-year"),
        _ => t("ui-keep-answer"),
    };
    let keep = move |_| {
        open.confirm(&question.id);
        open.settle();
        // The button disappears: the focus moves to the next answer to check, or else to the field.
        match next_to_check(open, question) {
            Some(next) => drawn.with_all(move || go_to_check(next)),
            None => focus::element(&field_id(question.id.as_str())),
        }
    };
    move || {
        from.get().map(|year| {
            view! {
                <p class="question__origin">
                    {icon("history")}
                    <span>{say(&Message::new("ui-from-year").with(year))}</span>
                    <button
                        type="button"
                        class="cdx-button"
                        id=keep_id(question.id.as_str())
                        aria-describedby=label_id(question.id.as_str())
                        on:click=keep
                    >
                        {words}
                    </button>
                </p>
            }
        })
    }
}

/// Finds the next question whose answer came from an earlier report and was not checked, wrapping around at the end of
/// the form.
fn next_to_check(open: OpenDraft, after: &Question) -> Option<&'static Question> {
    let answers = open.answers();
    let at = answers.iter().position(|answer| answer.question.id == after.id).map_or(0, |at| at + 1);
    let mut around = answers.iter().cycle().skip(at).take(answers.len());
    around.find(|answer| answer.state.get_untracked() == State::CarriedOver).map(|answer| answer.question)
}

/// Goes to an answer to check: to its button, where one press keeps it, or to the field if the answer changes every
/// year. On a phone, no keyboard appears for the button.
fn go_to_check(question: &'static Question) {
    go_to(&question.id);
    if !changes_each_year(question.kind) {
        focus::element(&keep_id(question.id.as_str()));
    }
}

/// Returns whether answers to questions of this kind change every year, so that each has to be looked at.
pub(super) fn changes_each_year(kind: QuestionKind) -> bool {
    matches!(kind, QuestionKind::Number | QuestionKind::Year | QuestionKind::Links)
}

/// Returns the id of the button that keeps an answer.
fn keep_id(question: &str) -> String {
    format!("keep-{question}")
}
