//! The edited text into the draft: only answers whose meaning has changed are written.

use crate::answer::{parse, print};
use crate::browser::nfc;
use crate::form::{ParameterNames, QuestionId};
use crate::i18n::Message;
use crate::import::{Import, Importer, Kind, Unplaced};
use crate::ui::state::OpenDraft;

/// What became of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Applied {
    /// What belongs to no question.
    pub unplaced: Vec<Unplaced>,
    /// The questions whose headings are gone; their answers stay as they were.
    pub missing: Vec<QuestionId>,
    /// Why the text, or an answer of it, was not taken.
    pub refused: Vec<Message>,
    /// The whole text, where nothing in it was recognized or something was refused.
    pub whole: Option<String>,
}

/// Applies a text.
pub(super) fn apply(open: OpenDraft, importer: &Importer<'static>, text: &str) -> Applied {
    let names = ParameterNames::of(open.form());
    let reading = match importer.read(&names, text, Some(Kind::Edition), &nfc) {
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
        let markup = question.kind.markup();
        let same = open.with_draft(|draft| parse(draft.text(question.id.as_str()), markup) == found.answer);
        if same {
            continue;
        }
        if let Err(error) = open.set_text(&question.id, &print(&found.answer, markup)) {
            refused.push(error.message());
        }
    }
    let whole = (!refused.is_empty()).then(|| text.to_owned());
    Applied { unplaced: reading.unplaced, missing: reading.missing, refused, whole }
}
