//! The names of languages and countries that are suggested for one question.

use leptos::prelude::*;

use super::open_answer::OpenAnswer;
use super::scope::Scope;
use report::editing::autocomplete::Listed;

/// The kind of names that a question asks for.
#[derive(Clone, Copy, PartialEq)]
pub enum Subject {
    /// Names of languages.
    Languages,
    /// Names of countries.
    Countries,
}

/// The names suggested for one question.
#[derive(Clone, Copy)]
pub struct SuggestedNames {
    /// The scope of the field's view.
    pub scope: Scope,
    /// The question and its answer.
    pub answer: OpenAnswer,
    /// The kind of names that the question asks for.
    pub subject: Subject,
    /// All names of this kind, once they are loaded.
    pub names: StoredValue<Vec<Listed>>,
    /// Whether the list of names was asked for.
    pub asked: StoredValue<bool>,
    /// Whether names are wanted for what is typed now.
    pub wanted: StoredValue<bool>,
    /// The names that are offered now.
    pub options: RwSignal<Vec<String>>,
    /// The index in the offered names of the one that the arrow keys have reached.
    pub active: RwSignal<Option<usize>>,
}

impl SuggestedNames {
    /// Prepares the names for a question that asks for languages or countries; `None` for any other.
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

    /// Closes the list, when the field is left or the writer dismisses the names.
    pub fn close(self) {
        self.wanted.set_value(false);
        if self.options.with_untracked(|options| !options.is_empty()) {
            self.options.set(Vec::new());
        }
        self.active.set(None);
    }

    /// Returns the id of the list of names on the page.
    pub fn list_id(self) -> String {
        format!("names-{}", self.answer.question.id)
    }

    /// Returns the id of the name that the arrow keys have reached. Subscribes to `active`.
    pub fn active_id(self) -> Option<String> {
        self.active.get().map(|index| self.option_id(index))
    }

    /// Returns the id of a name in the list, by its index.
    pub fn option_id(self, index: usize) -> String {
        format!("{}-{index}", self.list_id())
    }
}
