//! One answer of the open draft as signals.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::clock;
use report::answer::{Answer as Tree, Markup, Parsed, Token};
use report::checks::{self, State, Suggestion, Surroundings};
use report::draft::{Draft, Entry};
use report::form::{Form, Question};

/// The functions that read answers, which are in the late part of the program.
#[derive(Clone, Copy, Debug)]
pub struct AnswerReader {
    /// Parses an answer, as [`Parsed::of`] does.
    pub parse: fn(&str, Markup) -> Parsed,
    /// Gives advice on an answer, as [`checks::suggestions_by_tokens`] does.
    pub suggestions_on: fn(&Form, &Draft, &Question, &[Token], &Surroundings) -> Vec<Suggestion>,
}

/// A question of the open draft and its answer. Copies refer to the same answer.
#[derive(Clone, Copy)]
pub struct OpenAnswer {
    /// The question.
    pub question: &'static Question,
    /// The answer's text, origin and mark. Changed through [`OpenDraft`](crate::session::OpenDraft) only.
    pub entry: ReadSignal<Entry>,
    /// The answer's tree: parsed once after each change, when the preview, the page or the advice first asks for it.
    /// Empty until the late part is loaded, which parses; whatever asks for the tree is in that part, too.
    pub tree: Memo<Arc<Tree>>,
    /// The answer's state.
    pub state: Memo<State>,
    /// The advice on the answer, once the late part is loaded, which gives it. Follows the answer's own text at once,
    /// and other answers' when a field is left.
    pub suggestions: Memo<Vec<Suggestion>>,
    pub write: WriteSignal<Entry>,
}

impl OpenAnswer {
    /// Makes the signals of a draft's answer to a question. `reader` returns the functions that read answers, once
    /// they are loaded.
    pub fn new(
        form: &'static Form,
        question: &'static Question,
        draft: &Rc<RefCell<Draft>>,
        settled: ReadSignal<u32>,
        reader: impl Fn() -> Option<AnswerReader> + Copy + Send + Sync + 'static,
    ) -> Self {
        let (entry, write) = signal(entry_of(&draft.borrow(), question));
        let parsed = Memo::new(move |_| {
            let reader = reader()?;
            Some(entry.with(|entry| (reader.parse)(entry.text(), question.kind.markup())))
        });
        let tree = Memo::new(move |_| {
            let tree = parsed.with(|parsed| parsed.as_ref().map(|parsed| Arc::clone(&parsed.answer)));
            tree.unwrap_or_default()
        });
        let state = Memo::new(move |_| entry.with(|entry| checks::state(question, Some(entry))));
        let draft = StoredValue::new_local(Rc::clone(draft));
        let suggestions = Memo::new(move |_| {
            entry.track();
            settled.track();
            parsed.with(|parsed| {
                let (Some(reader), Some(parsed)) = (reader(), parsed) else { return Vec::new() };
                draft.with_value(|draft| {
                    (reader.suggestions_on)(
                        form,
                        &draft.borrow(),
                        question,
                        &parsed.tokens,
                        &clock::surroundings(),
                    )
                })
            })
        });
        Self { question, entry, tree, state, suggestions, write }
    }

    /// Returns the answer's text, and subscribes to it.
    pub fn text(self) -> String {
        self.entry.with(|entry| entry.text().to_owned())
    }

    /// Returns whether the draft has another entry now than the signal.
    pub fn differs(self, draft: &Draft) -> bool {
        self.entry.with_untracked(|entry| *entry != entry_of(draft, self.question))
    }

    /// Takes over the entry that the draft has now.
    pub fn refresh(self, draft: &Draft) {
        self.write.set(entry_of(draft, self.question));
    }
}

fn entry_of(draft: &Draft, question: &Question) -> Entry {
    draft.entry(question.id.as_str()).cloned().unwrap_or_else(Entry::empty)
}
