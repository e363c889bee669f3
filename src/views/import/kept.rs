//! The text that came in and was not taken yet, kept by this tab, so that it is still there after a reload for a new
//! version, a change of language or a look at another view. A file is not kept, as the writer has it.

use leptos::prelude::*;

use super::incoming::Incoming;
use super::plan::{Done, Plan};
use super::reader::Source;
use crate::browser::tab;
use crate::route::{Purpose, Route};
use report::draft::link::LINK_START;

/// The name under which the tab keeps the address at which the text came in.
const WHERE: &str = "open-where";
const PLAIN: &str = "open-plain";
/// The name under which the tab keeps the text's markup, if it was pasted with any.
const MARKUP: &str = "open-markup";

/// Restores the text that came in at this view's address, and keeps any text that comes in from now on.
pub(super) fn watch(incoming: Incoming, plan: Plan, purpose: Purpose) {
    let address = Route::Import(purpose).to_string();
    let is_here = tab::kept(WHERE).as_deref() == Some(&address);
    if let Some(plain) = tab::kept(PLAIN).filter(|_| is_here) {
        incoming.take(match plain.starts_with(LINK_START) {
            true => Source::Link { text: plain },
            false => Source::Text { plain, html: tab::kept(MARKUP) },
        });
    }
    Effect::new(move || {
        let is_taken =
            |done: &Option<Done>| matches!(done, Some(Done::Taken { left_out: 0, .. } | Done::Merged { .. }));
        let is_taken = plan.done.with(is_taken);
        incoming.source.with(|source| match source {
            Source::Text { plain, html } if !is_taken && !plain.trim().is_empty() => {
                keep(&address, plain, html.as_deref());
            }
            Source::Link { text } if !is_taken => keep(&address, text, None),
            // A text that came in at another address stays.
            Source::Nothing => {}
            _ => forget(),
        });
    });
}

fn keep(address: &str, plain: &str, html: Option<&str>) {
    tab::keep(WHERE, address);
    tab::keep(PLAIN, plain);
    match html {
        // If there is no room for the markup, the text is kept without it.
        Some(html) => drop(tab::keep(MARKUP, html)),
        None => tab::forget(MARKUP),
    }
}

/// Removes the kept text, when it was taken or everything is deleted.
pub fn forget() {
    [WHERE, PLAIN, MARKUP].into_iter().for_each(tab::forget);
}
