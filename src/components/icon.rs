//! Codex's icons, as masks in the text's colour. Which there are: `style/icons.json`.

use leptos::prelude::*;

/// Draws an icon beside words that say the same, so that the icon needs no name of its own.
pub fn icon(name: &'static str) -> AnyView {
    view! { <span class=format!("cdx-button__icon icon icon--{name}") aria-hidden="true"></span> }.into_any()
}
