//! Finds the report on a page of wikitext: the call of the form's template, or the table.

use std::ops::Range;

use super::collector::Collector;
use super::directed::direct_answer;
use super::pace::{Pace, at_once};
use super::{Importer, SourceKind, call, table};
use crate::answer::{self, Answer, Markup};
use crate::form::Question;
use crate::form::parameters::ParameterNames;
use crate::wikitext::split::visible;

/// The place of a report on a page of wikitext.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPlace {
    /// The notation of the report: [`SourceKind::Call`] or [`SourceKind::Table`].
    pub kind: SourceKind,
    /// The bytes of the call with its braces, or of the table with its marks.
    pub range: Range<usize>,
}

impl Importer<'_> {
    /// Finds the report on a page of wikitext as the wiki keeps it; `None` if there is none. A call of the form's
    /// template has precedence over a table.
    pub fn place_of(&self, names: &ParameterNames, page: &str) -> Option<ReportPlace> {
        let pace = Pace::over(page);
        if let Some(range) = at_once(call::place_of(page, names, self.form, &pace)) {
            return Some(ReportPlace { kind: SourceKind::Call, range });
        }
        let range = at_once(table::place_of(page, &Collector::new(self.form, &self.wordings), &pace))?;
        Some(ReportPlace { kind: SourceKind::Table, range })
    }
}

impl ReportPlace {
    /// Returns the page with another report in this place, and everything around it unchanged. A table gets a line of
    /// its own. `report` is what [`crate::wikitext::call`] or [`crate::wikitext::table`] has written.
    pub fn replaced(&self, page: &str, report: &str) -> String {
        let before = page.get(..self.range.start).unwrap_or_default();
        let behind = page.get(self.range.end..).unwrap_or_default();
        // The page's own line end follows.
        let report = report.strip_suffix('\n').unwrap_or(report);
        let needs_line = report.starts_with("{|") && !begins_line(before);
        [before, if needs_line { "\n" } else { "" }, report, behind].concat()
    }
}

/// Returns whether the last line of a text has only blanks and comments.
fn begins_line(before: &str) -> bool {
    let shown = visible(before);
    shown.rsplit('\n').next().unwrap_or_default().trim_matches([' ', '\t']).is_empty()
}

/// Returns an answer as the import brings it back from a page: redirecting addresses are replaced by their targets,
/// and if the question has no markup only the words are left.
pub fn as_imported(question: &Question, answer: &Answer) -> Answer {
    let mut answer = answer.clone();
    direct_answer(&mut answer);
    match question.kind.markup() {
        Markup::Wiki => answer,
        markup => answer::parse(&answer::plain_text(&answer), markup),
    }
}
