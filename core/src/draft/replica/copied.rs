//! A draft's edits as a copy of it carries them: beside the draft, so that a value that the draft has is not written again.
//!
//! Whoever changes the draft in the copy and knows nothing of the edits (an earlier version of this app, a text editor) leaves
//! them as they were. Then a checksum is another value's, and the change is read as an edit made outside: by a writer that
//! follows from what was changed, so that the same change read twice is the same edit.

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
    /// Writes the edits that a draft consists of, to stand beside it. `None` where they take more than
    /// [`limits::EDITS_BYTES`].
    pub(in crate::draft) fn write_edits(&self, draft: &Draft) -> Option<String> {
        Some(write::edits_text(self, draft)).filter(|edits| edits.len() <= limits::EDITS_BYTES)
    }

    /// Reads the edits that stand beside a draft, and makes the state that the draft is now: what differs from the edits was
    /// edited outside.
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

    /// Adds the edits that were made outside: in each field in which the draft has what no version has.
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

/// Derives the writer of an edit made outside: from the edits that it was made on, the field, and what is in it now.
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
