//! A button in the row below a question's field.

use leptos::prelude::*;

use crate::components::toolbar::Stop;
use crate::session::element_ids::label_id;
use report::form::Question;

/// What a button does besides acting once.
pub(super) enum Toggle {
    /// Shows and hides the element of this id.
    Shows(RwSignal<bool>, String),
    /// Stays pressed while this is true.
    Pressed(Signal<bool>),
    /// Opens a dialog.
    Dialog,
}

/// A quiet button in a question's toolbar, described by the question's wording.
#[component]
pub(super) fn QuestionButton(
    question: &'static Question,
    /// What the button says.
    words: String,
    toggle: Toggle,
    #[prop(into)] on_press: UnsyncCallback<()>,
) -> impl IntoView {
    let stop = Stop::here();
    let (mut expanded, mut controls, mut pressed, mut popup) = (None, None, None, None);
    match toggle {
        Toggle::Shows(shown, id) => (expanded, controls) = (Some(move || shown.get().to_string()), Some(id)),
        Toggle::Pressed(is_pressed) => pressed = Some(move || is_pressed.get().to_string()),
        Toggle::Dialog => popup = Some("dialog"),
    }
    view! {
        <button
            type="button"
            class="cdx-button cdx-button--weight-quiet question__button"
            tabindex=move || stop.tab_index()
            on:focus=move |_| stop.focused()
            aria-expanded=expanded
            aria-controls=controls
            aria-pressed=pressed
            aria-haspopup=popup
            aria-describedby=label_id(question.id.as_str())
            on:click=move |_| on_press.run(())
        >
            {words}
        </button>
    }
}
