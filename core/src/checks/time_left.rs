//! How long it takes to write the rest of a report.

use super::State;
use crate::draft::Draft;
use crate::form::{Form, QuestionKind};

/// The minutes that it takes to check a carried-over answer.
const LOOK: u32 = 1;

/// Estimates the minutes that it takes to write the rest, rounded so that nobody takes them for exact: to 1 below 5
/// minutes, to 5 below half an hour, to 10 below two hours, to 30 beyond. 0 if nothing is left.
pub fn minutes_left(form: &Form, draft: &Draft) -> u32 {
    let left = |state: State, kind: QuestionKind| match state {
        State::Answered | State::NotApplicable => 0,
        State::CarriedOver => LOOK,
        State::Empty | State::Later => minutes(kind),
    };
    let questions = form.questions();
    rounded(questions.map(|question| left(super::counts::state_in(draft, question), question.kind)).sum())
}

/// Returns the minutes that it takes to answer a question of this kind, if the writer need not ask anybody.
fn minutes(kind: QuestionKind) -> u32 {
    match kind {
        QuestionKind::Short
        | QuestionKind::Line
        | QuestionKind::UserName
        | QuestionKind::Months
        | QuestionKind::Year => 1,
        QuestionKind::YesNo | QuestionKind::Three => 2,
        QuestionKind::Number => 3,
        QuestionKind::Long => 5,
        QuestionKind::Links => 8,
    }
}

fn rounded(minutes: u32) -> u32 {
    let step = match minutes {
        0..5 => 1,
        5..30 => 5,
        30..120 => 10,
        _ => 30,
    };
    (minutes + step / 2) / step * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, draft, nfc};
    use crate::draft::{Entry, Origin};
    use crate::ids::QuestionId;

    #[test]
    fn minutes_are_rounded() {
        for (exact, said) in [
            (0, 0),
            (1, 1),
            (4, 4),
            (5, 5),
            (7, 5),
            (8, 10),
            (28, 30),
            (34, 30),
            (36, 40),
            (104, 100),
            (140, 150),
        ] {
            assert_eq!(rounded(exact), said, "{exact}");
        }
    }

    #[test]
    fn what_is_left_takes_as_long_as_its_kinds() {
        let form = Form::latest();
        let all = minutes_left(form, &draft());
        assert!((60..=150).contains(&all), "{all}");
        for (left, minutes) in [
            (&[] as &[&str], 0),
            (&["name"], 1),
            (&["mission"], 5),
            (&["name", "mission"], 5),
            (&["records", "participants", "mission"], 15),
        ] {
            let mut report = draft();
            for question in form.questions().filter(|question| !left.contains(&question.id.as_str())) {
                report.set_text(&question.id, "Not applicable", &nfc, NOW).unwrap();
            }
            assert_eq!(minutes_left(form, &report), minutes, "{left:?}");
            let mission = QuestionId::new("mission");
            report.come_back_later(&mission, "", &nfc, NOW).unwrap();
            assert!(minutes_left(form, &report) >= 5);
            let carried = Origin::CarriedOver { from: "2024".into(), checked: false };
            report.insert(&mission, Entry::new("Pictures", carried, &nfc).unwrap(), NOW).unwrap();
            assert!(minutes_left(form, &report) <= minutes.max(1) + 1, "{left:?}");
        }
    }
}
