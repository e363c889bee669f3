//! Many reports, for a reviewer: side by side in one table, compared, summed up, exported.
//!
//! ```text
//! Sources ─▶ Reviewing ─┬─▶ Filters · Grid ─▶ OpenedPart
//!                       └─▶ Sums · Missing · Exports
//! ```
//!
//! Nothing is stored or sent, and nothing is written to the wiki.

mod cell;
mod exports;
mod filters;
mod grid;
mod grid_keys;
mod incoming;
mod missing;
mod opened;
mod reviewing;
mod sources;
mod sums;

use leptos::prelude::*;

use crate::components::view::View;
use crate::route::Route;
use crate::session::words::t;
use grid::Grid;
use reviewing::Reviewing;

/// The view in which many reports are compared.
#[component]
pub fn ReportsView() -> impl IntoView {
    let reviewing = Reviewing::new();
    let is_empty = Memo::new(move |_| reviewing.is_empty());
    view! {
        <View heading=t("ui-reports") class="reports">
            <p><a href=Route::Home.to_string()>{t("ui-all-reports")}</a></p>
            <p>{t("ui-reports-lead")}</p>
            <sources::Sources reviewing/>
            <Show when=move || !is_empty.get()>
                <Compared reviewing/>
            </Show>
        </View>
    }
}

/// The table with everything that belongs to it.
#[component]
fn Compared(reviewing: Reviewing) -> impl IntoView {
    let grid = Grid::new(reviewing);
    let has_rows = Memo::new(move |_| reviewing.rows.with(|rows| !rows.is_empty()));
    view! {
        <section class="reports__part" aria-labelledby="reports-table">
            <h2 id="reports-table" tabindex="-1">{t("ui-reports-table")}</h2>
            <filters::Filters reviewing/>
            <Show when=move || !has_rows.get()><p class="quiet">{t("ui-reports-none-found")}</p></Show>
            <p class="quiet" id="reports-keys">{t("ui-reports-keys")}</p>
            <div class="reports__whole">
                <grid::ReportsGrid grid/>
                <opened::OpenedPart reviewing grid/>
            </div>
            <p class="actions">
                <button type="button" class="cdx-button cdx-button--weight-quiet cdx-button--action-destructive" on:click=move |_| clear(reviewing)>
                    {t("ui-reports-clear")}
                </button>
            </p>
        </section>
        <sums::Sums reviewing/>
        <missing::Missing reviewing/>
        <exports::Exports reviewing/>
    }
}

fn clear(reviewing: Reviewing) {
    reviewing.clear();
    crate::browser::focus::soon("main h1");
}
