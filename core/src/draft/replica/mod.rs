//! A draft that several page loads change independently, and how two states of it are merged.
//!
//! Each [`Field`] holds the values that edits left in it, each with its [`Dot`] (writer and counter); a
//! [`CausalContext`] says which edits have been seen: a [`Vector`] for all fields, and more for single fields that
//! came apart. Usually a field has one value. It has several if two page loads changed it without knowing of each
//! other: then all stay until the writer chooses. A value is dropped only when an edit that knew it has replaced it:
//! the other state's context covers its dot, and that state does not hold it any more (an *observed-remove set* per
//! field: Shapiro, Preguiça, Baquero and Zawirski, 2011; without tombstones: Bieniusa and others, 2012).
//!
//! Merging is commutative, associative and idempotent, so it does not matter in which order and how often states are
//! read. Equal values are not a conflict. Clocks decide only what is shown first.

mod conflict;
mod context;
mod copied;
mod delta;
mod dot;
mod edit;
mod field;
mod legacy;
mod merge;
mod names;
mod news;
mod part;
mod read;
mod shown;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod vector;
mod write;

pub use conflict::{Choice, Conflict};
pub(crate) use context::ApartRecord;
pub use context::CausalContext;
pub use delta::Delta;
pub use dot::{Dot, Writer};
pub use field::{Field, Mark, Value, Version};
pub(crate) use names::NamesRecord;
pub use names::WriterNames;
pub use news::CopyNews;
pub use shown::Shown;
pub use vector::Vector;

use super::Timestamp;

/// A draft's state as one page load knows it. Two states of the same draft can be [merged](Self::merge).
#[derive(Clone, Debug, PartialEq)]
pub struct Replica {
    /// The fields that have versions, in order; the versions of a field are sorted by dot.
    fields: Vec<(Field, Vec<Version>)>,
    context: CausalContext,
    /// The time when the draft was last edited anywhere.
    changed: Timestamp,
}

impl Replica {
    /// Makes a state without any edit.
    pub fn empty() -> Self {
        Self { fields: Vec::new(), context: CausalContext::default(), changed: Timestamp::MIN }
    }

    /// Returns the edits that the state contains or has replaced.
    pub fn context(&self) -> &CausalContext {
        &self.context
    }

    /// Returns when the draft was last edited anywhere.
    pub fn changed(&self) -> Timestamp {
        self.changed
    }

    /// Returns the values of a field, each with its edit.
    pub fn versions(&self, field: &Field) -> &[Version] {
        let found = self.fields.binary_search_by(|(other, _)| other.cmp(field));
        found.ok().and_then(|at| self.fields.get(at)).map_or(&[], |(_, versions)| versions)
    }

    /// Returns whether two states hold the same values, even if their contexts differ.
    pub fn holds_the_same(&self, other: &Self) -> bool {
        self.fields == other.fields
    }

    /// Returns when the draft was put into the trash; `None` if it is not in the trash, or an edit that the mark did
    /// not know has brought it back.
    pub fn trashed(&self) -> Option<Timestamp> {
        let others = || self.fields.iter().filter(|(field, _)| *field != Field::Trash);
        let holds = |mark: &Mark| {
            others().all(|(_, versions)| versions.iter().all(|version| mark.known.covers(version.dot)))
        };
        let marks = self.versions(&Field::Trash).iter().filter_map(|version| match &version.value {
            Value::Trash(mark) if holds(mark) => Some(version.at),
            _ => None,
        });
        marks.max()
    }

    /// Forgets the edits of writers of whom no value is left. Must be called only if no other state of this draft
    /// exists anywhere: a state that still held such an edit would bring it back as a choice.
    pub fn forget_the_gone(&mut self) {
        let versions = self.fields.iter().flat_map(|(_, versions)| versions);
        let kept: Vec<Writer> = versions.map(|version| version.dot.writer).collect();
        self.context.retain(|writer| kept.contains(&writer));
    }

    fn versions_mut(&mut self, field: &Field) -> Option<&mut Vec<Version>> {
        let found = self.fields.binary_search_by(|(other, _)| other.cmp(field));
        found.ok().and_then(|at| self.fields.get_mut(at)).map(|(_, versions)| versions)
    }
}
