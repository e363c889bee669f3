//! The questionnaire as data: sections, groups under a subheading, questions.
//!
//! A year's form is one JSON file under `forms/`; another year is another file and no code.

mod bundled;
pub(crate) mod dated_text;
mod in_use;
pub mod message_key;
mod outline;
pub mod parameters;
mod question;
mod read;
pub mod wording;
mod write;

pub use crate::ids::QuestionId;
pub use dated_text::DatedText;
pub use in_use::{Adopted, Compared, FormChange, FormInUse, FormRecord, MOST_BYTES, SeenForm, TitleLevel};
pub use outline::OutlineRow;
pub use parameters::ParameterNames;
pub use question::{Parameter, Question, QuestionKind};
pub use read::{FormError, Problem};

use crate::names::Wiki;

/// A year's questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Stable name of the form, as drafts and files refer to it: `2024`.
    pub id: String,
    /// The form's name in English, as people call it, without a year: `Affiliate health criteria`.
    pub name: String,
    /// The day the wording was last compared with Meta, as `YYYY-MM-DD`.
    pub checked: String,
    /// The pages that the wording and the parameter names were compared with, so that they can be checked again.
    pub source: String,
    /// The template that shows the report, without namespace: `Affiliate Health Criteria Form`.
    pub template: String,
    /// The wiki that reports are published on.
    pub wiki: Wiki,
    /// The start of a report's page title, up to and without the slash before the year.
    pub title_prefix: String,
    /// The form's sections in the page's order, never empty.
    pub sections: Vec<Section>,
}

/// A part of the form under a heading of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading on the page.
    pub title: String,
    /// The section's groups in the page's order, never empty. Only the first may be without a subheading.
    pub groups: Vec<Group>,
}

/// Questions that stand together, under a subheading or directly under the section's heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The subheading on the page, if there is one.
    pub title: Option<String>,
    /// The group's questions in the page's order, never empty.
    pub questions: Vec<Question>,
}

impl Form {
    /// Returns all questions in the page's order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(Section::questions)
    }

    /// Finds the question of this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|question| question.id.as_str() == id)
    }
}

impl Section {
    /// Returns the section's questions in the page's order, over all its groups.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.groups.iter().flat_map(|group| group.questions.iter())
    }
}
