//! What a page has changed since it last wrote its slot.

use serde::{Deserialize, Serialize};

use super::{APART_EDIT_VERSION, EDIT_VERSION, SlotError, envelope};
use crate::draft::replica::{ApartRecord, CausalContext, Delta, Writer};
use crate::draft::{DraftId, Nfc, Timestamp};
use crate::json;
use crate::store::key;

/// One page load's edits since it wrote its slot, as one record beside the slot. Each such record replaces the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotEdit {
    /// The draft that was edited.
    pub draft: DraftId,
    /// The page load that made the edits.
    pub writer: Writer,
    /// The edited fields.
    pub delta: Delta,
}

/// The head of a record of edits. Times are milliseconds since 1970; the vector has each writer's last edit; `since` is how many
/// of this writer's edits the slot has.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EditRecord {
    draft: String,
    writer: String,
    since: u64,
    changed: i64,
    vector: Vec<(String, u64)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    apart: Vec<ApartRecord>,
}

impl SlotEdit {
    /// Writes the edits as a record.
    pub fn write(&self) -> String {
        let head = json::write(&EditRecord {
            draft: self.draft.as_str().to_owned(),
            writer: self.writer.to_string(),
            since: self.delta.since(),
            changed: self.delta.changed().millis(),
            vector: self.delta.context().record(),
            apart: self.delta.context().apart_record(),
        });
        let version = if self.delta.context().is_even() { EDIT_VERSION } else { APART_EDIT_VERSION };
        envelope::seal(version, &head, &self.delta.write_fields())
    }

    /// Reads the record of edits under a key.
    ///
    /// # Errors
    /// [`SlotError`]
    pub fn read(key: &str, record: &str, nfc: Nfc<'_>) -> Result<Self, SlotError> {
        let sealed = envelope::unseal(record, &[EDIT_VERSION, APART_EDIT_VERSION])?;
        let head: EditRecord = serde_json::from_str(sealed.head).map_err(|_| SlotError::Damaged)?;
        let context = CausalContext::read(&head.vector, &head.apart);
        let named = (DraftId::new(&head.draft), Writer::parse(&head.writer), context);
        let (Some(draft), Some(writer), Some(context)) = named else { return Err(SlotError::Damaged) };
        if key != key::edit(&draft, writer) {
            return Err(SlotError::Misplaced);
        }
        if head.since > context.of(writer) {
            return Err(SlotError::Damaged);
        }
        let changed = Timestamp::from_millis(head.changed);
        let delta = Delta::read(sealed.fields, context, (writer, head.since), changed, nfc);
        Ok(Self { draft, writer, delta: delta.map_err(SlotError::Content)? })
    }
}
