//! The name that is put into copies, so that others see who wrote an answer.

use leptos::prelude::*;

use super::extent::Handed;
use crate::browser::nfc;
use crate::session::Session;
use crate::session::words::t;

/// The field for the name of the person who uses this browser.
#[component]
pub(super) fn OwnName(session: Session, handed: Handed) -> impl IntoView {
    let set = move |event| {
        // If the storage refuses, no name is kept, and copies do not say who wrote what.
        let _ = session.repository().set_own_name(&event_target_value(&event), &nfc);
        handed.renew();
    };
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for="share-name">
                    <span class="cdx-label__label__text">{t("ui-share-name")}</span>
                </label>
                <span class="cdx-label__description" id="share-name-help">{t("ui-share-name-help")}</span>
            </div>
            <div class="cdx-text-input">
                <input
                    class="cdx-text-input__input"
                    id="share-name"
                    dir="auto"
                    translate="no"
                    autocomplete="name"
                    aria-describedby="share-name-help"
                    prop:value=session.repository().own_name().unwrap_or_default()
                    on:change=set
                />
            </div>
        </div>
    }
}
