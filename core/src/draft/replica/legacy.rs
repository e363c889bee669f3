//! Makes a mergeable state of a draft without edits (from a file, or a record of the first format).

use super::Replica;
use super::dot::Writer;
use super::shown::Shown;
use crate::draft::{Draft, Timestamp};

impl Replica {
    /// Makes a state of a draft, as edits of one writer. The same draft and writer always give the same state.
    pub fn of(draft: &Draft, writer: Writer, at: Timestamp) -> Self {
        let mut replica = Self::empty();
        replica.edit(draft, &mut Shown::default(), writer, at);
        replica.changed = draft.changed();
        replica
    }
}
