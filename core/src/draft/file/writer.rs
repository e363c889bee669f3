//! Writes drafts as a file's text. The order of the fields is fixed: the important ones come first for readers, and
//! two files of the same drafts are identical byte by byte.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{DraftCopy, Excess, FORMAT, FileError, VERSION, reader};
use crate::checksum::checksum;
use crate::draft::replica::NamesRecord;
use crate::draft::{Draft, Entry, Origin, Timestamp, limits};
use crate::ids::QuestionId;
use crate::json;

pub(super) fn write(drafts: &[Draft], unknown: &json::Fields) -> Result<String, FileError> {
    let drafts = drafts.iter().map(|draft| DraftRecord::of(draft, None)).collect();
    write_records(drafts, unknown, |file| json::write_pretty(file))
}

pub(super) fn write_copies(copies: &[DraftCopy]) -> Result<String, FileError> {
    let drafts = copies.iter().map(DraftRecord::of_copy).collect();
    write_records(drafts, &json::Fields::new(), |file| json::write_pretty(file))
}

pub(super) fn write_short(copies: &[DraftCopy]) -> Result<String, FileError> {
    let drafts = copies.iter().map(DraftRecord::of_copy).collect();
    write_records(drafts, &json::Fields::new(), |file| json::write(file))
}

fn write_records(
    drafts: Vec<DraftRecord<'_>>,
    unknown: &json::Fields,
    write: impl Fn(&FileRecord<'_>) -> String,
) -> Result<String, FileError> {
    if drafts.len() > limits::DRAFTS {
        return Err(Excess::Drafts { count: drafts.len() }.into());
    }
    let text = write(&FileRecord { format: FORMAT, version: VERSION, drafts, unknown });
    reader::check_size(text.len())?;
    Ok(text)
}

#[derive(Serialize)]
struct FileRecord<'a> {
    format: &'static str,
    version: u64,
    drafts: Vec<DraftRecord<'a>>,
    #[serde(flatten)]
    unknown: &'a json::Fields,
}

#[derive(Serialize)]
struct DraftRecord<'a> {
    id: &'a str,
    form: &'a str,
    year: &'a str,
    affiliate: &'a str,
    summary: &'a str,
    created: Timestamp,
    changed: Timestamp,
    #[serde(serialize_with = "by_question")]
    answers: &'a [(QuestionId, Entry)],
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<StateRecord>,
    #[serde(flatten)]
    unknown: &'a json::Fields,
}

#[derive(Serialize)]
struct StateRecord {
    sum: String,
    edits: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<NamesRecord>,
}

#[derive(Serialize)]
struct EntryRecord<'a> {
    text: &'a str,
    origin: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    later: Option<&'a str>,
    #[serde(flatten)]
    unknown: &'a json::Fields,
}

impl<'a> DraftRecord<'a> {
    fn of_copy(copy: &'a DraftCopy) -> Self {
        let edits = copy.edits.replica().and_then(|replica| replica.write_edits(&copy.draft));
        let names = copy.names.record();
        Self::of(&copy.draft, edits.map(|edits| StateRecord { sum: checksum(&edits), edits, names }))
    }

    fn of(draft: &'a Draft, state: Option<StateRecord>) -> Self {
        Self {
            id: draft.id.as_str(),
            form: &draft.form,
            year: &draft.page.year,
            affiliate: &draft.page.affiliate,
            summary: &draft.summary,
            created: draft.created,
            changed: draft.changed,
            answers: &draft.answers,
            state,
            unknown: &draft.unknown,
        }
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (origin, from, checked) = match self.origin() {
            Origin::Typed => ("typed", None, None),
            Origin::Imported => ("imported", None, None),
            Origin::CarriedOver { from, checked } => ("carried-over", Some(from.as_str()), Some(*checked)),
        };
        let (text, later, unknown) = (self.text(), self.later(), &self.unknown);
        EntryRecord { text, origin, from, checked, later, unknown }.serialize(serializer)
    }
}

fn by_question<S: Serializer>(answers: &[(QuestionId, Entry)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(answers.len()))?;
    for (question, entry) in answers {
        map.serialize_entry(question.as_str(), entry)?;
    }
    map.end()
}
