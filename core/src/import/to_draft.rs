//! Makes a draft of a report that was read.

use super::reading::Reading;
use crate::answer::print;
use crate::draft::{Draft, DraftError, DraftId, Entry, Nfc, Origin, Timestamp};
use crate::form::Form;

impl Reading {
    /// Makes a new draft of everything found, each answer marked as imported; a question found without an answer stays
    /// empty. [`unplaced`](Self::unplaced) text is not in the draft: a person decides where it belongs.
    ///
    /// # Errors
    /// If an answer, or all answers together, pass a limit of [`crate::draft::limits`].
    pub fn to_draft(
        &self,
        form: &Form,
        id: DraftId,
        nfc: Nfc<'_>,
        now: Timestamp,
    ) -> Result<Draft, DraftError> {
        let mut draft = Draft::new(id, &form.id, now);
        if let Some(page) = &self.page {
            draft.set_page(page, nfc, now)?;
        }
        for found in &self.found {
            let Some(question) = form.question(found.question.as_str()).filter(|_| !found.answer.is_empty())
            else {
                continue;
            };
            let text = print(&found.answer, question.kind.markup());
            draft.insert(&found.question, Entry::new(&text, Origin::Imported, nfc)?, now)?;
        }
        Ok(draft)
    }
}
