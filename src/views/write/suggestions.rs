//! Advice under a field. New advice never appears while the writer types, only after a pause or when the field is
//! left. Advice that no longer holds disappears at once.

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

/// The pause in typing after which advice may appear.
const PAUSE: Duration = Duration::from_secs(3);

/// The advice on one answer.
#[derive(Clone, Copy)]
pub(super) struct Advice {
    answer: OpenAnswer,
    /// The advice that is shown.
    pub(super) shown: RwSignal<Vec<Suggestion>>,
    /// Whether the writer is typing: then no new advice appears, and none is looked for in the background.
    typing: RwSignal<bool>,
    pause: StoredValue<Option<TimeoutHandle>>,
}

impl Advice {
    /// Begins with the advice on the answer as it was opened.
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

    /// Removes advice that no longer holds, after something was typed, and restarts the pause.
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

    /// Shows new advice, as the field is left or the writer pauses. If the mouse is held down, waits until it is
    /// released.
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

/// Chooses the advice to show beside the field. That an answer is carried over is already said above the field.
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

/// Draws the advice that is `wanted` on an answer, except what the writer has dismissed. Advice that was shown before
/// keeps its elements while the writer types.
pub fn suggestions(answer: OpenAnswer, wanted: ReadSignal<Vec<Suggestion>>) -> AnyView {
    let dismissed = Dismissed::here();
    let rows = Memo::new(move |_| {
        let text = control::text(answer);
        let mut shown = wanted.get();
        shown.retain(|suggestion| !dismissed.has(suggestion, &text));
        rows(&shown, &text)
    });
    let is_any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    view! {
        <Show when=move || is_any.get()>
            <ul class="suggestions" aria-label=t("ui-suggestions")>
                <For each=move || rows.get() key=Clone::clone let:row>
                    <Advised answer row/>
                </For>
            </ul>
        </Show>
    }
    .into_any()
}

/// A piece of advice as it is shown. Its place in the text and its fix are looked up only when they are used, as the
/// text may change.
#[derive(Clone, PartialEq, Eq, Hash)]
struct AdviceRow {
    id: SuggestionId,
    /// The reason for the advice, and what to do.
    words: String,
    /// The words on the button for its fix.
    mend: Option<String>,
    /// Whether the advice is about a part of the text only, so that the writer may have to look for it.
    leads_somewhere: bool,
    /// The number of earlier rows with the same words.
    number: usize,
}

impl AdviceRow {
    fn of(suggestion: &Suggestion, text: &str) -> Self {
        let part = text.get(suggestion.place.clone());
        Self {
            id: suggestion.id,
            words: say(&suggestion.message),
            mend: suggestion.mend.as_ref().map(|mend| say(&mend.label)),
            leads_somewhere: part.is_some_and(|part| part.trim() != text.trim()),
            number: 0,
        }
    }

    /// Finds the same advice on the text as it is now.
    fn now(&self, answer: OpenAnswer) -> Option<Suggestion> {
        let text = control::text(answer);
        answer.suggestions.with_untracked(|all| {
            let same = |(row, _): &(Self, &Suggestion)| row == self;
            rows(all, &text).into_iter().zip(all).find(same).map(|(_, suggestion)| suggestion.clone())
        })
    }
}

/// Makes the rows of these pieces of advice on a text.
fn rows(all: &[Suggestion], text: &str) -> Vec<AdviceRow> {
    let mut rows: Vec<AdviceRow> = Vec::new();
    for suggestion in all {
        let mut row = AdviceRow::of(suggestion, text);
        while rows.contains(&row) {
            row.number += 1;
        }
        rows.push(row);
    }
    rows
}

#[component]
fn Advised(answer: OpenAnswer, row: AdviceRow) -> impl IntoView {
    let dismissed = Dismissed::here();
    let described_by = label_id(answer.question.id.as_str());
    let AdviceRow { words, mend, leads_somewhere, .. } = row.clone();
    let row = StoredValue::new(row);
    let now = move || row.with_value(|row| row.now(answer));
    let mend = mend.map(|label| {
        let press = move |_| {
            if let Some(mend) = now().and_then(|suggestion| suggestion.mend) {
                apply(answer, &mend);
            }
        };
        view! {
            <button type="button" class="cdx-button" aria-describedby=described_by.clone() on:click=press>{label}</button>
        }
    });
    let show = leads_somewhere.then(|| {
        let press = move |_| {
            if let Some(suggestion) = now() {
                select(answer, &suggestion);
            }
        };
        view! {
            <button
                type="button"
                class="cdx-button cdx-button--weight-quiet"
                aria-describedby=described_by.clone()
                on:click=press
            >
                {t("ui-show-place")}
            </button>
        }
    });
    let dismiss = move |_| {
        if let Some(suggestion) = now() {
            dismissed.dismiss(&suggestion, &control::text(answer));
        }
        // The button disappears, so the focus moves to the field.
        if let Some(control) = control::of(answer.question) {
            control.focus();
        }
    };
    view! {
        <li class="suggestion">
            {icon("lightbulb")}
            <p class="suggestion__words">{words}</p>
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
}

/// Selects in the field the part that advice is about.
fn select(answer: OpenAnswer, suggestion: &Suggestion) {
    if let Some(control) = control::of(answer.question) {
        let text = control::text(answer);
        control::agree(&control, &text);
        control.focus();
        control.select(control::units(&text, &suggestion.place));
    }
}

/// Applies a fix to an answer.
fn apply(answer: OpenAnswer, mend: &Mend) {
    let mended = mend.place.start..mend.place.start + mend.replacement.len();
    control::with_selection(answer, |_, before| {
        let change =
            Change { place: mend.place.clone(), replacement: mend.replacement.clone(), selection: mended };
        let caret = change.moved(before.start);
        // The next keystroke must not replace the fixed text.
        Some(if before.is_empty() { change.selecting(caret..caret) } else { change })
    });
}
