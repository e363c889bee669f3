//! The due date.

use leptos::prelude::*;

use super::ask_meta::{DueOffer, Portal};
use super::date_field::DateField;
use crate::browser::clock;
use crate::session::OpenDraft;
use crate::session::time_words;
use crate::session::words::say;
use report::date::Date;

/// The field for the due date, and how far off it is; nothing once the report was published.
#[component]
pub(super) fn Due(portal: Portal) -> impl IntoView {
    let open = OpenDraft::here();
    let due = Memo::new(move |_| open.due());
    let is_published = Memo::new(move |_| open.publication().is_some());
    let value = Signal::derive(move || due.get().map(|due| due.to_string()).unwrap_or_default());
    let set = move |typed: String| {
        // While a year is typed, browsers report the years 2, 20 and 202.
        let day = Date::parse(&typed).filter(|_| typed.as_str() >= "2000");
        if day.is_some() || typed.is_empty() {
            open.set_milestones(|draft| draft.set_due(day, clock::now()));
        }
    };
    let words = move || due.get().map(|due| say(&time_words::due(due, clock::today()))).unwrap_or_default();
    view! {
        <Show when=move || !is_published.get()>
            <div class="review__part">
                <DateField id="due" label="ui-due" help="ui-due-help" value changed=set/>
                <p role="status" class="review__due" prop:textContent=words></p>
                <DueOffer portal/>
            </div>
        </Show>
    }
}
