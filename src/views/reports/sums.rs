//! The sums of the numbers in the shown reports, each with a chart and a table for those who cannot see it.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::reviewing::{Reviewing, named};
use crate::components::form_text::form_text;
use crate::session::form_words;
use crate::session::locale::Numbers;
use crate::session::words::{say, t};
use report::collection::{NumberPlot, NumberSum, ReportsTable, number_plot, number_sums};
use report::i18n::Message;

/// The width of a chart, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 96.0;

/// The height reserved for the scale's labels, in the chart's units.
const BELOW: f64 = 18.0;

/// The sums of all columns of numbers that are shown.
#[component]
pub(super) fn Sums(reviewing: Reviewing) -> impl IntoView {
    let shown = move || {
        let (table, rows, columns) =
            (reviewing.table.get(), reviewing.counted.get(), reviewing.columns.get());
        let sums = number_sums(&table, &rows);
        let sums = columns.iter().filter_map(|at| {
            let sum = sums.get(*at).copied().flatten()?;
            Some(question(&table, &rows, *at, sum))
        });
        let sums = sums.collect::<Vec<_>>();
        if sums.is_empty() {
            view! { <p class="quiet">{t("ui-reports-no-numbers")}</p> }.into_any()
        } else {
            view! { <div class="reports__sums">{sums}</div> }.into_any()
        }
    };
    view! {
        <section class="reports__part" aria-labelledby="reports-sums">
            <h2 id="reports-sums">{t("ui-reports-sums")}</h2>
            <p>{t("ui-reports-sums-text")}</p>
            {shown}
        </section>
    }
}

fn question(table: &Arc<ReportsTable>, rows: &[usize], at: usize, sum: NumberSum) -> AnyView {
    let numbers = Numbers::ready();
    let words = form_words::wording(table.columns.get(at).map_or("", |column| column.text.as_str()));
    let named = words.shown.clone();
    let plot = number_plot(table, rows, at);
    let given = say(&Message::new("ui-reports-given").with(sum.given).with(rows.len()));
    let spread = Message::new("ui-reports-spread")
        .with(numbers.grouped(sum.least))
        .with(numbers.grouped(sum.median))
        .with(numbers.grouped(sum.greatest));
    view! {
        <section class="reports__sum">
            <h3>{form_text(words)}</h3>
            <p class="reports__total">{numbers.grouped(sum.sum)}</p>
            <p>{given} " " {say(&spread)}</p>
            {plot.map(|plot| drawn(table, plot, named, &numbers))}
        </section>
    }
    .into_any()
}

/// Draws the numbers as bars, the greatest first, with a table of them.
#[allow(clippy::cast_precision_loss, reason = "it is a drawing")]
fn drawn(table: &Arc<ReportsTable>, plot: NumberPlot, question: String, numbers: &Numbers) -> AnyView {
    let step = WIDTH / plot.bars.len().max(1) as f64;
    let height = HEIGHT - BELOW;
    let bars = plot.bars.iter().enumerate().map(|(at, bar)| {
        let tall = (bar.share * height).max(0.5);
        let title = format!("{}: {}", name(table, bar.row), bar.number);
        view! {
            <rect
                x=tidy(at as f64 * step)
                y=tidy(height - tall)
                width=tidy((step * 0.9).clamp(0.5, 24.0))
                height=tidy(tall)
            >
                <title>{title}</title>
            </rect>
        }
    });
    let bars = bars.collect::<Vec<_>>();
    let number = |bar: Option<&report::collection::PlotBar>| {
        bar.map(|bar| numbers.grouped(bar.number)).unwrap_or_default()
    };
    let (greatest, least) = (number(plot.bars.first()), number(plot.bars.last()));
    let said = Message::new("ui-reports-plot");
    let said = said.with(question).with(plot.bars.len()).with(&greatest).with(&least);
    view! {
        <svg class="reports__plot" role="img" aria-label=say(&said) viewBox=format!("0 0 {WIDTH} {HEIGHT}")>
            <g translate="no">{bars}</g>
            <line x1="0" x2=WIDTH.to_string() y1=height.to_string() y2=height.to_string()></line>
            <text x="0" y=(HEIGHT - 4.0).to_string()>{greatest}</text>
            <text x=WIDTH.to_string() y=(HEIGHT - 4.0).to_string() text-anchor="end">{least}</text>
        </svg>
        <NumbersTable table=Arc::clone(table) plot/>
    }
    .into_any()
}

/// The numbers as a table, made once it is unfolded.
#[component]
fn NumbersTable(table: Arc<ReportsTable>, plot: NumberPlot) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let element = NodeRef::<html::Details>::new();
    let toggled = move |_| is_open.set(element.get_untracked().is_some_and(|details| details.open()));
    let rows = move || {
        let numbers = Numbers::ready();
        let rows = plot.bars.iter().map(|bar| {
            view! {
                <tr>
                    <th scope="row" translate="no" dir="auto">{name(&table, bar.row)}</th>
                    <td>{numbers.grouped(bar.number)}</td>
                </tr>
            }
        });
        rows.collect_view()
    };
    view! {
        <details class="reports__fold" node_ref=element on:toggle=toggled>
            <summary>{t("ui-reports-plot-table")}</summary>
            <div tabindex="0" role="group" aria-label=t("ui-reports-plot-table")>
                <table class="reports__numbers">
                    <thead>
                        <tr>
                            <th scope="col">{t("ui-reports-affiliate")}</th>
                            <th scope="col">{t("ui-reports-number")}</th>
                        </tr>
                    </thead>
                    <tbody>{move || is_open.get().then(&rows)}</tbody>
                </table>
            </div>
        </details>
    }
}

/// Writes a length with two decimals.
fn tidy(length: f64) -> String {
    ((length * 100.0).round() / 100.0).to_string()
}

fn name(table: &ReportsTable, row: usize) -> String {
    table.rows.get(row).map(|row| named(&row.name, row.year)).unwrap_or_default()
}
