//! The forms that come with the program.

use std::sync::{LazyLock, OnceLock};

use super::Form;
use crate::names::Wiki;

/// The file name and text of every bundled form, newest first. A new year's form is one more line here.
const FILES: &[(&str, &str)] = &[("forms/2024.json", include_str!("../../../forms/2024.json"))];

const _: () = assert!(!FILES.is_empty(), "a program without a form has nothing to show");

static BUNDLED: LazyLock<Vec<Form>> =
    LazyLock::new(|| FILES.iter().map(|(name, json)| read(name, json)).collect());

/// The wiki that stands in for the forms' own.
static STAND_IN: OnceLock<Wiki> = OnceLock::new();

impl Form {
    /// Makes this wiki stand in for the bundled forms' own, for tests. To be called before a form is first asked for; later it changes
    /// nothing.
    pub fn publish_on(wiki: Wiki) {
        let _ = STAND_IN.set(wiki);
    }

    /// Returns the bundled forms, newest first, never empty.
    ///
    /// # Panics
    /// Never in a program that passed its tests: the files are part of the program and a test reads each of them.
    pub fn bundled() -> &'static [Self] {
        &BUNDLED
    }

    /// Returns the newest bundled form.
    ///
    /// # Panics
    /// Never, as with [`Form::bundled`].
    pub fn latest() -> &'static Self {
        &BUNDLED[0]
    }

    /// Finds the bundled form of this id.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        Self::bundled().iter().find(|form| form.id == id)
    }
}

/// Reads a bundled form. A wrong one stops the program, since without a form there is nothing to show.
#[allow(clippy::panic)]
fn read(name: &str, definition: &str) -> Form {
    let form = Form::read(name, definition).unwrap_or_else(|error| panic!("{error}"));
    Form { wiki: STAND_IN.get().cloned().unwrap_or(form.wiki), ..form }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_form_is_right() {
        // Reading one that is wrong stops here, with the words that say how to mend it.
        assert_eq!(Form::bundled().len(), FILES.len());
    }
}
