//! Migrates older files to the current version, one numbered step at a time.
//!
//! To change the format: append a step that turns a file of the current version into one of the next, with its tests;
//! the current version follows from the list. Steps that have been released are never changed: a file of any age goes
//! through all later steps. Step 1 turns version 1 into version 2, and so on without gaps.

use super::FileError;
use crate::json;

/// A file's fields without `format` and `version`.
pub(super) type Fields = json::Fields;

/// One step between two versions, which turns a file's fields into those of the next version. Unknown fields are left
/// alone.
pub(super) struct Migration {
    /// The version that the step starts from, which is also its number in the list.
    pub(super) from: u64,
    /// The function that changes the fields. It fails if the file is not as that version wrote it.
    pub(super) step: fn(Fields) -> Result<Fields, FileError>,
}

/// All steps. There is none yet: version 1 is the first that was ever written.
pub(super) const MIGRATIONS: &[Migration] = &[];

/// The version that the last step leads to.
pub(super) const CURRENT: u64 = 1 + MIGRATIONS.len() as u64;

/// Takes a file of `version` through all later steps.
pub(super) fn migrate(fields: Fields, version: u64, steps: &[Migration]) -> Result<Fields, FileError> {
    let due = steps.iter().filter(|migration| migration.from >= version);
    due.into_iter().try_fold(fields, |fields, migration| (migration.step)(fields))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn fields(value: serde_json::Value) -> Fields {
        match value {
            Value::Object(fields) => fields,
            other => panic!("{other:?} is no object"),
        }
    }

    /// Takes a field out.
    fn take(fields: &mut Fields, name: &str) -> Result<Value, FileError> {
        fields.shift_remove(name).ok_or_else(|| FileError::Missing { path: name.into() })
    }

    /// Renames `title` to `name`.
    fn first(mut old: Fields) -> Result<Fields, FileError> {
        let title = take(&mut old, "title")?;
        old.insert("name".into(), title);
        Ok(old)
    }

    /// Makes `name` a list of names.
    fn second(mut old: Fields) -> Result<Fields, FileError> {
        let name = take(&mut old, "name")?;
        old.insert("names".into(), Value::Array(vec![name]));
        Ok(old)
    }

    const STEPS: &[Migration] = &[Migration { from: 1, step: first }, Migration { from: 2, step: second }];

    #[test]
    fn a_file_goes_through_every_step_after_its_version() {
        let newest = fields(json!({ "names": ["a"], "x": 1 }));
        let cases = [
            (1, json!({ "title": "a", "x": 1 })),
            (2, json!({ "name": "a", "x": 1 })),
            (3, json!({ "names": ["a"], "x": 1 })),
        ];
        for (version, old) in cases {
            assert_eq!(migrate(fields(old), version, STEPS), Ok(newest.clone()), "version {version}");
        }
    }

    #[test]
    fn a_step_that_fails_ends_it() {
        let missing = FileError::Missing { path: "title".into() };
        assert_eq!(migrate(fields(json!({ "name": "a" })), 1, STEPS), Err(missing));
    }

    #[test]
    fn the_list_is_numbered_without_gaps_up_to_the_current_version() {
        let numbers: Vec<u64> = MIGRATIONS.iter().map(|migration| migration.from).collect();
        assert_eq!(numbers, (1..CURRENT).collect::<Vec<_>>());
    }
}
