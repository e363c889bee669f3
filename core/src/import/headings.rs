//! The titles of the form's sections and groups, and the questions under each.

use std::collections::HashMap;
use std::ops::Range;

use crate::form::Form;

/// The titles of a form's sections and groups. A text counts as one of them only word for word, ignoring case and
/// punctuation, so that nothing else in a heading is lost.
#[derive(Debug)]
pub(super) struct Headings {
    parts: HashMap<String, Vec<Range<usize>>>,
}

impl Headings {
    /// Collects the titles of a form's sections and groups.
    pub(super) fn of(form: &Form) -> Self {
        let mut parts: HashMap<String, Vec<Range<usize>>> = HashMap::new();
        let mut place = 0;
        for section in &form.sections {
            let start = place;
            for group in &section.groups {
                let end = place + group.questions.len();
                if let Some(title) = &group.title {
                    parts.entry(key(title)).or_default().push(place..end);
                }
                place = end;
            }
            parts.entry(key(&section.title)).or_default().push(start..place);
        }
        Self { parts }
    }

    /// Returns whether a text is a title and nothing else.
    pub(super) fn holds(&self, text: &str) -> bool {
        !self.parts(text).is_empty()
    }

    /// Returns the parts of the form that a title names, each as the indices of its questions.
    pub(super) fn parts(&self, title: &str) -> &[Range<usize>] {
        self.parts.get(&key(title)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Reduces a title or question to its letters and digits, so that two spellings are equal; empty if it is too long for
/// either (over 2,000 bytes).
pub(super) fn key(title: &str) -> String {
    const LONGEST: usize = 2_000;
    let letters = title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    if title.len() > LONGEST { String::new() } else { letters.collect() }
}
