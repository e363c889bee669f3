//! Content that most people do not need, behind a button that unfolds it.

use leptos::prelude::*;

use crate::components::icon::icon;
use crate::session::words::t;

/// A button, and the content that it unfolds.
#[component]
pub(super) fn Fold(
    /// The content's id, by which the button refers to it.
    id: &'static str,
    /// The key of the button's words.
    words: &'static str,
    /// The button's icon.
    symbol: &'static str,
    /// The content that is unfolded.
    children: Children,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    view! {
        <button
            type="button"
            class="cdx-button"
            aria-expanded=move || shown.get().to_string()
            aria-controls=id
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            {icon(symbol)}
            {t(words)}
        </button>
        <div id=id hidden=move || !shown.get()>{children()}</div>
    }
}
