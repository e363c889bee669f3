//! One question: its wording, its help, its field, and a quiet row of further actions.

use leptos::prelude::*;

use super::ask::Ask;
use super::choices::{Choices, Choose};
use super::example::{Example, Examples};
use super::field::Field;
use super::last_year::LastYear;
use super::later::{Later, Note};
use super::link_form::LinkTool;
use super::origin::OriginView;
use super::place::question_id;
use super::presets::Presets;
use super::states;
use super::suggestions::Advice;
use super::tools::{Tools, has_tools};
use super::waivers::{Bare, Kinds, Waive, reason_id};
use crate::components::late;
use crate::components::toolbar::Toolbar;
use crate::session::element_ids::{english_id, field_id, label_id, written_id};
use crate::session::form_words;
use crate::session::words::{say, t};
use crate::session::{OpenAnswer, OpenDraft};
use report::form::Question;
use report::i18n::Message;

/// A question with its field. Everything in it follows only its own answer.
#[component]
pub(super) fn QuestionView(
    /// The question and its answer.
    answer: OpenAnswer,
) -> impl IntoView {
    let open = OpenDraft::here();
    let question = answer.question;
    let id = question.id.as_str();
    let (label, help) = (label_id(id), format!("help-{id}"));
    let (examples, choices) = (RwSignal::new(false), RwSignal::new(false));
    let has_choices = !question.suggestions.is_empty();
    let link = LinkTool::new();
    let advice = Advice::new(answer);
    let bare = Bare::new();
    let wording = form_words::wording(&question.text);
    let named = wording.shown.clone();
    let (lang, dir) = (wording.lang(), wording.dir());
    let help_words = move || form_words::help(&question.help, open.year_for(&question.help));
    let help_is_english = untrack(help_words).english.is_none();
    let english = wording.english.map(|english| {
        view! { <span class="question__english" id=english_id(id) lang="en" dir="ltr" translate="no">{english}</span> }
    });
    let notation = is_first_with_tools(open, question)
        .then(|| view! { <p class="quiet question__notation">{t("ui-markup-hint")}</p> });
    let english_first = if english.is_some() { format!("{} ", english_id(id)) } else { String::new() };
    let described_by = format!("{english_first}{help} {} {} {}", state_id(id), reason_id(id), written_id(id));
    view! {
        <div
            class=move || format!("question question--{}", states::class(answer.state.get()))
            id=question_id(id)
            data-question=id
            on:compositionend=move |_| bare.typed(answer)
        >
            <div class="cdx-label question__label">
                <label class="cdx-label__label" id=label for=field_id(id)>
                    <span class="cdx-label__label__text" translate="no" lang=lang dir=dir>{wording.shown}</span>
                </label>
                {english}
                <span class="cdx-label__description" id=help>
                    <span
                        lang=help_is_english.then_some("en")
                        dir=help_is_english.then_some("ltr")
                        prop:textContent=move || help_words().shown
                    ></span>
                </span>
            </div>
            {notation}
            <OriginView answer/>
            <Field answer advice bare link described_by/>
            <LastYear answer/>
            <Row answer named bare link choices examples/>
            {late::part(move |parts| (parts.written)(answer))}
            <Kinds answer bare/>
            <Note answer/>
            {has_tools(question.kind).then(|| view! { <super::link_form::LinkForm answer link/> })}
            {has_choices.then(|| view! { <Choices answer shown=choices/> })}
            <Examples answer shown=examples/>
            {late::part(move |parts| (parts.suggestions)(answer, advice.shown.read_only()))}
        </div>
    }
}

/// The row below the field: the answer's state and further actions.
#[component]
pub(super) fn Row(
    answer: OpenAnswer,
    /// The question's wording, as it is shown.
    named: String,
    bare: Bare,
    link: LinkTool,
    choices: RwSignal<bool>,
    examples: RwSignal<bool>,
) -> impl IntoView {
    let question = answer.question;
    let has_choices = !question.suggestions.is_empty();
    view! {
        <div class="question__row">
            <span class="question__state" id=state_id(question.id.as_str())>
                <span class=move || format!("mark mark--{}", states::class(answer.state.get())) aria-hidden="true"></span>
                <span prop:textContent=move || states::of_answer(answer)></span>
            </span>
            <Toolbar label=say(&Message::new("ui-tools").with(&named))>
                {has_tools(question.kind).then(|| view! { <Tools answer link/> })}
                <Presets answer/>
                <div class="question__buttons">
                    {has_choices.then(|| view! { <Choose answer shown=choices/> })}
                    <Waive answer bare/>
                    <Later answer/>
                    <Ask question/>
                    <Example answer shown=examples/>
                </div>
            </Toolbar>
        </div>
    }
}

/// Returns whether a question is the form's first one with tools for markup: the one at which that is explained.
fn is_first_with_tools(open: OpenDraft, question: &Question) -> bool {
    open.form()
        .questions()
        .find(|question| has_tools(question.kind))
        .is_some_and(|first| first.id == question.id)
}

fn state_id(question: &str) -> String {
    format!("state-{question}")
}
