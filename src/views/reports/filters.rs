//! The filters of the table: the year, a section, a region, a kind of affiliate, a sign of cells, words.

use leptos::prelude::*;

use super::reviewing::{Reviewing, YearShown};
use crate::session::form_words;
use crate::session::words::{say, t};
use report::collection::{CellSign, CollectedReport, Collection, OrderBy, TableOrder};
use report::i18n::Message;

/// The fields that choose what is shown, and the number of reports shown.
#[component]
pub(super) fn Filters(reviewing: Reviewing) -> impl IntoView {
    let table = reviewing.table;
    let search = move |event| reviewing.filter.update(|filter| filter.text = event_target_value(&event));
    let shown = move || {
        let all = table.with(|table| table.rows.len());
        let (rows, columns) = (reviewing.rows.with(Vec::len), reviewing.columns.with(Vec::len));
        say(&Message::new("ui-reports-shown").with(rows).with(all).with(columns))
    };
    let yearless = move || {
        let count = reviewing.collection.with(|reports| {
            reports.reports().filter(|report: &&CollectedReport| report.year().is_none()).count()
        });
        (count > 0 && reviewing.shown_year().is_some())
            .then(|| say(&Message::new("ui-reports-yearless").with(count)))
    };
    view! {
        <div class="reports__filters" role="group" aria-label=t("ui-reports-filter")>
            <div>
                <label for="reports-shown-year">{t("ui-reports-year")}</label>
                <select class="cdx-select" id="reports-shown-year" on:change=move |event| {
                    let year = event_target_value(&event).parse().map_or(YearShown::All, YearShown::One);
                    reviewing.opened.set(None);
                    reviewing.year.set(year);
                }>{move || years(reviewing)}</select>
            </div>
            <div>
                <label for="reports-section">{t("ui-reports-section")}</label>
                <select class="cdx-select" id="reports-section" on:change=move |event| {
                    let section = event_target_value(&event).parse().ok();
                    reviewing.filter.update(|filter| filter.section = section);
                }>{move || sections(reviewing)}</select>
            </div>
            <div>
                <label for="reports-sign">{t("ui-reports-sign")}</label>
                <select class="cdx-select" id="reports-sign" on:change=move |event| {
                    let chosen = event_target_value(&event);
                    let sign = CellSign::ALL.into_iter().find(|sign| sign_key(*sign) == chosen);
                    reviewing.filter.update(|filter| filter.sign = sign);
                }>{move || signs(reviewing)}</select>
            </div>
            {move || of_directory(reviewing)}
            <div>
                <label for="reports-search">{t("ui-reports-search")}</label>
                <div class="cdx-text-input">
                    <input
                        class="cdx-text-input__input"
                        id="reports-search"
                        type="search"
                        dir="auto"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=move || reviewing.filter.with(|filter| filter.text.clone())
                        on:input=search
                    />
                </div>
            </div>
        </div>
        <OrderByAnswered reviewing/>
        <p role="status" id="reports-shown"><span prop:textContent=shown></span> " " <span prop:textContent=move || yearless().unwrap_or_default()></span></p>
    }
}

/// The button that orders the rows by the number of answered questions: the most first, and then the fewest.
#[component]
fn OrderByAnswered(reviewing: Reviewing) -> impl IntoView {
    let order = reviewing.order;
    let is_chosen = move || order.get().by == OrderBy::Answered;
    let sort = move |_| {
        order.update(|order| {
            let is_descending = order.by != OrderBy::Answered || !order.is_descending;
            *order = TableOrder { by: OrderBy::Answered, is_descending };
        });
    };
    let sign = move || match order.get() {
        TableOrder { by: OrderBy::Answered, is_descending: true } => "▼ ",
        TableOrder { by: OrderBy::Answered, is_descending: false } => "▲ ",
        _ => "",
    };
    view! {
        <p><button type="button" class="cdx-button" aria-pressed=move || is_chosen().to_string() on:click=sort>
            <span aria-hidden="true" prop:textContent=sign></span>
            {t("ui-reports-order-answered")}
        </button></p>
    }
}

fn years(reviewing: Reviewing) -> AnyView {
    let shown = reviewing.shown_year();
    let years = reviewing.collection.with(Collection::years);
    let options = years.into_iter().map(|year| {
        view! { <option value=year.to_string() selected=shown == Some(year)>{year.to_string()}</option> }
    });
    view! {
        {options.collect_view()}
        <option value="" selected=shown.is_none()>{t("ui-reports-all-years")}</option>
    }
    .into_any()
}

fn sections(reviewing: Reviewing) -> AnyView {
    let chosen = reviewing.filter.with_untracked(|filter| filter.section);
    let options = reviewing.form.sections.iter().enumerate().map(|(at, section)| {
        let words = form_words::heading(&section.title);
        let lang = words.lang();
        view! { <option value=at.to_string() selected=chosen == Some(at) lang=lang translate="no">{words.shown}</option> }
    });
    view! {
        <option value="" selected=chosen.is_none()>{t("ui-reports-all-sections")}</option>
        {options.collect_view()}
    }
    .into_any()
}

fn signs(reviewing: Reviewing) -> AnyView {
    let chosen = reviewing.filter.with_untracked(|filter| filter.sign);
    let options = CellSign::ALL.map(|sign| {
        let key = sign_key(sign);
        view! { <option value=key selected=chosen == Some(sign)>{t(key)}</option> }
    });
    view! {
        <option value="" selected=chosen.is_none()>{t("ui-reports-all-signs")}</option>
        {options}
    }
    .into_any()
}

/// Draws the choices of region and kind, once the directory is known.
fn of_directory(reviewing: Reviewing) -> Option<AnyView> {
    let (regions, kinds) = reviewing.table.with(|table| {
        let owned = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect::<Vec<String>>();
        (owned(table.regions()), owned(table.kinds()))
    });
    if regions.is_empty() && kinds.is_empty() {
        return None;
    }
    let (region, kind) =
        reviewing.filter.with_untracked(|filter| (filter.region.clone(), filter.kind.clone()));
    let options = |texts: Vec<String>, chosen: Option<String>| {
        let options = texts.into_iter().map(|text| {
            let is_chosen = chosen.as_ref() == Some(&text);
            view! { <option value=text.clone() selected=is_chosen>{text.clone()}</option> }
        });
        options.collect_view()
    };
    let asked = |event| Some(event_target_value(&event)).filter(|value| !value.is_empty());
    Some(
        view! {
            <div>
                <label for="reports-region">{t("ui-reports-region")}</label>
                <select class="cdx-select" id="reports-region" translate="no" on:change=move |event| {
                    reviewing.filter.update(|filter| filter.region = asked(event));
                }>
                    <option value="">{t("ui-reports-all-regions")}</option>
                    {options(regions, region)}
                </select>
            </div>
            <div>
                <label for="reports-kind">{t("ui-reports-kind")}</label>
                <select class="cdx-select" id="reports-kind" translate="no" on:change=move |event| {
                    reviewing.filter.update(|filter| filter.kind = asked(event));
                }>
                    <option value="">{t("ui-reports-all-kinds")}</option>
                    {options(kinds, kind)}
                </select>
            </div>
        }
        .into_any(),
    )
}

/// Returns the message key for a sign by which cells are filtered.
fn sign_key(sign: CellSign) -> &'static str {
    match sign {
        CellSign::Empty => "ui-reports-sign-empty",
        CellSign::NotApplicable => "ui-reports-sign-not-applicable",
        CellSign::Answered => "ui-reports-sign-answered",
        CellSign::Unchanged => "ui-reports-sign-unchanged",
        CellSign::SameWords => "ui-reports-sign-same-words",
        CellSign::ClosedLink => "ui-reports-sign-closed-link",
        CellSign::NoNumber => "ui-reports-sign-no-number",
    }
}
