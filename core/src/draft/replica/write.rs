//! A state as JSON, without blanks: of each field its versions, `[writer, counter, time, value]`. A writer is its place in
//! the list that the vector is, so that ids stand in a record once.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Replica;
use super::dot::Writer;
use super::field::{Field, Value, Version};
use super::vector::Vector;
use crate::json;

impl Replica {
    /// Writes what the replica holds as JSON. The vector, by which writers are numbered, goes beside it.
    pub fn write_fields(&self) -> String {
        fields_text(&self.fields, &self.vector)
    }
}

/// Writes fields as JSON, with the writers as their places in the vector.
pub(super) fn fields_text(fields: &[(Field, Vec<Version>)], vector: &Vector) -> String {
    let writers: Vec<Writer> = vector.last().map(|dot| dot.writer).collect();
    json::write(&FieldsRecord { fields, writers: &writers })
}

/// The record of all fields by name; answers stand by their questions in an object of their own.
struct FieldsRecord<'a> {
    fields: &'a [(Field, Vec<Version>)],
    writers: &'a [Writer],
}

struct AnswersRecord<'a>(&'a FieldsRecord<'a>);

struct VersionRecord<'a> {
    version: &'a Version,
    writers: &'a [Writer],
}

impl FieldsRecord<'_> {
    fn entry<M: SerializeMap>(
        &self,
        map: &mut M,
        field: &Field,
        versions: &[Version],
    ) -> Result<(), M::Error> {
        let record = |version| VersionRecord { version, writers: self.writers };
        map.serialize_entry(name(field), &versions.iter().map(record).collect::<Vec<_>>())
    }
}

impl Serialize for FieldsRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, versions) in self.fields.iter().filter(|(field, _)| !matches!(field, Field::Answer(_))) {
            self.entry(&mut map, field, versions)?;
        }
        map.serialize_entry("answers", &AnswersRecord(self))?;
        map.end()
    }
}

impl Serialize for AnswersRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, versions) in self.0.fields.iter().filter(|(field, _)| matches!(field, Field::Answer(_))) {
            self.0.entry(&mut map, field, versions)?;
        }
        map.end()
    }
}

impl Serialize for VersionRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Version { dot, at, value } = self.version;
        // A dot that the vector does not cover can't be: the reader would say so.
        let place = self.writers.binary_search(&dot.writer).unwrap_or(self.writers.len());
        (place, dot.counter, at.millis(), value).serialize(serializer)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Time(time) => time.serialize(serializer),
            Self::Page(page) => page.serialize(serializer),
            Self::Rest(fields) => fields.serialize(serializer),
            // By the writers' names: the mark may be by itself, and the vector beside it not know them.
            Self::Trash(mark) => mark.known.serialize(serializer),
            Self::Entry(entry) => entry.serialize(serializer),
        }
    }
}

/// Returns a field's name in the record. Answers stand by their ids in an object of their own.
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

/// Writes a version as JSON, to put two in an order that is the same everywhere.
pub(super) fn version_text(version: &Version) -> String {
    json::write(&VersionRecord { version, writers: &[] })
}
