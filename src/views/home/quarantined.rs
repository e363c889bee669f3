//! Records in quarantine, which could not be read or which another tab had written: said in words, and to be
//! downloaded unchanged.

use leptos::prelude::*;

use super::shelf::HomeShelf;
use crate::browser::files;
use crate::components::icon::icon;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::locale;
use crate::session::words::{say, t};
use report::i18n::Message;
use report::names::file_name_part;
use report::store::{QuarantineReason, Quarantined};

/// The list of records in quarantine, if there are any.
#[component]
pub(super) fn QuarantinedRecords() -> impl IntoView {
    let shelf = HomeShelf::here();
    view! {
        <Show when=move || !shelf.quarantined().is_empty()>
            <section aria-labelledby="aside-heading"><MessageBox kind=MessageKind::Warning>
                    <h2 id="aside-heading" class="aside__heading">{t("ui-aside")}</h2>
                    <p>{t("ui-aside-text")}</p>
                    <ul class="rows">
                        <For each=move || shelf.quarantined() key=|quarantined| quarantined.key.clone() let:quarantined>
                            <Row quarantined/>
                        </For>
                    </ul>
                </MessageBox></section>
        </Show>
    }
}

#[component]
fn Row(quarantined: Quarantined) -> impl IntoView {
    let why = match &quarantined.why {
        QuarantineReason::Unreadable(error) => say(&error.message()),
        QuarantineReason::WrittenElsewhere { at } => {
            say(&Message::new("ui-aside-elsewhere").with(locale::date_time(*at)))
        }
        QuarantineReason::Slot(error) => say(&error.message()),
        QuarantineReason::UnknownKey => t("ui-aside-unknown"),
    };
    let name = format!("{}.json", file_name_part(&quarantined.key));
    let save = move |_| files::offer(name.clone(), "application/json", quarantined.text.clone());
    view! {
        <li class="row">
            <span class="row__text">{why}</span>
            <button type="button" class="cdx-button" on:click=save>{icon("download")} {t("ui-download-record")}</button>
        </li>
    }
}
