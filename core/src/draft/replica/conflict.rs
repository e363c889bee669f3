//! Fields that two page loads changed without knowing of each other, and choosing.

use super::Replica;
use super::dot::{Dot, Writer};
use super::field::{Field, Value, Version};
use super::shown::Shown;
use crate::draft::Timestamp;

/// A field with several values, of which the writer chooses one.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Which field.
    pub field: Field,
    /// Its values, different ones: the one that is shown first, then the later before the earlier.
    pub choices: Vec<Choice>,
}

/// One of several values.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The edit that left it.
    pub dot: Dot,
    /// When that was, by that computer's clock.
    pub at: Timestamp,
    /// What it left.
    pub value: Value,
}

impl Replica {
    /// The fields that have several values, in order.
    pub fn conflicts(&self, shown: &Shown) -> Vec<Conflict> {
        let several = |(field, versions): &(Field, Vec<Version>)| {
            let choices = choices(versions, shown.value(field));
            (field.is_chosen() && choices.len() > 1).then(|| Conflict { field: field.clone(), choices })
        };
        self.fields.iter().filter_map(several).collect()
    }

    /// Whether there is anything to choose.
    pub fn has_conflicts(&self) -> bool {
        let several = |versions: &[Version]| {
            versions.first().is_some_and(|first| versions.iter().any(|other| other.value != first.value))
        };
        self.fields.iter().any(|(field, versions)| field.is_chosen() && several(versions))
    }

    /// Keeps one of a field's values alone. Returns whether it was still there.
    pub fn choose(&mut self, field: &Field, dot: Dot, shown: &mut Shown, me: Writer, at: Timestamp) -> bool {
        let chosen = self.versions(field).iter().find(|version| version.dot == dot);
        let Some(value) = chosen.map(|version| version.value.clone()) else { return false };
        let version = self.settle(field, value, me, at);
        shown.set(field, Some(version));
        true
    }
}

/// The different values.
fn choices(versions: &[Version], shown: Option<&Value>) -> Vec<Choice> {
    let mut sorted: Vec<&Version> = versions.iter().collect();
    sorted
        .sort_by_key(|version| (Some(&version.value) != shown, std::cmp::Reverse((version.at, version.dot))));
    let mut choices: Vec<Choice> = Vec::new();
    for version in sorted {
        if choices.iter().all(|choice| choice.value != version.value) {
            choices.push(Choice { dot: version.dot, at: version.at, value: version.value.clone() });
        }
    }
    choices
}
