//! Copies of drafts: each with the edits that it consists of, so that a copy that comes back is merged.

use std::collections::BTreeSet;

use serde_json::Value;

use super::fields::Fields;
use super::{FileError, reader};
use crate::checksum::checksum;
use crate::draft::replica::{Field, Replica, WriterNames};
use crate::draft::{Draft, Nfc};
use crate::ids::QuestionId;
use crate::json::Place;

/// A draft as a file carries it.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftCopy {
    /// The draft itself.
    pub draft: Draft,
    /// The edits that the draft consists of.
    pub edits: CopiedEdits,
    /// The names of the people who made the edits, as far as they gave one.
    pub names: WriterNames,
}

impl DraftCopy {
    /// Makes a copy of only these fields, along with what every draft needs: its form, its time of creation and its
    /// page's title. Merging it changes nothing in the other fields.
    #[must_use]
    pub fn part(&self, fields: &BTreeSet<Field>) -> Self {
        let mut fields = fields.clone();
        fields.extend([Field::Form, Field::Created, Field::Page]);
        let mut draft = self.draft.clone();
        draft.answers.retain(|(question, _)| fields.contains(&Field::Answer(question.clone())));
        if !fields.contains(&Field::EditSummary) {
            draft.summary.clear();
        }
        if !fields.contains(&Field::Rest) {
            draft.unknown.clear();
        }
        let edits = match &self.edits {
            CopiedEdits::There(replica) => CopiedEdits::There(Box::new(replica.part(&fields))),
            CopiedEdits::None | CopiedEdits::Damaged => self.edits.clone(),
        };
        let names = match &edits {
            CopiedEdits::There(replica) => self.names.of_values_in(replica),
            CopiedEdits::None | CopiedEdits::Damaged => WriterNames::default(),
        };
        Self { draft, edits, names }
    }

    /// Returns the question that the copy is about, if it is a [part](Self::part) with one question.
    pub fn only_question(&self) -> Option<&QuestionId> {
        let mut questions = self.edits.replica()?.context().fields_alone()?.filter_map(|field| match field {
            Field::Answer(question) => Some(question),
            _ => None,
        });
        questions.next().filter(|_| questions.next().is_none())
    }
}

/// The edits in a copy of a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum CopiedEdits {
    /// No edits: an earlier version of this app wrote the copy, or the edits are too long for it.
    None,
    /// Damaged edits. The draft is read without them.
    Damaged,
    /// The draft's state, including edits made outside this app.
    There(Box<Replica>),
}

impl CopiedEdits {
    /// Returns the draft's state, if the copy has it.
    pub fn replica(&self) -> Option<&Replica> {
        match self {
            Self::There(replica) => Some(replica),
            Self::None | Self::Damaged => None,
        }
    }
}

/// Reads the copies of drafts in a file. Drafts with damaged edits are read without them.
///
/// # Errors
/// If the file is not one of this app's, is damaged, or passes a limit.
pub fn read_copies(text: &str, nfc: Nfc<'_>) -> Result<Vec<DraftCopy>, FileError> {
    let (file, states) = reader::read(text, nfc)?;
    let copy = |(draft, state): (Draft, Option<Value>)| {
        let (edits, names) = match state.map(|state| edits(state, &draft, nfc)) {
            None => (CopiedEdits::None, WriterNames::default()),
            Some(Ok((replica, names))) => (CopiedEdits::There(Box::new(replica)), names),
            Some(Err(_)) => (CopiedEdits::Damaged, WriterNames::default()),
        };
        DraftCopy { draft, edits, names }
    };
    Ok(file.drafts.into_iter().zip(states).map(copy).collect())
}

/// Reads the edits of a draft, whose checksum must be right: damaged edits could make other edits seem replaced.
fn edits(state: Value, draft: &Draft, nfc: Nfc<'_>) -> Result<(Replica, WriterNames), FileError> {
    let mut record = Fields::of(state, Place::Top)?;
    // Names are only for people: malformed ones are no reason to refuse anything.
    let names = record.optional("names").and_then(|names| serde_json::from_value(names).ok());
    let names = WriterNames::read(&names.unwrap_or_default(), nfc);
    let (sum, edits) = (record.text("sum")?, record.text("edits")?);
    if sum != checksum(&edits) {
        return Err(FileError::Foreign);
    }
    Replica::read_edits(&edits, draft, nfc).map(|replica| (replica, names))
}

/// Changes a file as an earlier version of this app does when its draft is edited: the edits stay unchanged.
#[cfg(test)]
pub(crate) fn file_of_earlier_version(file: &str, draft: &Draft) -> String {
    let state = serde_json::from_str::<Value>(file).unwrap()["drafts"][0]["state"].clone();
    let mut draft = draft.clone();
    draft.unknown.insert("state".into(), state);
    super::write(&[draft]).unwrap()
}
