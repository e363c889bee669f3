//! The report as one call of the form's template.

use super::value::value;
use crate::form::ParameterNames;
use crate::form::QuestionId;
use crate::i18n::{Message, english};
use crate::report::Report;
use std::fmt;

/// The questions whose template parameter nobody knows: a call would lose their answers on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamesMissing {
    /// The ids of the questions, in the form's order, never empty.
    pub questions: Vec<QuestionId>,
}

/// Writes the report as a template call: every parameter in the form's order, one per line, empty ones too, since a missing one
/// would print its name to readers. The same report always gives the same bytes; no line ends in a blank.
///
/// # Errors
/// [`NamesMissing`] as long as one parameter's name is unknown: a name is never guessed.
///
/// ```
/// use report::form::{Form, ParameterNames};
/// use report::report::Report;
/// use report::wikitext;
///
/// let form = Form::latest();
/// let report = Report::of_texts(form, |_| "Yes");
/// let page = match wikitext::call(&report, &ParameterNames::of(form)) {
///     Ok(page) => page,
///     // Until all names are known, the page is a table that looks the same.
///     Err(_) => wikitext::table(&report),
/// };
/// assert!(page.contains("Yes"));
/// ```
pub fn call(report: &Report<'_>, names: &ParameterNames) -> Result<String, NamesMissing> {
    let questions: Vec<QuestionId> =
        names.missing(report.form()).into_iter().map(|question| question.id.clone()).collect();
    if !questions.is_empty() {
        return Err(NamesMissing { questions });
    }
    let mut page = format!("{{{{{}\n", report.form().template);
    for (question, answer) in report.rows() {
        let value = value(answer);
        page.push_str(&format!("| {} =", names.get(&question.id).unwrap_or_default()));
        page.push_str(if value.is_empty() { "" } else { " " });
        page.push_str(&value);
        page.push('\n');
    }
    page.push_str("}}\n");
    Ok(page)
}

impl NamesMissing {
    /// Returns the message that tells the user what is missing.
    pub fn message(&self) -> Message {
        Message::new("names-missing").with(self.questions.len())
    }
}

impl fmt::Display for NamesMissing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for NamesMissing {}
