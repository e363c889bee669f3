//! *Keys*: the app's keyboard shortcuts as a list, with the switch that turns them off; a button in the menu and a key
//! open it.

mod list;

use leptos::prelude::*;

pub use self::list::list;

use super::menu;
use crate::components::dialog::Dialog;
use crate::components::late;
use crate::components::shortcut::on_shortcut;
use crate::session::keys::Shortcut;
use crate::session::session;
use crate::session::words::t;

/// The button *Keys*, which opens [`KeysDialog`].
#[component]
pub fn KeysButton() -> impl IntoView {
    let open = session().keys.shown;
    let show = move |_| {
        menu::close();
        open.set(true);
    };
    view! {
        <button
            type="button"
            class="cdx-button cdx-button--weight-quiet"
            aria-haspopup="dialog"
            on:click=show
        >
            {t("ui-keys")}
        </button>
    }
}

/// The list of the app's keyboard shortcuts, in a dialog that a key opens, too.
#[component]
pub fn KeysDialog() -> impl IntoView {
    let open = session().keys.shown;
    on_shortcut(Shortcut::ShowKeys, move || open.set(true));
    view! {
        <Dialog
            id="keys"
            title=t("ui-keys")
            open
            actions=move || view! {
                <button type="button" class="cdx-button" autofocus on:click=move |_| open.set(false)>{t("ui-close")}</button>
            }
        >
            {
                session().late.want();
                late::piece(|parts| (parts.keys)())
            }
        </Dialog>
    }
}
