//! Moving a draft from one form to another, question by question. No answer is lost: an answer without a question
//! stays in the draft.

use super::{Draft, DraftError, Entry, Timestamp};
use crate::form::Form;
use crate::ids::QuestionId;

impl Draft {
    /// Lists the non-empty answers to questions that a form does not ask. They are not on its page.
    pub fn left_over<'d>(&'d self, form: &Form) -> Vec<(&'d QuestionId, &'d Entry)> {
        let answers = self.answers.iter().map(|(question, entry)| (question, entry));
        answers
            .filter(|(question, entry)| {
                !entry.text().trim().is_empty() && form.question(question.as_str()).is_none()
            })
            .collect()
    }

    /// Makes the draft answer another form. An answer goes to the question with the same id, or, if the earlier form
    /// is known, to one with the same wording; the others are [left over](Self::left_over).
    #[must_use]
    pub fn moved(mut self, from: Option<&Form>, to: &Form, now: Timestamp) -> Self {
        for question in from.into_iter().flat_map(Form::questions) {
            let is_same = |other: &&crate::form::Question| words(&other.text) == words(&question.text);
            if to.question(question.id.as_str()).is_none()
                && let Some(other) = to.questions().find(is_same)
            {
                // A question that has an answer already keeps it, and this answer is left over.
                let _ = self.move_answer(&question.id, &other.id, now);
            }
        }
        self.form.clone_from(&to.id);
        self.changed = now;
        self
    }

    /// Moves an answer to a question that has no text yet. Returns whether it was moved.
    ///
    /// # Errors
    /// If a limit is passed; the draft stays as it was.
    pub fn move_answer(
        &mut self,
        from: &QuestionId,
        to: &QuestionId,
        now: Timestamp,
    ) -> Result<bool, DraftError> {
        let Some(entry) = self.entry(from.as_str()).cloned() else { return Ok(false) };
        if from == to || !self.text(to.as_str()).trim().is_empty() {
            return Ok(false);
        }
        let mut moved = self.clone();
        moved.remove(from, now);
        moved.insert(to, entry, now)?;
        *self = moved;
        Ok(true)
    }
}

/// Returns the letters and digits of a wording in lower case: nothing else distinguishes two wordings.
fn words(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, any_draft, draft, nfc};
    use crate::draft::{Origin, file};
    use crate::form::{FormChange, FormInUse};
    use proptest::prelude::*;

    const FORM_2025: &str = include_str!("../../../tests/data/forms/2025.json");

    fn id(id: &str) -> QuestionId {
        QuestionId::new(id)
    }

    #[test]
    fn answers_go_over_by_id_and_by_wording_and_the_rest_stays() {
        let to = Form::latest();
        let mut from = to.clone();
        from.id = "2026".into();
        for section in &mut from.sections {
            for question in section.groups.iter_mut().flat_map(|group| &mut group.questions) {
                match question.id.as_str() {
                    "mission" => question.id = id("purpose"),
                    "goals" => (question.id, question.text) = (id("dance"), "Does the group dance?".into()),
                    _ => {}
                }
            }
        }
        let mut old = Draft::new(draft().id().clone(), "2026", NOW);
        for (question, text) in
            [("name", "A"), ("purpose", "Maps"), ("dance", "Yes"), ("odd", "x"), ("blank", " ")]
        {
            old.set_text(&id(question), text, &nfc, NOW).unwrap();
        }
        let new = old.clone().moved(Some(&from), to, NOW);
        assert_eq!((new.form(), new.text("name"), new.text("mission")), ("2024", "A", "Maps"));
        let rest: Vec<_> = new.left_over(to).into_iter().map(|(question, _)| question.as_str()).collect();
        assert_eq!(rest, ["dance", "odd"]);
        let unknown = old.moved(None, to, NOW);
        assert_eq!(unknown.left_over(to).len(), 3);
    }

    #[test]
    fn an_answer_never_takes_the_place_of_another() {
        let mut report = draft();
        report.set_text(&id("dance"), "Yes", &nfc, NOW).unwrap();
        report.set_text(&id("mission"), "Maps", &nfc, NOW).unwrap();
        let before = report.clone();
        assert_eq!(report.move_answer(&id("dance"), &id("mission"), NOW), Ok(false));
        assert_eq!(report.move_answer(&id("nothing"), &id("goals"), NOW), Ok(false));
        assert_eq!(report, before);
        assert_eq!(report.move_answer(&id("dance"), &id("goals"), NOW), Ok(true));
        assert_eq!((report.text("goals"), report.text("dance")), ("Yes", ""));
        assert_eq!(report.entry("goals").unwrap().origin(), &Origin::Typed);
    }

    #[test]
    fn the_form_goes_along_in_the_file() {
        let mut form = FormInUse::of(Form::latest().clone(), "2026-11-28T10:00:00.000Z".into());
        let change = FormChange::Wording { question: id("mission"), text: "What are you for?".into() };
        let changed = change.apply(form.form()).unwrap();
        form = FormInUse::of(changed, "2026-11-28T10:00:00.000Z".into());
        let mut report = draft();
        report.note_form(form.record());
        assert_eq!(report.changed(), draft().changed());
        let text = file::write(std::slice::from_ref(&report)).unwrap();
        let read = file::read(&text, &nfc).unwrap().remove(0);
        assert_eq!(read, report);
        let own = read.own_form().unwrap();
        assert_eq!(own.question("mission").unwrap().text, "What are you for?");
        // A record of another form does not belong to the draft.
        let mut other = draft();
        other.note_form(FormInUse::of(Form::read("", FORM_2025).unwrap(), String::from("x")).record());
        assert_eq!(other.form_record(), None);
    }

    proptest! {
        #[test]
        fn no_answer_is_lost(old in any_draft()) {
            let from = Form::read("", FORM_2025).unwrap();
            let texts = |draft: &Draft| {
                let mut texts: Vec<_> = draft.answers().iter().map(|(_, entry)| entry.text().to_owned()).collect();
                texts.sort();
                texts
            };
            let new = old.clone().moved(Some(&from), Form::latest(), NOW);
            prop_assert_eq!(texts(&new), texts(&old));
        }
    }
}
