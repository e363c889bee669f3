//! A box to tick off a step.

use leptos::prelude::*;

use super::ticks::{Step, Ticks};

/// A checkbox with the words of a step.
#[component]
pub(super) fn Tick(ticks: Ticks, step: Step, words: String) -> impl IntoView {
    let id = format!("step-{}", step.name());
    let named = id.clone();
    view! {
        <div class="cdx-checkbox">
            <div class="cdx-checkbox__wrapper">
                <input
                    class="cdx-checkbox__input"
                    type="checkbox"
                    id=id
                    prop:checked=move || ticks.has(step)
                    on:change=move |event| ticks.set(step, event_target_checked(&event))
                />
                <span class="cdx-checkbox__icon"></span>
                <div class="cdx-checkbox__label cdx-label">
                    <label class="cdx-label__label" for=named>
                        <span class="cdx-label__label__text">{words}</span>
                    </label>
                </div>
            </div>
        </div>
    }
}
