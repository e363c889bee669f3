//! *What changed*: this report beside up to four earlier ones of the affiliate, to read, copy and print.
//!
//! ```text
//! Sources (kept with the draft, in this browser, files) ─▶ YearOnYear ─┬─ Compared  section by section
//!                                                                     └─ CopyChanges  as text, as wikitext
//! ```
//!
//! This view changes nothing, and keeps nothing of the reports opened in it.

mod compared;
mod copy;
mod open_file;
mod sources;

use leptos::prelude::*;

use self::compared::compared;
use self::copy::CopyChanges;
use self::open_file::OpenFile;
use self::sources::{Sources, Years};
use crate::browser::page;
use crate::components::icon::icon;
use crate::components::view::View;
use crate::route::Route;
use crate::session::OpenDraft;
use crate::session::words::{say, t};
use report::checks::State;
use report::i18n::Message;

/// The view *What changed*.
#[component]
pub fn ChangesView() -> impl IntoView {
    let open = OpenDraft::here();
    let sources = Sources::begin(open);
    let changes = Memo::new(move |_| sources.compared(open));
    let is_any = Memo::new(move |_| changes.with(|changes| changes.heading().is_some()));
    let write = Route::Write { draft: open.id(), question: None }.to_string();
    let review = Route::Review { draft: open.id() }.to_string();
    view! {
        <View heading=t("ui-changes") class="changes">
            <p class="changes__ways"><a href=write>{t("ui-back-to-questions")}</a> " " <a href=review>{t("ui-review")}</a></p>
            <Years sources/>
            <OpenFile sources/>
            <Unchecked/>
            <Show when=move || is_any.get()>
                <div class="changes__actions">
                    <CopyChanges changes/>
                    <button type="button" class="cdx-button" on:click=|_| page::print()>{icon("printer")} {t("ui-more-print")}</button>
                </div>
            </Show>
            {move || changes.with(compared)}
        </View>
    }
}

/// A note that this report has unchecked answers of the earlier one, which do not count as news yet.
#[component]
fn Unchecked() -> impl IntoView {
    let whole = OpenDraft::here().whole();
    let left = Memo::new(move |_| whole.get().of(State::CarriedOver));
    let words = move || match left.get() {
        0 => String::new(),
        left => say(&Message::new("ui-changes-unchecked").with(left)),
    };
    view! { <p class="changes__unchecked" prop:textContent=words></p> }
}
