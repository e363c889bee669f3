//! Number signs that begin a line, and so a numbered list, although a number is meant: `#1 in the region`.

use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::i18n::Message;

/// Adds one suggestion for each such line without a list item next to it.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    let text = subject.source.text;
    if !subject.has_markup() || !text.contains('#') {
        return;
    }
    let mut lines = text.split('\n').peekable();
    let mut start = 0;
    let mut in_list = false;
    while let Some(line) = lines.next() {
        let meant = line.strip_prefix('#').is_some_and(begins_with_number);
        let goes_on = lines.peek().is_some_and(|next| next.starts_with(['#', '*']));
        if meant && !in_list && !goes_on {
            let place = start..start + 1;
            let message = Message::new("suggest-accidental-list");
            let suggestion = subject.suggest(SuggestionId::AccidentalList, place.clone(), message);
            found.push(suggestion.mended(place, "<nowiki>#</nowiki>", Message::new("mend-show-sign")));
        }
        in_list = line.starts_with(['#', '*']);
        start += line.len() + 1;
    }
}

/// Returns whether a text begins with a number that is not part of a name.
fn begins_with_number(text: &str) -> bool {
    let behind = text.trim_start_matches(char::is_numeric);
    behind.len() < text.len() && !behind.starts_with(char::is_alphabetic)
}
