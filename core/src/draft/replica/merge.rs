//! Merges two states of a draft.

use std::cmp::Ordering;

use super::context::CausalContext;
use super::field::{Field, Version};
use super::{Replica, write};

impl Replica {
    /// Merges two states into one.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        self.merge(&other);
        self
    }

    /// Merges another state into this one. A value is dropped only if an edit that knew it has replaced it.
    pub fn merge(&mut self, other: &Self) {
        let mine = std::mem::take(&mut self.fields);
        let mut theirs = other.fields.iter().peekable();
        for (field, versions) in mine {
            while let Some((before, others)) = theirs.next_if(|(theirs, _)| *theirs < field) {
                self.join(before.clone(), Vec::new(), others, &other.context);
            }
            let same = theirs.next_if(|(theirs, _)| *theirs == field);
            let others = same.map_or(&[] as &[Version], |(_, others)| others);
            self.join(field, versions, others, &other.context);
        }
        for (field, others) in theirs {
            self.join(field.clone(), Vec::new(), others, &other.context);
        }
        self.context.join(&other.context);
        self.changed = self.changed.max(other.changed);
    }

    /// Appends one field's versions, merged from both sides. Fields come in order.
    fn join(&mut self, field: Field, mine: Vec<Version>, theirs: &[Version], seen_there: &CausalContext) {
        let versions = joined(&field, mine, &self.context, theirs, seen_there);
        if !versions.is_empty() {
            self.fields.push((field, versions));
        }
    }
}

/// Merges one field's versions from two sides, each with the edits that it has seen.
pub(super) fn joined(
    field: &Field,
    mine: Vec<Version>,
    seen_here: &CausalContext,
    theirs: &[Version],
    seen_there: &CausalContext,
) -> Vec<Version> {
    let held = |versions: &[Version], version: &Version| versions.iter().any(|v| v.dot == version.dot);
    let news = |version: &&Version| {
        !mine.contains(version) && (held(&mine, version) || !seen_here.covers(field, version.dot))
    };
    let new: Vec<Version> = theirs.iter().filter(news).cloned().collect();
    let mut kept = mine;
    kept.retain(|version| held(theirs, version) || !seen_there.covers(field, version.dot));
    kept.extend(new);
    kept.sort_by(order);
    kept
}

/// Compares versions by dot. One dot has one value; if two page loads were the same writer by accident, both values
/// stay.
pub(super) fn order(one: &Version, two: &Version) -> Ordering {
    one.dot.cmp(&two.dot).then_with(|| match one == two {
        true => Ordering::Equal,
        false => write::version_text(one).cmp(&write::version_text(two)),
    })
}
