//! Which template parameter belongs to which question.

use super::{Disagreement, Learned};
use crate::form::{Form, Parameter, Question, QuestionId};
use std::collections::BTreeMap;

/// The parameter names of one form: those its definition knows, and on top those that were learned.
/// No name belongs to two questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParameterNames {
    names: BTreeMap<QuestionId, String>,
}

impl ParameterNames {
    /// Collects the names that the form's definition knows.
    pub fn of(form: &Form) -> Self {
        let known = form.questions().filter_map(|question| match &question.parameter {
            Parameter::Known(name) => Some((question.id.clone(), name.clone())),
            Parameter::Starts(_) | Parameter::Unknown => None,
        });
        Self { names: known.collect() }
    }

    /// Returns the name of a question's parameter, if it is known.
    pub fn get(&self, question: &QuestionId) -> Option<&str> {
        self.names.get(question).map(String::as_str)
    }

    /// Finds the question that a parameter belongs to. Names are compared exactly, as MediaWiki does.
    pub fn question(&self, name: &str) -> Option<&QuestionId> {
        self.names.iter().find(|(_, known)| *known == name).map(|(question, _)| question)
    }

    /// Lists the form's questions whose parameter is not known yet, in order.
    pub fn missing<'f>(&self, form: &'f Form) -> Vec<&'f Question> {
        form.questions().filter(|question| self.get(&question.id).is_none()).collect()
    }

    /// Returns whether every question's parameter is known, so that a template call can be written.
    pub fn complete(&self, form: &Form) -> bool {
        form.questions().all(|question| self.get(&question.id).is_some())
    }

    /// Adds the learned names that go with these. A question keeps the name it has, and a name its question: nothing is
    /// overridden. [`ParameterNames::against`] tells what was left out.
    #[must_use]
    pub fn with(&self, learned: &Learned) -> Self {
        let mut names = self.names.clone();
        for (question, name) in &learned.names {
            if !names.contains_key(question) && valid_name(name) && !names.values().any(|known| known == name)
            {
                names.insert(question.clone(), name.clone());
            }
        }
        Self { names }
    }

    /// Lists where learned names disagree with these, which [`ParameterNames::with`] leaves out.
    pub fn against(&self, learned: &Learned) -> Vec<Disagreement> {
        let disagreement =
            |(question, found): (&QuestionId, &String)| match (self.get(question), self.question(found)) {
                (Some(known), _) if known == found => None,
                (Some(known), _) => {
                    let (known, found) = (known.to_owned(), found.clone());
                    Some(Disagreement::OtherName { question: question.clone(), known, found })
                }
                (None, Some(owner)) => {
                    let questions = vec![owner.clone(), question.clone()];
                    Some(Disagreement::Shared { parameter: found.clone(), questions })
                }
                (None, None) => None,
            };
        learned.names.iter().filter_map(disagreement).collect()
    }

    /// Returns all names that are known, by question.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &str)> {
        self.names.iter().map(|(question, name)| (question, name.as_str()))
    }
}

/// Returns whether `name` can be a parameter's: no outer blanks, at most 100 bytes, and none of the characters that end a name
/// in a template's source (`{{{name|default}}}`) or in a call (`|name=value`).
pub fn valid_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= LONGEST
        && name.trim() == name
        && !name.contains(|c: char| {
            c.is_control() || matches!(c, '{' | '}' | '|' | '=' | '<' | '>' | '[' | ']' | '#')
        })
}

/// The greatest length of a parameter's name, in bytes; longer texts are pieces of wikitext.
const LONGEST: usize = 100;
