//! What a text says, before it is compared with what the form knows.

use std::collections::{BTreeMap, BTreeSet};

use super::{Disagreement, Learned, valid_name};
use crate::form::{Form, Parameter, Question, QuestionId};

/// The parameters that were seen in a text, and the questions that they were seen beside.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    /// The parameters seen, each once, in order of their first appearance.
    seen: Vec<String>,
    known_to_be_seen: BTreeSet<String>,
    /// The parameters beside each question, each once, in order.
    pairs: BTreeMap<QuestionId, Vec<String>>,
    /// Parameters that also work for a question: the `b` of `{{{a|{{{b}}}}}}`.
    stand_ins: BTreeMap<QuestionId, BTreeSet<String>>,
    disagreements: Vec<Disagreement>,
}

impl Findings {
    /// Notes a parameter.
    pub(super) fn see(&mut self, name: &str) {
        if self.known_to_be_seen.insert(name.to_owned()) {
            self.seen.push(name.to_owned());
        }
    }

    /// Notes that a parameter stands beside a question.
    pub(super) fn pair(&mut self, question: &QuestionId, name: &str) {
        let names = self.pairs.entry(question.clone()).or_default();
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }

    /// Notes that a parameter also works for a question that has another one.
    pub(super) fn stand_in(&mut self, question: &QuestionId, name: &str) {
        self.stand_ins.entry(question.clone()).or_default().insert(name.to_owned());
    }

    /// Returns the name that the form knows for a question, if the template still takes it beside another.
    fn still_taken<'f>(&self, question: &'f Question) -> Option<&'f String> {
        let Parameter::Known(known) = &question.parameter else { return None };
        self.stand_ins.get(&question.id)?.contains(known).then_some(known)
    }

    /// Notes a disagreement within the text itself.
    pub(super) fn disagree(&mut self, disagreement: Disagreement) {
        self.disagreements.push(disagreement);
    }

    /// Returns all parameters seen, in order of their first appearance.
    pub(super) fn seen(&self) -> &[String] {
        &self.seen
    }

    /// Returns the parameters that stand beside a question.
    pub(super) fn beside(&self, question: &QuestionId) -> &[String] {
        self.pairs.get(question).map_or(&[], Vec::as_slice)
    }

    /// Returns whether no parameter stands beside any question.
    pub(super) fn is_unpaired(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Returns whether one of the form's known names was seen.
    pub(super) fn knows_one(&self, form: &Form) -> bool {
        form.questions()
            .any(|question| matches!(&question.parameter, Parameter::Known(name) if self.has(name)))
    }

    /// Returns whether this parameter was seen.
    pub(super) fn has(&self, name: &str) -> bool {
        self.known_to_be_seen.contains(name)
    }

    /// Settles the questions that no parameter was seen beside: a name that the form knows is theirs wherever it stands, and one
    /// that is nowhere is reported.
    pub(super) fn settle_known(&mut self, form: &Form) {
        for question in form.questions() {
            let Parameter::Known(known) = &question.parameter else { continue };
            if !self.beside(&question.id).is_empty() {
                continue;
            }
            if self.has(known) {
                self.pair(&question.id, known);
            } else {
                self.disagree(Disagreement::Absent { question: question.id.clone(), known: known.clone() });
            }
        }
    }

    /// Compares the findings with the form: takes what is certain and agrees, reports the rest.
    pub(super) fn compare(mut self, form: &Form) -> Learned {
        let mut names: BTreeMap<QuestionId, String> = BTreeMap::new();
        for question in form.questions() {
            let Some(found) = self.pairs.get(&question.id) else { continue };
            let found = self.still_taken(question).map_or(found.as_slice(), std::slice::from_ref);
            match agree(&question.id, &question.parameter, found) {
                Ok(Some(name)) => drop(names.insert(question.id.clone(), name)),
                Ok(None) => {}
                Err(disagreement) => self.disagreements.push(disagreement),
            }
        }
        for (parameter, questions) in shared(form, &names) {
            for question in &questions {
                let known = form.question(question.as_str()).map(|question| &question.parameter);
                if known != Some(&Parameter::Known(parameter.clone())) {
                    names.remove(question);
                }
            }
            self.disagreements.push(Disagreement::Shared { parameter, questions });
        }
        let known: BTreeSet<&str> =
            names.values().map(String::as_str).chain(self.disagreements.iter().flat_map(named)).collect();
        let unmatched = self.seen.iter().filter(|name| !known.contains(name.as_str())).cloned().collect();
        Learned { names, disagreements: self.disagreements, unmatched }
    }
}

impl Learned {
    /// Compares names that were learned earlier and kept with the form again, which may know more by now.
    pub fn kept(form: &Form, names: &BTreeMap<QuestionId, String>) -> Self {
        let mut findings = Findings::default();
        for question in form.questions() {
            if let Some(name) = names.get(&question.id) {
                findings.see(name);
                findings.pair(&question.id, name);
            }
        }
        findings.compare(form)
    }
}

/// Returns the one parameter of a question, if what was found agrees with itself and with what is known.
fn agree(question: &QuestionId, known: &Parameter, found: &[String]) -> Result<Option<String>, Disagreement> {
    let question = question.clone();
    let fits = |name: &&String| match known {
        Parameter::Known(known) => *name == known,
        Parameter::Starts(start) => name.starts_with(start.as_str()),
        Parameter::Unknown => true,
    };
    let fitting: Vec<&String> = found.iter().filter(|name| valid_name(name)).filter(fits).collect();
    match (fitting.as_slice(), found, known) {
        ([name], _, _) if !matches!(known, Parameter::Unknown) || found.len() == 1 => {
            Ok(Some((*name).clone()))
        }
        (_, [], _) => Ok(None),
        ([], [found], Parameter::Known(known)) => {
            Err(Disagreement::OtherName { question, known: known.clone(), found: found.clone() })
        }
        ([], [found], Parameter::Starts(start)) => {
            Err(Disagreement::OtherStart { question, start: start.clone(), found: found.clone() })
        }
        ([], [_], Parameter::Unknown) => Ok(None),
        _ => Err(Disagreement::Several { question, found: found.to_vec() }),
    }
}

/// Finds the names that more than one question has, those that the form knows for a question counted too.
fn shared(form: &Form, names: &BTreeMap<QuestionId, String>) -> Vec<(String, Vec<QuestionId>)> {
    let mut owners: BTreeMap<&str, Vec<QuestionId>> = BTreeMap::new();
    for question in form.questions() {
        let known = match &question.parameter {
            Parameter::Known(name) => Some(name),
            Parameter::Starts(_) | Parameter::Unknown => None,
        };
        if let Some(name) = names.get(&question.id).or(known) {
            owners.entry(name).or_default().push(question.id.clone());
        }
    }
    let shared = owners.into_iter().filter(|(_, owners)| owners.len() > 1);
    shared.map(|(name, owners)| (name.to_owned(), owners)).collect()
}

/// Lists the parameters that were found where a disagreement speaks of them.
fn named(disagreement: &Disagreement) -> Vec<&str> {
    match disagreement {
        Disagreement::OtherName { found, .. } | Disagreement::OtherStart { found, .. } => vec![found],
        Disagreement::Several { found, .. } => found.iter().map(String::as_str).collect(),
        Disagreement::Shared { parameter, .. } => vec![parameter],
        Disagreement::Absent { .. } | Disagreement::OtherOrder { .. } => Vec::new(),
    }
}
