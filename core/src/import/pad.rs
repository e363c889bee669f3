//! Converts text copied from a pad or a document into the report as one text.

use super::edition::QuestionKeys;
use super::pace::{Pace, at_once};
use super::reading::How;
use super::{Import, Importer, SourceKind};
use crate::answer::Answer;
use crate::draft::Nfc;
use crate::form::{ParameterNames, Question};
use crate::report::{Report, write_edition_of_some};

impl Importer<'_> {
    /// Writes text copied from a document as a part of an edition: headings with their marks, and lists, links, bold
    /// and italics as source. Text that belongs to no question comes first.
    ///
    /// `plain` is the plain text that the clipboard has beside `html`. `None` if that can be pasted unchanged: its
    /// headings have marks, or the document has none of the form's questions word for word.
    pub fn pasted_edition(&self, html: &str, plain: &str, nfc: Nfc<'_>) -> Option<String> {
        let keys = QuestionKeys::of(self.form);
        if html.trim().is_empty() || at_once(keys.any_marked(plain, &Pace::over(plain))) {
            return None;
        }
        let names = ParameterNames::of(self.form);
        let Ok(Import::Reading(reading)) = self.read(&names, html, Some(SourceKind::Html), nfc) else {
            return None;
        };
        reading.found.iter().find(|found| found.how == How::Wording)?;
        let answer = |question: &Question| {
            let found = reading.found.iter().find(|found| found.question == question.id);
            found.map_or_else(Answer::default, |found| found.answer.clone()).into()
        };
        let report = Report::of_trees(self.form, answer);
        let edition = write_edition_of_some(&report, |question| !reading.missing.contains(&question.id));
        let unplaced = reading.unplaced.iter().map(|piece| piece.text.clone());
        Some(unplaced.chain([edition]).collect::<Vec<_>>().join("\n\n"))
    }
}
