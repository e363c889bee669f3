//! Fixes answers at a click in the view *Review and copy*. The answers' fields are on another page, so *Undo* is a
//! button here.

use leptos::prelude::*;

use crate::browser::focus;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::OpenDraft;
use crate::session::form_words;
use crate::session::words::t;
use report::checks::Mend;
use report::draft::Entry;
use report::form::Question;

/// The last fix in the view *Review and copy*. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Mending {
    last: RwSignal<Option<Last>>,
}

#[derive(Clone)]
enum Last {
    /// An answer was fixed. *Undo* leaves it alone if it was changed since.
    Mended { question: &'static Question, before: Entry, after: Entry },
    /// A fix was undone.
    Undone,
}

impl Mending {
    pub(super) fn new() -> Self {
        Self { last: RwSignal::new(None) }
    }

    /// Fixes an answer. The advice and its button disappear, so the focus moves to *Undo*.
    pub(super) fn mend(self, open: OpenDraft, question: &'static Question, mend: &Mend) {
        let Some(answer) = open.answer(question.id.as_str()) else { return };
        let before = answer.entry.get_untracked();
        // A fix that passes a limit changes nothing, and its advice stays.
        if open.set_text(&question.id, &mend.apply(before.text())) == Ok(true) {
            let after = answer.entry.get_untracked();
            open.settle();
            self.last.set(Some(Last::Mended { question, before, after }));
            focus::soon("#mending-undo");
        }
    }

    fn undo(self, open: OpenDraft) {
        let Some(Last::Mended { question, before, after }) = self.last.get_untracked() else { return };
        let is_as_mended = open
            .answer(question.id.as_str())
            .is_some_and(|answer| answer.entry.with_untracked(|entry| *entry == after));
        // The entry from before passes no limit.
        if is_as_mended && open.insert(&question.id, before).is_ok() {
            self.last.set(Some(Last::Undone));
            focus::soon("#mending");
        } else {
            // Another tab or the folder has changed the answer since: the line and its button go.
            self.last.set(None);
            focus::soon("#review-findings");
        }
    }
}

/// The line about the last fix, with *Undo*. It exists from the start, so that screen readers announce its content.
#[component]
pub(super) fn MendingLine(mending: Mending) -> impl IntoView {
    let open = OpenDraft::here();
    let line = move |last: Last| {
        let (words, undo) = match last {
            Last::Undone => ("ui-review-unmended", None),
            Last::Mended { question, .. } => {
                let named = format!("{}: {}", t("ui-undo"), form_words::wording(&question.text).shown);
                let press = move |_| mending.undo(open);
                let undo = view! {
                    <button type="button" class="cdx-button" id="mending-undo" aria-label=named on:click=press>
                        {t("ui-undo")}
                    </button>
                };
                ("ui-review-mended", Some(undo))
            }
        };
        view! {
            <MessageBox kind=MessageKind::Success attr:id="mending" attr:tabindex="-1">
                    <span prop:textContent=t(words)></span>
                    " "
                    {undo}
                </MessageBox>
        }
    };
    view! { <div role="status">{move || mending.last.get().map(line)}</div> }
}
