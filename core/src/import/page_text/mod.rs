//! The text of a rendered page, as copied from a browser: question and answer on one line or on two, further lines
//! belong to the answer above.
//!
//! What is shown is literal: no character of it is markup. Only wording tells a question from an answer here, so an
//! answer's line that reads like a question is taken for one unless that question stands elsewhere in a better way.

mod foot;
mod headings;
mod lines;
mod questions;

use std::ops::Range;

use super::blanks::plain_blanks;
use super::collector::{Collector, Offer};
use super::reading::{Note, Why};
use crate::answer::{Answer, literal};
use lines::{Line, Looks};

/// Reads a page's text. Returns false, with nothing taken, if no line of it is a question.
pub(super) fn read(text: &str, collector: &mut Collector<'_>) -> bool {
    read_shown(&plain_blanks(text), &|text, _| (literal(text), Vec::new()), collector)
}

/// A function that makes an answer of an answer's lines: by their text, or by their place among the bytes of the whole.
pub(super) type Understand<'u> = &'u dyn Fn(&str, Range<usize>) -> (Answer, Vec<Note>);

/// Reads the lines that a page shows, whatever format the page is in. Returns false, with nothing taken, if none is a question.
pub(super) fn read_shown(text: &str, understand: Understand<'_>, collector: &mut Collector<'_>) -> bool {
    let lines = lines::split(text, collector.wordings);
    let chosen = questions::choose(&lines, collector);
    let Some(head) = chosen.first().copied() else { return false };
    let headings = headings::standing(&lines, &chosen, collector);
    let foot = foot::start(&lines, &chosen, collector);
    let text_of = |lines: &[Line<'_>]| lines.iter().map(|line| line.text).collect::<Vec<_>>().join("\n");

    collector.loose(&text_of(lines.get(..head).unwrap_or_default()), Why::BeforeQuestions);
    let mut open: Option<Open<'_>> = None;
    for (at, line) in lines.iter().enumerate().take(foot).skip(head) {
        if chosen.contains(&at) {
            finish(open.take(), understand, collector);
            open = Open::begin(line);
        } else if !headings.contains(&at)
            && let Some(open) = &mut open
        {
            open.add(line);
        }
    }
    finish(open, understand, collector);
    collector.loose(&text_of(lines.get(foot..).unwrap_or_default()), Why::Outside);
    true
}

/// A question whose answer's lines are still coming.
struct Open<'l> {
    line: &'l Line<'l>,
    answer: String,
    place: Range<usize>,
    notes: Vec<Note>,
}

impl<'l> Open<'l> {
    fn begin(line: &'l Line<'l>) -> Option<Self> {
        let Looks::Question { answer, .. } = &line.looks else { return None };
        // A question's answer goes to the line's end.
        let place = line.end() - answer.len()..line.end();
        Some(Self { line, answer: (*answer).to_owned(), place, notes: Vec::new() })
    }

    fn add(&mut self, line: &Line<'_>) {
        self.answer.push('\n');
        self.answer.push_str(line.text);
        match &line.looks {
            Looks::Question { .. } => self.notes.push(Note::QuestionInside { line: line.text.to_owned() }),
            Looks::Heading => self.notes.push(Note::HeadingInside { line: line.text.to_owned() }),
            Looks::Blank => return,
            Looks::Text => {}
        }
        self.place.end = line.end();
    }
}

fn finish(open: Option<Open<'_>>, understand: Understand<'_>, collector: &mut Collector<'_>) {
    let Some(Open { line, answer, place, mut notes }) = open else { return };
    let Looks::Question { found, words, .. } = &line.looks else { return };
    let (answer, more) = understand(&answer, place);
    notes.extend(more);
    collector.offer(Offer::by_wording(found.clone(), words, answer, notes));
}
