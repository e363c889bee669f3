//! The answer of the report that this one started from, folded under a field, also after the field was edited.

use leptos::prelude::*;

use super::keep_all::Seen;
use crate::components::late;
use crate::session::words::{say, t};
use crate::session::{OpenAnswer, OpenDraft};
use report::form::QuestionKind;
use report::i18n::Message;
use report::report::NumberChange;

/// The earlier report's answer to a question; nothing if there is none. A number is compared with this year's.
#[component]
pub(super) fn LastYear(
    /// This report's answer.
    answer: OpenAnswer,
) -> impl IntoView {
    let question = answer.question;
    let below_field = NodeRef::new();
    let earlier = OpenDraft::here().with_draft(|draft| {
        let text = draft.earlier_text(question.id.as_str())?.trim().to_owned();
        Some((draft.carried_over_from()?.year.trim().to_owned(), text))
    });
    earlier.map(|(year, text)| {
        Seen::here().watch(below_field, question);
        let shown = text.clone();
        let title = if year.is_empty() {
            t("ui-last-year")
        } else {
            say(&Message::new("ui-last-year-of").with(year))
        };
        let change = Memo::new(move |_| {
            let is_number = question.kind == QuestionKind::Number;
            is_number.then(|| answer.entry.with(|entry| NumberChange::between(&text, entry.text()))).flatten()
        });
        let change = move || {
            change.get().map(|change| {
                let words = Message::new("ui-last-year-change").with(change.before).with(change.now);
                format!(" {}", say(&words.with(change.to_string())))
            })
        };
        view! {
            <details class="last-year" node_ref=below_field>
                <summary>{title} <span class="last-year__change">{change}</span></summary>
                <div class="last-year__answer">
                    {late::piece(move |parts| (parts.answer)(&shown, question.kind.markup()))}
                </div>
            </details>
        }
    })
}
