//! Actions on all drafts at once: save them to one file, or delete them from a shared computer.

use leptos::prelude::*;

use super::shelf::HomeShelf;
use crate::components::dialog::Dialog;
use crate::components::icon::icon;
use crate::session::words::{say, t};
use report::i18n::Message;

/// The buttons that save or delete all drafts, if there are any, and the confirmation before anything is deleted.
#[component]
pub(super) fn Everything() -> impl IntoView {
    let shelf = HomeShelf::here();
    let asking = RwSignal::new(false);
    let delete = move |_| {
        asking.set(false);
        shelf.delete_everything();
    };
    view! {
        <Show when=move || shelf.has_anything()>
            <section class="home__everything" aria-label=t("ui-all-reports")>
                <Show when=move || !shelf.drafts().is_empty()>
                    <button type="button" class="cdx-button" on:click=move |_| shelf.download_all()>
                        {icon("download")}
                        {t("ui-save-all")}
                    </button>
                </Show>
                <button type="button" class="cdx-button cdx-button--action-destructive cdx-button--weight-quiet" on:click=move |_| asking.set(true)>
                    {icon("trash")}
                    {t("ui-delete-everything")}
                </button>
            </section>
        </Show>
        <Dialog
            id="delete-everything"
            title=t("ui-delete-everything-title")
            open=asking
            actions=move || view! {
                <button type="button" class="cdx-button cdx-button--action-destructive cdx-button--weight-primary" on:click=delete>
                    {t("ui-delete-everything-do")}
                </button>
                <button type="button" class="cdx-button" autofocus on:click=move |_| asking.set(false)>{t("ui-keep-everything")}</button>
            }
        >
            <p>{move || say(&Message::new("ui-delete-everything-text").with(shelf.drafts().len()).with(shelf.trash().len()))}</p>
            <p>{t("ui-delete-everything-advice")}</p>
        </Dialog>
    }
}
