//! What particular questions ask for beyond their kind. The one place where checks know question ids: another
//! year's form that asks the same questions under the same ids needs nothing here.

use crate::form::{Question, QuestionId};

/// The things that a question asks for beyond its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Asks {
    /// The document that the question's wording asks to link.
    pub document: Option<Document>,
    /// Whether the question is about the group itself, so that another affiliate's name may come from a copied answer.
    pub own_group: bool,
    /// Whether the question is answered with names, which are not in English.
    pub names: bool,
}

/// A document that a question asks to link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Document {
    /// The strategic plan.
    Plan,
    /// The financial report.
    Report,
}

/// The id of the question that asks for the affiliate's name.
pub(super) const AFFILIATE: &str = "name";
/// The ids of the questions whose answers contain other names of the affiliate: "Germany" for Wikimedia Deutschland.
pub(super) const WHERE: [&str; 2] = ["countries", "languages"];

impl Asks {
    /// Returns what a question asks for beyond its kind, by its id.
    pub fn of(question: &Question) -> Self {
        let own_group = Self { own_group: true, ..Self::default() };
        match QuestionId::as_str(&question.id) {
            AFFILIATE | "primarycontact" | "secondarycontact" => Self { names: true, ..Self::default() },
            "goals" => Self { document: Some(Document::Plan), ..Self::default() },
            "financialreport" => Self { document: Some(Document::Report), ..Self::default() },
            "mission"
            | "decisionmaking"
            | "leadershipskills"
            | "successionplanning"
            | "leadershiptrainings"
            | "leadershipcoi"
            | "diversity"
            | "gender-diversity"
            | "code-of-conduct" => own_group,
            _ => Self::default(),
        }
    }
}
