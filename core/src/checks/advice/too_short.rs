//! Finds answers that are too short: one word, a bare "Yes", a link without words about it. A bare "No" is a full
//! answer.

use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use super::super::words::Words;
use super::language::is_readable;
use crate::form::QuestionKind;
use crate::i18n::Message;
use crate::letters::{chars_per_word, digit};

/// Words that add nothing to a link.
static POINTERS: Words = Words::new(&[
    "link", "links", "url", "see", "here", "this", "and", "at", "on", "the", "more", "also", "is", "page",
]);
/// Single words that are whole answers.
static FULL_ANSWERS: Words = Words::new(&[
    "no",
    "none",
    "nothing",
    "nobody",
    "never",
    "nil",
    "zero",
    "not",
    "unknown",
    "unchanged",
    "nope",
]);
/// Words that a bare "Yes" may be made of.
static YES: Words =
    Words::new(&["yes", "yep", "yeah", "yup", "sure", "certainly", "absolutely", "definitely", "indeed"]);
static YES_ENDS: Words = Words::new(&[
    "we", "do", "have", "it", "there", "is", "are", "they", "does", "has", "of", "course", "exists",
]);

/// Adds at most one suggestion, on a bare link, a bare "Yes" or a single word.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if !subject.is_kind(&[QuestionKind::Long, QuestionKind::Links, QuestionKind::YesNo, QuestionKind::Number])
    {
        return;
    }
    let (id, message) = if is_bare_link(subject) {
        (SuggestionId::BareLink, Message::new("suggest-bare-link"))
    } else if is_bare_yes(subject) {
        (SuggestionId::BareYes, Message::new("suggest-bare-yes"))
    } else if is_one_word(subject) {
        (SuggestionId::OneWord, Message::new("suggest-one-word"))
    } else {
        return;
    };
    found.push(subject.suggest(id, subject.source.trimmed(), message));
}

/// Returns whether an answer has links but no words of the writer's own; a link's label counts as such.
pub(in super::super) fn is_bare_link(subject: &Subject<'_>) -> bool {
    let source = &subject.source;
    source.links().next().is_some() && source.spoken().all(|word| POINTERS.has(word))
}

fn is_bare_yes(subject: &Subject<'_>) -> bool {
    if !subject.is_kind(&[QuestionKind::YesNo, QuestionKind::Long]) || subject.source.words.len() > 5 {
        return false;
    }
    let mut words = subject.source.spoken();
    words.next().is_some_and(|first| YES.has(first)) && words.all(|word| YES.has(word) || YES_ENDS.has(word))
}

fn is_one_word(subject: &Subject<'_>) -> bool {
    if !subject.is_kind(&[QuestionKind::Long, QuestionKind::Links]) {
        return false;
    }
    let source = &subject.source;
    let mut words = source.spoken();
    let (Some(word), None) = (words.next(), words.next()) else { return false };
    source.links().next().is_none()
        && !FULL_ANSWERS.has(word)
        && !word.chars().any(|char| digit(char).is_some() || chars_per_word(char).is_some())
        && !source.text.contains('@')
        && is_readable(subject)
}
