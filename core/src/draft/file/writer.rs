//! From drafts to a file's text. The order of the fields is fixed: a person finds the important ones first, and two
//! files of the same drafts are the same byte by byte.

use super::{Excess, FORMAT, FileError, VERSION, reader};
use crate::draft::{Draft, Entry, Origin, limits};
use crate::json::{Json, JsonText};

pub(super) fn write(drafts: &[Draft], unknown: &[(String, Json)]) -> Result<String, FileError> {
    if drafts.len() > limits::DRAFTS {
        return Err(Excess::Drafts { count: drafts.len() }.into());
    }
    let mut json = JsonText::with_capacity(drafts.iter().map(likely_bytes).sum());
    json.open('{');
    json.field("format", FORMAT);
    json.name("version");
    json.raw(&VERSION.to_string());
    json.name("drafts");
    json.open('[');
    for each in drafts {
        json.item();
        draft(&mut json, each);
    }
    json.close(']');
    json.fields(unknown);
    json.close('}');
    let text = json.finish();
    reader::check_size(text.len())?;
    Ok(text)
}

/// About as long as a draft gets when written: its texts with some escapes, and the names around them.
fn likely_bytes(draft: &Draft) -> usize {
    512 + 128 * draft.answers.len() + draft.bytes() / 16 * 17
}

fn draft(json: &mut JsonText, draft: &Draft) {
    json.open('{');
    json.field("id", draft.id.as_str());
    json.field("form", &draft.form);
    json.field("year", &draft.page.year);
    json.field("affiliate", &draft.page.affiliate);
    json.field("summary", &draft.summary);
    json.field("created", &draft.created.to_string());
    json.field("changed", &draft.changed.to_string());
    json.name("answers");
    json.open('{');
    for (question, answer) in &draft.answers {
        json.name(question.as_str());
        entry(json, answer);
    }
    json.close('}');
    json.fields(&draft.unknown);
    json.close('}');
}

pub(in crate::draft) fn entry(json: &mut JsonText, entry: &Entry) {
    json.open('{');
    json.field("text", entry.text());
    match entry.origin() {
        Origin::Typed => json.field("origin", "typed"),
        Origin::Imported => json.field("origin", "imported"),
        Origin::CarriedOver { from, checked } => {
            json.field("origin", "carried-over");
            json.field("from", from);
            json.name("checked");
            json.raw(if *checked { "true" } else { "false" });
        }
    }
    if let Some(note) = entry.later() {
        json.field("later", note);
    }
    json.fields(&entry.unknown);
    json.close('}');
}
