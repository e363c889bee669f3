//! A part of a draft: some of its fields with their edits, and what was seen of these alone. Merged, it changes nothing in the others.

use std::collections::BTreeSet;

use super::Replica;
use super::context::CausalContext;
use super::field::{Field, Version};

impl Replica {
    /// Makes the part of the state that these fields are. Whoever merges it has what merging the whole would bring to these fields, and
    /// in the others what there was.
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
