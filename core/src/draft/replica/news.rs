//! What a copy would change in a draft, found before it is merged; and undoing the merge.

use super::dot::Writer;
use super::field::{Field, Value, Version};
use super::shown::Shown;
use super::{Dot, Replica};
use crate::draft::Timestamp;

/// The news in a copy of a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyNews {
    /// The fields that would show another value without a choice: they were changed only in the copy.
    pub theirs: Vec<Field>,
    /// The fields that would get new values to choose from: they were changed here and in the copy.
    pub both: Vec<Field>,
    /// The fields that were changed only here, and stay.
    pub mine: Vec<Field>,
}

impl CopyNews {
    /// Returns whether the copy contains nothing new.
    pub fn is_nothing(&self) -> bool {
        self.theirs.is_empty() && self.both.is_empty()
    }
}

impl Replica {
    /// Compares a copy of the draft with this state, as `me` sees both.
    pub fn news_in(&self, copy: &Self, me: Writer) -> CopyNews {
        let merged = self.clone().merged(copy.clone());
        let (now, then) = (Shown::of(self, me), Shown::of(&merged, me));
        let mut news = CopyNews::default();
        for field in merged.fields.iter().chain(&self.fields).map(|(field, _)| field) {
            let known = news.theirs.iter().chain(&news.both).chain(&news.mine).any(|other| other == field);
            if known || *field == Field::Trash {
                continue;
            }
            let values = values(merged.versions(field));
            let before = self::values(self.versions(field));
            let is_new = values.iter().any(|value| !before.contains(value));
            if field.is_chosen() && values.len() > 1 && is_new {
                news.both.push(field.clone());
            } else if now.value(field) != then.value(field) || (values.len() < before.len()) {
                news.theirs.push(field.clone());
            } else if copy.tells_of(field) && then.value(field) != Shown::of(copy, me).value(field) {
                news.mine.push(field.clone());
            }
        }
        news
    }

    /// Returns whether the state knows anything of a field: one that began with a part of a draft does not know the
    /// other fields.
    fn tells_of(&self, field: &Field) -> bool {
        self.context.is_even() || self.context.has_apart(field) || !self.versions(field).is_empty()
    }

    /// Takes back what came with a copy, as edits of `me`: each field that still has its values from `after` the merge
    /// gets those from `before`. Returns those fields.
    pub fn take_back(&mut self, before: &Self, after: &Self, me: Writer, at: Timestamp) -> Vec<Field> {
        let mut fields: Vec<Field> =
            before.fields.iter().chain(&after.fields).map(|(field, _)| field.clone()).collect();
        fields.sort();
        fields.dedup();
        fields.retain(|field| {
            let (was, came) = (before.versions(field), after.versions(field));
            *field != Field::Trash && values(was) != values(came) && self.versions(field) == came
        });
        for field in &fields {
            self.put_versions(field, before.versions(field), me, at);
        }
        fields
    }

    /// Replaces all values of a field by others, each as a new edit.
    fn put_versions(&mut self, field: &Field, versions: &[Version], me: Writer, at: Timestamp) {
        self.fields.retain(|(other, _)| other != field);
        // Removing counts as an edit, too.
        let mut counter = self.context.of(me);
        let mut put = Vec::new();
        for version in versions {
            counter = counter.saturating_add(1);
            put.push(Version {
                dot: Dot { writer: me, counter },
                at: version.at,
                value: version.value.clone(),
            });
        }
        counter = counter.max(self.context.of(me).saturating_add(1));
        self.context.see(Dot { writer: me, counter });
        if !put.is_empty() {
            let place = self.fields.partition_point(|(other, _)| other < field);
            self.fields.insert(place, (field.clone(), put));
        }
        self.changed = self.changed.max(at);
    }
}

/// Lists the different values of a field.
fn values(versions: &[Version]) -> Vec<&Value> {
    let mut values: Vec<&Value> = Vec::new();
    for version in versions {
        if !values.contains(&&version.value) {
            values.push(&version.value);
        }
    }
    values
}
