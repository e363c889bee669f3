//! Finds signs that only another program's font has: most readers see boxes. Office programs write bullets and arrows
//! like this.

use super::super::list_line::is_bullet;
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::i18n::Message;
use crate::letters::is_blank;

/// Adds one suggestion for each row of such signs. Bullets of a list are left to the advice on lists.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    let text = subject.source.text;
    if text.is_ascii() {
        return;
    }
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(is_private)).map(|at| from + at) {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.find(|c| !is_private(c)).unwrap_or(rest.len());
        from = at + length;
        let before = text.get(..at).unwrap_or_default();
        let begins_line =
            before.rsplit('\n').next().is_some_and(|line| line.trim_matches(is_blank).is_empty());
        if subject.has_markup() && begins_line && rest.starts_with(is_bullet) {
            continue;
        }
        let message = Message::new("suggest-unshown-sign");
        let suggestion = subject.suggest(SuggestionId::UnshownSign, at..from, message);
        found.push(suggestion.mended(at..from, "", Message::new("mend-remove")));
    }
}

/// Returns whether a character has only the meaning that a font gives it (Unicode's private-use areas).
fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}
