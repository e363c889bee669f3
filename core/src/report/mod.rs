//! A form and the answers to it, understood: what every output is made of.

mod edition;
pub(crate) mod page;
mod proposal;
mod title;

pub use edition::write_edition;
pub use page::{page_name, write_html};
pub use proposal::proposed_parts;
pub use title::{ReportPart, ReportTitleError, report_title};

use crate::answer::{Answer, parse};
use crate::draft::Draft;
use crate::form::{Form, Question};

/// The answers of one report as trees, each parsed once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report<'a> {
    /// The questionnaire.
    pub form: &'a Form,
    /// One answer per question, in the form's order; empty where nothing was answered.
    pub answers: Vec<Answer>,
}

impl<'a> Report<'a> {
    /// The report that a draft makes.
    pub fn of_draft(form: &'a Form, draft: &Draft) -> Self {
        Self::of_texts(form, |question| draft.text(question.id.as_str()))
    }

    /// A report from the answers' sources, by question.
    pub fn of_texts<'t>(form: &'a Form, text: impl Fn(&Question) -> &'t str) -> Self {
        let answers =
            form.questions().map(|question| parse(text(question), question.kind.markup())).collect();
        Self { form, answers }
    }

    /// Questions and their answers in the form's order.
    pub fn rows(&self) -> impl Iterator<Item = (&'a Question, &Answer)> {
        self.form.questions().zip(&self.answers)
    }
}
