//! Above an answer of an earlier report: that it is one, and the button that says it is still true.

use leptos::prelude::*;

use super::control;
use super::states::year;
use crate::components::icon::icon;
use crate::session::element_ids::label_id;
use crate::session::words::{say, t};
use crate::session::{OpenAnswer, OpenDraft};
use report::form::QuestionKind;
use report::i18n::Message;

/// The line "From 2023, not checked" with the button *Still true*; for what changes every year the button says *Same as last
/// year*, so that nobody presses it without having looked.
#[component]
pub(super) fn OriginView(answer: OpenAnswer) -> impl IntoView {
    let open = OpenDraft::here();
    let from = Memo::new(move |_| {
        answer.entry.with(|entry| year(entry.origin()).filter(|_| !entry.text().is_empty()))
    });
    let words = match answer.question.kind {
        QuestionKind::Number | QuestionKind::Year | QuestionKind::Links => "ui-same-as-last-year",
        _ => "ui-still-true",
    };
    let confirm = move |_| {
        open.confirm(&answer.question.id);
        open.settle();
        // The button goes; whoever used the keyboard is in the field then.
        if let Some(control) = control::of(answer.question) {
            control.focus();
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
                        aria-describedby=label_id(answer.question.id.as_str())
                        on:click=confirm
                    >
                        {t(words)}
                    </button>
                </p>
            }
        })
    }
}
