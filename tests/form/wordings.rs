//! Heard wordings and the questions they are, from `wordings.json`.

use std::sync::LazyLock;

use proptest::prelude::*;
use report::form::{Form, wording::Wordings};
use serde_json::Value;

use crate::bless::blessed;
use crate::trials::{Names, Trial, tests};

static WORDINGS: LazyLock<Wordings> = LazyLock::new(|| Wordings::new(Form::latest()));

fn cases() -> Vec<Vec<Value>> {
    let all: Vec<Vec<Value>> = serde_json::from_str(include_str!("wordings.json")).unwrap();
    all.into_iter().skip(1).collect()
}

/// What is recognized for one case, and what its row expects.
fn outcome(wordings: &Wordings, case: &[Value]) -> (Value, Value) {
    let heard = case[1].as_str().unwrap();
    match case[0].as_str().unwrap() {
        "line" => {
            let found = wordings.at_start(heard);
            let answer = found.as_ref().map_or("", |(_, start)| &heard[*start..]);
            let question = found.as_ref().map(|(found, _)| found.question.as_str());
            (serde_json::json!([question, answer]), serde_json::json!([case[2], case[3]]))
        }
        "whole" => {
            let found = wordings.whole(heard);
            (serde_json::json!(found.map(|found| found.question.to_string())), case[2].clone())
        }
        "heading" => (Value::Bool(wordings.heading(heard)), case[2].clone()),
        other => panic!("{other} is no kind of case"),
    }
}

pub fn all() -> Vec<Trial> {
    let mut tests = tests![
        every_question_is_found_before_every_example_answer,
        no_example_answer_or_help_is_taken_for_a_question_or_heading,
        a_reworded_question_is_itself_or_none,
        any_line_has_a_start_inside_of_it,
    ];
    tests.extend(case_tests());
    tests
}

/// A test of each heard wording, named by it.
fn case_tests() -> Vec<Trial> {
    let mut names = Names::of("wordings::cases");
    let test = |case: Vec<Value>| {
        let name = names.name(case[0].as_str().unwrap(), case[1].as_str().unwrap());
        Trial::test(name, move || {
            let (found, expected) = outcome(&WORDINGS, &case);
            let bless = |row: &mut Value| {
                let is_it = row[0] == case[0] && row[1] == case[1];
                match &found {
                    Value::Array(found) if is_it => (row[2], row[3]) = (found[0].clone(), found[1].clone()),
                    found if is_it => row[2] = found.clone(),
                    _ => {}
                }
                is_it
            };
            if found != expected && !blessed("form/wordings.json", bless) {
                assert_eq!(found, expected, "{}", case[1]);
            }
            Ok(())
        })
    };
    cases().into_iter().map(test).collect()
}

fn every_question_is_found_before_every_example_answer() {
    let form = Form::latest();
    let wordings = Wordings::new(form);
    let examples = form.questions().flat_map(|question| &question.examples);
    let answers: Vec<_> = examples.map(|example| example.in_year(2026)).collect();
    for question in form.questions() {
        for answer in &answers {
            for between in [" ", "\t", " | ", ": "] {
                let line = format!("{}{between}{answer}", question.text);
                let (found, start) = wordings.at_start(&line).unwrap();
                assert_eq!((&found.question, found.likeness), (&question.id, 1.0), "{line}");
                assert_eq!(&line[start..], answer.as_str(), "{line}");
            }
        }
    }
}

fn no_example_answer_or_help_is_taken_for_a_question_or_heading() {
    let form = Form::latest();
    let wordings = Wordings::new(form);
    for question in form.questions() {
        let dated = question.examples.iter().chain([&question.help]).map(|text| text.in_year(2026));
        let texts: Vec<_> = dated.chain(question.suggestions.iter().cloned()).collect();
        for text in texts.iter().flat_map(|text| text.lines()) {
            assert_eq!(wordings.at_start(text), None, "{text}");
            assert_eq!(wordings.whole(text), None, "{text}");
            assert!(!wordings.heading(text), "{text}");
        }
    }
}

/// A question with two words dropped or doubled, or with a word of any question put in.
fn reworded() -> impl Strategy<Value = (usize, String)> {
    let two_places = [any::<prop::sample::Index>(), any::<prop::sample::Index>()];
    (0..30_usize, 0..3_u8, two_places).prop_map(|(position, change, places)| {
        let questions: Vec<_> = Form::latest().questions().collect();
        let split = [' ', '/', '(', ')', '?', '.', ','];
        // With or without "not" it is another question.
        let all = questions.iter().flat_map(|question| question.text.split(split));
        let vocabulary: Vec<_> = all.filter(|word| !word.is_empty() && *word != "not").collect();
        let mut words: Vec<_> = questions[position].text.split(' ').collect();
        let [place, other] = places;
        // In a question of two words, one word is half of the question.
        if change == 2 && words.iter().take_while(|word| !word.starts_with('(')).count() > 2 {
            words.insert(place.index(words.len()), vocabulary[other.index(vocabulary.len())]);
            return (position, words.join(" "));
        }
        for at in places.map(|place| place.index(words.len() - 1)) {
            match change {
                0 if words.len() > 2 && words[at] != "not" => drop(words.remove(at)),
                _ => words.insert(at, words[at]),
            }
        }
        (position, words.join(" "))
    })
}

proptest! {
    fn a_reworded_question_is_itself_or_none((position, text) in reworded(), answer in "[A-Z][a-z ]{0,20}") {
        let asked = Form::latest().questions().nth(position).unwrap();
        let line = format!("{text} {answer}");
        if let Some((_, start)) = WORDINGS.at_start(&line) {
            prop_assert!(start <= text.len() + 1, "the answer lost its first characters: {}", line);
        }
        let found = [WORDINGS.whole(&text), WORDINGS.at_start(&line).map(|(found, _)| found)];
        for found in found.into_iter().flatten() {
            prop_assert_eq!(&found.question, &asked.id);
            prop_assert!((0.68..=1.0).contains(&found.likeness));
        }
    }

    fn any_line_has_a_start_inside_of_it(line in "\\PC{0,120}", question in 0..30_usize, cut in 0..200_usize) {
        let text = &Form::latest().questions().nth(question).unwrap().text;
        for line in [line.clone(), format!("{}{line}", text.get(..cut).unwrap_or(text)), format!("{text}{line}")] {
            if let Some((_, start)) = WORDINGS.at_start(&line) {
                prop_assert!(line.get(start..).is_some());
            }
            let _ = (WORDINGS.whole(&line), WORDINGS.heading(&line));
        }
    }
}
