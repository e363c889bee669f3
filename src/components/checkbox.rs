//! Codex's checkbox.

use leptos::prelude::*;

/// A checkbox with its label.
#[component]
pub fn Checkbox(
    /// The control's id on the page.
    #[prop(into)]
    id: String,
    /// Whether the checkbox is checked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Whether it cannot be changed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The classes that the checkbox has besides Codex's.
    #[prop(optional)]
    class: &'static str,
    /// Called with whether the checkbox is checked, when the writer has changed it.
    toggled: impl Fn(bool) + 'static,
    /// The label's content.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("cdx-checkbox {class}")>
            <div class="cdx-checkbox__wrapper">
                <input
                    class="cdx-checkbox__input"
                    type="checkbox"
                    id=id.clone()
                    prop:checked=checked
                    prop:disabled=disabled
                    on:change=move |event| toggled(event_target_checked(&event))
                />
                <span class="cdx-checkbox__icon"></span>
                <div class="cdx-checkbox__label cdx-label">
                    <label class="cdx-label__label" for=id>{children()}</label>
                </div>
            </div>
        </div>
    }
}
