//! Answers to questions that the form does not ask: they stay in the report but are not on the page. Each can be moved
//! to a question without an answer.

use leptos::html;
use leptos::prelude::*;

use super::reopen;
use crate::browser::clock;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, session};
use report::form::{Form, Question, QuestionId};
use report::i18n::Message;

/// The list of answers to questions that the form does not ask; nothing if there are none.
#[component]
pub(super) fn LeftOver() -> impl IntoView {
    let open = OpenDraft::here();
    let form = open.form();
    let left: Vec<(QuestionId, String)> = open.with_draft(|draft| {
        let left = draft.left_over(form).into_iter();
        left.map(|(question, entry)| (question.clone(), entry.text().to_owned())).collect()
    });
    (!left.is_empty()).then(|| {
        let rows = left.into_iter().enumerate();
        let rows = rows.map(|(at, (question, text))| row(open, at, question, text)).collect_view();
        view! {
            <h3>{t("ui-meta-form-left-over")}</h3>
            <p>{t("ui-meta-form-left-over-text")}</p>
            <ul class="steps">{rows}</ul>
        }
    })
}

/// Draws an answer with the choice of another question, and the button that puts it there. The choice alone moves
/// nothing: with the keyboard, it changes at each arrow key.
fn row(open: OpenDraft, at: usize, question: QuestionId, text: String) -> AnyView {
    let id = format!("left-over-{at}");
    let choice = NodeRef::<html::Select>::new();
    let known = Form::by_id(&open.form().id).and_then(|form| form.question(question.as_str()));
    let words = known.map_or_else(|| question.to_string(), |known| known.text.clone());
    let label = say(&Message::new("ui-meta-form-put-named").with(&words));
    let is_free =
        |other: &&Question| open.with_draft(|draft| draft.text(other.id.as_str()).trim().is_empty());
    let options = open.form().questions().filter(is_free).map(|other| {
        let (id, text) = (other.id.to_string(), other.text.clone());
        view! { <option value=id>{text}</option> }
    });
    let options = options.collect_view();
    let put = move |_| {
        let Some(choice) = choice.get_untracked() else { return };
        let to = QuestionId::new(choice.value());
        if open.form().question(to.as_str()).is_none() {
            // Nothing is chosen yet.
            let _ = choice.focus();
            return;
        }
        let moved = open.with_draft(|draft| {
            let mut draft = draft.clone();
            draft.move_answer(&question, &to, clock::now()).ok().filter(|moved| *moved).map(|_| draft)
        });
        if let Some(draft) = moved {
            let Some(entry) = draft.entry(to.as_str()).cloned() else { return };
            // The answer is inserted before it is removed elsewhere.
            if open.insert(&to, entry).is_ok() {
                open.remove(&question);
                reopen(session(), open.snapshot());
            }
        }
    };
    view! {
        <li>
            <p translate="no" dir="auto" id=id.clone()><strong>{words}</strong></p>
            <p translate="no" dir="auto" class="unplaced__text">{text}</p>
            <select class="cdx-select" aria-label=label node_ref=choice>
                <option value="">{t("ui-meta-portal-none")}</option>
                {options}
            </select>
            " "
            <button type="button" class="cdx-button" aria-describedby=id on:click=put>{t("ui-meta-form-put")}</button>
        </li>
    }
    .into_any()
}
