//! The progress of reading a long text, and a button to stop it.

use leptos::prelude::*;

use super::incoming::Incoming;
use super::reader::Source;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::words::t;

/// The progress of reading with *Cancel*, or that it was cancelled.
#[component]
pub(super) fn Progress(incoming: Incoming) -> impl IntoView {
    let is_reading = Memo::new(move |_| incoming.progress.with(Option::is_some));
    let can_read_on = move || {
        let is_there = incoming.source.with(|source| *source != Source::Nothing);
        is_there && incoming.result.with(Option::is_none)
    };
    view! {
        <Show when=move || is_reading.get()>
            <p role="status">{t("ui-import-reading")}</p>
            <p class="actions">
                <progress max="1" prop:value=move || incoming.progress.get().unwrap_or_default()></progress>
                " "
                <button type="button" class="cdx-button" on:click=move |_| incoming.cancel()>{t("ui-cancel")}</button>
            </p>
        </Show>
        <Show when=move || incoming.is_cancelled.get()>
            <MessageBox kind=MessageKind::Notice attr:role="status">
                {t("ui-import-stopped")}
                <Show when=can_read_on>
                    " "
                    <button type="button" class="cdx-button" on:click=move |_| incoming.overrule(None)>
                        {t("ui-import-read-on")}
                    </button>
                </Show>
            </MessageBox>
        </Show>
    }
}
