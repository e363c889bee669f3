//! The header's menu: settings that are seldom changed, out of the way of writing. The browser opens it, and closes it
//! on Escape or a press elsewhere (`popover`); a browser without popovers always shows its content.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::icon::icon;
use crate::session::words::t;

/// The id of the menu.
const MENU: &str = "menu";

/// The button *Menu* and the menu. The page reserves the button's place before the app is loaded (`index.html`).
#[component]
pub(super) fn Menu(
    /// The choices.
    children: Children,
) -> impl IntoView {
    view! {
        <button type="button" id="menu-button" class="cdx-button cdx-button--weight-quiet header__menu" popovertarget=MENU>
            {icon("menu")}
            <span class="header__word">{t("ui-menu")}</span>
        </button>
        <div class="menu" id=MENU popover="auto">{children()}</div>
    }
}

/// Closes the menu, if it is open. The focus returns to its button.
pub(super) fn close() {
    let menu = document().get_element_by_id(MENU).and_then(|menu| menu.dyn_into::<HtmlElement>().ok());
    if let Some(menu) = menu {
        // A browser without popovers has nothing to close.
        let _ = menu.hide_popover();
    }
}
