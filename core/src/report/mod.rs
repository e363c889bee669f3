//! A form and the answers to it, understood: what every output is made of.

mod announcement;
pub mod changes;
mod edition;
mod list_line;
mod number_change;
pub(crate) mod page;
mod portal_entry;
mod portal_fields;
mod presets;
mod proposal;
pub(crate) mod request;
mod start;
mod title;
mod title_owner;
mod year;

pub use announcement::{Announcement, announcement};
pub use edition::write_edition;
pub(crate) use edition::write_edition_of_some;
pub use list_line::list_line;
pub use number_change::{NumberChange, only_number};
pub use page::{page_name, write_html};
pub use portal_entry::{named_portal_entry, portal_entry};
pub use portal_fields::{PortalField, portal_fields};
pub use presets::{period_presets, year_presets};
pub use proposal::{proposed_parts, report_year, year_words};
pub use request::{Asked, write_request};
pub use start::start_from;
pub use title::{ReportPart, ReportTitleError, report_title};
pub use title_owner::{TitleOwner, title_owner, version_here};
pub(crate) use year::last_year;
pub use year::{likely_year, year_after};

use std::sync::Arc;

use crate::answer::{Answer, parse};
use crate::draft::Draft;
use crate::form::{Form, OutlineRow, Question};

/// The answers of one report as trees, one for each question of its form.
///
/// ```
/// use report::form::Form;
/// use report::report::Report;
/// use report::wikitext::table;
///
/// let form = Form::latest();
/// let report = Report::of_texts(form, |question| match question.id.as_str() {
///     "mission" => "We collect ''free'' pictures.",
///     _ => "",
/// });
/// assert_eq!(report.rows().count(), form.questions().count());
/// assert!(table(&report).contains("| We collect ''free'' pictures.\n"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report<'a> {
    form: &'a Form,
    outline: Vec<OutlineRow<'a, (&'a Question, Arc<Answer>)>>,
}

impl<'a> Report<'a> {
    /// Parses a draft's answers.
    pub fn of_draft(form: &'a Form, draft: &Draft) -> Self {
        Self::of_texts(form, |question| draft.text(question.id.as_str()))
    }

    /// Parses the sources of answers, asked for question by question.
    pub fn of_texts<'t>(form: &'a Form, text: impl Fn(&Question) -> &'t str) -> Self {
        Self::of_trees(form, |question| parse(text(question), question.kind.markup()).into())
    }

    /// Takes trees that are parsed already, asked for question by question in the form's order. An empty tree is a question
    /// without an answer.
    pub fn of_trees(form: &'a Form, mut tree: impl FnMut(&'a Question) -> Arc<Answer>) -> Self {
        let outline = form.outline().map(|row| row.map(|question| (question, tree(question)))).collect();
        Self { form, outline }
    }

    /// Returns the report's form.
    pub fn form(&self) -> &'a Form {
        self.form
    }

    /// Walks the page's rows as [`Form::outline`] does, each question with its answer.
    pub fn outline(&self) -> impl Iterator<Item = OutlineRow<'a, (&'a Question, &Answer)>> {
        self.outline.iter().map(|row| match row {
            OutlineRow::Section(title) => OutlineRow::Section(title),
            OutlineRow::Group(title) => OutlineRow::Group(title),
            OutlineRow::Question((question, answer)) => OutlineRow::Question((*question, answer.as_ref())),
        })
    }

    /// Walks the questions and their answers in the form's order.
    pub fn rows(&self) -> impl Iterator<Item = (&'a Question, &Answer)> {
        self.outline().filter_map(|row| match row {
            OutlineRow::Question(answered) => Some(answered),
            OutlineRow::Section(_) | OutlineRow::Group(_) => None,
        })
    }
}
