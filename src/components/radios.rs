//! Codex's radios: a choice of one of several values.

use leptos::prelude::*;

/// A value to be chosen, with its control.
pub struct Radio<T> {
    /// The value that is chosen with the control.
    pub value: T,
    /// The control's id on the page.
    pub id: &'static str,
    /// The words beside the control.
    pub words: String,
}

/// A group of radios; the one with the chosen value is checked.
#[component]
pub fn Radios<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The words above the radios.
    legend: String,
    /// The name that the controls share on the page.
    name: &'static str,
    /// The values to choose from, in order.
    radios: Vec<Radio<T>>,
    /// The value that is chosen.
    chosen: RwSignal<T>,
) -> impl IntoView {
    let draw = move |Radio { value, id, words }| {
        view! {
            <div class="cdx-radio">
                <div class="cdx-radio__wrapper">
                    <input
                        class="cdx-radio__input"
                        type="radio"
                        name=name
                        id=id
                        prop:checked=move || chosen.get() == value
                        on:change=move |_| chosen.set(value)
                    />
                    <span class="cdx-radio__icon"></span>
                    <div class="cdx-radio__label cdx-label">
                        <label class="cdx-label__label" for=id>{words}</label>
                    </div>
                </div>
            </div>
        }
    };
    view! {
        <fieldset class="cdx-field">
            <legend class="cdx-label"><span class="cdx-label__label__text">{legend}</span></legend>
            {radios.into_iter().map(draw).collect_view()}
        </fieldset>
    }
}
