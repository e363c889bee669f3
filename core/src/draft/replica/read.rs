//! Reads a state back from its JSON. Everything must be present and in order; texts are normalized and checked as in
//! drafts.

use super::Replica;
use super::context::{ApartRecord, CausalContext};
use super::delta::Delta;
use super::dot::{Dot, Writer};
use super::field::{Field, Mark, NAMED, Value, Version, value_in};
use super::merge::order;
use super::vector::Vector;
use super::write::value_sum;
use crate::draft::file::fields::{Fields, text, unexpected};
use crate::draft::file::reader::{check_depth, check_unknown, entry, short, too_long, unknown_bytes};
use crate::draft::file::{Excess, Expected, FileError};
use crate::draft::{Draft, Nfc, PageParts, Timestamp, limits};
use crate::ids::QuestionId;
use crate::json::{self, Place};
use serde_json::Value as Json;

impl Replica {
    /// Reads the output of [`write_fields`](Self::write_fields), with the context that was stored beside it.
    ///
    /// # Errors
    /// [`FileError`] with the path of what is wrong.
    pub fn read(
        fields: &str,
        context: CausalContext,
        changed: Timestamp,
        nfc: Nfc<'_>,
    ) -> Result<Self, FileError> {
        let fields = Reader::new(&context, nfc).fields(json::read(fields)?)?;
        Ok(Self { fields, context, changed })
    }
}

impl Delta {
    /// Reads the output of [`write_fields`](Self::write_fields), with what was stored beside it: the context of the
    /// later state, the writer, the number of that writer's edits that the earlier state had seen, and the time of the
    /// draft's last edit.
    ///
    /// # Errors
    /// [`FileError`] with the path of what is wrong.
    pub fn read(
        fields: &str,
        context: CausalContext,
        (writer, since): (Writer, u64),
        changed: Timestamp,
        nfc: Nfc<'_>,
    ) -> Result<Self, FileError> {
        let reader = Reader { may_be_empty: true, ..Reader::new(&context, nfc) };
        let fields = reader.fields(json::read(fields)?)?;
        Ok(Self::new(fields, context, writer, since, changed))
    }
}

pub(super) struct Reader<'a> {
    writers: Vec<Writer>,
    context: &'a CausalContext,
    nfc: Nfc<'a>,
    /// Whether a field may have no version.
    may_be_empty: bool,
    /// The draft that has the values for which only a checksum is stored.
    beside: Option<&'a Draft>,
}

impl<'a> Reader<'a> {
    fn new(context: &'a CausalContext, nfc: Nfc<'a>) -> Self {
        Self { writers: context.writers(), context, nfc, may_be_empty: false, beside: None }
    }

    /// Reads fields beside a draft. A version whose checksum is not that of the draft's value is skipped, so that a
    /// field may be left without versions.
    pub(super) fn beside(context: &'a CausalContext, draft: &'a Draft, nfc: Nfc<'a>) -> Self {
        Self { beside: Some(draft), ..Self::new(context, nfc) }
    }
}

impl Reader<'_> {
    pub(super) fn fields(&self, json: Json) -> Result<Vec<(Field, Vec<Version>)>, FileError> {
        let mut fields = Fields::of(json, Place::Top)?;
        let mut read = Vec::new();
        for field in NAMED {
            if let Some(list) = fields.optional(field.name()) {
                let versions = self.versions(list, &field, fields.place_of(field.name()))?;
                read.push((field, versions));
            }
        }
        let answers = fields.required("answers")?;
        let place = fields.place_of("answers");
        let answers = Fields::of(answers, place)?.rest();
        if answers.len() > limits::MERGED_ANSWERS {
            return Err(Excess::Answers { path: place.to_string(), count: answers.len() }.into());
        }
        for (id, list) in answers {
            let place = Place::Name(&place, &id);
            if !(1..=limits::QUESTION_ID_BYTES).contains(&id.len()) {
                return Err(unexpected(&place, Expected::QuestionId, &Json::String(id.clone())));
            }
            let field = Field::Answer(QuestionId::new(id.as_str()));
            let versions = self.versions(list, &field, place)?;
            read.push((field, versions));
        }
        // A newer version's fields would come with another version number.
        fields.nothing_left()?;
        // Names are sorted as `Field` sorts ids; the rest of the code relies on that order.
        read.sort_by(|(one, _), (two, _)| one.cmp(two));
        Ok(read)
    }

    fn versions(&self, json: Json, field: &Field, place: Place<'_>) -> Result<Vec<Version>, FileError> {
        let list = items(json, &place)?;
        if list.is_empty() && !self.may_be_empty {
            return Err(unexpected(&place, Expected::List, &Json::Array(Vec::new())));
        }
        let read = |(index, json)| self.version(json, field, Place::Index(&place, index));
        let versions = list.into_iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
        let mut versions: Vec<Version> = versions.into_iter().flatten().collect();
        // In the order that a merge leaves, so that a state merged with itself stays the same.
        versions.sort_by(order);
        versions.dedup();
        Ok(versions)
    }

    /// Reads a version; `None` if only a checksum is stored and the draft beside it has another value.
    fn version(&self, json: Json, field: &Field, place: Place<'_>) -> Result<Option<Version>, FileError> {
        let [writer, counter, at, value] = parts(json, &place)?;
        let dot = self.dot(&writer, &counter, field, &place)?;
        let at = at.as_i64().ok_or_else(|| unexpected(&place, Expected::Time, &at))?;
        let value = match (self.beside, value) {
            (Some(draft), Json::Number(sum)) => {
                value_in(draft, field).filter(|known| sum.as_u64() == Some(value_sum(known).into()))
            }
            (_, value) => Some(self.value(value, field, place)?),
        };
        Ok(value.map(|value| Version { dot, at: Timestamp::from_millis(at), value }))
    }

    /// Reads an edit from its writer's index and its counter. The context must have seen it.
    fn dot(&self, writer: &Json, counter: &Json, field: &Field, place: &Place<'_>) -> Result<Dot, FileError> {
        let place_of = writer.as_u64().and_then(|number| usize::try_from(number).ok());
        let known = place_of.and_then(|number| self.writers.get(number));
        let writer = *known.ok_or_else(|| unexpected(place, Expected::Version, writer))?;
        let dot = counter.as_u64().filter(|counter| *counter > 0).map(|counter| Dot { writer, counter });
        let dot = dot.filter(|dot| self.context.covers(field, *dot));
        dot.ok_or_else(|| unexpected(place, Expected::Version, counter))
    }

    fn value(&self, json: Json, field: &Field, place: Place<'_>) -> Result<Value, FileError> {
        match field {
            Field::Form => text(json, &place).map(Value::Text),
            Field::EditSummary => {
                let text = text(json, &place)?;
                let clean = crate::draft::entry::clean_short(&text, self.nfc);
                clean.map(Value::Text).map_err(|error| too_long(&place, &error))
            }
            Field::Created => {
                let text = text(json, &place)?;
                let time = Timestamp::parse(&text);
                time.map(Value::Time).ok_or_else(|| unexpected(&place, Expected::Time, &Json::String(text)))
            }
            Field::Page => {
                let mut fields = Fields::of(json, place)?;
                let year = short(&mut fields, "year", self.nfc)?;
                let page = PageParts { year, affiliate: short(&mut fields, "affiliate", self.nfc)? };
                fields.nothing_left().map(|()| Value::Page(page))
            }
            Field::Rest => {
                let rest = Fields::of(json, place)?.rest();
                check_depth(&rest, &place)?;
                check_unknown(Some(place.to_string()), unknown_bytes(&rest))?;
                Ok(Value::Rest(rest))
            }
            Field::Trash => mark(json, place).map(Value::Trash),
            Field::Answer(_) => entry(json, place, self.nfc).map(Value::Entry),
        }
    }
}

/// Reads a mark for the trash: a list of pairs, each a writer's name and the number of its last edit.
fn mark(json: Json, place: Place<'_>) -> Result<Mark, FileError> {
    let mut known = Vector::default();
    for (index, pair) in items(json, &place)?.into_iter().enumerate() {
        let place = Place::Index(&place, index);
        let [writer, counter] = parts(pair, &place)?;
        let name = writer.as_str().and_then(Writer::parse);
        let name = name.ok_or_else(|| unexpected(&place, Expected::Text, &writer))?;
        let count = counter.as_u64().ok_or_else(|| unexpected(&place, Expected::Version, &counter))?;
        known.see(Dot { writer: name, counter: count });
    }
    Ok(Mark { known })
}

/// Reads a context as stored in a copy: the record of all writers, and that of single fields if there is one.
pub(super) fn context(
    seen: Json,
    apart: Option<Json>,
    place: &Place<'_>,
) -> Result<CausalContext, FileError> {
    let wrong = || unexpected(place, Expected::List, &Json::Null);
    let seen: Vec<(String, u64)> = serde_json::from_value(seen).map_err(|_| wrong())?;
    let apart: Vec<ApartRecord> = match apart {
        Some(apart) => serde_json::from_value(apart).map_err(|_| wrong())?,
        None => Vec::new(),
    };
    CausalContext::read(&seen, &apart).ok_or_else(wrong)
}

fn items(json: Json, place: &Place<'_>) -> Result<Vec<Json>, FileError> {
    match json {
        Json::Array(items) => Ok(items),
        other => Err(unexpected(place, Expected::List, &other)),
    }
}

/// Takes a list of exactly `N` items.
fn parts<const N: usize>(json: Json, place: &Place<'_>) -> Result<[Json; N], FileError> {
    let list = items(json, place)?;
    list.try_into().map_err(|list| unexpected(place, Expected::List, &Json::Array(list)))
}
