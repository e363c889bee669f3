//! A state as JSON, without blanks: of each field its versions, `[writer, counter, time, value]`. A writer is its place in
//! the list that the vector is, so that ids stand in a record once.

use super::Replica;
use super::dot::{Dot, Writer};
use super::field::{Field, Value, Version};
use crate::draft::file::writer;
use crate::json::JsonText;

impl Replica {
    /// What it holds, as JSON: the vector, by which writers are numbered, goes beside it.
    pub fn write_fields(&self) -> String {
        let writers: Vec<Writer> = self.vector.last().map(|dot| dot.writer).collect();
        let mut json = JsonText::short(self.likely_bytes());
        json.open('{');
        let (plain, answers): (Vec<_>, Vec<_>) =
            self.fields.iter().partition(|(field, _)| !matches!(field, Field::Answer(_)));
        for (field, versions) in plain {
            json.name(name(field));
            list(&mut json, &writers, versions);
        }
        json.name("answers");
        json.open('{');
        for (field, versions) in answers {
            json.name(name(field));
            list(&mut json, &writers, versions);
        }
        json.close('}');
        json.close('}');
        json.finish()
    }

    fn likely_bytes(&self) -> usize {
        let bytes = |version: &Version| match &version.value {
            Value::Entry(entry) => 80 + entry.bytes() / 16 * 17,
            _ => 120,
        };
        self.fields.iter().flat_map(|(_, versions)| versions).map(bytes).sum::<usize>() + 256
    }
}

/// What a field is called. Answers stand by their ids in an object of their own.
fn name(field: &Field) -> &str {
    match field {
        Field::Form => "form",
        Field::Created => "created",
        Field::Page => "page",
        Field::EditSummary => "summary",
        Field::Rest => "rest",
        Field::Trash => "trash",
        Field::Answer(question) => question.as_str(),
    }
}

fn list(json: &mut JsonText, writers: &[Writer], versions: &[Version]) {
    json.open('[');
    for each in versions {
        json.item();
        version(json, writers, each);
    }
    json.close(']');
}

fn version(json: &mut JsonText, writers: &[Writer], version: &Version) {
    json.open('[');
    dot(json, writers, version.dot);
    json.item();
    json.raw(&version.at.millis().to_string());
    json.item();
    value(json, &version.value);
    json.close(']');
}

/// A writer's place and the counter, as two items. A dot that the vector does not cover can't be: the reader would say so.
fn dot(json: &mut JsonText, writers: &[Writer], dot: Dot) {
    let place = writers.binary_search(&dot.writer).unwrap_or(writers.len());
    json.item();
    json.raw(&place.to_string());
    json.item();
    json.raw(&dot.counter.to_string());
}

fn value(json: &mut JsonText, value: &Value) {
    match value {
        Value::Text(text) => json.text(text),
        Value::Time(time) => json.text(&time.to_string()),
        Value::Page(page) => {
            json.open('{');
            json.field("year", &page.year);
            json.field("affiliate", &page.affiliate);
            json.close('}');
        }
        Value::Rest(fields) => {
            json.open('{');
            json.fields(fields);
            json.close('}');
        }
        // By the writers' names: the mark may be by itself, and the vector beside it not know them.
        Value::Trash(mark) => mark.known.write(json),
        Value::Entry(entry) => writer::entry(json, entry),
    }
}

/// A version's JSON, to put two in an order that is the same everywhere.
pub(super) fn version_text(each: &Version) -> String {
    let mut json = JsonText::short(64);
    version(&mut json, &[], each);
    json.finish()
}
