//! Every row of the tables.

use report::checks::{State, SuggestionId, state};
use report::draft::Entry;
use report::form::Form;
use report::i18n::english;

use crate::support::{StateRow, file, names, nfc, on_question, row_draft, tables};

#[test]
fn advice_is_given_as_the_tables_say() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for (name, table) in tables() {
        for row in table {
            rows += 1;
            let found = on_question(&row_draft(&row), &row.question);
            for suggestion in &found {
                let words = english(&suggestion.message);
                assert!(!words.contains(['⧼', '$']), "{words} for {}", row.text);
            }
            if names(&found) != row.expect {
                wrong.push(format!(
                    "{name}: {}: {:?}\n  {}\n  found {:?}, expected {:?}",
                    row.question,
                    row.text,
                    row.why,
                    names(&found),
                    row.expect
                ));
            }
        }
    }
    assert!(rows > 350);
    assert!(wrong.is_empty(), "{} of {rows}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
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

#[test]
fn states_are_as_the_table_says() {
    let rows: Vec<StateRow> = serde_json::from_str(&file("checks/states.json")).unwrap();
    for row in rows {
        let question = Form::latest().question(&row.question).unwrap();
        let found = match state(question, Some(&Entry::typed(&row.text, &nfc).unwrap())) {
            State::Empty => "empty",
            State::Answered => "answered",
            State::NotApplicable => "not applicable",
            State::CarriedOver => "carried over",
            State::Later => "later",
        };
        assert_eq!(found, row.state, "{:?}: {}", row.text, row.why);
    }
}
