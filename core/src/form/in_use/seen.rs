//! What a template says, kept so that it can be compared again later and without network.

use std::collections::BTreeMap;

use crate::form::parameters::{Disagreement, LearnError, Learned, TemplateRow, learn, template_rows};
use crate::form::wording::Wordings;
use crate::form::{Form, QuestionId};

/// A template as it was seen: its rows, and the names of parameters that are known otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenForm {
    /// The template's rows in its order; none where only names of parameters were seen.
    pub rows: Vec<TemplateRow>,
    /// The names of parameters by question, as the source, its order or the wiki's `templatedata` tell them.
    pub names: BTreeMap<QuestionId, String>,
}

impl SeenForm {
    /// Reads the template of a form from its source, or from the wiki's `templatedata` answer (JSON), which tells only names.
    ///
    /// # Errors
    /// [`LearnError`] where the text has nothing to do with the form.
    pub fn read(form: &Form, text: &str) -> Result<Self, LearnError> {
        // A wiki has none of these characters in a page; a file may.
        let text = text.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), " ");
        let rows = template_rows(&Wordings::new(form), &text);
        match learn(form, &text) {
            Ok(learned) => Ok(Self { rows, names: names(&learned) }),
            // All of its names may have been changed at once; the words of its questions tell that it is the form's.
            Err(LearnError::NotThisForm { .. }) if !rows.is_empty() && is_worded(form, &rows) => {
                Ok(Self { rows, names: BTreeMap::new() })
            }
            Err(error) => Err(error),
        }
    }

    /// Adds the names that another text about the same template tells, where none is known.
    ///
    /// # Errors
    /// As [`SeenForm::read`].
    pub fn read_more(&mut self, form: &Form, text: &str) -> Result<(), LearnError> {
        for (question, name) in names(&learn(form, text)?) {
            if !self.names.values().any(|known| *known == name) {
                self.names.entry(question).or_insert(name);
            }
        }
        Ok(())
    }
}

/// Lists the names that were learned, those included that contradict what the form knows: the template is what counts.
fn names(learned: &Learned) -> BTreeMap<QuestionId, String> {
    let others = learned.disagreements.iter().filter_map(|disagreement| match disagreement {
        Disagreement::OtherName { question, found, .. }
        | Disagreement::OtherStart { question, found, .. } => Some((question.clone(), found.clone())),
        _ => None,
    });
    learned.names.clone().into_iter().chain(others).collect()
}

fn is_worded(form: &Form, rows: &[TemplateRow]) -> bool {
    let wordings = Wordings::new(form);
    rows.iter().any(|row| matches!(row, TemplateRow::Question { text, .. } if wordings.whole(text).is_some()))
}
