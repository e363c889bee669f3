//! An edition that comes back from a pad or a document: its headings were changed there, its answers were not.

use super::*;
use proptest::prelude::*;

/// A change that a program or a person makes to one heading.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Nothing,
    Number,
    NumberBefore,
    QuestionNumber,
    NoMarks,
    NoMarksNumber,
    OnlyBefore,
    OnlyBehind,
    OtherMarks,
    NoBlanks,
    Capitals,
    SmallLetters,
    SmartQuotes,
    BlankLines,
    BlanksBehind,
    Markdown,
}

const EDITS: [Edit; 16] = [
    Edit::Nothing,
    Edit::Number,
    Edit::NumberBefore,
    Edit::QuestionNumber,
    Edit::NoMarks,
    Edit::NoMarksNumber,
    Edit::OnlyBefore,
    Edit::OnlyBehind,
    Edit::OtherMarks,
    Edit::NoBlanks,
    Edit::Capitals,
    Edit::SmallLetters,
    Edit::SmartQuotes,
    Edit::BlankLines,
    Edit::BlanksBehind,
    Edit::Markdown,
];

impl Edit {
    /// Returns whether the heading's marks still distinguish it from an answer's line.
    fn leaves_marks(self) -> bool {
        !matches!(self, Self::NoMarks | Self::NoMarksNumber | Self::Markdown)
    }

    fn apply(self, line: &str, number: usize) -> String {
        let mark: String = line.chars().take_while(|char| *char == '=').collect();
        let words = line.trim_matches('=').trim();
        match self {
            Self::Nothing => line.to_owned(),
            Self::Number => format!("{mark} {number}. {words} {mark}"),
            Self::NumberBefore => format!("{number}. {line}"),
            Self::QuestionNumber => format!("{mark} Question {number}: {words} {mark}"),
            Self::NoMarks => words.to_owned(),
            Self::NoMarksNumber => format!("Question {number}: {words}"),
            Self::OnlyBefore => format!("{mark} {words}"),
            Self::OnlyBehind => format!("{words} {mark}"),
            Self::OtherMarks => format!("=={mark} {words} ="),
            Self::NoBlanks => format!("{mark}{words}{mark}"),
            Self::Capitals => line.to_uppercase(),
            Self::SmallLetters => line.to_lowercase(),
            Self::SmartQuotes => line.replace('\'', "’").replace('"', "“"),
            Self::BlankLines => format!("\n\n{line}\n\n"),
            Self::BlanksBehind => format!("{line} \u{a0}\t"),
            Self::Markdown => format!("##{} {words}", "#".repeat(mark.len() - 2)),
        }
    }
}

/// An edition with its headings changed, one after the other. An answer's line never begins with `=`.
fn edited(edition: &str, edits: &[Edit]) -> String {
    let mut headings = 0;
    let mut edited = |line: &str| {
        if !line.starts_with('=') {
            return line.to_owned();
        }
        headings += 1;
        edits[headings % edits.len()].apply(line, headings)
    };
    edition.split('\n').map(&mut edited).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn answers_come_back_whatever_was_done_to_the_headings(
        answers in answers(),
        edits in prop::collection::vec(prop::sample::select(&EDITS[..]), 1..60),
    ) {
        let report = report_of(Form::latest(), answers);
        let text = edited(&write_edition(&report), &edits);
        let read = LATEST.read(&ParameterNames::of(report.form()), &text, Some(SourceKind::Edition), &nfc);
        let Ok(Import::Reading(reading)) = read else { panic!("{read:?} from {text}") };
        prop_assert_eq!(&reading.missing, &Vec::new(), "{}", &text);
        prop_assert_eq!(&reading.unplaced, &Vec::new(), "{}", &text);
        let written: Vec<Answer> = report.rows().map(|(_, answer)| answer.clone()).collect();
        let found: Vec<Answer> = reading.found.into_iter().map(|found| found.answer).collect();
        prop_assert_eq!(found, written, "{}", &text);
        if edits.iter().all(|edit| edit.leaves_marks()) {
            prop_assert_eq!(recognize(report.form(), &text), SourceKind::Edition, "{}", &text);
        }
    }

    #[test]
    fn what_is_left_out_is_missing_and_nothing_else(
        answers in answers(),
        gone in prop::collection::btree_set(0..Form::latest().questions().count(), 0..5),
    ) {
        let report = report_of(Form::latest(), answers);
        let mut text = String::new();
        for (at, part) in write_edition(&report).split("\n=== ").enumerate() {
            if at == 0 || !gone.contains(&(at - 1)) {
                text.push_str(if at == 0 { "" } else { "\n=== " });
                text.push_str(part);
            } else if let Some(title) = part.find("\n== ") {
                text.push_str(part.get(title..).unwrap_or_default());
            }
        }
        let read = LATEST.read(&ParameterNames::of(report.form()), &text, Some(SourceKind::Edition), &nfc);
        let Ok(Import::Reading(reading)) = read else { panic!("{read:?} from {text}") };
        let all: Vec<_> = report.rows().map(|(question, _)| question.id.clone()).collect();
        let missing: Vec<_> = gone.iter().map(|at| all[*at].clone()).collect();
        prop_assert_eq!(&reading.missing, &missing, "{}", &text);
        prop_assert_eq!(&reading.unplaced, &Vec::new(), "{}", &text);
        for ((question, answer), found) in
            report.rows().filter(|(question, _)| !missing.contains(&question.id)).zip(&reading.found)
        {
            prop_assert_eq!((&question.id, answer), (&found.question, &found.answer), "{}", &text);
        }
    }
}

#[test]
fn a_line_of_an_answer_is_no_heading() {
    let form = Form::latest();
    let mission = &form.question("mission").unwrap().text;
    let goals = &form.question("goals").unwrap().text;
    let title = &form.sections[1].title;
    let source = |text: &str, question: &str| {
        let Ok(Import::Reading(reading)) =
            LATEST.read(&ParameterNames::of(form), text, Some(SourceKind::Edition), &nfc)
        else {
            panic!("{text}")
        };
        let found = reading.found.into_iter().find(|found| found.question.as_str() == question).unwrap();
        crate::answer::print(&found.answer, Markup::Wiki)
    };
    // A question that has its heading elsewhere, a title that leads none of its questions, and a line that only looks like one.
    let text =
        format!("=== {mission} ===\nWe asked:\n{goals}\n{title}\n=no heading=\n\n=== {goals} ===\nTo grow\n");
    assert_eq!(source(&text, "mission"), format!("We asked:\n{goals}\n{title}\n=no heading="));
    assert_eq!(source(&text, "goals"), "To grow");
}
