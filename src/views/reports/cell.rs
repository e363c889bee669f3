//! A cell of the table: signs and words about the answer, and the answer's beginning.

use leptos::prelude::*;

use crate::session::words::{say, t};
use report::collection::{CellSign, CellState, ReportRow, ReportsTable};
use report::i18n::Message;

/// Draws a row's header: the affiliate's name, the year, and the number of answered questions.
pub(super) fn row_header(row: &ReportRow) -> AnyView {
    let name = if row.name.is_empty() { t("ui-report-without-name") } else { row.name.clone() };
    let answered = say(&Message::new("ui-reports-answered-of").with(row.answered).with(row.cells.len()));
    let year = row.year.map(|year| format!("{year} · ")).unwrap_or_default();
    view! {
        <div class="reports__cell reports__name" role="rowheader" tabindex="-1">
            <span class="reports__clamp"><bdi translate="no">{name}</bdi></span>
            <small>{year}{answered}</small>
        </div>
    }
    .into_any()
}

/// Draws the cell of a row and a column.
pub(super) fn cell(table: &ReportsTable, row: usize, column: usize) -> AnyView {
    let Some(cell) = table.cell(row, column) else { return ().into_any() };
    let marks = marks(table, row, column).join(" · ");
    let marks = (!marks.is_empty()).then(|| view! { <b class="reports__marks">{marks}</b> });
    let excerpt = (cell.state() != CellState::Empty).then(|| cell.answer.excerpt());
    let excerpt = excerpt.map(|words| view! { <bdi lang="en" translate="no">{words}</bdi> });
    view! { <div class=class(table, row, column) role="gridcell" tabindex="-1">{marks}" "{excerpt}</div> }
        .into_any()
}

/// Lists a cell's remarks on its answer in short words, each with a sign.
pub(super) fn marks(table: &ReportsTable, row: usize, column: usize) -> Vec<String> {
    let Some(cell) = table.cell(row, column) else { return Vec::new() };
    let earlier = table.rows.get(row).and_then(|row| row.earlier).map(|earlier| earlier.year);
    let number =
        cell.answer.number.map(|number| match cell.number_before.filter(|before| *before != number) {
            Some(before) => say(&Message::new("ui-reports-mark-number-before").with(number).with(before)),
            None => say(&Message::new("ui-reports-mark-number").with(number)),
        });
    let signs = table.signs(row, column).into_iter().filter_map(|sign| match sign {
        CellSign::Empty => Some(t("ui-reports-mark-empty")),
        CellSign::NotApplicable => Some(t("ui-reports-mark-not-applicable")),
        CellSign::Answered => None,
        CellSign::Unchanged => {
            Some(say(&Message::new("ui-reports-mark-unchanged").with(earlier.unwrap_or_default())))
        }
        CellSign::SameWords => Some(t("ui-reports-mark-same-words")),
        CellSign::ClosedLink => Some(t("ui-reports-mark-closed-link")),
        CellSign::NoNumber => Some(t("ui-reports-mark-no-number")),
    });
    number.into_iter().chain(signs).collect()
}

fn class(table: &ReportsTable, row: usize, column: usize) -> &'static str {
    let signs = table.signs(row, column);
    let has = |sign| signs.contains(&sign);
    if has(CellSign::ClosedLink) {
        "reports__cell reports__cell--text reports__cell--login"
    } else if has(CellSign::SameWords) || has(CellSign::Unchanged) {
        "reports__cell reports__cell--text reports__cell--same"
    } else if has(CellSign::Empty) || has(CellSign::NotApplicable) {
        "reports__cell reports__cell--text reports__cell--empty"
    } else {
        "reports__cell reports__cell--text"
    }
}
