//! The three waivers, *Not applicable* and two others: words put before the answer, whose text becomes their reason.

use leptos::prelude::*;

use super::control;
use super::question_button::{QuestionButton, Toggle};
use crate::browser::focus;
use crate::session::OpenAnswer;
use crate::session::words::t;
use report::draft::{Waiver, waiver};
use report::editing::{Change, as_reason, unwaived, waived};

/// Whether the field shows only a waiver's words, put there by a button, with nothing typed since. Text typed after
/// them is meant as their reason; without a mark between, they would become the beginning of an ordinary answer.
#[derive(Clone, Copy)]
pub(super) struct Bare(StoredValue<bool>);

impl Bare {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(false))
    }

    /// Makes the text typed after a waiver's words their reason, by inserting a colon. If undo takes the colon out
    /// again, it stays out. Must not be called while text is being composed.
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

/// The buttons that say why there is no answer, where a waiver can be true ([`Waiver::offered`]). They are hidden
/// while another text is in the field, as the waiver's words before it would contradict it.
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

/// The button of one waiver. It puts the words into the field and leaves the caret after them, for the reason. Pressed
/// again, it removes the words and leaves the reason. *Not applicable* also stands for the waivers that have no
/// button.
#[component]
fn WaiveAs(answer: OpenAnswer, bare: Bare, kind: Waiver, offered: &'static [Waiver]) -> impl IntoView {
    let waived = waived_as(answer);
    let is_pressed = Signal::derive(move || {
        waived.get().is_some_and(|waived| {
            waived == kind || kind == Waiver::NotApplicable && !offered.contains(&waived)
        })
    });
    let press = move |()| bare.say(answer, (!is_pressed.get_untracked()).then_some(kind));
    let toggle = Toggle::Pressed(is_pressed);
    view! { <QuestionButton question=answer.question words=t(words(kind)) toggle on_press=press/> }
}

/// Returns the id of the line that asks for a waiver's reason, which describes the question's field.
pub(super) fn reason_id(question: &str) -> String {
    format!("reason-{question}")
}

/// The choice between the waivers, once the answer has one, and the words that ask for a reason until there is one.
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

/// Returns the message key of a waiver's words on the screen; the page has its own words, in English.
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
