//! A checkbox to tick off a step.

use leptos::prelude::*;

use super::ticks::{Step, Ticks};
use crate::components::checkbox::Checkbox;

/// A checkbox with the words of a step.
#[component]
pub(super) fn Tick(ticks: Ticks, step: Step, words: String) -> impl IntoView {
    let id = format!("step-{}", step.name());
    view! {
        <Checkbox id checked=Signal::derive(move || ticks.has(step)) toggled=move |is_done| ticks.set(step, is_done)>
            <span class="cdx-label__label__text">{words}</span>
        </Checkbox>
    }
}
