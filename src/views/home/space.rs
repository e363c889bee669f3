//! How much room the reports take in this browser, and what to do when there is none left.

use leptos::prelude::*;

use super::shelf::HomeShelf;
use crate::browser::persistence;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::locale;
use crate::session::session;
use crate::session::words::{say, t};
use report::i18n::Message;

/// The line that says how much room the reports take, if there are any, and what to do when none is left.
#[component]
pub(super) fn Space() -> impl IntoView {
    let session = session();
    let shelf = HomeShelf::here();
    let database = LocalResource::new(move || {
        let is_asked = shelf.is_whole();
        async move { if is_asked { persistence::database_bytes().await } else { None } }
    });
    let used = move || {
        // Every action here changes the shelf.
        shelf.track();
        if !shelf.has_anything() {
            return String::new();
        }
        if !shelf.is_whole() {
            // Keeps the line's place.
            return "\u{a0}".to_owned();
        }
        let local = session.repository().bytes_used().unwrap_or_default() as u64;
        let bytes = local.saturating_add(database.get().flatten().unwrap_or_default());
        say(&Message::new("ui-space").with(locale::bytes(bytes)))
    };
    view! {
        <Show when=move || shelf.is_full()>
            <MessageBox kind=MessageKind::Warning attr:role="note">
                    <p>{t("ui-space-full")}</p>
                    <Show when=move || !shelf.trash().is_empty()>
                        <button type="button" class="cdx-button" on:click=move |_| shelf.empty_trash()>
                            {move || say(&Message::new("ui-space-empty-trash").with(shelf.trash().len()))}
                        </button>
                    </Show>
                </MessageBox>
        </Show>
        <p class="quiet" prop:textContent=used></p>
    }
}
