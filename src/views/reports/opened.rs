//! The answer or the report that was opened: whole, beside one of another year or another affiliate where that is wanted.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::grid::Grid;
use super::reviewing::{Opened, Reviewing, named, state_key};
use crate::browser::focus;
use crate::components::difference::{Difference, Shown};
use crate::components::form_text::form_text_with_english;
use crate::components::icon::icon;
use crate::session::form_words;
use crate::session::words::{say, t};
use crate::views::preview::AnswerView;
use report::collection::{CellState, CollectedReport, Collection, ReportColumn, ReportId, ReportSource};
use report::i18n::Message;

/// The opened answer or report; nothing if none is.
#[component]
pub(super) fn OpenedPart(reviewing: Reviewing, grid: Grid) -> impl IntoView {
    let beside = RwSignal::new(None::<ReportId>);
    // Each report has its own reports to compare with.
    let report = Memo::new(move |_| reviewing.opened.get().map(|opened| opened.report));
    Effect::new(move || {
        report.track();
        beside.set(None);
    });
    move || {
        let opened = reviewing.opened.get()?;
        let is_there = reviewing.collection.with(|reports| reports.report(opened.report).is_some());
        is_there.then(|| view! { <Panel reviewing grid opened beside/> })
    }
}

#[component]
fn Panel(
    reviewing: Reviewing,
    grid: Grid,
    opened: Opened,
    beside: RwSignal<Option<ReportId>>,
) -> impl IntoView {
    let close = move || {
        reviewing.opened.set(None);
        grid.focus();
    };
    let by_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close();
        }
    };
    let remove = move |_| {
        reviewing.remove(opened.report);
        if untrack(|| reviewing.is_empty()) {
            focus::soon("main h1");
        } else {
            request_animation_frame(move || grid.focus());
        }
    };
    let columns = move || match opened.column {
        Some(column) => vec![column],
        None => reviewing.columns.get(),
    };
    let facts = reviewing.collection.with_untracked(|reports| {
        let report = reports.report(opened.report)?;
        Some(facts(reviewing, reports, report))
    });
    view! {
        <section class="reports__opened" aria-labelledby="reports-opened" on:keydown=by_key>
            <div class="reports__opened-head">
                <h2 id="reports-opened" tabindex="-1" translate="no" dir="auto">{move || reviewing.title(opened.report)}</h2>
                <button
                    type="button"
                    class="cdx-button cdx-button--weight-quiet cdx-button--icon-only"
                    aria-label=t("ui-close")
                    on:click=move |_| close()
                >
                    {icon("close")}
                </button>
            </div>
            {facts}
            <Beside reviewing opened beside/>
            {move || {
                let beside = beside.get();
                columns().into_iter().map(|column| answer(reviewing, opened.report, column, beside)).collect_view()
            }}
            <p class="actions">
                <button type="button" class="cdx-button cdx-button--weight-quiet cdx-button--action-destructive" on:click=remove>
                    {icon("trash")}
                    {t("ui-reports-remove")}
                </button>
            </p>
        </section>
    }
}

/// Draws the affiliate's kind and the report's source.
fn facts(reviewing: Reviewing, reports: &Collection, report: &CollectedReport) -> AnyView {
    let listed = reports.listed(report).map(|affiliate| {
        let parts = [&affiliate.kind, &affiliate.region, &affiliate.country, &affiliate.code];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    });
    let source = match report.source() {
        ReportSource::Page { title, saved, .. } => {
            let address = report.source().address(&reviewing.form.wiki);
            let day = saved.get(..10).unwrap_or_default().to_owned();
            view! {
                <a href=address target="_blank" rel="noopener noreferrer" translate="no" dir="auto">{title.to_string()}</a>
                " "
                {say(&Message::new("ui-reports-from-page").with(day))}
            }
            .into_any()
        }
        ReportSource::File { name } => say(&Message::new("ui-reports-from-file").with(name)).into_any(),
        ReportSource::Pasted => t("ui-reports-from-paste").into_any(),
        ReportSource::Here => t("ui-reports-from-here").into_any(),
    };
    view! {
        {listed.map(|words| view! { <p class="quiet" translate="no">{words}</p> })}
        <p class="quiet">{source}</p>
    }
    .into_any()
}

/// The choice of the report to show beside the opened one.
#[component]
fn Beside(reviewing: Reviewing, opened: Opened, beside: RwSignal<Option<ReportId>>) -> impl IntoView {
    let choose = move |event| {
        let chosen = event_target_value(&event).parse().ok();
        beside.set(reviewing.collection.with_untracked(|reports| {
            let chosen: usize = chosen?;
            reports.reports().nth(chosen).map(CollectedReport::id)
        }));
    };
    let options = move || {
        let chosen = beside.get_untracked();
        reviewing.collection.with(|reports| {
            let own = reports.affiliate_of(opened.report);
            let is_own = |report: &CollectedReport| reports.affiliate_of(report.id()) == own;
            let others = reports.reports().enumerate().filter(|(_, report)| report.id() != opened.report);
            let (mut years, mut affiliates): (Vec<_>, Vec<_>) = others.partition(|(_, report)| is_own(report));
            years.sort_by_key(|(_, report)| std::cmp::Reverse(report.year()));
            affiliates.sort_by_key(|(_, report)| (report.name().to_lowercase(), std::cmp::Reverse(report.year())));
            let group = |label: String, reports: Vec<(usize, &CollectedReport)>| {
                let options = reports.into_iter().map(|(at, report)| {
                    let is_chosen = chosen == Some(report.id());
                    view! { <option value=at.to_string() selected=is_chosen>{named(report.name(), report.year())}</option> }
                });
                let options = options.collect::<Vec<_>>();
                (!options.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> })
            };
            let years = group(t("ui-reports-beside-years"), years);
            let affiliates = group(t("ui-reports-beside-affiliates"), affiliates);
            view! {
                <option value="" selected=chosen.is_none()>{t("ui-reports-beside-none")}</option>
                {years}
                {affiliates}
            }
        })
    };
    view! {
        <p>
            <label for="reports-beside">{t("ui-reports-beside")}</label>
            <select class="cdx-select" id="reports-beside" translate="no" on:change=choose>{options}</select>
        </p>
    }
}

/// Draws one question with its answer, or with both.
fn answer(reviewing: Reviewing, report: ReportId, column: usize, beside: Option<ReportId>) -> AnyView {
    let table = reviewing.table.get();
    let Some(question) = table.columns.get(column) else { return ().into_any() };
    let marks = table.rows.iter().position(|row| row.report == report);
    let marks = marks.map(|row| super::cell::marks(&table, row, column).join(" · "));
    let marks = marks.filter(|marks| !marks.is_empty());
    let others = table.rows.iter().find(|row| row.report == report).map(|row| {
        let mut names: Vec<String> =
            row.same_words(column).map(|other| named(&other.name, other.year)).collect();
        names.dedup();
        names
    });
    let others = others.filter(|names| !names.is_empty());
    let others = others.map(|names| say(&Message::new("ui-reports-same-words-as").with(names.join(", "))));
    let shown = reviewing.collection.with(|reports| match beside {
        Some(beside) => both(reports, question, report, beside),
        None => one(reports, question, report),
    });
    view! {
        <h3>{form_text_with_english(form_words::wording(&question.text))}</h3>
        {marks.map(|marks| view! { <p class="reports__marks">{marks}</p> })}
        {others.map(|others| view! { <p class="quiet">{others}</p> })}
        {shown}
    }
    .into_any()
}

fn one(reports: &Collection, question: &ReportColumn, report: ReportId) -> AnyView {
    let answer = reports.report(report).and_then(|report| report.answer(question.question.as_str()));
    let Some(answer) = answer.filter(|answer| answer.state != CellState::Empty) else {
        return view! { <p class="quiet">{t("ui-reports-empty")}</p> }.into_any();
    };
    let links = answer.closed_links.iter().map(|link| {
        view! { <li>{say(&link.message)} " " <span translate="no" dir="ltr">{link.address.clone()}</span></li> }
    });
    let links = links.collect::<Vec<_>>();
    let links = (!links.is_empty()).then(|| view! { <ul class="quiet">{links}</ul> });
    view! {
        <AnswerView answer=Signal::stored(std::sync::Arc::new(answer.tree.clone()))/>
        {links}
    }
    .into_any()
}

/// Draws two reports' answers side by side, with the words that differ marked.
fn both(reports: &Collection, question: &ReportColumn, report: ReportId, beside: ReportId) -> AnyView {
    let of = |id: ReportId| {
        let report = reports.report(id);
        let title = report.map(|report| named(report.name(), report.year())).unwrap_or_default();
        let answer = report.and_then(|report| report.answer(question.question.as_str()));
        let text = answer.filter(|answer| answer.state != CellState::Empty).map(|answer| answer.text.clone());
        (title, text, answer.map_or(CellState::Empty, |answer| answer.state))
    };
    let ((first_title, first, first_state), (second_title, second, second_state)) = (of(beside), of(report));
    let is_same = first == second;
    let side = |title: String, text: &Option<String>, state, shown| {
        let text = match (text, is_same) {
            (None, _) => view! { <p class="quiet">{t(state_key(state))}</p> }.into_any(),
            (Some(text), true) => {
                view! { <p class="difference" translate="no" dir="auto">{text.clone()}</p> }.into_any()
            }
            (Some(_), false) => {
                let (first, second) = (first.clone().unwrap_or_default(), second.clone().unwrap_or_default());
                view! { <Difference first second shown/> }.into_any()
            }
        };
        view! {
            <div>
                <p class="quiet" translate="no" dir="auto">{title}</p>
                {text}
            </div>
        }
    };
    let legend = t(if is_same { "ui-reports-both-same" } else { "ui-reports-differences" });
    view! {
        <p class="quiet">{legend}</p>
        <div class="reports__both">
            {side(second_title, &second, second_state, Shown::Second)}
            {side(first_title, &first, first_state, Shown::First)}
        </div>
    }
    .into_any()
}
