//! A slot: one page load's state of a draft, as the record that it writes and nobody else.
//!
//! ```text
//! {"slot":3,"sum":"…","head":{draft, writer, sequence, vector, what the home screen shows},"fields":{…}}
//! ```
//!
//! While its page is at work, what it has changed since stands beside it in a record of its own ([`SlotEdit`]), so that saving costs
//! what an edit costs and not what the report weighs.
//!
//! The checksum is over everything else in the record, of whatever version, and the form is exact: a record that has been
//! changed anywhere is damaged, never another draft. Only where the sum is right is a higher number a newer version.

mod edit;
mod envelope;
mod head;

pub use edit::SlotEdit;
pub use head::Head;

use std::fmt;

use super::{DraftInfo, key};
use crate::draft::file::FileError;
use crate::draft::replica::{Replica, Shown, Writer};
use crate::draft::{DraftId, Nfc};
use crate::i18n::{Message, english};

/// The format of slots that is written. In one of version 1 the head does not say how long the rest takes, when the report is due
/// and whether it was published.
pub const VERSION: u64 = 3;

/// The format of slots in which single fields have come by themselves, so that more was seen of them than of the others.
pub const APART_VERSION: u64 = 4;

/// The first format of slots, which is read as well.
const FIRST_VERSION: u64 = 1;

/// The formats of slots that are read.
const READ: [u64; 3] = [FIRST_VERSION, VERSION, APART_VERSION];

/// The format of edits beside slots. A version of this app that knows slots alone sees a newer format in it, and stops writing.
pub const EDIT_VERSION: u64 = 2;

/// The format of edits beside slots of [`APART_VERSION`].
pub const APART_EDIT_VERSION: u64 = 5;

/// One page load's state of a draft, as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// The slot's writer, draft, progress and summary.
    pub head: Head,
    /// The state of the draft.
    pub replica: Replica,
}

/// The reason why a slot, or the edits beside one, cannot be read. The record stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotError {
    /// A record that is not what was written: cut, changed, or never one of ours.
    Damaged,
    /// A record that a newer version of this app wrote.
    Newer {
        /// The record's format.
        version: u64,
    },
    /// A record that belongs to another draft or writer than its key says.
    Misplaced,
    /// A record that is whole, and yet not a draft.
    Content(FileError),
}

impl Slot {
    /// Makes the slot of a writer, with a summary of the state for the home screen.
    pub fn new(draft: DraftId, writer: Writer, sequence: u64, replica: Replica) -> Self {
        let shown = Shown::of(&replica, writer).draft(&draft, replica.changed());
        let info = shown.map(|draft| DraftInfo { deleted: replica.trashed(), ..DraftInfo::of(&draft) });
        let head = Head { draft, writer, sequence, context: replica.context().clone(), info };
        Self { head, replica }
    }

    /// Writes the slot as a record.
    pub fn write(&self) -> String {
        let head = self.head.write(self.replica.changed());
        envelope::seal(self.head.version(), &head, &self.replica.write_fields())
    }

    /// Reads the slot from the record under a key.
    ///
    /// # Errors
    /// [`SlotError`]
    pub fn read(key: &str, record: &str, nfc: Nfc<'_>) -> Result<Self, SlotError> {
        let sealed = envelope::unseal(record, &READ)?;
        let (head, changed) = Head::parse(sealed.head).ok_or(SlotError::Damaged)?;
        head.check(key)?;
        let replica = Replica::read(sealed.fields, head.context.clone(), changed, nfc);
        Ok(Self { head, replica: replica.map_err(SlotError::Content)? })
    }
}

impl Head {
    /// Writes the head as a record of its own.
    pub fn record(&self, slot: &Slot) -> String {
        envelope::seal(self.version(), &self.write(slot.replica.changed()), "null")
    }

    /// Returns the oldest format that has all that is in the head.
    fn version(&self) -> u64 {
        if self.context.is_even() { VERSION } else { APART_VERSION }
    }

    /// Reads the head of a slot's record, or the record of a head alone, without the draft.
    ///
    /// # Errors
    /// [`SlotError`]; the draft itself may be unreadable although its head is not.
    pub fn read(key: &str, record: &str) -> Result<Self, SlotError> {
        let (head, _) = Self::parse(envelope::unseal(record, &READ)?.head).ok_or(SlotError::Damaged)?;
        head.check(key).map(|()| head)
    }

    fn check(&self, key: &str) -> Result<(), SlotError> {
        let named = key::slot_of(key);
        let right = named.is_some_and(|(draft, writer)| draft == self.draft && writer == self.writer);
        if right && !key::is_edit(key) { Ok(()) } else { Err(SlotError::Misplaced) }
    }
}

impl SlotError {
    /// Returns the message that tells the writer what is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Damaged => Message::new("storage-slot-damaged"),
            Self::Newer { .. } => Message::new("storage-slot-newer"),
            Self::Misplaced => Message::new("storage-slot-misplaced"),
            Self::Content(error) => error.message(),
        }
    }
}

impl fmt::Display for SlotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for SlotError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// A broken app's reports are made into a file by a script of the page, which reads slots and edits by itself.
    #[test]
    fn the_page_reads_the_same_formats() {
        let script = include_str!("../../../../public/start.js");
        for (name, versions) in
            [("SLOT_VERSIONS", READ.to_vec()), ("EDIT_VERSIONS", vec![EDIT_VERSION, APART_EDIT_VERSION])]
        {
            let versions: Vec<String> = versions.iter().map(u64::to_string).collect();
            let line = format!("const {name} = [ {} ];", versions.join(", "));
            assert!(script.contains(&line), "public/start.js has no line `{line}`");
        }
    }
}
