//! Wrong form definitions and their errors, word for word, from `definitions.json`; and that right ones are read.

use proptest::prelude::*;
use report::form::{Form, wording::Wordings};
use serde_json::Value;

use crate::bless::blessed;
use crate::trials::{Names, Trial, tests};

const FORM_2023: &str = include_str!("../data/forms/2023.json");
const FORM_2025: &str = include_str!("../data/forms/2025.json");

pub fn all() -> Vec<Trial> {
    let mut tests = tests![
        empty_parts_are_errors,
        another_year_is_another_file_and_no_code,
        the_questions_of_one_year_are_known_again_in_another,
        any_text_gives_a_form_or_an_error,
        a_damaged_file_gives_a_form_or_an_error,
    ];
    tests.extend(case_tests());
    tests
}

/// A test of each wrong definition, named by its error.
fn case_tests() -> Vec<Trial> {
    let cases: Vec<[String; 3]> = serde_json::from_str(include_str!("definitions.json")).unwrap();
    let mut names = Names::of("definitions::cases");
    let test = |[this, becomes, expected]: [String; 3]| {
        Trial::test(names.name("wrong", &expected.replacen("x.json: ", "", 1)), move || {
            assert!(FORM_2023.contains(this.as_str()), "{this} is not in the file");
            let wrong = FORM_2023.replacen(&this, &becomes, 1);
            let error = Form::read("x.json", &wrong).expect_err(&expected);
            let bless = |row: &mut Value| {
                let is_it = row[0] == *this && row[1] == *becomes;
                if is_it {
                    row[2] = error.to_string().into();
                }
                is_it
            };
            if error.to_string() != expected && !blessed("form/definitions.json", bless) {
                assert_eq!(error.to_string(), expected);
            }
            Ok(())
        })
    };
    cases.into_iter().skip(1).map(test).collect()
}

fn empty_parts_are_errors() {
    let cases = [
        ("{}", "x.json: id: this field is missing. Add it."),
        ("[]", "x.json: this is a list, but an object belongs here. Write an object."),
        (
            "",
            "x.json: line 1, column 1: this is not JSON (the file ends too early). Look there for a missing or surplus comma, quote or bracket.",
        ),
    ];
    for (json, expected) in cases {
        assert_eq!(Form::read("x.json", json).unwrap_err().to_string(), expected);
    }
    let empty = |at: &str, path: &str| {
        let mut form: serde_json::Value = serde_json::from_str(FORM_2023).unwrap();
        *form.pointer_mut(at).unwrap() = serde_json::json!([]);
        let error = Form::read("x.json", &form.to_string()).unwrap_err();
        assert_eq!((error.place.as_str(), error.file.as_str()), (path, "x.json"));
        assert!(
            error.to_string().ends_with("this list is empty. Add an item, or remove what holds the list.")
        );
    };
    empty("/sections", "sections");
    empty("/sections/1/groups", "sections[1].groups");
    empty("/sections/1/groups/1/questions", "sections[1].groups[1].questions");
}

fn another_year_is_another_file_and_no_code() {
    let forms = [FORM_2023, FORM_2025].map(|json| Form::read("x.json", json).unwrap());
    assert_eq!(forms.each_ref().map(|form| form.questions().count()), [5, 31]);
    for form in &forms {
        let wordings = Wordings::new(form);
        for question in form.questions() {
            assert_eq!(wordings.whole(&question.text).map(|m| m.question).as_ref(), Some(&question.id));
        }
    }
}

fn the_questions_of_one_year_are_known_again_in_another() {
    let newer = Form::read("2025.json", FORM_2025).unwrap();
    let wordings = Wordings::new(Form::by_id("2024").unwrap());
    for question in newer.questions() {
        let found = wordings.whole(&question.text).map(|found| found.question);
        let asked_in_2024 = Form::latest().question(question.id.as_str()).map(|question| question.id.clone());
        assert_eq!(found, asked_in_2024, "{}", question.text);
    }
}

proptest! {
    fn any_text_gives_a_form_or_an_error(text in ".{0,200}") {
        prop_assert!(Form::read("x.json", &text).is_err());
    }

    fn a_damaged_file_gives_a_form_or_an_error(at in 0..FORM_2023.len(), put in "[\\PC\n]{0,3}", cut in 0_usize..20) {
        if let (Some(before), Some(after)) = (FORM_2023.get(..at), FORM_2023.get(at + cut..))
            && let Err(error) = Form::read("x.json", &format!("{before}{put}{after}"))
        {
            prop_assert!(error.to_string().starts_with("x.json: "));
        }
    }
}
