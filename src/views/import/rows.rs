//! The answers found, question by question, each beside the report's own where the two differ.

use leptos::prelude::*;

use super::plan::{Plan, Target};
use crate::components::difference::{Difference, Shown};
use crate::components::form_text::form_text_with_english;
use crate::session::form_words;
use crate::session::words::{say, t};
use crate::views::preview::AnswerView;
use report::answer::parse;
use report::draft::Draft;
use report::form::{Form, Question};
use report::i18n::Message;
use report::import::{Found, Note};

/// An answer that came in, to be shown in a row.
#[derive(Clone)]
struct Row {
    question: &'static Question,
    text: String,
    remarks: Vec<String>,
}

/// The answers that came in. `found` contains the remarks; a draft from a file has none.
#[component]
pub(super) fn Rows(form: &'static Form, plan: Plan, #[prop(optional)] found: Vec<Found>) -> impl IntoView {
    let found = StoredValue::new(found);
    view! {
        <section class="open__rows" aria-labelledby="open-rows">
            <h2 id="open-rows">{t("ui-import-answers")}</h2>
            {move || {
                let rows = plan.earlier.with(|earlier| earlier.as_ref().map(|earlier| rows(form, earlier, found)));
                let rows = rows.unwrap_or_default();
                match plan.target_now() {
                    Target::New => all(rows),
                    Target::Here(target) => different(plan, &target, rows),
                    Target::Looking => view! { <p class="quiet" role="status">{t("ui-opening-report")}</p> }.into_any(),
                    Target::Failed(error) => view! { <p role="alert">{say(&error.message())}</p> }.into_any(),
                }
            }}
        </section>
    }
}

fn rows(form: &'static Form, earlier: &Draft, found: StoredValue<Vec<Found>>) -> Vec<Row> {
    let answered = form.questions().filter(|question| !earlier.text(question.id.as_str()).trim().is_empty());
    answered
        .map(|question| Row {
            question,
            text: earlier.text(question.id.as_str()).to_owned(),
            remarks: found.with_value(|found| {
                found.iter().find(|found| found.question == question.id).map(remarks).unwrap_or_default()
            }),
        })
        .collect()
}

fn remarks(found: &Found) -> Vec<String> {
    let how = found.how.message();
    how.into_iter().chain(found.notes.iter().map(Note::message)).map(|message| say(&message)).collect()
}

/// Draws all answers, for a new report.
fn all(rows: Vec<Row>) -> AnyView {
    let rows = rows.into_iter().map(|row| {
        view! {
            <li class="incoming">
                <p class="incoming__question">{form_text_with_english(form_words::wording(&row.question.text))}</p>
                {answer(row.question, &row.text)}
                {notes(&row.remarks)}
            </li>
        }
    });
    view! { <ul class="findings">{rows.collect_view()}</ul> }.into_any()
}

/// Draws the answers that differ from the report's own, each to be chosen, with the two texts side by side.
fn different(plan: Plan, target: &Draft, rows: Vec<Row>) -> AnyView {
    let (same, other): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.text == target.text(row.question.id.as_str()));
    let same = (!same.is_empty()).then(|| say(&Message::new("ui-import-same").with(same.len())));
    let rows = other.into_iter().map(|row| {
        let now = target.text(row.question.id.as_str()).trim().to_owned();
        choice(plan, row, &now)
    });
    let rows = rows.collect_view();
    view! {
        {same.map(|same| view! { <p>{same}</p> })}
        <ul class="findings">{rows}</ul>
    }
    .into_any()
}

fn choice(plan: Plan, row: Row, now: &str) -> AnyView {
    let question = row.question;
    let id = format!("take-{}", question.id);
    let checked = move || plan.chosen.with(|chosen| chosen.contains(&question.id));
    let toggle = move |event| {
        let take = event_target_checked(&event);
        plan.chosen.update(|chosen| {
            chosen.retain(|other| *other != question.id);
            chosen.extend(take.then(|| question.id.clone()));
        });
    };
    let texts = if now.is_empty() {
        answer(question, &row.text)
    } else {
        let column = |shown| view! { <Difference first=now.to_owned() second=row.text.clone() shown/> };
        view! {
            <div class="incoming__both">
                <div><p class="quiet">{t("ui-import-now")}</p> {column(Shown::First)}</div>
                <div><p class="quiet">{t("ui-import-comes")}</p> {column(Shown::Second)}</div>
            </div>
        }
        .into_any()
    };
    view! {
        <li class="incoming">
            <div class="cdx-checkbox">
                <div class="cdx-checkbox__wrapper">
                    <input class="cdx-checkbox__input" type="checkbox" id=id.clone() prop:checked=checked on:change=toggle/>
                    <span class="cdx-checkbox__icon"></span>
                    <div class="cdx-checkbox__label cdx-label">
                        <label class="cdx-label__label" for=id>{form_text_with_english(form_words::wording(&question.text))}</label>
                    </div>
                </div>
            </div>
            {texts}
            {notes(&row.remarks)}
        </li>
    }
    .into_any()
}

fn answer(question: &Question, text: &str) -> AnyView {
    let tree = parse(text, question.kind.markup());
    view! { <div class="incoming__answer"><AnswerView answer=Signal::stored(tree.into())/></div> }.into_any()
}

fn notes(remarks: &[String]) -> Option<impl IntoView + use<>> {
    let notes = remarks.iter().map(|remark| view! { <li>{remark.clone()}</li> }).collect_view();
    (!remarks.is_empty()).then(|| view! { <ul class="incoming__notes">{notes}</ul> })
}
