//! Edits of one writer.

use super::Replica;
use super::dot::{Dot, Writer};
use super::field::{Field, Mark, Value, Version, merged_rest, value_in};
use super::merge::order;
use super::shown::Shown;
use super::vector::Vector;
use crate::draft::{Draft, Timestamp};

impl Replica {
    /// Takes over the differences between a draft and what was shown. Returns the changed fields.
    ///
    /// An edit replaces only the value that was shown: another value of the field, which the writer has not seen
    /// there, stays as a choice.
    pub fn edit(&mut self, draft: &Draft, shown: &mut Shown, me: Writer, at: Timestamp) -> Vec<Field> {
        let fields = shown.differing(draft);
        self.edit_fields(draft, &fields, shown, me, at)
    }

    /// Takes over the given fields of a draft, as [`edit`](Self::edit) does, without looking at the others. A field
    /// that equals what is shown is left alone. Returns the fields that were taken over.
    pub fn edit_fields(
        &mut self,
        draft: &Draft,
        fields: &[Field],
        shown: &mut Shown,
        me: Writer,
        at: Timestamp,
    ) -> Vec<Field> {
        let mut edited = Vec::new();
        for field in fields {
            if shown.is_in(draft, field) {
                continue;
            }
            edited.push(field.clone());
            let replaced = shown.value(field).cloned();
            let version = self.put(field, replaced.as_ref(), value_in(draft, field), me, at);
            shown.set(field, version);
        }
        if !edited.is_empty() {
            self.changed = self.changed.max(draft.changed());
        }
        edited
    }

    /// Puts a value in place of the one that was shown; `None` only removes the shown one.
    fn put(
        &mut self,
        field: &Field,
        replaced: Option<&Value>,
        value: Option<Value>,
        me: Writer,
        at: Timestamp,
    ) -> Option<Version> {
        if let Some(versions) = self.versions_mut(field) {
            versions.retain(|version| {
                Some(&version.value) != replaced && !is_part_of(&version.value, value.as_ref())
            });
        }
        // Removing counts as an edit, too, so that the vectors tell which of two states is the later one.
        let dot = self.next(me);
        let version = value.map(|value| Version { dot, at, value });
        self.add(field, version.clone());
        version
    }

    /// Replaces all versions of a field by one value, as a new edit of this writer.
    pub(super) fn settle(&mut self, field: &Field, value: Value, me: Writer, at: Timestamp) -> Version {
        if let Some(versions) = self.versions_mut(field) {
            versions.clear();
        }
        let version = Version { dot: self.next(me), at, value };
        self.add(field, Some(version.clone()));
        self.changed = self.changed.max(at);
        version
    }

    /// Puts the draft, in the state known here, into the trash.
    pub fn trash(&mut self, me: Writer, at: Timestamp) {
        self.restore(me);
        let mut known = Vector::default();
        for version in self.fields.iter().flat_map(|(_, versions)| versions) {
            let seen = self.context.of(version.dot.writer);
            known.see(Dot { counter: seen.max(version.dot.counter), ..version.dot });
        }
        let version = Version { dot: self.next(me), at, value: Value::Trash(Mark { known }) };
        self.add(&Field::Trash, Some(version));
    }

    /// Takes the draft out of the trash: the marks that are known here are removed.
    pub fn restore(&mut self, me: Writer) {
        if !self.versions(&Field::Trash).is_empty() {
            self.fields.retain(|(field, _)| *field != Field::Trash);
            self.next(me);
        }
    }

    /// Makes a state with only the marks for the trash: small, and as good as the whole if the other slots exist. It
    /// has only the marks of writers who left nothing else in the draft; `None` if this writer is not one of them.
    pub fn mark_alone(&self, me: Writer) -> Option<Self> {
        let mut edited: Vec<Writer> = Vec::new();
        for (_, versions) in self.fields.iter().filter(|(field, _)| *field != Field::Trash) {
            edited.extend(versions.iter().map(|version| version.dot.writer));
        }
        if edited.contains(&me) {
            return None;
        }
        let context = self.context.of_writers(|writer| !edited.contains(&writer));
        let mut alone = Self { changed: self.changed, context, fields: Vec::new() };
        for version in
            self.versions(&Field::Trash).iter().filter(|version| !edited.contains(&version.dot.writer))
        {
            alone.add(&Field::Trash, Some(version.clone()));
        }
        Some(alone)
    }

    fn next(&mut self, me: Writer) -> Dot {
        let dot = Dot { writer: me, counter: self.context.of(me).saturating_add(1) };
        self.context.see(dot);
        dot
    }

    fn add(&mut self, field: &Field, version: Option<Version>) {
        let found = self.fields.binary_search_by(|(other, _)| other.cmp(field));
        match (found, version) {
            (Ok(at), version) => {
                let Some((_, versions)) = self.fields.get_mut(at) else { return };
                versions.extend(version);
                versions.sort_by(order);
                if versions.is_empty() {
                    self.fields.remove(at);
                }
            }
            (Err(at), Some(version)) => self.fields.insert(at, (field.clone(), vec![version])),
            (Err(_), None) => {}
        }
    }
}

/// Returns whether a value of [`Field::Rest`] adds nothing to a later one.
fn is_part_of(earlier: &Value, later: Option<&Value>) -> bool {
    match (earlier, later) {
        (Value::Rest(_), Some(later @ Value::Rest(_))) => merged_rest([earlier, later].into_iter()) == *later,
        _ => false,
    }
}
