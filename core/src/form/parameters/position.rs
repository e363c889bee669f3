//! Which question a parameter belongs to by its place among the others, where that is certain.
//!
//! Certain means: every known name is there, all of them stand in their questions' order, and between two of them
//! stand exactly as many unknown names as questions. One name too many or too few, and nothing between is taken.

use super::Disagreement;
use super::findings::Findings;
use crate::form::{Form, Parameter, QuestionId};

/// Adds to the findings what the order of the names tells. Questions that have a parameter already are fixed points.
pub(super) fn pair_by_position(form: &Form, findings: &mut Findings) {
    let asked: Vec<Asked<'_>> = form
        .questions()
        .map(|question| Asked::new(question.id.clone(), &question.parameter, findings))
        .collect();
    let fixed: Vec<(usize, usize)> =
        asked.iter().enumerate().filter_map(|(position, asked)| Some((position, asked.at?))).collect();
    if fixed.is_empty() || asked.iter().any(Asked::lacks_its_name) {
        return;
    }
    if let Some(early) = fixed.windows(2).find_map(|pair| match pair {
        [(_, before), (_, after)] if after <= before => Some(*after),
        _ => None,
    }) {
        let parameter = findings.seen().get(early).cloned().unwrap_or_default();
        return findings.disagree(Disagreement::OtherOrder { parameter });
    }
    for (question, name) in certain(&asked, &fixed, findings.seen()) {
        findings.pair(&question, &name);
    }
}

/// A question, and the position of its parameter if more than the order tells it.
struct Asked<'f> {
    id: QuestionId,
    parameter: &'f Parameter,
    at: Option<usize>,
}

impl<'f> Asked<'f> {
    fn new(id: QuestionId, parameter: &'f Parameter, findings: &Findings) -> Self {
        let place = |wanted: &str| findings.seen().iter().position(|name| name == wanted);
        let at = match (parameter, findings.beside(&id)) {
            (Parameter::Known(known), _) => place(known),
            (_, [name]) => place(name),
            (Parameter::Starts(start), _) => only_start(findings.seen(), start),
            (Parameter::Unknown, _) => None,
        };
        Self { id, parameter, at }
    }

    fn lacks_its_name(&self) -> bool {
        matches!(self.parameter, Parameter::Known(_)) && self.at.is_none()
    }

    fn fits(&self, name: &str) -> bool {
        match self.parameter {
            Parameter::Known(known) => known == name,
            Parameter::Starts(start) => name.starts_with(start.as_str()),
            Parameter::Unknown => super::valid_name(name),
        }
    }
}

/// Finds the position of the only name with this start.
fn only_start(seen: &[String], start: &str) -> Option<usize> {
    let mut places = seen.iter().enumerate().filter(|(_, name)| name.starts_with(start));
    let (place, _) = places.next()?;
    places.next().is_none().then_some(place)
}

/// Pairs the fixed points themselves, and each stretch between two of them that has as many names as questions.
fn certain(asked: &[Asked<'_>], fixed: &[(usize, usize)], seen: &[String]) -> Vec<(QuestionId, String)> {
    let mut pairs = Vec::new();
    let (mut question, mut name) = (0, 0);
    for (fixed_question, fixed_name) in fixed.iter().copied().chain([(asked.len(), seen.len())]) {
        let questions = asked.get(question..fixed_question).unwrap_or_default();
        let names = seen.get(name..fixed_name).unwrap_or_default();
        if questions.len() == names.len() && questions.iter().zip(names).all(|(asked, name)| asked.fits(name))
        {
            pairs.extend(questions.iter().zip(names).map(|(asked, name)| (asked.id.clone(), name.clone())));
        }
        if let (Some(asked), Some(name)) = (asked.get(fixed_question), seen.get(fixed_name)) {
            pairs.push((asked.id.clone(), name.clone()));
        }
        (question, name) = (fixed_question + 1, fixed_name + 1);
    }
    pairs
}
