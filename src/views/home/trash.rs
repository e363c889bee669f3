//! Deleted drafts, for as long as they can be restored.

use leptos::prelude::*;

use super::shelf::HomeShelf;
use crate::components::icon::icon;
use crate::session::locale;
use crate::session::words::{say, t};
use report::draft::Timestamp;
use report::i18n::Message;
use report::store::{Card, TRASH_MILLIS};

/// The trash, if there is anything in it.
#[component]
pub(super) fn Trash() -> impl IntoView {
    let shelf = HomeShelf::here();
    let title = move || {
        let count = shelf.trash().len();
        say(&Message::new("ui-trash").with(count))
    };
    view! {
        <Show when=move || !shelf.trash().is_empty()>
            <details class="cdx-accordion">
                <summary>
                    <h2 class="cdx-accordion__header">
                        <span class="cdx-accordion__header__title" prop:textContent=title></span>
                    </h2>
                </summary>
                <div class="cdx-accordion__content">
                    <ul class="rows">
                        <For each=move || shelf.trash() key=Clone::clone let:card>
                            <Trashed card/>
                        </For>
                    </ul>
                    <button type="button" class="cdx-button cdx-button--action-destructive" on:click=move |_| shelf.empty_trash()>
                        {t("ui-empty-trash")}
                    </button>
                </div>
            </details>
        </Show>
    }
}

#[component]
fn Trashed(card: Card) -> impl IntoView {
    let shelf = HomeShelf::here();
    let name = super::card_element::name(&card.info);
    let deleted = card.info.deleted.unwrap_or(card.info.changed);
    let end = Timestamp::from_millis(deleted.millis().saturating_add(TRASH_MILLIS));
    let kept = Message::new("ui-kept-until").with(locale::date_of(end));
    let label = Message::new("ui-restore-named").with(&name);
    view! {
        <li class="row">
            <span class="row__text"><b translate="no" dir="auto">{name}</b> " " <span class="quiet">{say(&kept)}</span></span>
            <button type="button" class="cdx-button" aria-label=say(&label) on:click=move |_| shelf.restore(card.id.clone())>
                {icon("restore")}
                {t("ui-restore")}
            </button>
        </li>
    }
}
