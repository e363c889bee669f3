//! *Share*: hands the report's questions or its draft to others, from a button in the header and one at each question.

mod choices;
mod extent;
mod folder;
mod link;
mod own_name;

use leptos::prelude::*;

pub use self::choices::choices;
pub use self::folder::FolderNotice;

use crate::components::dialog::Dialog;
use crate::components::icon::icon;
use crate::components::late;
use crate::session::session;
use crate::session::words::t;

/// The button *Share* in the header.
#[component]
pub fn ShareButton() -> impl IntoView {
    let sharing = session().sharing;
    view! {
        <button
            type="button"
            class="cdx-button cdx-button--weight-quiet header__share"
            aria-haspopup="dialog"
            on:click=move |_| sharing.begin(None)
        >
            {icon("share")}
            <span class="header__word">{t("ui-share")}</span>
        </button>
    }
}

/// The dialog with the ways to share the open report.
#[component]
pub fn ShareDialog() -> impl IntoView {
    let session = session();
    let open = session.sharing.shown;
    view! {
        <Dialog
            id="share"
            title=t("ui-share")
            open
            actions=move || view! {
                <button type="button" class="cdx-button" autofocus on:click=move |_| open.set(false)>{t("ui-close")}</button>
            }
        >
            {
                session.late.want();
                late::piece(|parts| (parts.share)())
            }
        </Dialog>
    }
}
