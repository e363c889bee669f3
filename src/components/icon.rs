//! Codex's icons, as masks in the text's colour. `style/icons.json` lists them.

use leptos::prelude::*;

/// Draws an icon beside words that say the same, so that the icon needs no name of its own.
pub fn icon(name: &'static str) -> AnyView {
    view! { <span class=icon_class(name) aria-hidden="true"></span> }.into_any()
}

/// Returns the classes of an icon's element.
pub fn icon_class(name: &str) -> String {
    format!("cdx-button__icon icon icon--{name}")
}
