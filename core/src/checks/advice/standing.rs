//! Advice on the answer as a whole: that it is carried over, or only a placeholder.

use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::i18n::Message;

/// Returns the suggestion to check an answer that comes from an earlier report, `from` in words ("2023").
pub(in super::super) fn carried_over(subject: &Subject<'_>, from: &str) -> Suggestion {
    let message = Message::new("suggest-carried-over").with(from);
    subject.suggest(SuggestionId::CarriedOver, subject.source.trimmed(), message)
}

/// Returns the suggestion on a placeholder, because of which the question counts as empty although it has text.
pub(in super::super) fn placeholder(subject: &Subject<'_>) -> Suggestion {
    let place = subject.source.trimmed();
    subject.suggest(SuggestionId::Placeholder, place, Message::new("suggest-placeholder"))
}
