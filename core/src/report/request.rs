//! A message that asks somebody for answers, and the mark in it that tells what they are for when they come back.

use super::edition::write_edition_of;
use super::{Report, write_edition};
use crate::ids::{DraftId, QuestionId};

/// The questions that a message asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<'q> {
    /// All questions of the form.
    All,
    /// One question.
    One(&'q QuestionId),
}

/// Writes a message that asks for answers: `words` in one paragraph that ends with the draft's mark, `[report 0f3a]`, then the
/// questions that are asked with their answers so far, as [`write_edition`] does. [`crate::import`] reads it back, and tells whose
/// answers they are.
pub fn write_request(words: &str, draft: &DraftId, report: &Report<'_>, asked: Asked<'_>) -> String {
    let edition = match asked {
        Asked::All => write_edition(report),
        Asked::One(question) => write_edition_of(report, question),
    };
    format!("{words} {BEGINNING}{draft}]\n\n{edition}")
}

/// The beginning of a draft's mark; the id and a bracket follow.
const BEGINNING: &str = "[report ";

/// Finds the draft that a message's beginning names. Returns its id, and the beginning without the paragraph that ends with the mark:
/// mail programs may have broken that into several lines.
pub(crate) fn marked_draft(beginning: &str) -> Option<(DraftId, String)> {
    let at = beginning.rfind(BEGINNING)?;
    let (id, after) = beginning.get(at + BEGINNING.len()..)?.split_once(']')?;
    let id = DraftId::new(id.trim())?;
    let before = beginning.get(..at)?;
    let paragraph = before.rfind("\n\n").map_or(0, |blank| blank + 2);
    Some((id, format!("{}{after}", before.get(..paragraph)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Form, ParameterNames};
    use crate::import::{Import, Reading, read};

    const WORDS: &str =
        "This is about Lake Orin (2026). Please write below the questions and send all of it back.";

    fn reading(text: &str) -> Reading {
        let form = Form::latest();
        match read(form, &ParameterNames::of(form), text, None, &str::to_owned) {
            Ok(Import::Reading(reading)) => reading,
            other => panic!("{other:?} from {text}"),
        }
    }

    fn request(asked: Asked<'_>) -> String {
        let report = Report::of_texts(Form::latest(), |question| match question.id.as_str() {
            "mission" => "We write.",
            _ => "",
        });
        write_request(WORDS, &DraftId::from_random(7), &report, asked)
    }

    fn unplaced(reading: &Reading) -> Vec<&str> {
        reading.unplaced.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn one_question_comes_back_alone_and_tells_whose_it_is() {
        let text = request(Asked::One(&QuestionId::new("mission")));
        assert!(text.starts_with(WORDS), "{text}");
        assert_eq!(text.matches("===").count(), 2, "{text}");
        let reading = reading(&text.replace("We write.", "We write\nand photograph."));
        assert_eq!(reading.draft, Some(DraftId::from_random(7)));
        assert_eq!(reading.found.len(), 1);
        assert_eq!(unplaced(&reading), [""; 0]);
    }

    #[test]
    fn all_questions_come_back() {
        let reading = reading(&request(Asked::All));
        assert_eq!((reading.draft, reading.missing.len()), (Some(DraftId::from_random(7)), 0));
        assert_eq!(reading.unplaced, []);
    }

    #[test]
    fn what_others_write_above_it_stays_and_broken_lines_do_no_harm() {
        let text = request(Asked::All).replace(". Please", ".\nPlease").replace(" [report ", "\n[report ");
        let reading = reading(&format!("Hello!\n\nHere you are.\n\n{text}"));
        assert_eq!(reading.draft, Some(DraftId::from_random(7)));
        assert_eq!(unplaced(&reading), ["Hello!\n\nHere you are."]);
    }

    #[test]
    fn without_a_whole_mark_nobody_is_named() {
        for spoiled in [("[report ", "[rapport "), ("]", ""), ("[report 0", "[report /")] {
            let reading = reading(&request(Asked::All).replacen(spoiled.0, spoiled.1, 1));
            assert_eq!(reading.draft, None, "{spoiled:?}");
            assert_eq!(reading.unplaced.len(), 1, "{spoiled:?}");
        }
    }
}
