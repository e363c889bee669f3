//! A part of a draft: some of its fields with their edits, and the edits seen of only these fields. Merging it changes
//! nothing in the others.

use std::collections::BTreeSet;

use super::Replica;
use super::context::CausalContext;
use super::field::{Field, Version};

impl Replica {
    /// Makes the part of the state with these fields. Merging it has the same effect on these fields as merging the
    /// whole, and none on the others.
    #[must_use]
    pub fn part(&self, fields: &BTreeSet<Field>) -> Self {
        let of_part = |(field, _): &&(Field, Vec<Version>)| fields.contains(field);
        Self {
            fields: self.fields.iter().filter(of_part).cloned().collect(),
            context: self.context.within(fields),
            changed: self.changed,
        }
    }

    /// Lists the fields with a value that has not been seen in a context.
    pub fn unseen(&self, context: &CausalContext) -> BTreeSet<Field> {
        let is_news = |(field, versions): &&(Field, Vec<Version>)| {
            versions.iter().any(|version| !context.covers(field, version.dot))
        };
        self.fields.iter().filter(is_news).map(|(field, _)| field.clone()).collect()
    }
}
