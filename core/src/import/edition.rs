//! The whole report as one edited text, as [`crate::report::write_edition`] writes it.
//!
//! Only a line of the exact shape `=== … ===` at a line's very beginning is a question; everything up to the next
//! heading is its answer's source.

use super::collector::{Collector, Offer};
use super::pace::Pace;
use super::reading::Why;
use crate::answer;
use crate::answer::Markup;
use crate::form::Form;
use crate::form::wording::Match;
use crate::report::request::part_request;

/// Reads an edition. Returns false, with nothing taken, if none of its headings is a question.
pub(super) async fn read(text: &str, collector: &mut Collector<'_>, pace: &Pace) -> bool {
    let parts = parts(text, collector, pace).await;
    if !parts.iter().any(|part| matches!(part.heading, Heading::Question { .. })) {
        return false;
    }
    for part in parts {
        place(part, collector, pace).await;
    }
    true
}

/// Returns whether any line of a text is the heading of one of the form's questions, word for word.
pub(super) async fn has_heading(form: &Form, text: &str, pace: &Pace) -> bool {
    for line in text.split('\n') {
        if title(line, "===").is_some_and(|title| form.questions().any(|question| question.text == title)) {
            return true;
        }
        pace.work(line.len() + 1).await;
    }
    false
}

/// A heading of an edition and the lines below it.
struct Part<'t> {
    heading: Heading<'t>,
    lines: Vec<&'t str>,
}

enum Heading<'t> {
    /// No heading: the text's beginning.
    None,
    Question {
        found: Match,
        words: &'t str,
    },
    /// A section's or group's heading.
    Section,
    /// A heading that is none of this form's: the whole line.
    Unknown(&'t str),
}

async fn parts<'t>(text: &'t str, collector: &Collector<'_>, pace: &Pace) -> Vec<Part<'t>> {
    let mut parts = vec![Part { heading: Heading::None, lines: Vec::new() }];
    for line in text.split('\n') {
        match heading(line, collector) {
            Some(heading) => parts.push(Part { heading, lines: Vec::new() }),
            None => {
                if let Some(part) = parts.last_mut() {
                    part.lines.push(line);
                }
            }
        }
        pace.work(line.len() + 1).await;
    }
    parts
}

fn heading<'t>(line: &'t str, collector: &Collector<'_>) -> Option<Heading<'t>> {
    if let Some(words) = title(line, "===") {
        let found = collector.wordings.whole(words);
        return Some(found.map_or(Heading::Unknown(line), |found| Heading::Question { found, words }));
    }
    let words = title(line, "==")?;
    Some(if collector.headings.holds(words) { Heading::Section } else { Heading::Unknown(line) })
}

/// Returns what stands between a heading's marks; `None` where the line is no heading.
fn title<'t>(line: &'t str, mark: &str) -> Option<&'t str> {
    let inside = line.trim_end().strip_prefix(mark)?.strip_suffix(mark)?;
    let title = inside.strip_prefix(' ')?.strip_suffix(' ')?.trim();
    (!title.is_empty()).then_some(title)
}

async fn place(part: Part<'_>, collector: &mut Collector<'_>, pace: &Pace) {
    let text = part.lines.join("\n");
    match part.heading {
        Heading::None => {
            let [before, request, behind] = part_request(&text).unwrap_or([&text, "", ""]);
            collector.unplaced(before, Why::BeforeQuestions);
            collector.unplaced(request, Why::Request);
            collector.unplaced(behind, Why::BeforeQuestions);
        }
        Heading::Section => collector.unplaced(&text, Why::Outside),
        Heading::Unknown(line) => {
            let why = if line.starts_with("===") { Why::UnknownQuestion } else { Why::UnknownHeading };
            collector.unplaced(&format!("{line}\n{text}"), why);
        }
        Heading::Question { found, words } => {
            let question = collector.form.question(found.question.as_str());
            let markup = question.map_or(Markup::Wiki, |question| question.kind.markup());
            pace.work(text.len()).await;
            let answer = answer::parse(&text, markup);
            collector.offer(Offer::by_wording(found, words, answer, Vec::new()));
        }
    }
}
