//! Recognizes the headings of an edition, even after a program or a person has changed them.
//!
//! A line with both marks as written, `=== … ===` at its very beginning, is a heading whatever its words are. A line
//! that has lost some or all of its marks is a heading if it is a question or a title word for word. Without any mark,
//! it counts only for a question that has no marked heading, and for a title only right above its own questions, as an
//! answer may have such a line, too.

use std::collections::BTreeSet;
use std::ops::Range;

use super::keys::{LooseLine, QuestionKeys, without_number};
use crate::form::wording::Match;
use crate::import::collector::{Collector, EXACT};
use crate::import::pace::Pace;

/// A heading of an edition.
pub(super) enum Heading<'t> {
    /// A question's heading.
    Question {
        /// The question that was recognized.
        found: Match,
        /// The question as it was written.
        words: &'t str,
    },
    /// A section's or group's title.
    Title,
    /// A heading that this form does not have: the whole line.
    Unknown(&'t str),
}

/// A heading with the place of its line among the text's bytes.
pub(super) type Placed<'t> = (Range<usize>, Heading<'t>);

/// A line that may be a heading.
enum Candidate<'t> {
    /// A certain heading.
    Sure(Heading<'t>),
    /// A question's words without a mark.
    Bare(Match, &'t str),
    /// A title without its original marks: the parts of the form that it names.
    Title(Vec<Range<usize>>),
}

/// Finds the headings of a text, in order.
pub(super) async fn headings<'t>(text: &'t str, collector: &Collector<'_>, pace: &Pace) -> Vec<Placed<'t>> {
    let keys = QuestionKeys::of(collector.form);
    let mut at = 0;
    let mut candidates = Vec::new();
    for line in text.split('\n') {
        let place = at..at + line.len();
        at = place.end + 1;
        candidates.extend(candidate(line, &keys, collector).map(|candidate| (place, candidate)));
        pace.work(line.len() + 1).await;
    }
    let mut there: BTreeSet<_> = candidates
        .iter()
        .filter_map(|(_, candidate)| match candidate {
            Candidate::Sure(Heading::Question { found, .. }) => Some(found.question.clone()),
            _ => None,
        })
        .collect();
    // Of several lines for one question, the first is its heading.
    candidates.retain(|(_, candidate)| match candidate {
        Candidate::Bare(found, _) => there.insert(found.question.clone()),
        Candidate::Sure(_) | Candidate::Title(_) => true,
    });
    standing(text, candidates, collector)
}

/// Removes the titles without both marks that are not right above one of their questions, or above another title that
/// is.
fn standing<'t>(
    text: &str,
    candidates: Vec<(Range<usize>, Candidate<'t>)>,
    collector: &Collector<'_>,
) -> Vec<Placed<'t>> {
    let mut headings = Vec::new();
    // From the bottom up: where the heading below begins, and the index in the form of the question below.
    let mut below: Option<(usize, Option<usize>)> = None;
    for (place, candidate) in candidates.into_iter().rev() {
        let question_below = below.and_then(|(_, question)| question);
        let heading = match candidate {
            Candidate::Sure(heading) => heading,
            Candidate::Bare(found, words) => Heading::Question { found, words },
            Candidate::Title(parts) => {
                let start = below.map(|(start, _)| start);
                let between = start.and_then(|start| text.get(place.end..start));
                let leads =
                    question_below.is_some_and(|question| parts.iter().any(|part| part.contains(&question)));
                if !leads || !between.is_some_and(|between| between.chars().all(char::is_whitespace)) {
                    continue;
                }
                Heading::Title
            }
        };
        let question = match &heading {
            Heading::Question { found, .. } => collector.place(&found.question),
            Heading::Title => question_below,
            Heading::Unknown(_) => None,
        };
        below = Some((place.start, question));
        headings.push((place, heading));
    }
    headings.reverse();
    headings
}

fn candidate<'t>(line: &'t str, keys: &QuestionKeys<'_>, collector: &Collector<'_>) -> Option<Candidate<'t>> {
    let exactly = |words: &str| {
        keys.question(words).map(|question| Match { question: question.clone(), likeness: EXACT })
    };
    let is_title = |words: &str| {
        collector.headings.holds(words)
            || without_number(words).is_some_and(|words| collector.headings.holds(words))
    };
    for (mark, takes_likeness) in [("===", true), ("==", false)] {
        let Some(words) = marked(line, mark) else { continue };
        let like = || {
            let whole = |words: &str| collector.wordings.whole(words);
            whole(words).or_else(|| whole(without_number(words)?)).filter(|_| takes_likeness)
        };
        let heading = match exactly(words) {
            Some(found) => Heading::Question { found, words },
            None if is_title(words) => Heading::Title,
            None => like().map_or(Heading::Unknown(line), |found| Heading::Question { found, words }),
        };
        return Some(Candidate::Sure(heading));
    }
    let LooseLine { words, is_marked } = LooseLine::of(line)?;
    match exactly(words) {
        Some(found) if is_marked => Some(Candidate::Sure(Heading::Question { found, words })),
        Some(found) => Some(Candidate::Bare(found, words)),
        None => {
            let parts = collector.headings.parts(words);
            let parts = if parts.is_empty() {
                without_number(words).map(|words| collector.headings.parts(words)).unwrap_or_default()
            } else {
                parts
            };
            (!parts.is_empty()).then(|| Candidate::Title(parts.to_vec()))
        }
    }
}

/// Returns the words between a heading's original marks; `None` if the line has other marks.
fn marked<'t>(line: &'t str, mark: &str) -> Option<&'t str> {
    let inside = line.trim_end().strip_prefix(mark)?.strip_suffix(mark)?;
    let title = inside.strip_prefix(' ')?.strip_suffix(' ')?.trim();
    (!title.is_empty()).then_some(title)
}
