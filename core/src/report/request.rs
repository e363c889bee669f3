//! A message that asks another person for answers, and the mark in it by which the reply is recognized.

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

/// Writes a message that asks for answers: `words` in one paragraph that begins with the draft's mark, `[report:0f3a]`, then
/// the questions that are asked with their answers so far, as [`write_edition`] does. [`crate::import`] reads it back, and tells whose
/// answers they are.
pub fn write_request(words: &str, draft: &DraftId, report: &Report<'_>, asked: Asked<'_>) -> String {
    let edition = match asked {
        Asked::All => write_edition(report),
        Asked::One(question) => write_edition_of(report, question),
    };
    format!("{BEGINNING}{draft}] {words}\n\n{edition}")
}

/// The beginning of a draft's mark; the id and a bracket follow. There is no blank in it, at which a mail program would break a line.
const BEGINNING: &str = "[report:";

/// Finds the draft whose questions a text asks: the one that its first whole mark names.
pub(crate) fn asked_draft(text: &str) -> Option<DraftId> {
    mark(text).map(|(_, id)| id)
}

/// Parts what stands before the first question into what others have written, the paragraph that begins with a draft's mark, and what
/// others have written below it. `None` where there is no whole mark.
pub(crate) fn part_request(beginning: &str) -> Option<[&str; 3]> {
    let (at, _) = mark(beginning)?;
    let (before, request) = beginning.split_at_checked(at)?;
    let end = request.find("\n\n").unwrap_or(request.len());
    let (request, behind) = request.split_at_checked(end)?;
    Some([before, request, behind])
}

fn mark(text: &str) -> Option<(usize, DraftId)> {
    text.match_indices(BEGINNING).find_map(|(at, _)| {
        let behind = text.get(at + BEGINNING.len()..)?;
        let (id, _) = behind.get(..behind.floor_char_boundary(DraftId::MAX_BYTES + 1))?.split_once(']')?;
        Some((at, DraftId::new(id)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Form, ParameterNames};
    use crate::import::{Import, Reading, Why, read};

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

    /// The text that has no place, but for the request itself.
    fn unplaced(reading: &Reading) -> Vec<&str> {
        let others = reading.unplaced.iter().filter(|piece| piece.why != Why::Request);
        others.map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn one_question_comes_back_alone_and_tells_whose_it_is() {
        let text = request(Asked::One(&QuestionId::new("mission")));
        assert!(text.starts_with("[report:00000000000000000000000000000007] This is about"), "{text}");
        assert_eq!(text.matches("===").count(), 2, "{text}");
        let reading = reading(&text.replace("We write.", "We write\nand photograph."));
        assert_eq!(reading.draft, Some(DraftId::from_random(7)));
        assert_eq!(reading.found.len(), 1);
        assert_eq!(unplaced(&reading), [""; 0]);
    }

    #[test]
    fn all_questions_come_back() {
        let reading = reading(&request(Asked::All));
        assert_eq!((reading.draft.as_ref(), reading.missing.len()), (Some(&DraftId::from_random(7)), 0));
        assert_eq!(unplaced(&reading), [""; 0]);
        assert_eq!(reading.unplaced.len(), 1, "nothing is dropped");
    }

    #[test]
    fn what_others_write_above_it_stays_and_broken_lines_do_no_harm() {
        let text = request(Asked::All).replace(". Please", ".\nPlease").replace("] This", "]\nThis");
        let reading = reading(&format!("Hello!\n\nHere you are.\n{text}"));
        assert_eq!(reading.draft, Some(DraftId::from_random(7)));
        assert_eq!(unplaced(&reading), ["Hello!\n\nHere you are."]);
    }

    #[test]
    fn a_text_that_has_lost_its_signs_tells_whose_it_is_too() {
        let text = request(Asked::One(&QuestionId::new("mission"))).replace("=== ", "").replace(" ===", "");
        assert_eq!(reading(&text).draft, Some(DraftId::from_random(7)));
    }

    #[test]
    fn without_a_whole_mark_nobody_is_named() {
        for spoiled in [("[report:", "[rapport:"), ("]", ""), ("[report:0", "[report:/")] {
            let reading = reading(&request(Asked::All).replacen(spoiled.0, spoiled.1, 1));
            assert_eq!(reading.draft, None, "{spoiled:?}");
            assert_eq!(reading.unplaced.len(), 1, "{spoiled:?}");
        }
    }
}
