//! The changes of one writer since an earlier state of its own: only the touched fields, instead of the whole (a
//! *delta-state* replica: Almeida, Shoker and Baquero, 2018).
//!
//! This is sound only if nothing was merged in between: then every edit that the later state has seen and the earlier
//! one had not is this writer's, in one of the fields that it touched. So the delta may be joined, field by field,
//! into any state that has seen every edit that the earlier one had.

use std::collections::BTreeSet;

use super::Replica;
use super::context::CausalContext;
use super::dot::Writer;
use super::field::{Field, Version};
use super::merge::joined;
use super::write::fields_text;
use crate::draft::Timestamp;

/// The fields that a writer has touched since an earlier state, as they are in the later state.
#[derive(Clone, Debug, PartialEq)]
pub struct Delta {
    /// The touched fields with their versions; a field without versions was cleared.
    pub(super) fields: Vec<(Field, Vec<Version>)>,
    /// The edits that the later state has seen.
    pub(super) context: CausalContext,
    /// The writer who has edited.
    writer: Writer,
    /// The number of that writer's edits that the earlier state had seen.
    since: u64,
    /// The time when the draft was last edited.
    pub(super) changed: Timestamp,
}

impl Replica {
    /// Computes a writer's changes since the state that had seen its edits up to `since`. Nothing may have been merged
    /// since then, and only the fields in `touched` may have been edited.
    pub fn delta(&self, touched: &BTreeSet<Field>, writer: Writer, since: u64) -> Delta {
        let fields = touched.iter().map(|field| (field.clone(), self.versions(field).to_vec())).collect();
        Delta { fields, context: self.context.clone(), writer, since, changed: self.changed }
    }

    /// Returns the length of the fields' texts, in bytes.
    pub fn text_bytes(&self, fields: &BTreeSet<Field>) -> usize {
        let versions = fields.iter().flat_map(|field| self.versions(field));
        versions.map(|version| version.value.text().len()).sum()
    }

    /// Applies a delta. Returns whether this state has seen everything that the delta builds on; if not, nothing
    /// changes.
    pub fn apply(&mut self, delta: &Delta) -> bool {
        if !self.context.covers_all(&delta.context.before(delta.writer, delta.since)) {
            return false;
        }
        for (field, theirs) in &delta.fields {
            let found = self.fields.binary_search_by(|(other, _)| other.cmp(field));
            let mine = found.map(|at| self.fields.remove(at).1).unwrap_or_default();
            let versions = joined(field, mine, &self.context, theirs, &delta.context);
            if !versions.is_empty() {
                self.fields.insert(found.unwrap_or_else(|at| at), (field.clone(), versions));
            }
        }
        self.context.join(&delta.context);
        self.changed = self.changed.max(delta.changed);
        true
    }
}

impl Delta {
    /// Writes the fields as [`Replica::write_fields`] does; a field that was cleared has an empty list.
    pub fn write_fields(&self) -> String {
        fields_text(&self.fields, &self.context)
    }

    /// Makes a delta from its parts, as read.
    pub(super) fn new(
        fields: Vec<(Field, Vec<Version>)>,
        context: CausalContext,
        writer: Writer,
        since: u64,
        changed: Timestamp,
    ) -> Self {
        Self { fields, context, writer, since, changed }
    }

    /// Returns the edits that the later state has seen.
    pub fn context(&self) -> &CausalContext {
        &self.context
    }

    /// Returns the number of the writer's edits that the earlier state had seen.
    pub fn since(&self) -> u64 {
        self.since
    }

    /// Returns when the draft was last edited.
    pub fn changed(&self) -> Timestamp {
        self.changed
    }
}
