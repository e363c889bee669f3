//! What has changed, section by section and question by question.

use leptos::prelude::*;

use crate::components::difference::Difference;
use crate::components::form_text::{form_text, form_text_with_english};
use crate::session::form_words;
use crate::session::words::{say, t};
use report::i18n::Message;
use report::report::changes::{
    AnswerChange, QuestionOverYears, SectionOverYears, YearOnYear, numbers_line, year_or_unknown, years_line,
};

/// Draws a report beside earlier ones; nothing if there is none.
pub(super) fn compared(changes: &YearOnYear<'static>) -> AnyView {
    let Some(heading) = changes.heading() else { return ().into_any() };
    let this_year = changes.years.last().cloned().unwrap_or_default();
    let sections = changes.sections.iter().enumerate().map(|(at, section)| one_section(changes, at, section));
    view! {
        <section class="changes__compared" aria-labelledby="changes-since">
            <h2 id="changes-since">{say(&heading)}</h2>
            <p translate="no" dir="auto">{changes.affiliate.clone()} " " {this_year}</p>
            <p class="quiet">{t("ui-history-legend")}</p>
            {sections.collect_view()}
        </section>
    }
    .into_any()
}

fn one_section(changes: &YearOnYear<'static>, at: usize, section: &SectionOverYears<'static>) -> AnyView {
    let id = format!("changes-section-{at}");
    let named_by = id.clone();
    let title = match section.title {
        Some(title) => form_text(form_words::heading(title)),
        None => section.heading(&say).into_any(),
    };
    view! {
        <section class="changes__section" aria-labelledby=named_by>
            <h3 id=id>{title}</h3>
            {section.changed().map(|question| changed(changes, question)).collect_view()}
            {listed("changes-unchanged", section.unchanged())}
            {listed("changes-unanswered", section.unanswered())}
        </section>
    }
    .into_any()
}

fn changed(changes: &YearOnYear<'static>, question: &QuestionOverYears) -> AnyView {
    let year = |at: usize| year_or_unknown(changes.years.get(at).map_or("", String::as_str), &say);
    let steps = question.changes().rev().filter_map(|(at, change)| {
        let words = say(&change.message(&year(at))?);
        let (before, now) = (question.answer(at - 1), question.answer(at));
        let class = match change {
            AnswerChange::New => "changes__step changes__step--new",
            AnswerChange::Gone => "changes__step changes__step--gone",
            AnswerChange::Unanswered | AnswerChange::Same | AnswerChange::Reworded => "changes__step",
        };
        Some(view! {
            <div class=class>
                <p class="changes__what">{words}</p>
                <Difference first=before.to_owned() second=now.to_owned()/>
            </div>
        })
    });
    let told = match years_line(question) {
        Some(years) => view! { <p translate="no">{years}</p> }.into_any(),
        None => view! { {numbers(changes, question)} {steps.collect_view()} }.into_any(),
    };
    view! {
        <div class="changes__question">
            <h4>{form_text_with_english(form_words::wording(&question.wording))}</h4>
            {told}
        </div>
    }
    .into_any()
}

/// Draws the numbers of a question: a line for two years, a table for more.
fn numbers(changes: &YearOnYear<'static>, question: &QuestionOverYears) -> Option<AnyView> {
    let numbers = question.numbers();
    if numbers.len() <= 2 {
        let line = numbers_line(changes, question, &say)?;
        return Some(view! { <p class="changes__number">{line}</p> }.into_any());
    }
    let rows = numbers.iter().map(|number| {
        let year = year_or_unknown(changes.years.get(number.year).map_or("", String::as_str), &say);
        let count = number.number.map_or_else(|| "–".to_owned(), |number| number.to_string());
        let change = number.change.map(|change| change.to_string()).unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{year}</th>
                <td>{count}</td>
                <td>{change}</td>
            </tr>
        }
    });
    let table = view! {
        <table class="changes__numbers">
            <thead>
                <tr>
                    <th scope="col">{t("ui-changes-year")}</th>
                    <th scope="col">{t("ui-changes-number")}</th>
                    <th scope="col">{t("ui-changes-change")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    Some(table.into_any())
}

fn listed<'q>(key: &'static str, questions: impl Iterator<Item = &'q QuestionOverYears>) -> Option<AnyView> {
    let rows: Vec<AnyView> = questions
        .map(|question| view! { <li>{form_text(form_words::wording(&question.wording))}</li> }.into_any())
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <p class="changes__what">{say(&Message::new(key))}</p>
            <ul class="changes__list">{rows}</ul>
        }
        .into_any()
    })
}
