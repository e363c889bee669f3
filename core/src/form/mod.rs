//! The questionnaire as data: sections, groups under a subheading, questions.
//!
//! A year's form is one JSON file under `forms/`; another year is another file and no code.

mod bundled;
mod outline;
pub mod parameters;
mod question;
mod read;
pub mod wording;

pub use crate::ids::QuestionId;
pub use outline::OutlineRow;
pub use parameters::ParameterNames;
pub use question::{Parameter, Question, QuestionKind};
pub use read::{FormError, Problem};

/// A year's questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Stable name of the form, as drafts and files refer to it: `2024`.
    pub id: String,
    /// What people call it, in English: `Affiliate health criteria 2024`.
    pub name: String,
    /// The day the wording was last compared with Meta, as `YYYY-MM-DD`.
    pub checked: String,
    /// What the wording and the parameter names were compared with, for whoever checks them again.
    pub source: String,
    /// The template that shows the report, without namespace: `Affiliate Health Criteria Form`.
    pub template: String,
    /// What a report's page title starts with, up to and without the slash before the year.
    pub title_prefix: String,
    /// In the page's order, never empty.
    pub sections: Vec<Section>,
}

/// A part of the form under a heading of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading on the page.
    pub title: String,
    /// In the page's order, never empty. Only the first may be without a subheading.
    pub groups: Vec<Group>,
}

/// Questions that stand together, under a subheading or directly under the section's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The subheading on the page, if there is one.
    pub title: Option<String>,
    /// In the page's order, never empty.
    pub questions: Vec<Question>,
}

impl Form {
    /// All questions in the page's order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(Section::questions)
    }

    /// The question of this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|question| question.id.as_str() == id)
    }
}

impl Section {
    /// The section's questions in the page's order, over all its groups.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.groups.iter().flat_map(|group| group.questions.iter())
    }
}
