//! *Not applicable* and its two sisters: words put before the answer, with what is there as their reason.

use leptos::prelude::*;

use super::control;
use crate::browser::focus;
use crate::components::toolbar::Stop;
use crate::session::OpenAnswer;
use crate::session::element_ids::label_id;
use crate::session::words::t;
use report::draft::{Waiver, waiver};
use report::editing::{Change, as_reason, unwaived, waived};

/// Whether the field shows words that a button has put there, and nothing was typed since. What is typed behind them is meant as
/// their reason; without a mark between, it would make them the beginning of an ordinary answer.
#[derive(Clone, Copy)]
pub(super) struct Bare(StoredValue<bool>);

impl Bare {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(false))
    }

    /// Makes what was typed behind a waiver's words their reason, by a colon. Undo takes the colon out again, and then it stays
    /// out. Not to be called while text is being composed.
    pub(super) fn typed(self, answer: OpenAnswer) {
        if self.0.try_get_value() != Some(true) {
            return;
        }
        let text = control::text(answer);
        let words_alone = matches!(waiver(&text), Some((_, None)));
        self.0.set_value(words_alone);
        if !words_alone && let Some(colon) = as_reason(&text) {
            control::change(answer, &colon);
        }
    }

    fn say(self, answer: OpenAnswer, kind: Option<Waiver>) {
        self.0.set_value(false);
        say(answer, kind);
        self.0.set_value(matches!(waiver(&control::text(answer)), Some((_, None))));
    }
}

/// The buttons that say why there is no answer, where one can be true ([`Waiver::offered`]). They are gone while somebody's own
/// text is in the field: what is put before it would say the opposite of it.
#[component]
pub(super) fn Waive(answer: OpenAnswer, bare: Bare) -> impl IntoView {
    let is_offered = Memo::new(move |_| {
        answer.entry.with(|entry| entry.text().trim().is_empty() || waiver(entry.text()).is_some())
    });
    let offered = Waiver::offered(answer.question.kind);
    move || {
        let buttons =
            || offered.iter().map(|kind| view! { <WaiveAs answer bare kind=*kind offered/> }).collect_view();
        is_offered.get().then(buttons)
    }
}

/// The button of one waiver. It puts the words into the field and leaves the focus behind them, for the reason. Pressed again, it
/// takes the words away and leaves the reason. *Not applicable* stands for the waivers that have no button, too.
#[component]
fn WaiveAs(answer: OpenAnswer, bare: Bare, kind: Waiver, offered: &'static [Waiver]) -> impl IntoView {
    let stop = Stop::here();
    let waived = waived_as(answer);
    let is_pressed = move |waived: Option<Waiver>| {
        waived.is_some_and(|waived| {
            waived == kind || kind == Waiver::NotApplicable && !offered.contains(&waived)
        })
    };
    let press = move |_| bare.say(answer, (!is_pressed(waived.get_untracked())).then_some(kind));
    view! {
        <button
            type="button"
            class="cdx-button cdx-button--weight-quiet question__button"
            tabindex=move || stop.tab_index()
            on:focus=move |_| stop.focused()
            aria-pressed=move || is_pressed(waived.get()).to_string()
            aria-describedby=label_id(answer.question.id.as_str())
            on:click=press
        >
            {t(words(kind))}
        </button>
    }
}

/// Returns the id of the line that asks for a waiver's reason, for a question's field to be described by.
pub(super) fn reason_id(question: &str) -> String {
    format!("reason-{question}")
}

/// The choice of which waiver it is, once the answer has one, and the words that ask for its reason, until there is one.
#[component]
pub(super) fn Kinds(answer: OpenAnswer, bare: Bare) -> impl IntoView {
    let is_waived = waived_as(answer);
    let is_shown = Memo::new(move |_| is_waived.get().is_some());
    let id = format!("why-{}", answer.question.id);
    let hint = reason_id(answer.question.id.as_str());
    let lacks_reason =
        Memo::new(move |_| answer.entry.with(|entry| matches!(waiver(entry.text()), Some((_, None)))));
    let select = id.clone();
    let choose = move |event| {
        let chosen = event_target_value(&event);
        bare.say(answer, Waiver::ALL.into_iter().find(|kind| kind.words() == chosen));
        focus::element(&select);
    };
    let options = move || {
        let options = Waiver::ALL.map(|kind| {
            view! {
                <option value=kind.words() selected=move || is_waived.get() == Some(kind)>
                    {t(words(kind))}
                </option>
            }
        });
        options.collect_view()
    };
    move || {
        is_shown.get().then(|| {
            view! {
                <p class="question__more">
                    <label for=id.clone()>{t("ui-why-no-answer")}</label>
                    <select class="cdx-select" id=id.clone() on:change=choose.clone()>{options()}</select>
                    <span class="quiet" id=hint.clone() prop:textContent=move || if lacks_reason.get() { t("ui-reason-hint") } else { String::new() }></span>
                </p>
            }
        })
    }
}

fn waived_as(answer: OpenAnswer) -> Memo<Option<Waiver>> {
    Memo::new(move |_| answer.entry.with(|entry| waiver(entry.text()).map(|(kind, _)| kind)))
}

/// Returns the key of a waiver's words on the screen; on the page it has words of its own, in English.
fn words(kind: Waiver) -> &'static str {
    match kind {
        Waiver::NotApplicable => "ui-not-applicable",
        Waiver::NotCounted => "ui-not-counted",
        Waiver::SentPrivately => "ui-sent-privately",
    }
}

fn say(answer: OpenAnswer, kind: Option<Waiver>) {
    let text = control::text(answer);
    let change: Option<Change> = match kind {
        Some(kind) => waived(&text, kind),
        None => unwaived(&text),
    };
    if let Some(change) = change {
        control::change(answer, &change);
    }
}
