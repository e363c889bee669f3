//! A report that was read from a page or a text: the answers found, the questions not found, and the text without a
//! place.

use leptos::prelude::*;

use super::incoming::Incoming;
use super::plan::Plan;
use super::rows::Rows;
use super::target::Choices;
use crate::components::form_text::form_text_with_english;
use crate::session::form_words;
use crate::session::words::{say, t};
use report::form::Form;
use report::i18n::Message;
use report::import::{Reading, Unplaced, Why};

/// The answers that were read, the questions that were not found, and the choices.
#[component]
pub(super) fn ReadingFound(incoming: Incoming, plan: Plan, reading: Reading) -> impl IntoView {
    let form = incoming.form;
    if let Some(Err(error)) = incoming.report.get_untracked() {
        return view! { <p role="alert">{say(&error.message())}</p> }.into_any();
    }
    let answered = reading.found.iter().filter(|found| !found.answer.is_empty()).count();
    let summary = Message::new("ui-import-found").with(reading.found.len()).with(form.questions().count());
    let summary = summary.with(answered);
    view! {
        <p role="status" class="open__summary">{say(&summary)}</p>
        <NotFound form reading=reading.clone()/>
        <UnplacedTexts form unplaced=strangers(&reading)/>
        <Choices plan/>
        <Rows form plan found=reading.found/>
    }
    .into_any()
}

/// Returns the pieces of text without a place, except the words with which the answers were requested.
fn strangers(reading: &Reading) -> Vec<Unplaced> {
    reading.unplaced.iter().filter(|piece| piece.why != Why::Request).cloned().collect()
}

/// The form's questions that were not found in the text.
#[component]
fn NotFound(form: &'static Form, reading: Reading) -> impl IntoView {
    let missing: Vec<_> = reading
        .missing
        .iter()
        .filter_map(|id| form.question(id.as_str()))
        .map(|question| form_words::wording(&question.text))
        .collect();
    let title = say(&Message::new("ui-import-missing").with(missing.len()));
    (!missing.is_empty()).then(|| view! {
        <details class="cdx-accordion">
            <summary>
                <h2 class="cdx-accordion__header"><span class="cdx-accordion__header__title">{title}</span></h2>
            </summary>
            <ul class="cdx-accordion__content">
                {missing.into_iter().map(|words| view! { <li>{form_text_with_english(words)}</li> }).collect_view()}
            </ul>
        </details>
    })
}

/// The pieces of text without a place, each with its position and the reason.
#[component]
pub fn UnplacedTexts(form: &'static Form, unplaced: Vec<Unplaced>) -> impl IntoView {
    let title = say(&Message::new("ui-import-unplaced").with(unplaced.len()));
    let near = move |unplaced: &Unplaced| {
        let question = form.question(unplaced.near.as_ref()?.as_str())?;
        Some(say(&Message::new("ui-import-near").with(form_words::wording(&question.text).shown)))
    };
    let entries: Vec<_> = unplaced
        .iter()
        .map(|piece| {
            view! {
                <li class="unplaced">
                    <blockquote class="unplaced__text" translate="no" dir="auto">{piece.text.clone()}</blockquote>
                    <p class="quiet">{say(&piece.why.message())} " " {near(piece)}</p>
                </li>
            }
        })
        .collect();
    (!unplaced.is_empty()).then(|| view! {
        <details class="cdx-accordion" open>
            <summary>
                <h2 class="cdx-accordion__header"><span class="cdx-accordion__header__title">{title}</span></h2>
            </summary>
            <div class="cdx-accordion__content">
                <p>{t("ui-import-unplaced-text")}</p>
                <ul class="findings">{entries}</ul>
            </div>
        </details>
    })
}
