//! Finds answers that mention an existing plan or report without linking it.
//!
//! Most good answers have no link and need none: only questions whose wording asks for the document count, and only if
//! the answer says that there is one, not that there is none, not yet one, or that it is being made.

use super::super::words::Words;
use std::ops::Range;

use super::super::asks::Document;
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::i18n::Message;
use crate::letters::is_any;

/// Words right before "plan" that make it a document.
static PLANS: Words = Words::new(&[
    "strategic",
    "strategy",
    "annual",
    "yearly",
    "action",
    "work",
    "development",
    "multi-year",
    "year",
]);
/// Words right before "report" or "statement" that make it a document.
#[rustfmt::skip] // words are read better in rows
static REPORTS: Words = Words::new(&[
    "financial", "finance", "annual", "yearly", "audit", "audited", "final", "grant", "latest", "fiscal",
    "expense", "budget",
]);
/// Words near "the report" which say that it is available.
static THERE: Words = Words::new(&[
    "available",
    "published",
    "submitted",
    "online",
    "found",
    "here",
    "sent",
    "shared",
    "filed",
    "posted",
    "uploaded",
]);
/// Words which say that there is no document, that it is planned, or that having one is a goal.
#[rustfmt::skip] // words are read better in rows
static NOT_YET: Words = Words::new(&[
    "no", "not", "none", "never", "without", "nothing", "nor", "neither", "yet", "cannot", "lack",
    "missing", "don't", "don’t", "doesn't", "doesn’t", "haven't", "haven’t", "hasn't", "hasn’t", "isn't",
    "isn’t", "can't", "can’t", "aren't", "aren’t", "will", "would", "should", "need", "needs", "want",
    "hope", "intend", "plans", "planning", "planned", "preparing", "drafting", "draft", "soon", "upcoming",
    "next", "future", "progress", "process", "working", "being", "developing", "creating", "writing",
    "develop", "create", "write", "prepare", "design", "adopt", "make", "build", "finalize", "finalise",
    "finish", "complete", "update", "implement", "above", "below", "if", "once", "when", "privately",
    "confidential", "private", "internal",
]);

/// Adds at most one suggestion to link the document, at the words that mention it.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    let Some(document) = subject.asks.document else { return };
    if subject.source.links().next().is_some() {
        return;
    }
    let place = sentences(subject).into_iter().find_map(|sentence| spoken_of(subject, document, sentence));
    if let Some(place) = place {
        let message = Message::new(match document {
            Document::Plan => "suggest-missing-plan-link",
            Document::Report => "suggest-missing-report-link",
        });
        found.push(subject.suggest(SuggestionId::MissingLink, place, message));
    }
}

/// Finds the words of each sentence, as ranges into the answer's words. The end of a line ends a sentence, too.
fn sentences(subject: &Subject<'_>) -> Vec<Range<usize>> {
    let source = &subject.source;
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, pair) in source.words.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let gap = source.at(&(before.place.end..after.place.start));
        if gap.contains(['.', '!', '?', '\n', ';', '。']) {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    sentences.push(start..source.words.len());
    sentences
}

fn spoken_of(subject: &Subject<'_>, document: Document, sentence: Range<usize>) -> Option<Range<usize>> {
    let source = &subject.source;
    let words = source.words.get(sentence)?;
    if words.iter().any(|word| NOT_YET.has(source.word(word))) {
        return None;
    }
    let spoken = |at: usize| words.get(at).map_or("", |word| source.word(word));
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", spoken);
        let named = match document {
            Document::Plan => match source.word(word) {
                plan if is_any(plan, &["plan", "plans"]) => {
                    PLANS.has(before) || (is_any(before, &["our", "the"]) && says_there(&spoken, at))
                }
                "workplan" | "Workplan" => true,
                strategy if is_any(strategy, &["strategy"]) => {
                    is_any(spoken(at + 1), &["document", "paper", "is"]) && says_there(&spoken, at)
                }
                _ => false,
            },
            Document::Report => match source.word(word) {
                report if is_any(report, &["report", "reports", "statement", "statements"]) => {
                    REPORTS.has(before) || says_there(&spoken, at)
                }
                audit if is_any(audit, &["audit"]) => says_there(&spoken, at),
                _ => false,
            },
        };
        if named {
            let start = at.checked_sub(1).and_then(|before| words.get(before)).unwrap_or(word);
            return Some(start.place.start..word.place.end);
        }
    }
    None
}

/// Returns whether the word at `at`, one of the eight words after it or the three before it says that it is available.
fn says_there<'a>(spoken: &impl Fn(usize) -> &'a str, at: usize) -> bool {
    (at.saturating_sub(3)..at + 9).any(|next| THERE.has(spoken(next)))
}
