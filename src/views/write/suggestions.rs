//! Advice under a field. Nothing comes up while one types: only after a pause, or when the field is left. What no
//! longer holds goes at once.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::control;
use crate::browser::press;
use crate::components::icon::icon;
use crate::session::OpenAnswer;
use crate::session::element_ids::label_id;
use crate::session::remembered::Dismissed;
use crate::session::words::{say, t};
use report::checks::{Mend, Suggestion, SuggestionId, SuggestionScope};
use report::editing::Change;

/// The length of a pause in typing before advice may come up.
const PAUSE: Duration = Duration::from_secs(3);

/// The advice on one answer.
#[derive(Clone, Copy)]
pub(super) struct Advice {
    answer: OpenAnswer,
    /// The advice that is shown.
    pub(super) shown: RwSignal<Vec<Suggestion>>,
    /// Whether the writer is typing: no new advice comes up then, and none is looked for in the background.
    typing: RwSignal<bool>,
    pause: StoredValue<Option<TimeoutHandle>>,
}

impl Advice {
    /// Begins with the advice on the answer as it came.
    pub(super) fn new(answer: OpenAnswer) -> Self {
        let advice = Self {
            answer,
            shown: RwSignal::new(Vec::new()),
            typing: RwSignal::new(false),
            pause: StoredValue::new(None),
        };
        Effect::new(move || {
            if !advice.typing.get() {
                advice.show(answer.suggestions.with(|all| wanted(all)));
            }
        });
        advice
    }

    /// Removes advice that no longer holds, as something was typed, and begins the pause anew.
    pub(super) fn typed(self) {
        if !self.typing.get_untracked() {
            self.typing.set(true);
        }
        if self.shown.with_untracked(|shown| !shown.is_empty()) {
            let still = self.answer.suggestions.with_untracked(|all| wanted(all));
            let known = |one: &Suggestion| {
                self.shown.with_untracked(|shown| shown.iter().any(|other| same(one, other)))
            };
            self.show(still.into_iter().filter(known).collect());
        }
        self.stop_waiting();
        let handle = set_timeout_with_handle(move || self.left(), PAUSE).ok();
        self.pause.set_value(handle);
    }

    /// Shows new advice, as the field is left or the writer pauses. Where the mouse is held down, once that is released.
    pub(super) fn left(self) {
        press::when_released(move || {
            self.stop_waiting();
            if self.typing.try_get_untracked() == Some(true) {
                self.typing.set(false);
            }
        });
    }

    fn stop_waiting(self) {
        if let Some(Some(handle)) = self.pause.try_update_value(Option::take) {
            handle.clear();
        }
    }

    fn show(self, suggestions: Vec<Suggestion>) {
        if self.shown.with_untracked(|shown| *shown != suggestions) {
            self.shown.set(suggestions);
        }
    }
}

/// Chooses the advice to show beside the field. That an answer is carried over is said above it.
fn wanted(all: &[Suggestion]) -> Vec<Suggestion> {
    let here = |one: &&Suggestion| {
        one.id.scope() == SuggestionScope::Everywhere && one.id != SuggestionId::CarriedOver
    };
    all.iter().filter(here).cloned().collect()
}

/// Returns whether two pieces of advice are the same, wherever in the text they have moved to.
fn same(one: &Suggestion, other: &Suggestion) -> bool {
    one.id == other.id && one.message == other.message
}

/// Draws the advice that is `wanted` on an answer, without what its writer has dismissed.
pub fn suggestions(answer: OpenAnswer, wanted: ReadSignal<Vec<Suggestion>>) -> AnyView {
    let dismissed = Dismissed::here();
    let visible = move || {
        let text = control::text(answer);
        let mut shown = wanted.get();
        shown.retain(|suggestion| !dismissed.has(suggestion, &text));
        shown
    };
    let rows = move || {
        let all = visible();
        (!all.is_empty()).then(|| {
            let rows = all.into_iter().map(|suggestion| row(answer, suggestion)).collect_view();
            view! { <ul class="suggestions" aria-label=t("ui-suggestions")>{rows}</ul> }
        })
    };
    rows.into_any()
}

fn row(answer: OpenAnswer, suggestion: Suggestion) -> AnyView {
    let dismissed = Dismissed::here();
    let words = say(&suggestion.message);
    let described_by = label_id(answer.question.id.as_str());
    let mend = suggestion.mend.clone().map(|mend| {
        let label = say(&mend.label);
        let described_by = described_by.clone();
        let press = move |_| apply(answer, &mend);
        view! {
            <button type="button" class="cdx-button" aria-describedby=described_by on:click=press>{label}</button>
        }
    });
    let show = leads_somewhere(answer, &suggestion).then(|| {
        let (suggestion, described_by) = (suggestion.clone(), described_by.clone());
        let press = move |_| select(answer, &suggestion);
        view! {
            <button
                type="button"
                class="cdx-button cdx-button--weight-quiet"
                aria-describedby=described_by
                on:click=press
            >
                {t("ui-show-place")}
            </button>
        }
    });
    let dismiss = move |_| {
        dismissed.dismiss(&suggestion, &control::text(answer));
        // The button goes; whoever used the keyboard is in the field then.
        if let Some(control) = control::of(answer.question) {
            control.focus();
        }
    };
    view! {
        <li class="suggestion">
            {icon("lightbulb")}
            <p class="suggestion__words" prop:textContent=words></p>
            <div class="suggestion__buttons">
                {mend}
                {show}
                <button
                    type="button"
                    class="cdx-button cdx-button--weight-quiet"
                    aria-describedby=described_by
                    on:click=dismiss
                >
                    {t("ui-dismiss")}
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// Returns whether advice is about a part of the text, so that the writer may have to look for it.
fn leads_somewhere(answer: OpenAnswer, suggestion: &Suggestion) -> bool {
    let text = control::text(answer);
    text.get(suggestion.place.clone()).is_some_and(|part| part.trim() != text.trim())
}

/// Selects in the field the part that advice is about, wherever in the text that is by now.
fn select(answer: OpenAnswer, suggestion: &Suggestion) {
    let now = answer.suggestions.with_untracked(|all| {
        let exact = all.iter().find(|one| *one == suggestion);
        exact.or_else(|| all.iter().find(|one| same(one, suggestion))).map(|found| found.place.clone())
    });
    if let (Some(place), Some(control)) = (now, control::of(answer.question)) {
        let text = control::text(answer);
        control::agree(&control, &text);
        control.focus();
        control.select(control::units(&text, &place));
    }
}

/// Mends an answer, if its text is still the one that the fix was found for: where it has changed, advice is made anew anyway.
fn apply(answer: OpenAnswer, mend: &Mend) {
    let text = control::text(answer);
    let known =
        answer.suggestions.with_untracked(|all| all.iter().any(|one| one.mend.as_ref() == Some(mend)));
    if known && text.get(mend.place.clone()).is_some() {
        let mended = mend.place.start..mend.place.start + mend.replacement.len();
        control::with_selection(answer, |_, before| {
            let change = Change {
                place: mend.place.clone(),
                replacement: mend.replacement.clone(),
                selection: mended,
            };
            let caret = change.moved(before.start);
            // What one types next must not replace what was mended.
            Some(if before.is_empty() { change.selecting(caret..caret) } else { change })
        });
    }
}
