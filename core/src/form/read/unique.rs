//! What may stand only once in a form: ids, parameters, wordings.

use std::collections::HashMap;

use super::Problem;
use super::fields::Fault;
use crate::form::{Form, Parameter, Question};

/// Checks that no two questions share an id, a parameter or a wording.
pub(super) fn check(form: &Form) -> Result<(), Fault> {
    let mut seen = Seen::default();
    for (s, section) in form.sections.iter().enumerate() {
        for (g, group) in section.groups.iter().enumerate() {
            for (q, question) in group.questions.iter().enumerate() {
                seen.add(question, format!("sections[{s}].groups[{g}].questions[{q}]"))?;
            }
        }
    }
    Ok(())
}

/// The ids, parameters and wordings seen so far, with the place of the question that has each.
#[derive(Default)]
struct Seen<'f> {
    ids: HashMap<&'f str, String>,
    parameters: HashMap<&'f str, String>,
    wordings: HashMap<String, String>,
}

impl<'f> Seen<'f> {
    fn add(&mut self, question: &'f Question, place: String) -> Result<(), Fault> {
        let id = question.id.as_str();
        if let Some(first) = self.ids.insert(id, place.clone()) {
            return Err(fault(&place, "id", Problem::IdTwice { id: id.to_owned(), first }));
        }
        if let Parameter::Known(parameter) = &question.parameter
            && let Some(first) = self.parameters.insert(parameter, place.clone())
        {
            let parameter = parameter.clone();
            return Err(fault(&place, "parameter", Problem::ParameterTwice { parameter, first }));
        }
        match self.wordings.insert(words(&question.text), place.clone()) {
            Some(first) => Err(fault(&place, "text", Problem::WordingTwice { first })),
            None => Ok(()),
        }
    }
}

fn fault(place: &str, field: &str, problem: Problem) -> Fault {
    Fault { place: format!("{place}.{field}"), problem }
}

/// Returns the letters and digits of a wording in small letters: readers of pages tell questions apart by nothing else.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
