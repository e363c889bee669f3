//! Writes a state as JSON, without blanks: for each field its versions, `[writer, counter, time, value]`. A writer is
//! given by its index in the list of the context's writers, so that each id occurs only once in a record.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Replica;
use super::context::{ApartRecord, CausalContext};
use super::dot::Writer;
use super::field::{Field, Value, Version, value_in};
use crate::checksum::sum_of;
use crate::draft::Draft;
use crate::json;

impl Replica {
    /// Writes the replica's fields as JSON. The context, by which writers are numbered, is stored beside it.
    pub fn write_fields(&self) -> String {
        fields_text(&self.fields, &self.context)
    }
}

/// Writes fields as JSON, with the writers as indices into the context's record.
pub(super) fn fields_text(fields: &[(Field, Vec<Version>)], context: &CausalContext) -> String {
    let writers = context.writers();
    json::write(&FieldsRecord { fields, writers: &writers, beside: None })
}

/// Writes the edits of a draft that is stored beside them, with the context: a value that the draft has is written as
/// its [checksum](value_sum). Marks for the trash are left out: a copy is not in the trash.
pub(super) fn edits_text(replica: &Replica, beside: &Draft) -> String {
    #[derive(Serialize)]
    struct EditsRecord<'a> {
        seen: Vec<(String, u64)>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        apart: Vec<ApartRecord>,
        fields: FieldsRecord<'a>,
    }
    let writers = replica.context.writers();
    let fields: Vec<_> = replica.fields.iter().filter(|(field, _)| *field != Field::Trash).cloned().collect();
    let fields = FieldsRecord { fields: &fields, writers: &writers, beside: Some(beside) };
    let (seen, apart) = (replica.context.record(), replica.context.apart_record());
    json::write(&EditsRecord { seen, apart, fields })
}

/// Computes the checksum that stands for a value in a copy (32 bits).
pub(super) fn value_sum(value: &Value) -> u32 {
    let sum = sum_of(&[&json::write(value)]);
    u32::try_from((sum ^ (sum >> 32)) & u64::from(u32::MAX)).unwrap_or_default()
}

/// The record of all fields by name; answers are under their questions' ids in an object of their own.
struct FieldsRecord<'a> {
    fields: &'a [(Field, Vec<Version>)],
    writers: &'a [Writer],
    /// The draft beside the fields, with the values that they do not repeat.
    beside: Option<&'a Draft>,
}

struct AnswersRecord<'a>(&'a FieldsRecord<'a>);

struct VersionRecord<'a> {
    version: &'a Version,
    writers: &'a [Writer],
    /// The value that the draft beside has in this field.
    known: Option<&'a Value>,
}

impl FieldsRecord<'_> {
    fn entry<M: SerializeMap>(
        &self,
        map: &mut M,
        field: &Field,
        versions: &[Version],
    ) -> Result<(), M::Error> {
        let known = self.beside.and_then(|draft| value_in(draft, field));
        let record = |version| VersionRecord { version, writers: self.writers, known: known.as_ref() };
        map.serialize_entry(field.name(), &versions.iter().map(record).collect::<Vec<_>>())
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
        // A dot that the context does not cover cannot occur; the reader would refuse it.
        let place = self.writers.binary_search(&dot.writer).unwrap_or(self.writers.len());
        if self.known == Some(value) {
            return (place, dot.counter, at.millis(), value_sum(value)).serialize(serializer);
        }
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
            // By the writers' names: the mark may be stored alone, beside a context that does not know them.
            Self::Trash(mark) => mark.known.serialize(serializer),
            Self::Entry(entry) => entry.serialize(serializer),
        }
    }
}

/// Writes a version as JSON, to compare two versions in an order that is the same everywhere.
pub(super) fn version_text(version: &Version) -> String {
    json::write(&VersionRecord { version, writers: &[], known: None })
}
