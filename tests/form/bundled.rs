//! The bundled forms, compared with what is known of them.

use report::form::{Form, Parameter, QuestionKind};

use crate::trials::{Trial, tests};

pub fn all() -> Vec<Trial> {
    tests![
        the_newest_form_comes_first,
        the_form_of_2024_has_30_questions_and_18_known_parameters,
        every_question_has_help_on_one_line_and_every_long_one_two_examples,
        only_the_wording_of_meta_names_a_year,
        the_capacities_are_the_ones_the_page_names,
    ]
}

fn is_long(kind: QuestionKind) -> bool {
    matches!(
        kind,
        QuestionKind::Long
            | QuestionKind::Number
            | QuestionKind::YesNo
            | QuestionKind::Links
            | QuestionKind::Three
    )
}

fn the_newest_form_comes_first() {
    let checked: Vec<_> = Form::bundled().iter().map(|form| &form.checked).collect();
    assert!(checked.is_sorted_by(|newer, older| newer >= older));
    assert_eq!(Form::latest(), &Form::bundled()[0]);
    assert_eq!(Form::by_id("2024").map(|form| form.id.as_str()), Some("2024"));
    assert_eq!(Form::by_id("1999"), None);
}

fn the_form_of_2024_has_30_questions_and_18_known_parameters() {
    let form = Form::by_id("2024").unwrap();
    let questions: Vec<_> = form.questions().collect();
    assert_eq!(questions.len(), 30);
    assert!(questions[..18].iter().all(|q| matches!(&q.parameter, Parameter::Known(_))));
    assert_eq!(questions[18].parameter, Parameter::Starts("affiliatediversi".to_owned()));
    assert!(questions[19..].iter().all(|q| q.parameter == Parameter::Unknown));
}

fn every_question_has_help_on_one_line_and_every_long_one_two_examples() {
    for form in Form::bundled() {
        for question in form.questions() {
            assert!(question.help.in_year(2026).chars().count() <= 120, "{}", question.id);
            assert!(!is_long(question.kind) || question.examples.len() == 2, "{}", question.id);
        }
    }
}

fn only_the_wording_of_meta_names_a_year() {
    for form in Form::bundled() {
        assert_eq!(form.name, form.name.replace(|char: char| char.is_ascii_digit(), ""));
        for question in form.questions() {
            for text in question.examples.iter().chain([&question.help]) {
                let in_years = [2026, 2031].map(|year| text.in_year(year));
                assert_eq!(text.is_dated(), in_years[0] != in_years[1], "{}", question.id);
                let undated = text.in_year(1000);
                let mut numbers = undated.split(|char: char| !char.is_ascii_digit());
                assert!(
                    !numbers.any(|number| number.len() == 4 && number.starts_with("20")),
                    "{}",
                    question.id
                );
            }
        }
    }
}

fn the_capacities_are_the_ones_the_page_names() {
    let form = Form::by_id("2024").unwrap();
    let page = form.question("capacities").unwrap().text.to_lowercase();
    for id in ["capacities", "capacities-to-strengthen"] {
        let suggestions = &form.question(id).unwrap().suggestions;
        assert_eq!(suggestions.len(), 11);
        assert!(suggestions.iter().all(|capacity| page.contains(&capacity.to_lowercase())));
    }
}
