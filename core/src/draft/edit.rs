//! Edits a draft: the only way to change one. Each change respects the limits and updates the time of the last change.

use super::entry::clean_short;
use super::{Draft, DraftError, Entry, Nfc, PageParts, Timestamp, limits};
use crate::ids::QuestionId;

impl Draft {
    /// Sets an answer to what the writer typed. Returns whether anything changed, see [`Entry::set_text`].
    ///
    /// # Errors
    /// If a limit is passed; the draft stays as it was.
    pub fn set_text(
        &mut self,
        question: &QuestionId,
        typed: &str,
        nfc: Nfc<'_>,
        now: Timestamp,
    ) -> Result<bool, DraftError> {
        self.edit(question, now, |entry| entry.set_text(typed, nfc))
    }

    /// Replaces an answer. Returns the replaced one, which the caller may keep.
    ///
    /// # Errors
    /// If a limit is passed; the draft stays as it was.
    pub fn insert(
        &mut self,
        question: &QuestionId,
        entry: Entry,
        now: Timestamp,
    ) -> Result<Option<Entry>, DraftError> {
        self.make_room(question, entry.bytes())?;
        self.changed = now;
        Ok(self.put(question, entry))
    }

    /// Removes an answer with its text and note, and returns it: to undo an [`insert`](Self::insert) where there was
    /// none before.
    pub fn remove(&mut self, question: &QuestionId, now: Timestamp) -> Option<Entry> {
        let at = self.place(question.as_str()).ok()?;
        self.changed = now;
        Some(self.answers.remove(at).1)
    }

    /// Marks a carried-over answer as still true. Returns whether that changed anything.
    pub fn confirm(&mut self, question: &QuestionId, now: Timestamp) -> bool {
        let changed = self.entry_mut(question.as_str()).is_some_and(Entry::confirm);
        if changed {
            self.changed = now;
        }
        changed
    }

    /// Marks a question for later, with a private note, which may be empty. The question need not have an answer.
    ///
    /// # Errors
    /// If a limit is passed; the draft stays as it was.
    pub fn come_back_later(
        &mut self,
        question: &QuestionId,
        note: &str,
        nfc: Nfc<'_>,
        now: Timestamp,
    ) -> Result<(), DraftError> {
        self.edit(question, now, |entry| entry.come_back_later(note, nfc).map(|()| true)).map(drop)
    }

    /// Removes a question's mark for later and its note. Returns whether there was a mark.
    pub fn clear_later(&mut self, question: &QuestionId, now: Timestamp) -> bool {
        let Some(entry) = self.entry_mut(question.as_str()).filter(|entry| entry.later().is_some()) else {
            return false;
        };
        entry.clear_later();
        self.changed = now;
        true
    }

    /// Sets the parts of the page's title.
    ///
    /// # Errors
    /// If a limit is passed; the draft stays as it was.
    pub fn set_page(&mut self, page: &PageParts, nfc: Nfc<'_>, now: Timestamp) -> Result<(), DraftError> {
        let year = clean_short(&page.year, nfc)?;
        let page = PageParts { year, affiliate: clean_short(&page.affiliate, nfc)? };
        self.check_bytes(self.page.bytes(), page.bytes())?;
        self.page = page;
        self.changed = now;
        Ok(())
    }

    /// Sets the edit summary; blank for the default.
    ///
    /// # Errors
    /// If a limit is passed; the draft stays as it was.
    pub fn set_summary(&mut self, typed: &str, nfc: Nfc<'_>, now: Timestamp) -> Result<(), DraftError> {
        let summary = clean_short(typed, nfc)?;
        self.check_bytes(self.summary.len(), summary.len())?;
        self.summary = summary;
        self.changed = now;
        Ok(())
    }

    /// Changes a copy of an answer and puts it back only if the draft has room for it.
    fn edit(
        &mut self,
        question: &QuestionId,
        now: Timestamp,
        change: impl FnOnce(&mut Entry) -> Result<bool, DraftError>,
    ) -> Result<bool, DraftError> {
        let mut entry = self.entry(question.as_str()).cloned().unwrap_or_else(Entry::empty);
        let changed = change(&mut entry)?;
        if changed {
            self.insert(question, entry, now)?;
        }
        Ok(changed)
    }

    /// Fails if replacing a question's answer by one of `bytes` bytes would pass a limit.
    fn make_room(&self, question: &QuestionId, bytes: usize) -> Result<(), DraftError> {
        let id = question.as_str();
        let replaced = self.entry(id);
        if replaced.is_none() {
            if !(1..=limits::QUESTION_ID_BYTES).contains(&id.len()) {
                return Err(DraftError::QuestionId { id: id.to_owned() });
            }
            if self.answers.len() >= limits::ANSWERS {
                return Err(DraftError::TooManyAnswers);
            }
        }
        let before = replaced.map_or(0, |entry| id.len() + entry.bytes());
        self.check_bytes(before, id.len() + bytes)
    }

    /// Fails if replacing `before` bytes of text by `after` bytes exceeds the draft's limit. A draft that is over the
    /// limit after a merge can still be shortened.
    fn check_bytes(&self, before: usize, after: usize) -> Result<(), DraftError> {
        let bytes = self.bytes() - before + after;
        if bytes > limits::DRAFT_BYTES && after > before {
            return Err(DraftError::DraftTooLong { bytes });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Origin;
    use crate::draft::testing::{any_draft, any_text, draft, nfc};
    use proptest::prelude::*;

    const LATER: Timestamp = Timestamp::MAX;

    fn mission() -> QuestionId {
        QuestionId::new("mission")
    }

    fn carried_over() -> Entry {
        Entry::new("ten", Origin::CarriedOver { from: "2023".into(), checked: false }, &nfc).unwrap()
    }

    #[test]
    fn only_a_change_moves_the_time() {
        let mut draft = draft();
        let begun = draft.changed();
        assert_eq!(draft.set_text(&mission(), "", &nfc, LATER), Ok(false));
        assert!(!draft.confirm(&mission(), LATER) && !draft.clear_later(&mission(), LATER));
        assert_eq!((draft.changed(), draft.entry("mission")), (begun, None));

        assert_eq!(draft.set_text(&mission(), "We write.", &nfc, LATER), Ok(true));
        assert_eq!((draft.changed(), draft.text("mission")), (LATER, "We write."));
        assert_eq!(draft.created(), begun);
    }

    #[test]
    fn a_replaced_answer_is_handed_back() {
        let mut draft = draft();
        assert_eq!(draft.insert(&mission(), carried_over(), LATER), Ok(None));
        let typed = Entry::typed("eleven", &nfc).unwrap();
        assert_eq!(draft.insert(&mission(), typed.clone(), LATER), Ok(Some(carried_over())));
        assert_eq!(draft.entry("mission"), Some(&typed));
        assert_eq!(draft.remove(&mission(), LATER), Some(typed));
        assert_eq!(draft.remove(&mission(), LATER), None);
        assert!(draft.answers().is_empty());
    }

    #[test]
    fn a_question_without_answer_can_be_come_back_to() {
        let mut draft = draft();
        draft.come_back_later(&mission(), "ask Ana", &nfc, LATER).unwrap();
        assert_eq!(draft.entry("mission").and_then(Entry::later), Some("ask Ana"));
        assert!(draft.clear_later(&mission(), LATER));
        assert_eq!(draft.entry("mission"), Some(&Entry::empty()));
    }

    #[test]
    fn confirming_reaches_the_answer() {
        let mut draft = draft();
        draft.insert(&mission(), carried_over(), LATER).unwrap();
        assert!(draft.confirm(&mission(), LATER));
        assert!(!draft.confirm(&mission(), LATER));
    }

    #[test]
    fn page_and_summary_are_normalized() {
        let mut draft = draft();
        let page = PageParts { year: "2024\0".into(), affiliate: "Cafe\u{301}".into() };
        draft.set_page(&page, &nfc, LATER).unwrap();
        draft.set_summary("a\tb", &nfc, LATER).unwrap();
        assert_eq!((draft.page().year.as_str(), draft.page().affiliate.as_str()), ("2024", "Café"));
        assert_eq!(draft.summary(), "a b");
    }

    #[test]
    fn what_does_not_fit_changes_nothing() {
        let mut full = draft();
        for index in 0..limits::ANSWERS {
            full.set_text(&QuestionId::new(format!("q{index}")), "a", &nfc, LATER).unwrap();
        }
        let before = full.clone();
        assert_eq!(full.set_text(&mission(), "a", &nfc, LATER), Err(DraftError::TooManyAnswers));
        let long = "x".repeat(limits::QUESTION_ID_BYTES + 1);
        for id in ["", &long] {
            let error = DraftError::QuestionId { id: id.into() };
            assert_eq!(draft().set_text(&QuestionId::new(id), "a", &nfc, LATER), Err(error));
        }
        let long = "x".repeat(limits::SHORT_BYTES + 1);
        let error = Err(DraftError::ShortTextTooLong { bytes: long.len() });
        let page = PageParts { year: String::new(), affiliate: long.clone() };
        assert_eq!(full.set_page(&page, &nfc, LATER), error);
        assert_eq!(full.set_summary(&long, &nfc, LATER), error);
        assert_eq!(full, before);
        assert_eq!(full.set_text(&QuestionId::new("q0"), "b", &nfc, LATER), Ok(true));
    }

    #[test]
    fn a_full_draft_can_still_be_shortened() {
        let mut full = draft();
        let longest = "x".repeat(limits::ANSWER_BYTES);
        for id in ["a", "b", "c"] {
            full.set_text(&QuestionId::new(id), &longest, &nfc, LATER).unwrap();
        }
        let bytes = limits::DRAFT_BYTES + 4;
        let last = QuestionId::new("d");
        assert_eq!(full.set_text(&last, &longest, &nfc, LATER), Err(DraftError::DraftTooLong { bytes }));
        assert_eq!(full.set_text(&last, &longest[4..], &nfc, LATER), Ok(true));
        assert_eq!(full.set_summary("x", &nfc, LATER), Err(DraftError::DraftTooLong { bytes: bytes - 3 }));
        assert_eq!(full.set_text(&last, "x", &nfc, LATER), Ok(true));
        assert_eq!(full.set_summary("x", &nfc, LATER), Ok(()));
    }

    #[test]
    fn every_refusal_says_what_to_do() {
        let cases = [
            (DraftError::AnswerTooLong { bytes: 1_048_577 }, "it has 1025 KB, and the limit is 1024 KB"),
            (DraftError::ShortTextTooLong { bytes: 16_385 }, "it has 17 KB, and the limit is 16 KB"),
            (DraftError::DraftTooLong { bytes: 4_194_305 }, "would have 4097 KB, and the limit is 4096 KB"),
            (DraftError::TooManyAnswers, "can hold 1000 answers"),
            (DraftError::QuestionId { id: "x".repeat(101) }, "xxxx…\" can't be the id of a question"),
        ];
        for (error, words) in cases {
            assert!(error.to_string().contains(words), "{error}");
        }
    }

    proptest! {
        #[test]
        fn text_is_as_the_gate_leaves_it_and_set_once(mut draft in any_draft(), typed in any_text()) {
            draft.set_text(&mission(), &typed, &nfc, LATER).unwrap();
            let text = draft.text("mission").to_owned();
            prop_assert_eq!(&text, &crate::input::normalize(&typed, &nfc));
            prop_assert_eq!(draft.set_text(&mission(), &text, &nfc, LATER), Ok(false));
        }
    }
}
