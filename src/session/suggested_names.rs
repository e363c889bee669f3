//! The names of languages and countries that are suggested for one question.

use leptos::prelude::*;

use super::open_answer::OpenAnswer;
use super::scope::Scope;
use report::editing::autocomplete::Listed;

/// What a question asks for names of.
#[derive(Clone, Copy, PartialEq)]
pub enum Subject {
    /// Languages.
    Languages,
    /// Countries.
    Countries,
}

/// The names suggested for one question.
#[derive(Clone, Copy)]
pub struct SuggestedNames {
    /// The field's view.
    pub scope: Scope,
    /// The question and its answer.
    pub answer: OpenAnswer,
    /// What is asked for.
    pub subject: Subject,
    /// All names, once they are there.
    pub names: StoredValue<Vec<Listed>>,
    /// Whether the list was asked for.
    pub asked: StoredValue<bool>,
    /// Whether names are wanted for what is typed now.
    pub wanted: StoredValue<bool>,
    /// The names that are offered now.
    pub options: RwSignal<Vec<String>>,
    /// The place of the name that the arrow keys are at.
    pub active: RwSignal<Option<usize>>,
}

impl SuggestedNames {
    /// For a question that asks for languages or countries.
    pub fn of(answer: OpenAnswer) -> Option<Self> {
        let subject = match answer.question.id.as_str() {
            "languages" => Subject::Languages,
            "countries" => Subject::Countries,
            _ => return None,
        };
        Some(Self {
            scope: Scope::here(),
            answer,
            subject,
            names: StoredValue::new(Vec::new()),
            asked: StoredValue::new(false),
            wanted: StoredValue::new(false),
            options: RwSignal::new(Vec::new()),
            active: RwSignal::new(None),
        })
    }

    /// The field is left, or the writer does not want the names.
    pub fn close(self) {
        self.wanted.set_value(false);
        if self.options.with_untracked(|options| !options.is_empty()) {
            self.options.set(Vec::new());
        }
        self.active.set(None);
    }

    /// The list's id on the page.
    pub fn list_id(self) -> String {
        format!("names-{}", self.answer.question.id)
    }

    /// The id of the name that the arrow keys are at. Subscribes.
    pub fn active_id(self) -> Option<String> {
        self.active.get().map(|index| self.option_id(index))
    }

    /// The id of a name in the list, by its place.
    pub fn option_id(self, index: usize) -> String {
        format!("{}-{index}", self.list_id())
    }
}
