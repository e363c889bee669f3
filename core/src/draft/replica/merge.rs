//! Two states of a draft made into one.

use std::cmp::Ordering;

use super::field::{Field, Version};
use super::vector::Vector;
use super::{Replica, write};

impl Replica {
    /// Merges two states into one.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        self.merge(&other);
        self
    }

    /// Takes over what another state has. A value goes only where an edit that knew it has replaced it.
    pub fn merge(&mut self, other: &Self) {
        let mine = std::mem::take(&mut self.fields);
        let mut theirs = other.fields.iter().peekable();
        for (field, versions) in mine {
            while let Some((before, others)) = theirs.next_if(|(theirs, _)| *theirs < field) {
                self.join(before.clone(), Vec::new(), others, &other.vector);
            }
            let same = theirs.next_if(|(theirs, _)| *theirs == field);
            let others = same.map_or(&[] as &[Version], |(_, others)| others);
            self.join(field, versions, others, &other.vector);
        }
        for (field, others) in theirs {
            self.join(field.clone(), Vec::new(), others, &other.vector);
        }
        self.vector.join(&other.vector);
        self.changed = self.changed.max(other.changed);
    }

    /// Appends one field's versions, merged from both sides. Fields come in order.
    fn join(&mut self, field: Field, mine: Vec<Version>, theirs: &[Version], seen_there: &Vector) {
        let versions = joined(mine, &self.vector, theirs, seen_there);
        if !versions.is_empty() {
            self.fields.push((field, versions));
        }
    }
}

/// Merges one field's versions from two sides, each with the edits that it has seen.
pub(super) fn joined(
    mine: Vec<Version>,
    seen_here: &Vector,
    theirs: &[Version],
    seen_there: &Vector,
) -> Vec<Version> {
    let held = |versions: &[Version], version: &Version| versions.iter().any(|v| v.dot == version.dot);
    let news = |version: &&Version| {
        !mine.contains(version) && (held(&mine, version) || !seen_here.covers(version.dot))
    };
    let new: Vec<Version> = theirs.iter().filter(news).cloned().collect();
    let mut kept = mine;
    kept.retain(|version| held(theirs, version) || !seen_there.covers(version.dot));
    kept.extend(new);
    kept.sort_by(order);
    kept
}

/// Compares versions by dot. One dot has one value; where two page loads were the same writer by accident, both values stay.
pub(super) fn order(one: &Version, two: &Version) -> Ordering {
    one.dot.cmp(&two.dot).then_with(|| match one == two {
        true => Ordering::Equal,
        false => write::version_text(one).cmp(&write::version_text(two)),
    })
}
