//! Chooses the questions among the lines that read like questions.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{Line, Looks};
use crate::import::collector::Collector;
use crate::import::pace::Pace;

/// A line that reads like a question.
struct Candidate {
    line: usize,
    likeness: f32,
    /// The question's index in the form.
    place: usize,
    /// Whether an answer follows on the line.
    answered: bool,
}

/// Chooses the lines that begin a question: one for each question found.
///
/// Of several lines for one question, the one with the better likeness counts, then the one between the same
/// neighbours as in the form, then the first.
pub(super) async fn choose(lines: &[Line<'_>], collector: &Collector<'_>, pace: &Pace) -> BTreeSet<usize> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        pace.work(1).await;
        if let Looks::Question(asked) = &line.looks
            && let Some(place) = collector.place(&asked.found.question)
        {
            let answered = !asked.answer.is_empty();
            candidates.push(Candidate { line: at, likeness: asked.found.likeness, place, answered });
        }
    }
    let mut best: BTreeMap<usize, (f32, usize, usize)> = BTreeMap::default();
    for (at, Candidate { line, likeness, place, .. }) in candidates.iter().enumerate() {
        pace.work(1).await;
        let order = order(&candidates, at);
        if best.get(place).is_none_or(|(known, known_order, _)| (*likeness, order) > (*known, *known_order)) {
            best.insert(*place, (*likeness, order, *line));
        }
    }
    best.into_values().map(|(_, _, line)| line).collect()
}

/// Rates a candidate's position: after the question before it, above the one after it, with an answer of its own.
fn order(candidates: &[Candidate], at: usize) -> usize {
    let Some(candidate) = candidates.get(at) else { return 0 };
    let before = at.checked_sub(1).and_then(|before| candidates.get(before));
    let follows = before.map_or(0, |before| before.place + 1) == candidate.place;
    let leads = candidates.get(at + 1).is_some_and(|after| after.place == candidate.place + 1);
    2 * (usize::from(follows) + usize::from(leads)) + usize::from(candidate.answered)
}
