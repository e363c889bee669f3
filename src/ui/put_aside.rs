//! Advice that the writer has put aside: it stays away until the answer changes.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::checks::{Suggestion, SuggestionId};
use crate::form::QuestionId;

/// What is put aside in the open draft. Copies are the same; it lasts as long as the draft is open.
#[derive(Clone, Copy, Default)]
pub struct PutAside {
    /// The text for which the advice is not wanted.
    texts: RwSignal<BTreeMap<(QuestionId, SuggestionId), String>>,
}

impl PutAside {
    /// What is put aside in the open draft.
    ///
    /// # Panics
    /// Outside a view of a draft, which is a mistake in the program.
    pub fn here() -> Self {
        expect_context()
    }

    /// Puts advice on a text aside.
    pub fn put(self, suggestion: &Suggestion, text: &str) {
        self.texts.update(|texts| {
            texts.insert((suggestion.question.clone(), suggestion.id), text.to_owned());
        });
    }

    /// Whether advice on a text is put aside. Subscribes.
    pub fn has(self, suggestion: &Suggestion, text: &str) -> bool {
        let key = (suggestion.question.clone(), suggestion.id);
        self.texts.with(|texts| texts.get(&key).is_some_and(|known| known == text))
    }
}
