//! A copy of a report in this browser: what was changed in the copy, what was changed on both sides, and the button
//! that merges it.

use leptos::prelude::*;

use super::plan::{Plan, Target};
use super::take;
use crate::components::difference::{Difference, Shown};
use crate::components::form_text::form_text_with_english;
use crate::session::form_words;
use crate::session::words::{say, t};
use report::draft::Draft;
use report::draft::replica::Field;
use report::form::Form;
use report::i18n::Message;

/// The changes in a copy, question by question, and the button that merges them.
#[component]
pub(super) fn CopyFound(plan: Plan) -> impl IntoView {
    view! {
        <section class="open__rows" aria-labelledby="open-copy">
            <h2 id="open-copy">{t("ui-import-copy")}</h2>
            {move || match plan.target_now() {
                Target::Here(now) => news(plan, &now),
                Target::Failed(error) => view! { <p role="alert">{say(&error.message())}</p> }.into_any(),
                Target::New | Target::Looking => view! { <p class="quiet" role="status">{t("ui-opening-report")}</p> }.into_any(),
            }}
        </section>
    }
}

fn news(plan: Plan, now: &Draft) -> AnyView {
    let Some(copy) = plan.merged() else { return ().into_any() };
    let replica = copy.edits.replica();
    let news = replica.and_then(|replica| plan.session.repository().news_in(now.id(), replica));
    let Some(news) = news else { return ().into_any() };
    if news.is_nothing() {
        return view! { <p role="status">{t("ui-import-copy-nothing")}</p> }.into_any();
    }
    let rows = |fields: &[Field]| {
        let row = |field: &Field| row(field, now, &copy.draft);
        fields.iter().map(row).collect_view()
    };
    let part = |key: &'static str, fields: &[Field]| {
        let title = say(&Message::new(key).with(fields.len()));
        let rows = rows(fields);
        (!fields.is_empty()).then(|| view! { <h3>{title}</h3> <ul class="findings">{rows}</ul> })
    };
    let mine = Message::new("ui-import-copy-mine").with(news.mine.len());
    view! {
        {part("ui-import-copy-theirs", &news.theirs)}
        {part("ui-import-copy-both", &news.both)}
        {(!news.both.is_empty()).then(|| view! { <p>{t("ui-import-copy-both-text")}</p> })}
        {(!news.mine.is_empty()).then(|| view! { <p>{say(&mine)}</p> })}
        <p class="actions">
            <button
                type="button"
                class="cdx-button cdx-button--action-progressive cdx-button--weight-primary"
                on:click=move |_| take::merge(plan)
            >
                {t("ui-import-copy-take")}
            </button>
        </p>
    }
    .into_any()
}

fn row(field: &Field, now: &Draft, copy: &Draft) -> AnyView {
    let (before, after) = (text(field, now), text(field, copy));
    let texts = if before.trim() == after.trim() {
        view! { <p class="quiet">{t("ui-import-copy-marks")}</p> }.into_any()
    } else {
        let column = |shown| view! { <Difference first=before.clone() second=after.clone() shown/> };
        view! {
            <div class="incoming__both">
                <div><p class="quiet">{t("ui-import-now")}</p> {column(Shown::First)}</div>
                <div><p class="quiet">{t("ui-import-comes")}</p> {column(Shown::Second)}</div>
            </div>
        }
        .into_any()
    };
    view! { <li class="incoming">{name(field, now)} {texts}</li> }.into_any()
}

/// Draws the name of a draft's field: for a question, its wording.
fn name(field: &Field, draft: &Draft) -> AnyView {
    let words = match field {
        Field::Answer(id) => {
            let question = Form::by_id(draft.form()).and_then(|form| form.question(id.as_str()));
            let name = question.map_or(id.as_str(), |question| question.text.as_str());
            let name = form_text_with_english(form_words::wording(name));
            return view! { <p class="incoming__question">{name}</p> }.into_any();
        }
        Field::Page => t("ui-conflict-page"),
        Field::EditSummary => t("ui-conflict-summary"),
        Field::Rest => t("ui-import-copy-dates"),
        Field::Trash | Field::Form | Field::Created => t("ui-conflict-rest"),
    };
    view! { <p class="incoming__question">{words}</p> }.into_any()
}

/// Returns the content of a draft's field in words.
fn text(field: &Field, draft: &Draft) -> String {
    match field {
        Field::Answer(id) => draft.text(id.as_str()).to_owned(),
        Field::Page => format!("{} {}", draft.page().year, draft.page().affiliate),
        Field::EditSummary => draft.summary().to_owned(),
        Field::Rest => {
            let due = draft.due().map(|due| due.to_string());
            let published = draft.publication().map(|done| format!("{} {}", done.date, done.page));
            due.into_iter().chain(published).collect::<Vec<_>>().join("\n")
        }
        Field::Trash | Field::Form | Field::Created => String::new(),
    }
}
