//! From a file to a draft.

use crate::arguments::Arguments;
use report::draft::{Draft, DraftId, Timestamp};
use report::form::parameters::learn;
use report::form::{Form, ParameterNames};
use report::i18n::english;
use report::import::bytes::decode;
use report::import::{Import, Reading, read as read_report};
use std::io::Read;
use std::time::{SystemTime, UNIX_EPOCH};
use unicode_normalization::UnicodeNormalization;

/// What was read.
pub struct Source {
    /// The form that the drafts answer.
    pub form: &'static Form,
    /// The form's parameter names, and those that were learned.
    pub names: ParameterNames,
    /// Never empty.
    pub drafts: Vec<Draft>,
    /// What a person should know.
    pub notes: Vec<String>,
}

/// Unicode normalization form C.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// Reads the file and, where one is given, the template.
pub fn read(arguments: &Arguments) -> Result<Source, String> {
    let mut notes = Vec::new();
    let form = Form::latest();
    let names = names(form, arguments.template.as_deref(), &mut notes)?;
    let text = text_of(&arguments.file)?;
    let import = read_report(form, &names, &text, arguments.from, &nfc)
        .map_err(|error| format!("{}: {error}", arguments.file))?;
    let drafts = match import {
        Import::Drafts(copies) => copies.into_iter().map(|copy| copy.draft).collect(),
        Import::Reading(reading) => {
            tell_reading(form, &reading, &mut notes);
            let id = DraftId::new("imported").ok_or("the draft has no id")?;
            vec![reading.to_draft(form, id, &nfc, now()).map_err(|error| error.to_string())?]
        }
    };
    let (form, names) = form_of(form, names, &drafts, arguments.template.as_deref(), &mut notes)?;
    Ok(Source { form, names, drafts, notes })
}

/// The form that the drafts name, with what is known of its parameters.
fn form_of(
    latest: &'static Form,
    names: ParameterNames,
    drafts: &[Draft],
    template: Option<&str>,
    notes: &mut Vec<String>,
) -> Result<(&'static Form, ParameterNames), String> {
    let first = drafts.first().ok_or("the file holds no draft")?;
    if first.form() == latest.id {
        return Ok((latest, names));
    }
    let form = Form::by_id(first.form())
        .ok_or_else(|| format!("the draft is for the form {}, which is not known here", first.form()))?;
    Ok((form, self::names(form, template, notes)?))
}

fn names(form: &Form, template: Option<&str>, notes: &mut Vec<String>) -> Result<ParameterNames, String> {
    let names = ParameterNames::of(form);
    let Some(file) = template else { return Ok(names) };
    let learned = learn(form, &text_of(file)?).map_err(|error| format!("{file}: {error}"))?;
    notes.extend(learned.disagreements.iter().map(|one| format!("{file}: {}", english(&one.message(form)))));
    Ok(names.with(&learned))
}

/// Everything that was not plainly recognized, a line each.
fn tell_reading(form: &Form, reading: &Reading, notes: &mut Vec<String>) {
    notes.push(format!(
        "read as {}: {} of {} questions",
        reading.kind.name(),
        reading.found.len(),
        form.questions().count()
    ));
    for found in &reading.found {
        notes.extend(found.how.message().map(|how| format!("{}: {}", found.question, english(&how))));
        notes.extend(
            found.notes.iter().map(|note| format!("{}: {}", found.question, english(&note.message()))),
        );
    }
    for missing in &reading.missing {
        notes.push(format!("{missing}: not found"));
    }
    for unplaced in &reading.unplaced {
        notes.push(format!("{} {}", english(&unplaced.why.message()), unplaced.text));
    }
}

/// The file's text; what does not tell its encoding is an error, since guessing would change answers.
fn text_of(file: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = if file == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|mut open| open.read_to_end(&mut bytes))
    };
    read.map_err(|error| format!("{file}: {error}"))?;
    let decoder = |bytes: &[u8], label: &str| {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    };
    let decoded = decode(&bytes, None, &decoder);
    decoded.map(|decoded| decoded.text).map_err(|not_text| english(&not_text.message(file)))
}

/// Now, by this machine's clock.
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
