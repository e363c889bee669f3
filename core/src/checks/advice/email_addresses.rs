//! Warns of e-mail addresses: the page is public, and programs collect them.

use std::ops::Range;

use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::i18n::Message;

/// The number of bytes after an address in which a link's words are searched for, so that each address costs little.
const LABEL_BYTES: usize = 300;

/// Adds one suggestion for each e-mail address.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if !subject.source.text.contains('@') {
        return;
    }
    for place in &subject.source.shown {
        let text = subject.source.at(place);
        // Each search starts at the end of the one before, so that "@@@@" is read once.
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find('@')).map(|at| from + at) {
            let local = text.get(from..at).map_or("", |before| {
                before.get(before.trim_end_matches(is_local_part).len()..).unwrap_or_default()
            });
            let start = at - local.len();
            // `@name@server` is an account of the fediverse.
            let account = text.get(..start).is_some_and(|before| before.ends_with('@'));
            from = at + 1;
            let Some(domain) = text.get(from..).and_then(domain_length) else { continue };
            if !local.is_empty() && !account {
                from += domain;
                found.push(suggestion(subject, place.start + start..place.start + from));
            }
        }
    }
}

fn suggestion(subject: &Subject<'_>, place: Range<usize>) -> Suggestion {
    let plain =
        subject.suggest(SuggestionId::EmailAddress, place.clone(), Message::new("suggest-email-address"));
    match mailto_link(subject.source.text, &place) {
        Some((whole, words)) => plain.mended(whole, words, Message::new("mend-keep-words")),
        None => plain,
    }
}

/// Finds the `[mailto:name@example.org Write to us]` around an address, which is not a link in an answer: the place of
/// the whole, and its words, which can replace it.
fn mailto_link<'t>(text: &'t str, address: &Range<usize>) -> Option<(Range<usize>, &'t str)> {
    const OPEN: &str = "[mailto:";
    let start = address.start.checked_sub(OPEN.len())?;
    if !text.get(start..address.start)?.eq_ignore_ascii_case(OPEN) {
        return None;
    }
    let behind = text.get(address.end..)?;
    let near = behind.get(..behind.floor_char_boundary(LABEL_BYTES))?;
    let inner = near
        .get(..near.find([']', '\n'])?)
        .filter(|inner| behind.get(inner.len()..).is_some_and(|rest| rest.starts_with(']')))?;
    // A query such as `?subject=…` belongs to the address.
    let words = inner.trim_start_matches(|char: char| !char.is_whitespace()).trim();
    let whole = start..address.end + inner.len() + 1;
    let goes_on = text.get(whole.end..)?.starts_with(char::is_alphanumeric);
    (!words.is_empty() && !goes_on && !words.contains(['@', '[', '/'])).then_some((whole, words))
}

fn is_local_part(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '.' | '_' | '%' | '+' | '-')
}

/// Returns the length in bytes of the domain that `text` starts with: at least one dot and a last part of letters.
fn domain_length(text: &str) -> Option<usize> {
    let end =
        text.find(|char: char| !(char.is_alphanumeric() || matches!(char, '.' | '-'))).unwrap_or(text.len());
    let domain = text.get(..end)?.trim_end_matches(['.', '-']);
    let (name, top) = domain.rsplit_once('.')?;
    let real = !name.is_empty() && top.chars().count() >= 2 && top.chars().all(char::is_alphabetic);
    real.then_some(domain.len())
}
