//! Which edits a replica has seen: all edits of each writer up to a number.

use serde::{Serialize, Serializer};

use super::dot::{Dot, Writer};

/// The edits that a replica has seen, as the number of the last one of each writer. If the vector covers an edit and
/// the replica no longer holds it, a later edit has replaced it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Vector {
    /// The number of the last edit by writer: sorted, each writer once, no zeros.
    seen: Vec<(Writer, u64)>,
}

impl Vector {
    /// Returns the number of a writer's edits that have been seen.
    pub fn of(&self, writer: Writer) -> u64 {
        self.seen.iter().find(|(other, _)| *other == writer).map_or(0, |(_, counter)| *counter)
    }

    /// Returns whether an edit has been seen.
    pub fn covers(&self, dot: Dot) -> bool {
        dot.counter <= self.of(dot.writer)
    }

    /// Notes that an edit and all earlier ones of the same writer have been seen.
    pub fn see(&mut self, dot: Dot) {
        match self.seen.binary_search_by_key(&dot.writer, |(writer, _)| *writer) {
            Ok(at) => {
                if let Some((_, counter)) = self.seen.get_mut(at) {
                    *counter = dot.counter.max(*counter);
                }
            }
            Err(at) if dot.counter > 0 => self.seen.insert(at, (dot.writer, dot.counter)),
            Err(_) => {}
        }
    }

    /// Notes all edits that another vector has seen.
    pub fn join(&mut self, other: &Self) {
        for dot in other.last() {
            self.see(dot);
        }
    }

    /// Returns whether all edits that another vector has seen have been seen here.
    pub fn covers_all(&self, other: &Self) -> bool {
        other.last().all(|dot| self.covers(dot))
    }

    /// Lists the last edit of each writer, sorted by writer.
    pub fn last(&self) -> impl Iterator<Item = Dot> + '_ {
        self.seen.iter().map(|(writer, counter)| Dot { writer: *writer, counter: *counter })
    }

    /// Forgets all writers for whom `keep` is false.
    pub(super) fn retain(&mut self, keep: impl Fn(Writer) -> bool) {
        self.seen.retain(|(writer, _)| keep(*writer));
    }

    /// Forgets all writers for whose last edit `keep` is false.
    pub(super) fn retain_dots(&mut self, keep: impl Fn(Dot) -> bool) {
        self.seen.retain(|(writer, counter)| keep(Dot { writer: *writer, counter: *counter }));
    }
}

/// Serializes a vector as a list of pairs, each a writer's name and the number of its last edit.
impl Serialize for Vector {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.last().map(|each| (each.writer.to_string(), each.counter)))
    }
}
