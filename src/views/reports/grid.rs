//! The table of reports as a WAI-ARIA grid: one stop for the Tab key, with arrow keys moving between the cells.
//!
//! All rows have the same height, so only those in sight, some around them, and the one with the tab stop are on the
//! page; the others are only counted (`aria-rowindex`). The cell with the tab stop is marked directly in the DOM, as a
//! signal for each cell would be slower.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::cell::{cell, row_header};
use super::grid_keys::{CellPlace, GridSize};
use super::reviewing::{Opened, Reviewing};
use crate::browser::focus;
use crate::components::form_text::form_text;
use crate::session::form_words;
use crate::session::locale::Numbers;
use crate::session::words::{say, t};
use report::collection::{NumberSum, OrderBy, ReportsTable, TableOrder, number_sums};
use report::i18n::Message;

/// The number of rows that *Page Up* and *Page Down* move by.
const PAGE: usize = 8;

/// The number of rows that are on the page: more than twice as many as can be in sight (`style/reports.css`).
const ON_PAGE: usize = 30;

/// The number of rows on the page above the first in sight.
const ABOVE: usize = 8;

/// The number of rows by which the part on the page moves.
const STEP: usize = 2;

/// The grid on the page, and the cell of it that Tab comes to. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    reviewing: Reviewing,
    element: NodeRef<html::Div>,
    body: NodeRef<html::Div>,
    place: StoredValue<CellPlace>,
    /// The row of that cell, counted with the header.
    row: RwSignal<usize>,
    /// The first of the rows that are on the page.
    first: RwSignal<usize>,
}

impl Grid {
    /// Makes the grid of a view that is being made.
    pub(super) fn new(reviewing: Reviewing) -> Self {
        let grid = Self {
            reviewing,
            element: NodeRef::new(),
            body: NodeRef::new(),
            place: StoredValue::new(CellPlace::default()),
            row: RwSignal::new(0),
            first: RwSignal::new(0),
        };
        // Rows and columns come and go, but one cell is always the tab stop.
        Effect::new(move || {
            reviewing.rows.track();
            reviewing.columns.track();
            reviewing.table.track();
            request_animation_frame(move || {
                grid.mark(grid.place.try_get_value().unwrap_or_default());
            });
        });
        Effect::new(move || {
            reviewing.rows.track();
            reviewing.columns.track();
            reviewing.opened.track();
            grid.first.track();
            request_animation_frame(move || grid.mark_opened());
        });
        // The opened answer takes room beside the table.
        Effect::new(move || {
            if reviewing.opened.get().is_some() {
                request_animation_frame(move || {
                    let _ = grid.show_opened();
                });
            }
        });
        grid
    }

    /// Moves the focus to the cell that had it last.
    pub(super) fn focus(self) {
        // The table may be gone with its last report.
        if let Some(place) = self.place.try_get_value() {
            self.go(place);
        }
    }

    fn size(self) -> GridSize {
        // Includes the header row and the row of sums.
        let rows = self.reviewing.rows.with_untracked(Vec::len) + 2;
        GridSize { rows, columns: self.reviewing.columns.with_untracked(Vec::len) + 1, page: PAGE }
    }

    /// Finds the element that takes the focus in a cell: the button in a header, else the cell. `None` if its row is
    /// not on the page.
    fn target(self, place: CellPlace) -> Option<HtmlElement> {
        let grid = self.element.try_get_untracked().flatten()?;
        let row = grid.query_selector(&format!("[aria-rowindex='{}']", place.row + 1)).ok().flatten()?;
        let cell = row.children().item(u32::try_from(place.column).ok()?)?;
        let button = cell.query_selector("button").ok().flatten();
        button.unwrap_or(cell).dyn_into().ok()
    }

    /// Makes a cell the tab stop, and returns the element that takes the focus in it.
    fn mark(self, place: CellPlace) -> Option<HtmlElement> {
        let grid = self.element.try_get_untracked().flatten()?;
        let place = place.within(self.size());
        self.place.set_value(place);
        if self.row.get_untracked() != place.row {
            self.row.set(place.row);
        }
        let target = self.target(place)?;
        let before = grid.query_selector("[tabindex='0']").ok().flatten();
        if let Some(before) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            before.set_tab_index(-1);
        }
        target.set_tab_index(0);
        Some(target)
    }

    /// Moves the focus to a cell; in the next frame if its row has to be put on the page first.
    fn go(self, place: CellPlace) {
        if let Some(target) = self.mark(place) {
            let _ = target.focus();
            return;
        }
        // Puts its row on the page, with those around it.
        self.first.set(first_on_page(place.row.saturating_sub(1)));
        request_animation_frame(move || {
            if let Some(target) = self.mark(place) {
                let _ = target.focus();
            }
        });
    }

    /// Finds the place of the cell that an element is in.
    fn place_of(self, element: &Element) -> Option<CellPlace> {
        let cell =
            element.closest("[role=gridcell], [role=rowheader], [role=columnheader]").ok().flatten()?;
        let row = cell.parent_element()?;
        let column =
            (0..row.children().length()).find(|at| row.children().item(*at).as_ref() == Some(&cell))?;
        let number: usize = row.get_attribute("aria-rowindex")?.parse().ok()?;
        Some(CellPlace { row: number.checked_sub(1)?, column: usize::try_from(column).ok()? })
    }

    /// Returns what the cell at a place opens; `None` in the rows of headers and sums.
    fn opened_by(self, place: CellPlace) -> Option<Opened> {
        let row = self.reviewing.rows.with_untracked(|rows| rows.get(place.row.checked_sub(1)?).copied())?;
        let report = self.reviewing.table.with_untracked(|table| Some(table.rows.get(row)?.report))?;
        let column = match place.column.checked_sub(1) {
            None => None,
            Some(at) => Some(self.reviewing.columns.with_untracked(|columns| columns.get(at).copied())?),
        };
        Some(Opened { report, column })
    }

    fn open(self, place: CellPlace) {
        if let Some(opened) = self.opened_by(place) {
            self.reviewing.opened.set(Some(opened));
            focus::soon("#reports-opened");
        }
    }

    /// Marks the open cell, visually and for screen readers.
    fn mark_opened(self) {
        let Some(grid) = self.element.try_get_untracked().flatten() else { return };
        if let Some(before) = grid.query_selector("[aria-selected]").ok().flatten() {
            let _ = before.remove_attribute("aria-selected");
        }
        let Some(opened) = self.reviewing.opened.try_get_untracked().flatten() else { return };
        let row = self.reviewing.table.with_untracked(|table| {
            let at = table.rows.iter().position(|row| row.report == opened.report)?;
            self.reviewing.rows.with_untracked(|rows| rows.iter().position(|row| *row == at))
        });
        let column = match opened.column {
            None => Some(0),
            Some(column) => self
                .reviewing
                .columns
                .with_untracked(|columns| Some(columns.iter().position(|at| *at == column)? + 1)),
        };
        let (Some(row), Some(column)) = (row, column) else { return };
        if let Some(cell) = self.target(CellPlace { row: row + 1, column }) {
            let _ = cell.set_attribute("aria-selected", "true");
        }
    }

    /// Scrolls the table sideways, no further than needed to see the open cell beside the column of names.
    fn show_opened(self) -> Option<()> {
        let grid = self.element.try_get_untracked().flatten()?;
        let cell = grid.query_selector("[aria-selected]").ok().flatten()?;
        let names = cell.parent_element()?.children().item(0)?.get_bounding_client_rect();
        let (seen, cell) = (grid.get_bounding_client_rect(), cell.get_bounding_client_rect());
        let (left, right) = if document().dir() == "rtl" {
            (seen.left(), names.left())
        } else {
            (names.right(), seen.right())
        };
        let by = if cell.right() > right { cell.right() - right } else { (cell.left() - left).min(0.0) };
        #[allow(clippy::cast_possible_truncation, reason = "a distance on a screen")]
        grid.set_scroll_left(grid.scroll_left() + by as i32);
        Some(())
    }

    fn key(self, event: &KeyboardEvent) {
        if event.alt_key() || event.shift_key() || event.is_composing() {
            return;
        }
        let Some(place) = event.target().and_then(|target| self.place_of(target.dyn_ref()?)) else { return };
        let with_control = event.ctrl_key() || event.meta_key();
        if matches!(event.key().as_str(), "Enter" | " ") && !with_control {
            if self.opened_by(place).is_some() {
                event.prevent_default();
                self.open(place);
            }
            return;
        }
        let is_leftward = document().dir() == "rtl";
        if let Some(to) = place.by_key(&event.key(), with_control, is_leftward, self.size()) {
            event.prevent_default();
            self.go(to);
        }
    }

    /// Puts the rows in sight on the page, and some around them.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    fn scrolled(self) {
        let (Some(grid), Some(body)) = (self.element.get_untracked(), self.body.get_untracked()) else {
            return;
        };
        let rows = self.reviewing.rows.with_untracked(Vec::len);
        let height = body.get_bounding_client_rect().height() / rows.max(1) as f64;
        if height > 0.0 {
            let first = first_on_page((f64::from(grid.scroll_top()) / height).max(0.0) as usize);
            if first != self.first.get_untracked() {
                let before = document().active_element();
                self.first.set(first);
                request_animation_frame(move || refocus(before));
            }
        }
    }

    /// Returns the indices, among the shown rows, of those on the page, in order. Subscribes to them.
    fn on_page(self) -> Vec<usize> {
        let count = self.reviewing.rows.with(Vec::len);
        let first = self.first.get().min(count.saturating_sub(ON_PAGE));
        let last = (first + ON_PAGE).min(count);
        let stop = self.row.get().checked_sub(1).filter(|row| *row < count);
        let before = stop.filter(|row| *row < first);
        let behind = stop.filter(|row| *row >= last);
        before.into_iter().chain(first..last).chain(behind).collect()
    }
}

/// Returns the first row to put on the page if this one is the first in sight.
fn first_on_page(in_sight: usize) -> usize {
    in_sight.saturating_sub(ABOVE) / STEP * STEP
}

/// Returns the focus to an element that has lost it by being moved among its siblings.
fn refocus(before: Option<Element>) {
    let is_lost = document().active_element() == document().body().map(Into::into);
    let before = before.filter(|element| is_lost && element.is_connected());
    if let Some(element) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// The table of reports.
#[component]
pub(super) fn ReportsGrid(grid: Grid) -> impl IntoView {
    let reviewing = grid.reviewing;
    let (table, rows, columns) = (reviewing.table, reviewing.rows, reviewing.columns);
    let place_of = move |target: Option<web_sys::EventTarget>| grid.place_of(target?.dyn_ref()?);
    let clicked = move |event: web_sys::MouseEvent| {
        if let Some(place) = place_of(event.target()) {
            grid.open(place);
        }
    };
    let focused = move |event: web_sys::FocusEvent| {
        if let Some(place) = place_of(event.target()).filter(|place| *place != grid.place.get_value()) {
            grid.mark(place);
        }
    };
    let on_page = Memo::new(move |_| grid.on_page());
    // A row is made anew if its position changes, or the table or the columns do.
    let keyed = move || {
        let (table, columns) = (table.get(), Arc::new(columns.get()));
        let version = Arc::as_ptr(&table) as usize;
        let section = columns.first().copied().zip(columns.last().copied());
        let rows = rows.get();
        let on_page = on_page.get().into_iter();
        let keyed = on_page.filter_map(|place| {
            let row = rows.get(place).copied()?;
            Some(((version, section, place, row), Arc::clone(&table), Arc::clone(&columns)))
        });
        keyed.collect::<Vec<_>>()
    };
    view! {
        <div
            class="reports__grid"
            role="grid"
            aria-label=t("ui-reports-table")
            aria-describedby="reports-keys"
            aria-rowcount=move || (rows.with(Vec::len) + 2).to_string()
            aria-colcount=move || (columns.with(Vec::len) + 1).to_string()
            style=("--reports-columns", move || columns.with(Vec::len).to_string())
            style=("--reports-rows", move || rows.with(Vec::len).to_string())
            node_ref=grid.element
            on:keydown=move |event| grid.key(&event)
            on:click=clicked
            on:focusin=focused
            on:scroll=move |_| grid.scrolled()
        >
            <div class="reports__head" role="rowgroup">
                <div class="reports__row" role="row" aria-rowindex="1">
                    <Header reviewing by=OrderBy::Name/>
                    {move || columns.get().into_iter().map(|at| view! { <Header reviewing by=OrderBy::Column(at)/> }).collect_view()}
                </div>
            </div>
            <div class="reports__body" role="rowgroup" node_ref=grid.body>
                <For each=keyed key=|(key, ..)| *key let:item>
                    {row(&item.1, item.0.2, item.0.3, &item.2)}
                </For>
            </div>
            <div class="reports__foot" role="rowgroup">
                <div class="reports__row" role="row" aria-rowindex=move || (rows.with(Vec::len) + 2).to_string()>
                    <div class="reports__cell reports__name" role="rowheader" tabindex="-1">{t("ui-reports-sum")}</div>
                    {move || sums(&table.get(), &reviewing.counted.get(), &columns.get())}
                </div>
            </div>
        </div>
    }
}

/// A header that orders the rows by its column.
#[component]
fn Header(reviewing: Reviewing, by: OrderBy) -> impl IntoView {
    let order = reviewing.order;
    let sort = move |_| {
        order.update(|order| {
            *order = TableOrder { by, is_descending: order.by == by && !order.is_descending };
        });
    };
    let direction = move || {
        let order = order.get();
        (order.by == by).then_some(if order.is_descending { "descending" } else { "ascending" })
    };
    let sign = move || match direction() {
        Some("ascending") => "▲ ",
        Some(_) => "▼ ",
        None => "",
    };
    let words = match by {
        OrderBy::Column(at) => reviewing.table.with_untracked(|table| {
            form_text(form_words::wording(table.columns.get(at).map_or("", |column| column.text.as_str())))
        }),
        OrderBy::Name | OrderBy::Answered => view! { <span>{t("ui-reports-affiliate")}</span> }.into_any(),
    };
    let class = if by == OrderBy::Name { "reports__cell reports__name" } else { "reports__cell" };
    view! {
        <div class=class role="columnheader" aria-sort=direction>
            <button type="button" class="reports__sort" tabindex="-1" on:click=sort>
                <span class="reports__clamp"><span aria-hidden="true" prop:textContent=sign></span>{words}</span>
            </button>
        </div>
    }
}

/// Draws the row at a position among the shown ones, counted from 0.
fn row(table: &ReportsTable, place: usize, at: usize, columns: &[usize]) -> Option<AnyView> {
    let row = table.rows.get(at)?;
    let cells = columns.iter().map(|column| cell(table, at, *column)).collect_view();
    Some(
        view! {
            <div
                class="reports__row"
                role="row"
                aria-rowindex=(place + 2).to_string()
                style=("--reports-at", place.to_string())
            >
                {row_header(row)}
                {cells}
            </div>
        }
        .into_any(),
    )
}

/// Draws the sums below the columns of numbers.
fn sums(table: &ReportsTable, rows: &[usize], columns: &[usize]) -> Vec<AnyView> {
    let sums = number_sums(table, rows);
    let numbers = Numbers::ready();
    let cells = columns.iter().map(|at| {
        let words = sums.get(*at).copied().flatten().map(|NumberSum { sum, given, .. }| {
            let sum = numbers.grouped(sum);
            view! {
                <strong class="reports__number">{sum}</strong>
                <br/>
                {say(&Message::new("ui-reports-given").with(given).with(rows.len()))}
            }
        });
        view! { <div class="reports__cell" role="gridcell" tabindex="-1">{words}</div> }.into_any()
    });
    cells.collect()
}
