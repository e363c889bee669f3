//! A draft without stamps (a file, a record of the first format) as a state that can be merged.

use super::Replica;
use super::dot::Writer;
use super::shown::Shown;
use crate::draft::{Draft, Timestamp};

impl Replica {
    /// Makes a state of a draft, as edits of one writer. The same draft and writer always make the same state.
    pub fn of(draft: &Draft, writer: Writer, at: Timestamp) -> Self {
        let mut replica = Self::empty();
        replica.edit(draft, &mut Shown::default(), writer, at);
        replica.changed = draft.changed();
        replica
    }
}
