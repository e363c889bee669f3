//! A draft's edits as a copy carries them: beside the draft, so that the draft's values are not written twice.
//!
//! A program that changes the draft in a copy without knowing of the edits (an earlier version of this app, a text
//! editor) leaves them unchanged. Then a checksum does not match, and the change is read as an edit made outside, by a
//! writer derived from the change, so that the same change read twice is the same edit.

use super::context::CausalContext;
use super::dot::{Dot, Writer};
use super::field::{Field, Version, value_in};
use super::read::{Reader, context};
use super::shown::Shown;
use super::{Replica, write};
use crate::checksum::sum_of;
use crate::draft::file::FileError;
use crate::draft::file::fields::{Fields, unexpected};
use crate::draft::file::{Excess, Expected};
use crate::draft::{Draft, Nfc, limits};
use crate::json::{self, Place};

impl Replica {
    /// Writes the edits that a draft consists of, to be stored beside it. `None` if they take more than
    /// [`limits::EDITS_BYTES`].
    pub(in crate::draft) fn write_edits(&self, draft: &Draft) -> Option<String> {
        Some(write::edits_text(self, draft)).filter(|edits| edits.len() <= limits::EDITS_BYTES)
    }

    /// Reads the edits beside a draft, and makes the draft's present state: differences from the edits were made
    /// outside.
    ///
    /// # Errors
    /// [`FileError`] with the path of what is wrong.
    pub(in crate::draft) fn read_edits(edits: &str, draft: &Draft, nfc: Nfc<'_>) -> Result<Self, FileError> {
        if edits.len() > limits::EDITS_BYTES {
            let excess =
                Excess::Text { path: "edits".into(), bytes: edits.len(), limit: limits::EDITS_BYTES };
            return Err(excess.into());
        }
        let mut record = Fields::of(json::read(edits)?, Place::Top)?;
        let (list, apart) = (record.required("seen")?, record.optional("apart"));
        let seen = context(list, apart, &record.place_of("seen"))?;
        if seen.highest() > limits::EDITS_OF_WRITER || seen.writers().len() > limits::WRITERS {
            let place = record.place_of("seen");
            return Err(unexpected(&place, Expected::List, &serde_json::Value::Null));
        }
        let fields = record.required("fields")?;
        record.nothing_left()?;
        let fields = Reader::beside(&seen, draft, nfc).fields(fields)?;
        if let Some((Field::Trash, _)) = fields.iter().find(|(field, _)| *field == Field::Trash) {
            return Err(unexpected(&Place::Name(&Place::Top, "trash"), Expected::Nothing, &true.into()));
        }
        let mut replica = Self { fields, context: seen, changed: draft.changed() };
        replica.take_outside_edits(draft);
        Ok(replica)
    }

    /// Adds the edits that were made outside: in each field whose value in the draft no version has.
    fn take_outside_edits(&mut self, draft: &Draft) {
        let base = self.context.clone();
        let emptied = |(field, versions): &(Field, Vec<Version>)| versions.is_empty().then(|| field.clone());
        let emptied: Vec<Field> = self.fields.iter().filter_map(emptied).collect();
        self.fields.retain(|(_, versions)| !versions.is_empty());
        let mut shown = Shown::of_draft(self, draft);
        for field in shown.differing(draft) {
            let writer = outside(&base, &field, draft);
            self.edit_fields(draft, std::slice::from_ref(&field), &mut shown, writer, draft.changed());
        }
        for field in emptied.iter().filter(|field| value_in(draft, field).is_none()) {
            self.context.see(Dot { writer: outside(&base, field, draft), counter: 1 });
        }
    }
}

/// Derives the writer of an edit made outside from the edits that it was based on, the field, and its present value.
fn outside(base: &CausalContext, field: &Field, draft: &Draft) -> Writer {
    let name = match field {
        Field::Answer(question) => question.as_str(),
        other => other.name(),
    };
    let kind = if matches!(field, Field::Answer(_)) { "answer" } else { "" };
    let value = value_in(draft, field).map(|value| json::write(&value)).unwrap_or_default();
    let seen = match base.is_even() {
        true => json::write(&base.record()),
        false => json::write(&(base.record(), base.apart_record())),
    };
    let parts = [draft.id().as_str(), "\0", &seen, "\0", kind, "\0", name, "\0", &value];
    Writer::of_sum(sum_of(&parts))
}

#[cfg(test)]
mod tests;
