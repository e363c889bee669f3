//! The button at the end of a section that keeps, all at once, its answers that came from an earlier report and were
//! shown on the screen.

use leptos::html;
use leptos::prelude::*;

use super::origin::changes_each_year;
use crate::browser::{focus, screen};
use crate::session::form_words;
use crate::session::words::{say, t};
use crate::session::{OpenAnswer, OpenDraft};
use report::checks::State;
use report::draft::Entry;
use report::form::{Question, QuestionId, Section};
use report::i18n::Message;

/// The questions whose answers were shown down to their end. Copies are the same list.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    questions: RwSignal<Vec<&'static QuestionId>>,
}

impl Seen {
    /// Begins with no question.
    pub(super) fn begin() {
        provide_context(Self { questions: RwSignal::new(Vec::new()) });
    }

    /// Returns the list of the view that is being made.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// Counts a question as seen once the part below its field comes into view.
    pub(super) fn watch(self, below_field: NodeRef<html::Details>, question: &'static Question) {
        let observed = StoredValue::new_local(None);
        Effect::new(move || {
            let Some(element) = below_field.get() else { return };
            observed.set_value(screen::on_shown(&element, move || self.note(&question.id)));
        });
    }

    fn note(self, question: &'static QuestionId) {
        if self.questions.try_with_untracked(|seen| seen.contains(&question)) == Some(false) {
            self.questions.update(|seen| seen.push(question));
        }
    }
}

/// An answer that was kept. *Undo* leaves it alone if it was edited since.
#[derive(Clone)]
struct Kept {
    question: &'static QuestionId,
    before: Entry,
    after: Entry,
}

/// Draws the button *Keep all 5* of a section, if there are at least two such answers, and the message about what it
/// has done.
pub fn keep_all(section: &'static Section) -> AnyView {
    let open = OpenDraft::here();
    let seen = Seen::here();
    let answers: Vec<OpenAnswer> =
        section.questions().filter_map(|question| open.answer(question.id.as_str())).collect();
    let is_to_keep = move |answer: &OpenAnswer| {
        answer.state.get() == State::CarriedOver
            && !changes_each_year(answer.question.kind)
            && seen.questions.with(|seen| seen.contains(&&answer.question.id))
    };
    let to_keep = Memo::new(move |_| {
        answers
            .iter()
            .filter(|answer| is_to_keep(answer))
            .map(|answer| &answer.question.id)
            .collect::<Vec<_>>()
    });
    let kept = RwSignal::new(Vec::<Kept>::new());
    let done_id = format!("kept-{}", section.questions().next().map_or("", |question| question.id.as_str()));
    let told = done_id.clone();
    let keep = move |_| {
        let entry = |question: &QuestionId| open.with_draft(|draft| draft.entry(question.as_str()).cloned());
        let mut done = Vec::new();
        for question in to_keep.get_untracked() {
            let before = entry(question);
            open.confirm(question);
            if let Some((before, after)) = before.zip(entry(question)) {
                done.push(Kept { question, before, after });
            }
        }
        open.settle();
        kept.set(done);
        // The button disappears, so the focus moves to the message.
        focus::element(&told);
    };
    let undo = move |_| {
        for Kept { question, before, after } in kept.get_untracked() {
            let is_edited = open.with_draft(|draft| draft.entry(question.as_str()) != Some(&after));
            if !is_edited {
                // The entry was there before, so it passes no limit.
                let _ = open.insert(question, before);
            }
        }
        kept.set(Vec::new());
    };
    let count = move || to_keep.with(Vec::len);
    view! {
        <div class="keep-all">
            <Show when=move || { count() > 1 }>
                <button
                    type="button"
                    class="cdx-button"
                    aria-label=move || say(&Message::new("ui-keep-all-named").with(count()).with(form_words::heading(&section.title).shown))
                    on:click=keep.clone()
                >
                    {move || say(&Message::new("ui-keep-all").with(count()))}
                </button>
            </Show>
            <p id=done_id tabindex="-1" role="status">
                {move || Some(kept.with(Vec::len)).filter(|kept| *kept > 0).map(|kept| view! {
                    {say(&Message::new("ui-kept-all").with(kept))} " "
                    <button type="button" class="cdx-button" on:click=undo>{t("ui-undo")}</button>
                })}
            </p>
        </div>
    }
    .into_any()
}
