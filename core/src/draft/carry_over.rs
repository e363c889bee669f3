//! Starts a draft from an earlier report: takes over its answers, each to be checked again.

use serde_json::json;

use super::entry::clean_short;
use super::{Draft, DraftError, Entry, Nfc, Origin, PageParts, Timestamp, limits};
use crate::ids::QuestionId;
use crate::json;

/// The name of the field in a draft's file that keeps, of the report its answers were carried over from, `year`,
/// `affiliate` and `answers`. It is one of the unknown fields, so versions of this program that do not know it carry
/// it along.
const CARRIED_OVER_FROM: &str = "carriedOverFrom";

/// The greatest size of the earlier report's answers that are kept, in bytes of JSON: half of the limit for a draft's
/// unknown fields.
const EARLIER_BYTES: usize = limits::DRAFT_UNKNOWN_BYTES / 2;

/// The result of carrying over an earlier report's answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedOver {
    /// The questions that now have the earlier answer.
    pub taken: Vec<QuestionId>,
    /// The questions that kept the answer they had.
    pub kept: Vec<QuestionId>,
}

impl Draft {
    /// Fills the questions that have no text yet with the answers of an earlier report, each marked as carried
    /// over from `year` (in words: `2023`) and not checked.
    ///
    /// Existing answers stay, and private notes stay with the earlier draft. The affiliate's name in the page's title
    /// is taken if there is none, but the year is not. Answers to questions that only the earlier form asks are taken,
    /// too.
    ///
    /// # Errors
    /// If a limit is passed; the draft stays as it was.
    pub fn carry_over(
        &mut self,
        earlier: &Self,
        year: &str,
        nfc: Nfc<'_>,
        now: Timestamp,
    ) -> Result<CarriedOver, DraftError> {
        let mut draft = self.clone();
        let mut result = CarriedOver::default();
        for (question, answer) in
            earlier.answers().iter().filter(|(_, answer)| !answer.text().trim().is_empty())
        {
            if draft.text(question.as_str()).trim().is_empty() {
                draft.take_over(question, answer.text(), year, nfc, now)?;
                result.taken.push(question.clone());
            } else {
                result.kept.push(question.clone());
            }
        }
        if draft.page.affiliate.trim().is_empty() {
            let mut page = draft.page.clone();
            page.affiliate.clone_from(&earlier.page.affiliate);
            draft.set_page(&page, nfc, now)?;
        }
        *self = draft;
        Ok(result)
    }

    /// Returns the title's parts, as they were then, of the report that the draft's answers were carried over from;
    /// `None` if there is no such report, or an older version of this program started the draft.
    pub fn carried_over_from(&self) -> Option<PageParts> {
        let earlier = self.unknown.get(CARRIED_OVER_FROM)?;
        let text = |name| earlier.get(name)?.as_str().map(str::to_owned);
        Some(PageParts { year: text("year")?, affiliate: text("affiliate")? })
    }

    /// Returns the answer that a question had in the report that the draft's answers were carried over from, even if
    /// it was edited since.
    pub fn earlier_text(&self, question: &str) -> Option<&str> {
        self.unknown.get(CARRIED_OVER_FROM)?.get("answers")?.get(question)?.as_str()
    }

    /// Walks the answers of the report that the draft's answers were carried over from, each with its question's id.
    pub fn earlier_texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let answers = self.unknown.get(CARRIED_OVER_FROM).and_then(|earlier| earlier.get("answers"));
        let answers = answers.and_then(serde_json::Value::as_object).into_iter().flatten();
        answers.filter_map(|(question, text)| Some((question.as_str(), text.as_str()?)))
    }

    /// Notes the report that the draft's answers were carried over from: its title's parts and its answers, except
    /// those that do not fit into 512 KiB.
    ///
    /// # Errors
    /// If a part of the title is longer than [`limits::SHORT_BYTES`]; the draft stays as it was.
    pub fn note_carried_over_from(
        &mut self,
        earlier: &Self,
        page: &PageParts,
        nfc: Nfc<'_>,
    ) -> Result<(), DraftError> {
        let (year, affiliate) = (clean_short(&page.year, nfc)?, clean_short(&page.affiliate, nfc)?);
        let mut answers = json::Fields::new();
        let mut room = EARLIER_BYTES;
        for (question, entry) in earlier.answers().iter().filter(|(_, entry)| !entry.text().trim().is_empty())
        {
            let bytes = json::write(&(question.as_str(), entry.text())).len();
            if let Some(left) = room.checked_sub(bytes) {
                room = left;
                answers.insert(question.to_string(), entry.text().into());
            }
        }
        let kept = json!({ "year": year, "affiliate": affiliate, "answers": answers });
        self.unknown.insert(CARRIED_OVER_FROM.to_owned(), kept);
        Ok(())
    }

    /// Gives a question its text from an earlier report, keeping the question's mark for later.
    fn take_over(
        &mut self,
        question: &QuestionId,
        text: &str,
        year: &str,
        nfc: Nfc<'_>,
        now: Timestamp,
    ) -> Result<(), DraftError> {
        let mut entry = Entry::new(text, Origin::CarriedOver { from: year.to_owned(), checked: false }, nfc)?;
        if let Some(old) = self.entry(question.as_str()) {
            if let Some(note) = old.later() {
                entry.come_back_later(note, nfc)?;
            }
            entry.unknown.clone_from(&old.unknown);
        }
        self.insert(question, entry, now).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, any_draft, draft, nfc};
    use proptest::prelude::*;

    fn id(id: &str) -> QuestionId {
        QuestionId::new(id)
    }

    fn unchecked(year: &str) -> Origin {
        Origin::CarriedOver { from: year.into(), checked: false }
    }

    #[test]
    fn answers_come_in_to_be_checked_and_nothing_is_replaced() {
        let mut earlier = draft();
        earlier.set_page(&PageParts { year: "2023".into(), affiliate: "A".into() }, &nfc, NOW).unwrap();
        earlier.set_text(&id("mission"), "old mission", &nfc, NOW).unwrap();
        earlier.set_text(&id("goals"), "old goals", &nfc, NOW).unwrap();
        earlier.come_back_later(&id("goals"), "old note", &nfc, NOW).unwrap();
        earlier.set_text(&id("name"), " \n", &nfc, NOW).unwrap();

        let mut new = draft();
        new.set_text(&id("mission"), "new mission", &nfc, NOW).unwrap();
        new.come_back_later(&id("goals"), "new note", &nfc, NOW).unwrap();
        let result = new.carry_over(&earlier, "2023", &nfc, NOW).unwrap();

        assert_eq!(result, CarriedOver { taken: vec![id("goals")], kept: vec![id("mission")] });
        assert_eq!(new.text("mission"), "new mission");
        assert_eq!(new.entry("mission").unwrap().origin(), &Origin::Typed);
        let goals = new.entry("goals").unwrap();
        assert_eq!(
            (goals.text(), goals.origin(), goals.later()),
            ("old goals", &unchecked("2023"), Some("new note"))
        );
        assert_eq!(new.entry("name"), None);
        assert_eq!((new.page().year.as_str(), new.page().affiliate.as_str()), ("", "A"));
    }

    #[test]
    fn what_does_not_fit_changes_nothing() {
        let mut earlier = draft();
        earlier.set_text(&id("mission"), "a", &nfc, NOW).unwrap();
        earlier.set_text(&id("name"), "b", &nfc, NOW).unwrap();
        let mut new = draft();
        for index in 1..limits::ANSWERS {
            new.set_text(&id(&format!("q{index}")), "x", &nfc, NOW).unwrap();
        }
        let before = new.clone();
        assert_eq!(new.carry_over(&earlier, "2023", &nfc, NOW), Err(DraftError::TooManyAnswers));
        assert_eq!(new, before);
    }

    #[test]
    fn of_a_very_long_report_is_kept_what_has_room() {
        let mut earlier = draft();
        let long = "x".repeat(limits::ANSWER_BYTES / 4);
        for question in ["a", "b", "c"] {
            earlier.set_text(&id(question), &long, &nfc, NOW).unwrap();
        }
        earlier.set_text(&id("d"), "short", &nfc, NOW).unwrap();
        let mut new = draft();
        new.note_carried_over_from(&earlier, &PageParts::default(), &nfc).unwrap();
        assert_eq!((new.earlier_text("a"), new.earlier_text("b")), (Some(long.as_str()), None));
        assert_eq!(new.earlier_text("d"), Some("short"));
        let text = crate::draft::file::write(std::slice::from_ref(&new)).unwrap();
        assert_eq!(crate::draft::file::read(&text, &nfc).unwrap(), [new]);
    }

    proptest! {
        #[test]
        fn every_answer_is_accounted_for(mut new in any_draft(), earlier in any_draft()) {
            let before = new.clone();
            let result = new.carry_over(&earlier, "2023", &nfc, NOW).unwrap();
            for question in &result.taken {
                prop_assert_eq!(new.text(question.as_str()), earlier.text(question.as_str()));
                prop_assert_eq!(new.entry(question.as_str()).unwrap().origin(), &unchecked("2023"));
            }
            for (question, entry) in before.answers() {
                if !result.taken.contains(question) {
                    prop_assert_eq!(new.entry(question.as_str()), Some(entry));
                }
            }
            let reported = result.taken.len() + result.kept.len();
            let there = earlier.answers().iter().filter(|(_, entry)| !entry.text().trim().is_empty());
            prop_assert_eq!(reported, there.count());
            let again = new.carry_over(&earlier, "2022", &nfc, NOW).unwrap();
            prop_assert_eq!(again.taken, Vec::<QuestionId>::new());
        }
    }
}
