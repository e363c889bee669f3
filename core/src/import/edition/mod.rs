//! Reads the whole report as one edited text, as [`crate::report::write_edition`] writes it, even after it was in a
//! pad or a document.
//!
//! The text between two headings is the source of an answer, or has no place.

mod heading;
mod keys;
mod typed_lists;

use std::ops::Range;

pub(super) use keys::QuestionKeys;

use super::collector::{Collector, Offer};
use super::pace::Pace;
use super::reading::{Note, Why};
use crate::answer::{self, Answer, Markup};
use crate::report::request::part_request;
use heading::{Heading, headings};
use typed_lists::with_list_marks;

/// Reads an edition. Returns false, with nothing taken, if none of its headings is a question.
pub(super) async fn read(text: &str, collector: &mut Collector<'_>, pace: &Pace) -> bool {
    let understand = async |source: &str, _: Range<usize>, markup| {
        let source = match markup {
            Markup::Wiki => with_list_marks(source),
            Markup::None => source.into(),
        };
        (answer::parse(&source, markup), Vec::new())
    };
    read_shown(text, understand, collector, pace).await
}

/// Reads the lines of an edition in any format: `understand` makes an answer of its source, given the text and its
/// place in the whole, in bytes. Returns false, with nothing taken, if none of its headings is a question.
pub(super) async fn read_shown(
    text: &str,
    understand: impl AsyncFn(&str, Range<usize>, Markup) -> (Answer, Vec<Note>),
    collector: &mut Collector<'_>,
    pace: &Pace,
) -> bool {
    let headings = headings(text, collector, pace).await;
    if !headings.iter().any(|(_, heading)| matches!(heading, Heading::Question { .. })) {
        return false;
    }
    let first = headings.first().map_or(text.len(), |(line, _)| line.start);
    before_headings(text.get(..first).unwrap_or_default(), collector);
    let ends = headings.iter().skip(1).map(|(line, _)| line.start).chain([text.len()]);
    let ends: Vec<usize> = ends.collect();
    for ((line, heading), end) in headings.into_iter().zip(ends) {
        // The part below begins with the end of the heading's line.
        let place = line.end..end;
        let below = text.get(place.clone()).unwrap_or_default();
        let below = below.strip_prefix('\n').unwrap_or(below);
        pace.work(below.len()).await;
        match heading {
            Heading::Title => collector.unplaced(below, Why::Outside),
            Heading::Unknown(line) => {
                let why = if line.starts_with("===") { Why::UnknownQuestion } else { Why::UnknownHeading };
                collector.unplaced(&format!("{line}\n{below}"), why);
            }
            Heading::Question { found, words } => {
                let question = collector.form.question(found.question.as_str());
                let markup = question.map_or(Markup::Wiki, |question| question.kind.markup());
                let (answer, notes) = understand(below, place, markup).await;
                collector.offer(Offer::by_wording(found, words, answer, notes));
            }
        }
    }
    true
}

fn before_headings(text: &str, collector: &mut Collector<'_>) {
    let [before, request, behind] = part_request(text).unwrap_or([text, "", ""]);
    collector.unplaced(before, Why::BeforeQuestions);
    collector.unplaced(request, Why::Request);
    collector.unplaced(behind, Why::BeforeQuestions);
}
