//! Conflicts: fields that two page loads changed without knowing of each other, and the choice between their values.

use super::Replica;
use super::dot::{Dot, Writer};
use super::field::{Field, Value, Version};
use super::shown::Shown;
use crate::draft::Timestamp;

/// A field with several values, of which the writer chooses one.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The field that has several values.
    pub field: Field,
    /// The field's values, all different: the shown one first, then the later ones before the earlier.
    pub choices: Vec<Choice>,
}

/// One of a field's several values.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The edit that left the value.
    pub dot: Dot,
    /// The time of the edit, by the editing computer's clock.
    pub at: Timestamp,
    /// The value that the edit left.
    pub value: Value,
}

impl Replica {
    /// Lists the fields that have several values, in order.
    pub fn conflicts(&self, shown: &Shown) -> Vec<Conflict> {
        let several = |(field, versions): &(Field, Vec<Version>)| {
            let choices = choices(versions, shown.value(field));
            (field.is_chosen() && choices.len() > 1).then(|| Conflict { field: field.clone(), choices })
        };
        self.fields.iter().filter(|(_, versions)| versions.len() > 1).filter_map(several).collect()
    }

    /// Returns whether a field has several values to choose from.
    #[cfg(test)]
    pub fn has_conflicts(&self) -> bool {
        let several = |versions: &[Version]| {
            versions.first().is_some_and(|first| versions.iter().any(|other| other.value != first.value))
        };
        self.fields.iter().any(|(field, versions)| field.is_chosen() && several(versions))
    }

    /// Keeps only the value of `dot` in a field. Returns whether that value was still there.
    pub fn choose(&mut self, field: &Field, dot: Dot, shown: &mut Shown, me: Writer, at: Timestamp) -> bool {
        let chosen = self.versions(field).iter().find(|version| version.dot == dot);
        let Some(value) = chosen.map(|version| version.value.clone()) else { return false };
        let version = self.settle(field, value, me, at);
        shown.set(field, Some(version));
        true
    }
}

/// Lists the different values of a field, in the order to show them.
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
