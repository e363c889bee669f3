//! Reads the text of a rendered page, as copied from a browser: question and answer on one line or on two; further
//! lines belong to the answer above.
//!
//! The text is literal: no character of it is markup. Only its wording distinguishes a question from an answer here,
//! so an answer's line that reads like a question is taken for one, unless a better line for that question exists
//! elsewhere.

mod foot;
mod headings;
mod lines;
mod questions;

use std::ops::Range;

use super::collector::{Collector, Offer};
use super::pace::Pace;
use super::reading::{Note, Why};
use crate::answer::{Answer, literal};
use lines::{Asked, Line, Looks, Row, heading_words};

/// Reads a page's text. Returns false, with nothing taken, if no line of it is a question.
pub(super) async fn read(text: &str, collector: &mut Collector<'_>, pace: &Pace) -> bool {
    let understand = async |text: &str, _| {
        pace.work(text.len()).await;
        (literal(text), Vec::new())
    };
    read_shown(text, understand, collector, pace).await
}

/// Reads the lines that a page shows, whatever format the page is in. Returns false, with nothing taken, if none is a question.
///
/// `understand` makes an answer of its lines, given their text and their place in the whole, in bytes.
pub(super) async fn read_shown(
    text: &str,
    understand: impl AsyncFn(&str, Range<usize>) -> (Answer, Vec<Note>),
    collector: &mut Collector<'_>,
    pace: &Pace,
) -> bool {
    let lines = lines::lines(text, collector.wordings, pace).await;
    let chosen = questions::choose(&lines, collector, pace).await;
    let Some(head) = chosen.first().copied() else { return false };
    let headings = headings::standing(&lines, &chosen, collector, pace).await;
    let foot = foot::start(&lines, &chosen, collector, pace).await;
    let last = headings::last(lines.get(..foot).unwrap_or_default(), &chosen, collector);
    let text_of = |lines: &[Line<'_>]| lines.iter().map(|line| line.text).collect::<Vec<_>>().join("\n");

    collector.loose(&text_of(lines.get(..head).unwrap_or_default()), Why::BeforeQuestions, pace).await;
    let mut opens: Vec<Open<'_>> = Vec::new();
    for (at, line) in lines.iter().enumerate().take(foot).skip(head) {
        pace.work(line.text.len() + 1).await;
        if chosen.contains(&at) {
            opens.extend(Open::begin(line));
        } else if !headings.contains(&at)
            && !last.contains(&at)
            && let Some(open) = opens.last_mut()
        {
            open.add(line);
        }
    }
    let closes = rows_are_closed(&opens);
    for mut open in opens {
        open.close(closes);
        let Open { asked, answer, place, mut notes } = open;
        let (answer, more) = understand(&answer, place).await;
        notes.extend(more);
        collector.offer(Offer::by_wording(asked.found.clone(), asked.words, answer, notes));
    }
    for line in last.iter().filter_map(|at| lines.get(*at)) {
        collector.unplaced(heading_words(line.text), Why::HeadingLast);
    }
    collector.loose(&text_of(lines.get(foot..).unwrap_or_default()), Why::Outside, pace).await;
    true
}

/// Returns whether a table's rows as text end with borders, `question | answer | |`: most of the rows with one between
/// question and answer do.
fn rows_are_closed(opens: &[Open<'_>]) -> bool {
    let rows = opens.iter().filter(|open| open.asked.row != Row::None);
    let ends = rows.map(|open| open.answer.trim_end()).filter(|answer| !answer.is_empty());
    let (all, closed) =
        ends.fold((0, 0), |(all, closed), answer| (all + 1, closed + usize::from(answer.ends_with('|'))));
    2 * closed > all
}

/// A question with the lines of its answer.
struct Open<'l> {
    asked: &'l Asked<'l>,
    answer: String,
    place: Range<usize>,
    notes: Vec<Note>,
}

impl<'l> Open<'l> {
    fn begin(line: &'l Line<'l>) -> Option<Self> {
        let Looks::Question(asked) = &line.looks else { return None };
        // A question's answer goes to the line's end.
        let place = line.end() - asked.answer.len()..line.end();
        Some(Self { asked, answer: asked.answer.to_owned(), place, notes: Vec::new() })
    }

    fn add(&mut self, line: &Line<'_>) {
        self.answer.push('\n');
        self.answer.push_str(line.text);
        match &line.looks {
            Looks::Question(_) => self.notes.push(Note::QuestionInside { line: line.text.to_owned() }),
            Looks::Heading => self.notes.push(Note::HeadingInside { line: line.text.to_owned() }),
            Looks::Blank => return,
            Looks::Text => {}
        }
        self.place.end = line.end();
    }

    /// Removes the borders that close a table's row, if this is one: `closes` says so for rows that do not begin with
    /// a border.
    fn close(&mut self, closes: bool) {
        let is_closed = match self.asked.row {
            Row::None => false,
            Row::Parted => closes,
            Row::Framed => true,
        };
        if is_closed {
            let shown = self.answer.trim_end().len();
            self.answer.truncate(lines::without_closing(&self.answer).len());
            self.place.end = self.place.end.saturating_sub(shown - self.answer.len()).max(self.place.start);
        }
    }
}
