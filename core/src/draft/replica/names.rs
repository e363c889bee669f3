//! The names that writers gave, for showing who wrote an answer last. They are only for display: nothing is decided by
//! them, and they are never on the report's page.

use super::Replica;
use super::dot::Writer;
use crate::draft::{Nfc, limits};
use crate::input::normalize;

/// The names of writers, as far as they gave one. A person is another writer with each page load, but has the same
/// name in all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriterNames {
    /// The names, sorted by writer, each writer once.
    names: Vec<(Writer, String)>,
}

/// Names as a record: each name with its writers.
pub(crate) type NamesRecord = Vec<(String, Vec<String>)>;

impl WriterNames {
    /// Cleans a typed name: one line, without blanks at its ends, cut after [`limits::NAME_CHARS`] characters. `None`
    /// if nothing is left.
    pub fn clean(typed: &str, nfc: Nfc<'_>) -> Option<String> {
        // Longer texts are cut first, to keep the work small.
        let start: String = typed.chars().take(4 * limits::NAME_CHARS).collect();
        let words = normalize(&start, nfc);
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let name: String = line.chars().take(limits::NAME_CHARS).collect();
        (!name.is_empty()).then(|| name.trim_end().to_owned())
    }

    /// Returns the name of a writer.
    pub fn name(&self, writer: Writer) -> Option<&str> {
        let found = self.names.binary_search_by_key(&writer, |(other, _)| *other).ok()?;
        self.names.get(found).map(|(_, name)| name.as_str())
    }

    /// Gives a writer a clean name.
    pub(crate) fn set(&mut self, writer: Writer, name: &str) {
        let name = name.to_owned();
        match self.names.binary_search_by_key(&writer, |(other, _)| *other) {
            Ok(at) => self.names.get_mut(at).into_iter().for_each(|named| named.1.clone_from(&name)),
            Err(at) => self.names.insert(at, (writer, name)),
        }
    }

    /// Takes over the names of writers for whom `keep` is true.
    pub(crate) fn join(&mut self, other: &Self, keep: impl Fn(Writer) -> bool) {
        for (writer, name) in other.names.iter().filter(|(writer, _)| keep(*writer)) {
            self.set(*writer, name);
        }
    }

    /// Returns the names of the writers who have left a value in a state.
    pub(crate) fn of_values_in(&self, replica: &Replica) -> Self {
        let versions = replica.fields.iter().flat_map(|(_, versions)| versions);
        let mut names = Self::default();
        for writer in versions.map(|version| version.dot.writer) {
            if let Some(name) = self.name(writer) {
                names.set(writer, name);
            }
        }
        names
    }

    /// Returns the names as a record; `None` if there are none.
    pub(crate) fn record(&self) -> Option<NamesRecord> {
        let mut record = NamesRecord::new();
        for (writer, name) in &self.names {
            match record.iter_mut().find(|(other, _)| other == name) {
                Some((_, writers)) => writers.push(writer.to_string()),
                None => record.push((name.clone(), vec![writer.to_string()])),
            }
        }
        (!record.is_empty()).then_some(record)
    }

    /// Reads a record. Invalid names and writers are skipped, and so are names beyond [`limits::WRITERS`].
    pub(crate) fn read(record: &NamesRecord, nfc: Nfc<'_>) -> Self {
        let mut names = Self::default();
        for (name, writers) in record {
            let Some(name) = Self::clean(name, nfc) else { continue };
            for writer in writers.iter().filter_map(|writer| Writer::parse(writer)) {
                if names.names.len() < limits::WRITERS {
                    names.set(writer, &name);
                }
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::nfc;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_one_short_line() {
        let cases = [
            ("Ana", Some("Ana")),
            (" Ana\t\nMaria ", Some("Ana Maria")),
            ("e\u{301}", Some("é")),
            ("\u{0}\u{1}", None),
            (" \n ", None),
            ("", None),
        ];
        for (typed, name) in cases {
            assert_eq!(WriterNames::clean(typed, &nfc).as_deref(), name, "{typed:?}");
        }
        let long = WriterNames::clean(&"é ".repeat(10_000), &nfc).unwrap();
        assert!(long.chars().count() <= limits::NAME_CHARS && !long.ends_with(' '));
    }

    proptest! {
        #[test]
        fn names_are_read_as_they_were_written(names in proptest::collection::btree_map(any::<u128>(), ".{0,90}", 0..5)) {
            let mut all = WriterNames::default();
            for (bits, name) in names {
                if let Some(name) = WriterNames::clean(&name, &nfc) {
                    all.set(Writer::from_random(bits), &name);
                }
            }
            prop_assert_eq!(WriterNames::read(&all.record().unwrap_or_default(), &nfc), all);
        }
    }
}
