//! Applies the edited text to the draft: only answers that the writer has changed in the text are written. If another
//! tab has changed an answer meanwhile, the text's older version of it is not meant.

use std::collections::BTreeMap;

use crate::browser::nfc;
use crate::session::OpenDraft;
use leptos::prelude::WithUntracked;
use report::answer::{Answer, print};
use report::form::{ParameterNames, Question, QuestionId};
use report::i18n::Message;
use report::import::{Import, Importer, SourceKind, Unplaced};

/// The outcome of applying an edited text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Applied {
    /// The pieces of text that belong to no question.
    pub unplaced: Vec<Unplaced>,
    /// The questions whose headings are gone; their answers stay as they were.
    pub missing: Vec<QuestionId>,
    /// The reasons why the text, or an answer in it, was not taken.
    pub refused: Vec<Message>,
    /// The whole text, if nothing in it was recognized or something was refused.
    pub whole: Option<String>,
}

/// The answers as the text had them when it was last written or read.
pub(super) type Said = BTreeMap<QuestionId, Answer>;

/// Returns the answers that a text written now would have.
pub(super) fn said(open: OpenDraft) -> Said {
    let questions = open.form().questions();
    questions.map(|question| (question.id.clone(), in_draft(open, question))).collect()
}

fn in_draft(open: OpenDraft, question: &Question) -> Answer {
    let answer = open.answer(question.id.as_str());
    answer.map(|answer| answer.tree.with_untracked(|tree| Answer::clone(tree))).unwrap_or_default()
}

/// Applies an edited text to the draft, and notes the answers in it.
pub(super) fn apply(open: OpenDraft, importer: &Importer<'static>, text: &str, said: &mut Said) -> Applied {
    let names = ParameterNames::of(open.form());
    let reading = match importer.read(&names, text, Some(SourceKind::Edition), &nfc) {
        Ok(Import::Reading(reading)) => reading,
        Ok(Import::Drafts(_)) => return Applied::default(),
        Err(error) => {
            let whole = Some(text.to_owned()).filter(|text| !text.trim().is_empty());
            return Applied { refused: vec![error.message()], whole, ..Applied::default() };
        }
    };
    let mut refused = Vec::new();
    for found in reading.found {
        let Some(question) = open.form().question(found.question.as_str()) else { continue };
        if said.get(&question.id) == Some(&found.answer) {
            continue;
        }
        if in_draft(open, question) != found.answer
            && let Err(error) = open.set_text(&question.id, &print(&found.answer, question.kind.markup()))
        {
            refused.push(error.message());
            continue;
        }
        said.insert(question.id.clone(), found.answer);
    }
    let whole = (!refused.is_empty()).then(|| text.to_owned());
    Applied { unplaced: reading.unplaced, missing: reading.missing, refused, whole }
}
