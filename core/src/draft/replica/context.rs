//! Which edits a replica has seen: in all fields up to a vector, and more in single fields that came apart, with a
//! [part](super::Replica::part) of a draft.

use std::collections::BTreeSet;

use super::dot::{Dot, Writer};
use super::field::Field;
use super::vector::Vector;

/// The edits that a replica has seen (its *causal context*). If the context covers an edit of a field and the replica
/// no longer holds it, a later edit has replaced it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CausalContext {
    /// The edits that have been seen in all fields.
    everywhere: Vector,
    /// The edits that have been seen in single fields beyond that, sorted by field; none is covered by `everywhere`.
    apart: Vec<(Field, Vector)>,
}

/// The edits seen in one field as a record: the field's name, and pairs of a writer's index and the number of its last
/// edit.
pub(crate) type ApartRecord = (String, Vec<(usize, u64)>);

impl CausalContext {
    /// Returns the number of a writer's edits that have been seen in all fields.
    pub fn of(&self, writer: Writer) -> u64 {
        self.everywhere.of(writer)
    }

    /// Returns whether the same edits have been seen in all fields.
    pub fn is_even(&self) -> bool {
        self.apart.is_empty()
    }

    /// Returns whether an edit of a field has been seen.
    pub fn covers(&self, field: &Field, dot: Dot) -> bool {
        self.everywhere.covers(dot) || self.apart(field).is_some_and(|apart| apart.covers(dot))
    }

    /// Returns whether all edits that another context has seen have been seen here.
    pub fn covers_all(&self, other: &Self) -> bool {
        let apart = |(field, vector): &(Field, Vector)| vector.last().all(|dot| self.covers(field, dot));
        self.everywhere.covers_all(&other.everywhere) && other.apart.iter().all(apart)
    }

    /// Returns whether more has been seen of a field than of all fields.
    pub(super) fn has_apart(&self, field: &Field) -> bool {
        self.apart(field).is_some()
    }

    /// Lists the fields with seen edits, if no edits have been seen in the others; `None` if edits have been seen in
    /// all fields.
    pub fn fields_alone(&self) -> Option<impl Iterator<Item = &Field>> {
        self.everywhere.last().next().is_none().then(|| self.apart.iter().map(|(field, _)| field))
    }

    /// Notes that an edit and all earlier ones of the same writer have been seen.
    pub fn see(&mut self, dot: Dot) {
        self.everywhere.see(dot);
        self.settle();
    }

    /// Notes all edits that another context has seen.
    pub fn join(&mut self, other: &Self) {
        self.everywhere.join(&other.everywhere);
        for (field, vector) in &other.apart {
            vector.last().for_each(|dot| self.see_apart(field, dot));
        }
        self.settle();
    }

    /// Returns what has been seen in these fields, without the others.
    pub(super) fn within(&self, fields: &BTreeSet<Field>) -> Self {
        let seen = |field: &Field| {
            let mut seen = self.everywhere.clone();
            self.apart(field).into_iter().for_each(|apart| seen.join(apart));
            (field.clone(), seen)
        };
        let mut within = Self { everywhere: Vector::default(), apart: fields.iter().map(seen).collect() };
        within.settle();
        within
    }

    /// Returns what has been seen in all fields, of the writers for whom `keep` is true.
    pub(super) fn of_writers(&self, keep: impl Fn(Writer) -> bool) -> Self {
        let mut everywhere = self.everywhere.clone();
        everywhere.retain(keep);
        Self { everywhere, apart: Vec::new() }
    }

    /// Forgets in all fields the writers for whom `keep` is false.
    pub(super) fn retain(&mut self, keep: impl Fn(Writer) -> bool) {
        self.everywhere.retain(keep);
    }

    /// Returns the context in which a writer's edits have been seen only up to `since`.
    pub(super) fn before(&self, writer: Writer, since: u64) -> Self {
        let mut before = Self { everywhere: Vector::default(), apart: self.apart.clone() };
        for dot in self.everywhere.last() {
            let counter = if dot.writer == writer { since } else { dot.counter };
            before.everywhere.see(Dot { counter, ..dot });
        }
        before
    }

    /// Returns the highest number of an edit that has been seen.
    pub(super) fn highest(&self) -> u64 {
        self.vectors().flat_map(Vector::last).map(|dot| dot.counter).max().unwrap_or_default()
    }

    /// Lists all writers with seen edits, sorted.
    pub(super) fn writers(&self) -> Vec<Writer> {
        let mut all = Vector::default();
        self.vectors().for_each(|vector| all.join(vector));
        all.last().map(|dot| dot.writer).collect()
    }

    /// Returns what was seen in all fields as a record: each writer's name with the number of its last edit, which is
    /// 0 if its edits were seen only in single fields.
    pub(crate) fn record(&self) -> Vec<(String, u64)> {
        self.writers().into_iter().map(|writer| (writer.to_string(), self.of(writer))).collect()
    }

    /// Returns what was seen in single fields as a record, with writers by their indices in [`record`](Self::record).
    pub(crate) fn apart_record(&self) -> Vec<ApartRecord> {
        let writers = self.writers();
        let place = |writer: &Writer| writers.binary_search(writer).unwrap_or(writers.len());
        let pair = |dot: Dot| (place(&dot.writer), dot.counter);
        let apart = self.apart.iter();
        apart.map(|(field, vector)| (field.path(), vector.last().map(pair).collect())).collect()
    }

    /// Reads both records; `None` if they cannot have been written by this app.
    pub(crate) fn read(seen: &[(String, u64)], apart: &[ApartRecord]) -> Option<Self> {
        let mut context = Self::default();
        let mut named = Vector::default();
        for (name, counter) in seen {
            let writer = Writer::parse(name)?;
            context.everywhere.see(Dot { writer, counter: *counter });
            named.see(Dot { writer, counter: 1 });
        }
        let writers: Vec<Writer> = named.last().map(|dot| dot.writer).collect();
        for (path, pairs) in apart {
            let field = Field::of_path(path)?;
            for (place, counter) in pairs {
                context.see_apart(&field, Dot { writer: *writers.get(*place)?, counter: *counter });
            }
        }
        context.settle();
        // Every writer must have a seen edit, and none may occur twice.
        (context.writers().len() == seen.len()).then_some(context)
    }

    fn vectors(&self) -> impl Iterator<Item = &Vector> {
        std::iter::once(&self.everywhere).chain(self.apart.iter().map(|(_, vector)| vector))
    }

    fn apart(&self, field: &Field) -> Option<&Vector> {
        let found = self.apart.binary_search_by(|(other, _)| other.cmp(field)).ok()?;
        self.apart.get(found).map(|(_, vector)| vector)
    }

    fn see_apart(&mut self, field: &Field, dot: Dot) {
        match self.apart.binary_search_by(|(other, _)| other.cmp(field)) {
            Ok(at) => self.apart.get_mut(at).into_iter().for_each(|(_, vector)| vector.see(dot)),
            Err(at) => {
                let mut vector = Vector::default();
                vector.see(dot);
                self.apart.insert(at, (field.clone(), vector));
            }
        }
    }

    /// Drops from each single field the edits that have been seen in all fields.
    fn settle(&mut self) {
        let everywhere = &self.everywhere;
        self.apart.retain_mut(|(_, vector)| {
            vector.retain_dots(|dot| !everywhere.covers(dot));
            vector.last().next().is_some()
        });
    }
}
