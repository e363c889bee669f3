//! A start tag's attributes, read when one is asked for.

use std::borrow::Cow;

use super::token::Tag;
use crate::entities;

impl<'a> Tag<'a> {
    /// Returns the decoded value of the first attribute of this name (given in lower case); empty if the attribute has no value.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes;
        while let Some((found, value, after)) = next(rest) {
            if found.eq_ignore_ascii_case(name) {
                return Some(entities::decode(value));
            }
            rest = after;
        }
        None
    }

    /// Returns whether the tag has this name, given in lower case.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Returns whether the `class` attribute holds this class.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|classes| classes.split_ascii_whitespace().any(|found| found == class))
    }
}

/// Splits off the next attribute: name, raw value, and what follows.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
    if start.is_empty() {
        return None;
    }
    // A name may begin with `=` (HTML standard, § 13.2.5.32): so there is always progress.
    let first = start.chars().next().map_or(0, char::len_utf8);
    let end = start
        .get(first..)?
        .find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '=')
        .map_or(start.len(), |at| at + first);
    let (name, rest) = start.split_at_checked(end)?;
    match rest.trim_ascii_start().strip_prefix('=') {
        Some(value) => {
            let (value, after) = value_of(value.trim_ascii_start());
            Some((name, value, after))
        }
        None => Some((name, "", rest)),
    }
}

/// Splits off a value, quoted or not, from what follows it.
fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}
