//! Every row of the tables.

use report::checks::{State, SuggestionId, state, suggestions_on};
use report::draft::Entry;
use report::form::Form;
use report::i18n::english;
use serde_json::{Value, json};

use crate::bless::blessed;
use crate::support::{Row, StateRow, file, names, nfc, row_draft, tables};
use crate::trials::{Names, Trial, tests};

pub fn all() -> Vec<Trial> {
    let mut tests = tests![there_are_many_rows, all_advice_has_a_row];
    tests.extend(advice_tests());
    tests.extend(state_tests());
    tests
}

fn there_are_many_rows() {
    assert!(tables().iter().map(|(_, table)| table.len()).sum::<usize>() > 350);
}

/// A test of each row: advice is given as it says.
fn advice_tests() -> Vec<Trial> {
    let mut tests = Vec::new();
    for (file, table) in tables() {
        let mut names = Names::of(format!("tables::{}", file.trim_end_matches(".json")));
        tests.extend(table.into_iter().map(|row| {
            let table = format!("checks/{file}");
            Trial::test(names.name(&row.question, &row.text), move || {
                check(&table, &row);
                Ok(())
            })
        }));
    }
    tests
}

fn check(table: &str, row: &Row) {
    let question = Form::latest().question(&row.question).unwrap();
    let found = suggestions_on(Form::latest(), &row_draft(row), question, &row.surroundings());
    for suggestion in &found {
        let words = english(&suggestion.message);
        assert!(!words.contains(['⧼', '$']), "{words} for {}", row.text);
    }
    let bless = |value: &mut Value| {
        let is_it = value["question"] == *row.question && value["text"] == *row.text;
        if is_it {
            value["expect"] = json!(names(&found));
        }
        is_it
    };
    if names(&found) != row.expect && !blessed(table, bless) {
        assert_eq!(names(&found), row.expect, "{}: {:?}: {}", row.question, row.text, row.why);
    }
}

fn all_advice_has_a_row() {
    let expected: Vec<String> =
        tables().into_iter().flat_map(|(_, rows)| rows).flat_map(|row| row.expect).collect();
    for id in SuggestionId::ALL {
        // Carried over answers have an origin that a row does not.
        if *id != SuggestionId::CarriedOver {
            assert!(expected.iter().any(|name| name == id.name()), "{id} has no row");
        }
        assert_eq!(SuggestionId::of_name(id.name()), Some(*id));
    }
    assert_eq!(SuggestionId::of_name("no-such-advice"), None);
}

/// A test of each row: an answer has the state it says.
fn state_tests() -> Vec<Trial> {
    let rows: Vec<StateRow> = serde_json::from_str(&file("checks/states.json")).unwrap();
    let mut names = Names::of("tables::states");
    let test = |row: StateRow| {
        Trial::test(names.name(&row.question, &row.text), move || {
            let question = Form::latest().question(&row.question).unwrap();
            let found = match state(question, Some(&Entry::typed(&row.text, &nfc).unwrap())) {
                State::Empty => "empty",
                State::Answered => "answered",
                State::NotApplicable => "not applicable",
                State::CarriedOver => "carried over",
                State::Later => "later",
            };
            let bless = |value: &mut Value| {
                let is_it = value["question"] == *row.question && value["text"] == *row.text;
                if is_it {
                    value["state"] = found.into();
                }
                is_it
            };
            if found != row.state && !blessed("checks/states.json", bless) {
                assert_eq!(found, row.state, "{:?}: {}", row.text, row.why);
            }
            Ok(())
        })
    };
    rows.into_iter().map(test).collect()
}
