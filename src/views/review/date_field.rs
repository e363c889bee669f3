//! A field for a day of the calendar.

use leptos::html;
use leptos::prelude::*;

use crate::session::words::t;

/// The browser's own field for dates with its label and a line of help. Its value is `2026-11-28`, or empty.
#[component]
pub(super) fn DateField(
    /// The field's id on the page.
    id: &'static str,
    /// The key of the label's message.
    label: &'static str,
    /// The key of the help's message.
    help: &'static str,
    /// The field's value, written to it only if it differs.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that was set in the field.
    changed: impl Fn(String) + 'static,
) -> impl IntoView {
    let element = NodeRef::<html::Input>::new();
    // While a date is typed piece by piece, setting a value would remove what was typed.
    Effect::new(move || {
        let value = value.get();
        if let Some(element) = element.get().filter(|element| element.value() != value) {
            element.set_value(&value);
        }
    });
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for=id>
                    <span class="cdx-label__label__text">{t(label)}</span>
                </label>
                <span class="cdx-label__description" id=format!("{id}-help")>{t(help)}</span>
            </div>
            <div class="cdx-text-input">
                <input
                    class="cdx-text-input__input date-field"
                    type="date"
                    id=id
                    node_ref=element
                    aria-describedby=format!("{id}-help")
                    on:change=move |event| changed(event_target_value(&event))
                />
            </div>
        </div>
    }
}
