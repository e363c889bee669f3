//! *Mark for later*: a mark, with a note that never reaches the page.

use leptos::prelude::*;

use super::question_button::{QuestionButton, Toggle};
use crate::browser::focus;
use crate::session::element_ids::label_id;
use crate::session::words::t;
use crate::session::{OpenAnswer, OpenDraft};

/// The button *Mark for later*. Pressed again, it removes the mark; the note comes back with the mark.
#[component]
pub(super) fn Later(answer: OpenAnswer) -> impl IntoView {
    let open = OpenDraft::here();
    let is_marked = marked(answer);
    // Removing a mark by mistake must not lose its note.
    let kept = StoredValue::new(String::new());
    let press = move |()| {
        let id = &answer.question.id;
        if is_marked.get_untracked() {
            kept.set_value(note(answer));
            open.clear_later(id);
        } else if open.come_back_later(id, &kept.get_value()).is_ok() {
            let note = note_id(id.as_str());
            request_animation_frame(move || focus::element(&note));
        }
        open.settle();
    };
    let toggle = Toggle::Pressed(is_marked.into());
    view! { <QuestionButton question=answer.question words=t("ui-mark-for-later") toggle on_press=press/> }
}

/// The field for a note, if the mark for later is set.
#[component]
pub(super) fn Note(answer: OpenAnswer) -> impl IntoView {
    let open = OpenDraft::here();
    let is_marked = marked(answer);
    let id = note_id(answer.question.id.as_str());
    let label = format!("{id}-label");
    // A note over its limit is not taken; notes are short lines, far from 16 KB.
    let take = move |note: &str| drop(open.come_back_later(&answer.question.id, note));
    // The text that the field had when last looked at. Writing assistants change it without an event.
    let known = StoredValue::new(None::<String>);
    let input = move |event| {
        let typed = event_target_value(&event);
        take(&typed);
        known.set_value(Some(typed));
    };
    let focused = move |event| known.set_value(Some(event_target_value(&event)));
    let hear = move |event: &leptos::ev::Event| {
        let shown = event_target_value(event);
        if known.try_with_value(|known| known.as_ref().is_some_and(|known| *known != shown)) == Some(true) {
            take(&shown);
            known.set_value(Some(shown));
        }
    };
    move || {
        is_marked.get().then(|| {
            let named_by = format!("{label} {}", label_id(answer.question.id.as_str()));
            view! {
                <p class="question__more question__note">
                    <label for=id.clone() id=label.clone()>{t("ui-private-note")}</label>
                    <span class="cdx-text-input">
                        <input
                            class="cdx-text-input__input"
                            type="text"
                            id=id.clone()
                            aria-labelledby=named_by
                            translate="no"
                            dir="auto"
                            autocomplete="off"
                            prop:value=untrack(move || note(answer))
                            on:input=input
                            on:focus=focused
                            on:change=move |event| hear(&event)
                            on:blur=move |event| {
                                hear(&event);
                                open.settle();
                            }
                        />
                    </span>
                </p>
            }
        })
    }
}

fn marked(answer: OpenAnswer) -> Memo<bool> {
    Memo::new(move |_| answer.entry.with(|entry| entry.later().is_some()))
}

fn note(answer: OpenAnswer) -> String {
    answer.entry.with_untracked(|entry| entry.later().unwrap_or_default().to_owned())
}

fn note_id(question: &str) -> String {
    format!("note-{question}")
}
