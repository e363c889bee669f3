//! Reads drafts from a file's text: JSON, then format and version, then migrations, then field by field.

use super::fields::{Fields, text, unexpected};
use super::migrations::{self, MIGRATIONS};
use super::{DraftFile, Excess, Expected, FORMAT, FileError};
use crate::draft::entry::clean_short;
use crate::draft::{Draft, DraftError, DraftId, Entry, Nfc, Origin, PageParts, Timestamp, limits};
use crate::ids::QuestionId;
use crate::json::{self, Place};
use serde_json::Value;

/// Fails if a file has more bytes than allowed.
pub(super) fn check_size(bytes: usize) -> Result<(), FileError> {
    if bytes > limits::FILE_BYTES { Err(Excess::File { bytes }.into()) } else { Ok(()) }
}

/// Reads a file, and each draft's field with its edits.
pub(super) fn read(text: &str, nfc: Nfc<'_>) -> Result<(DraftFile, Vec<Option<Value>>), FileError> {
    check_size(text.len())?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if !begins_like_json(text) {
        return Err(FileError::Foreign);
    }
    let mut fields = Fields::of(json::read(text)?, Place::Top)?;
    let version = check_header(&mut fields)?;
    let fields = migrations::migrate(fields.rest(), version, MIGRATIONS)?;
    content(Fields::of(Value::Object(fields), Place::Top)?, nfc)
}

/// Returns whether a text begins like a JSON object: wikitext, which may begin with `{{` or `{|`, is foreign, not
/// damaged.
fn begins_like_json(text: &str) -> bool {
    let object = text.trim_start().strip_prefix('{');
    object.is_some_and(|inner| matches!(inner.trim_start().chars().next(), None | Some('"' | '}')))
}

/// Checks that the file is one of this app's. Returns its version.
fn check_header(fields: &mut Fields<'_>) -> Result<u64, FileError> {
    match fields.optional("format") {
        Some(Value::String(format)) if format == FORMAT => {}
        Some(Value::String(format)) => {
            return Err(FileError::ForeignFormat { format: crate::draft::error::excerpt(&format) });
        }
        _ => return Err(FileError::Foreign),
    }
    let version = fields.required("version")?;
    match version.as_u64() {
        Some(version @ 1..) if version <= super::VERSION => Ok(version),
        Some(version @ 1..) => Err(FileError::Newer { version }),
        _ => Err(unexpected(&fields.place_of("version"), Expected::Version, &version)),
    }
}

fn content(mut fields: Fields<'_>, nfc: Nfc<'_>) -> Result<(DraftFile, Vec<Option<Value>>), FileError> {
    let list = fields.required("drafts")?;
    let place = fields.place_of("drafts");
    let Value::Array(list) = list else { return Err(unexpected(&place, Expected::List, &list)) };
    if list.len() > limits::DRAFTS {
        return Err(Excess::Drafts { count: list.len() }.into());
    }
    let (mut drafts, mut states) = (Vec::with_capacity(list.len()), Vec::with_capacity(list.len()));
    for (index, value) in list.into_iter().enumerate() {
        let (draft, state) = draft(value, Place::Index(&place, index), nfc)?;
        drafts.push(draft);
        states.push(state);
    }
    let unknown = fields.rest();
    check_depth(&unknown, &Place::Top)?;
    check_unknown(None, unknown_bytes(&unknown))?;
    Ok((DraftFile { drafts, unknown }, states))
}

fn draft(value: Value, place: Place<'_>, nfc: Nfc<'_>) -> Result<(Draft, Option<Value>), FileError> {
    let mut fields = Fields::of(value, place)?;
    let answers = fields.required("answers")?;
    let mut draft = Draft {
        id: fields.read("id", Expected::DraftId, DraftId::new)?,
        form: fields.text("form")?,
        page: PageParts {
            year: short(&mut fields, "year", nfc)?,
            affiliate: short(&mut fields, "affiliate", nfc)?,
        },
        summary: short(&mut fields, "summary", nfc)?,
        answers: answers_of(answers, fields.place_of("answers"), nfc)?,
        created: fields.read("created", Expected::Time, Timestamp::parse)?,
        changed: fields.read("changed", Expected::Time, Timestamp::parse)?,
        unknown: json::Fields::new(),
    };
    // The edits belong to the file, and are never kept with the draft.
    let state = fields.optional("state");
    draft.unknown = fields.rest();
    check_depth(&draft.unknown, &place)?;
    let in_answers = draft.answers.iter().map(|(_, entry)| unknown_bytes(&entry.unknown));
    check_unknown(Some(place.to_string()), unknown_bytes(&draft.unknown) + in_answers.sum::<usize>())?;
    match draft.bytes() {
        bytes if bytes > limits::MERGED_DRAFT_BYTES => {
            Err(Excess::Draft { path: place.to_string(), bytes }.into())
        }
        _ => Ok((draft, state)),
    }
}

/// Reads the answers, sorted by question.
fn answers_of(value: Value, place: Place<'_>, nfc: Nfc<'_>) -> Result<Vec<(QuestionId, Entry)>, FileError> {
    let answers = Fields::of(value, place)?.rest();
    if answers.len() > limits::MERGED_ANSWERS {
        return Err(Excess::Answers { path: place.to_string(), count: answers.len() }.into());
    }
    let mut read = Vec::with_capacity(answers.len());
    for (id, value) in answers {
        let place = Place::Name(&place, &id);
        if !(1..=limits::QUESTION_ID_BYTES).contains(&id.len()) {
            return Err(unexpected(&place, Expected::QuestionId, &Value::String(id.clone())));
        }
        let entry = entry(value, place, nfc)?;
        read.push((QuestionId::new(id), entry));
    }
    read.sort_by(|(one, _), (two, _)| one.cmp(two));
    Ok(read)
}

pub(in crate::draft) fn entry(value: Value, place: Place<'_>, nfc: Nfc<'_>) -> Result<Entry, FileError> {
    let mut fields = Fields::of(value, place)?;
    let answer = fields.text("text")?;
    let origin = origin(&mut fields, nfc)?;
    let mut entry =
        Entry::new(&answer, origin, nfc).map_err(|error| too_long(&fields.place_of("text"), &error))?;
    if let Some(note) = fields.optional("later") {
        let place = fields.place_of("later");
        let note = text(note, &place)?;
        entry.come_back_later(&note, nfc).map_err(|error| too_long(&place, &error))?;
    }
    entry.unknown = fields.rest();
    check_depth(&entry.unknown, &place)?;
    Ok(entry)
}

fn origin(fields: &mut Fields<'_>, nfc: Nfc<'_>) -> Result<Origin, FileError> {
    let origin = fields.text("origin")?;
    if origin == "carried-over" {
        let from = short(fields, "from", nfc)?;
        return Ok(Origin::CarriedOver { from, checked: fields.yes_no("checked")? });
    }
    fields.absent("from")?;
    fields.absent("checked")?;
    match origin.as_str() {
        "typed" => Ok(Origin::Typed),
        "imported" => Ok(Origin::Imported),
        _ => Err(unexpected(&fields.place_of("origin"), Expected::Origin, &Value::String(origin))),
    }
}

pub(in crate::draft) fn short(
    fields: &mut Fields<'_>,
    name: &str,
    nfc: Nfc<'_>,
) -> Result<String, FileError> {
    let text = fields.text(name)?;
    clean_short(&text, nfc).map_err(|error| too_long(&fields.place_of(name), &error))
}

/// Converts a refused edit into the same error with its path in a file.
pub(in crate::draft) fn too_long(place: &Place<'_>, error: &DraftError) -> FileError {
    let path = place.to_string();
    let excess = match error {
        DraftError::AnswerTooLong { bytes } => {
            Excess::Text { path, bytes: *bytes, limit: limits::ANSWER_BYTES }
        }
        DraftError::ShortTextTooLong { bytes } => {
            Excess::Text { path, bytes: *bytes, limit: limits::SHORT_BYTES }
        }
        DraftError::DraftTooLong { bytes } => Excess::Draft { path, bytes: *bytes },
        DraftError::TooManyAnswers => Excess::Answers { path, count: limits::MERGED_ANSWERS + 1 },
        DraftError::QuestionId { id } => {
            return unexpected(place, Expected::QuestionId, &Value::String(id.clone()));
        }
    };
    excess.into()
}

/// Fails if unknown fields are too long. `path` is the draft's, or `None` for the file outside its drafts.
pub(in crate::draft) fn check_unknown(path: Option<String>, bytes: usize) -> Result<(), FileError> {
    let limit = if path.is_some() { limits::DRAFT_UNKNOWN_BYTES } else { limits::UNKNOWN_BYTES };
    if bytes > limit { Err(Excess::Unknown { path, bytes }.into()) } else { Ok(()) }
}

/// Returns the length of fields as JSON without blanks, in bytes, each with the comma after it.
pub(in crate::draft) fn unknown_bytes(fields: &json::Fields) -> usize {
    // Without the braces around them; between them there is one comma less.
    let bytes = json::write(fields).len() - 2;
    bytes + usize::from(bytes > 0)
}

pub(in crate::draft) fn check_depth(fields: &json::Fields, place: &Place<'_>) -> Result<(), FileError> {
    let too_deep = fields.iter().find(|(_, value)| !within(value, limits::UNKNOWN_DEPTH));
    match too_deep {
        Some((name, _)) => Err(Excess::UnknownDepth { path: Place::Name(place, name).to_string() }.into()),
        None => Ok(()),
    }
}

/// Returns whether a value has at most `levels` levels of lists and objects.
fn within(value: &Value, levels: usize) -> bool {
    let inner = levels.checked_sub(1);
    let fits = |value: &Value| inner.is_some_and(|inner| within(value, inner));
    match value {
        Value::Array(items) => inner.is_some() && items.iter().all(fits),
        Value::Object(fields) => inner.is_some() && fields.values().all(fits),
        _ => true,
    }
}
