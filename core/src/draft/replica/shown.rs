//! What one page load shows of a draft: one value of each field. Edits are found by comparison with it.

use std::collections::BTreeSet;

use super::Replica;
use super::dot::Writer;
use super::field::{Field, PLAIN, Value, Version, merged_rest, value_in};
use crate::draft::{Draft, DraftId, Timestamp};

/// The values that a page load shows, by field. A field may show a value that the replica does not hold any more, as
/// long as the writer types in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    fields: Vec<(Field, Version)>,
}

impl Shown {
    /// Picks the values that a writer sees: its own where it has one, else the latest.
    pub fn of(replica: &Replica, me: Writer) -> Self {
        let pick = |(field, versions): &(Field, Vec<Version>)| {
            let version = if *field == Field::Rest { rest(versions) } else { pick(versions, me).cloned() };
            version.map(|version| (field.clone(), version))
        };
        let fields = replica.fields.iter().filter(|(field, _)| *field != Field::Trash);
        Self { fields: fields.filter_map(pick).collect() }
    }

    /// Picks, of each field, the version with the draft's value; in [`Field::Rest`], all versions merged. Fields
    /// without such a version are not shown.
    pub(super) fn of_draft(replica: &Replica, draft: &Draft) -> Self {
        let pick = |(field, versions): &(Field, Vec<Version>)| {
            let version = match field {
                Field::Rest => rest(versions),
                _ => {
                    let known = value_in(draft, field);
                    versions.iter().rfind(|version| Some(&version.value) == known.as_ref()).cloned()
                }
            };
            version.map(|version| (field.clone(), version))
        };
        Self { fields: replica.fields.iter().filter_map(pick).collect() }
    }

    /// Returns the value that is shown in a field.
    pub fn value(&self, field: &Field) -> Option<&Value> {
        let found = self.fields.binary_search_by(|(other, _)| other.cmp(field));
        found.ok().and_then(|at| self.fields.get(at)).map(|(_, version)| &version.value)
    }

    /// Returns who left the value that is shown in a field, and when.
    pub fn last_edit(&self, field: &Field) -> Option<(Writer, Timestamp)> {
        let found = self.fields.binary_search_by(|(other, _)| other.cmp(field)).ok()?;
        self.fields.get(found).map(|(_, version)| (version.dot.writer, version.at))
    }

    /// Shows the replica's values, except in the fields in `kept`, which stay. Returns the fields that have changed.
    pub fn refresh(&mut self, replica: &Replica, me: Writer, kept: &[Field]) -> Vec<Field> {
        let before = std::mem::replace(self, Self::of(replica, me));
        self.fields.retain(|(field, _)| !kept.contains(field));
        let stay = before.fields.iter().filter(|(field, _)| kept.contains(field));
        self.fields.extend(stay.cloned());
        self.fields.sort_by(|(one, _), (two, _)| one.cmp(two));
        let all = before.fields.iter().chain(&self.fields).map(|(field, _)| field);
        let changed = all.filter(|field| before.value(field) != self.value(field));
        changed.cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Lists the fields in which a draft differs from what is shown.
    pub fn differing(&self, draft: &Draft) -> Vec<Field> {
        let answers = draft.answers.iter().map(|(question, _)| Field::Answer(question.clone()));
        let shown = self.fields.iter().map(|(field, _)| field.clone());
        let fields: BTreeSet<Field> = PLAIN.into_iter().chain(answers).chain(shown).collect();
        fields.into_iter().filter(|field| !self.is_in(draft, field)).collect()
    }

    /// Returns whether a draft's field equals what is shown.
    pub(crate) fn is_in(&self, draft: &Draft, field: &Field) -> bool {
        match (field, self.value(field)) {
            // Answers are the bulk of a draft, so they are compared without copying.
            (Field::Answer(question), Some(Value::Entry(entry))) => {
                draft.entry(question.as_str()) == Some(entry)
            }
            (_, value) => value == value_in(draft, field).as_ref(),
        }
    }

    pub(super) fn set(&mut self, field: &Field, version: Option<Version>) {
        let found = self.fields.binary_search_by(|(other, _)| other.cmp(field));
        match (found, version) {
            (Ok(at), None) => drop(self.fields.remove(at)),
            (Ok(at), Some(version)) => {
                if let Some((_, old)) = self.fields.get_mut(at) {
                    *old = version;
                }
            }
            (Err(at), Some(version)) => self.fields.insert(at, (field.clone(), version)),
            (Err(_), None) => {}
        }
    }

    /// Returns the draft that is shown; `None` if the form is missing, as in a state with only a mark for the trash.
    pub fn draft(&self, id: &DraftId, changed: Timestamp) -> Option<Draft> {
        let Some(Value::Text(form)) = self.value(&Field::Form) else { return None };
        let mut draft = Draft::new(id.clone(), form, changed);
        for (field, version) in &self.fields {
            match (field, version.value.clone()) {
                (Field::Created, Value::Time(created)) => draft.created = created,
                (Field::Page, Value::Page(page)) => draft.page = page,
                (Field::EditSummary, Value::Text(summary)) => draft.summary = summary,
                (Field::Rest, Value::Rest(rest)) => draft.unknown = rest,
                (Field::Answer(question), Value::Entry(entry)) => {
                    draft.put(question, entry);
                }
                _ => {}
            }
        }
        Some(draft)
    }
}

/// Merges all versions of [`Field::Rest`], name by name: two tabs may each have noted something different there.
fn rest(versions: &[Version]) -> Option<Version> {
    let mut sorted: Vec<&Version> = versions.iter().collect();
    sorted.sort_by_key(|version| (version.at, version.dot));
    let last = sorted.last()?;
    let value = merged_rest(sorted.iter().map(|version| &version.value));
    Some(Version { dot: last.dot, at: last.at, value })
}

/// Picks the version that a writer sees.
fn pick(versions: &[Version], me: Writer) -> Option<&Version> {
    let own = versions.iter().rfind(|version| version.dot.writer == me);
    own.or_else(|| versions.iter().max_by_key(|version| (version.at, version.dot)))
}
