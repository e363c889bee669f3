//! Reads a table in a page's wikitext: one that this app wrote, or one made by hand.

mod opaque;
mod scan;

use std::ops::Range;

use super::collector::{Collector, one_line};
use super::pace::Pace;
use super::reading::{Note, Why};
use super::rows::{self, Cells};
use crate::answer::{Answer, plain_text};
use crate::wikitext::read_value;
use scan::Scan;

/// The greatest length, in bytes, of a cell that can be a question or heading in wikitext.
const MAX_WORDS_BYTES: usize = 4_000;

/// Reads the rows of a page's tables that ask questions. Returns false, with nothing taken, if there are none.
pub(super) async fn read(page: &str, collector: &mut Collector<'_>, pace: &Pace) -> bool {
    let scan = scan::scan(page, pace).await;
    rows::place(&scan.rows, 0..page.len(), &Wikitext { page, scan: &scan, pace }, collector, pace).await
}

/// Finds the place of the table that asks the most of the form's questions, its marks included.
pub(super) async fn place_of(page: &str, collector: &Collector<'_>, pace: &Pace) -> Option<Range<usize>> {
    let scan = scan::scan(page, pace).await;
    let cells = Wikitext { page, scan: &scan, pace };
    let table = rows::most_asking(&scan.rows, &cells, collector, pace).await?;
    scan.tables.get(table).cloned()
}

struct Wikitext<'p> {
    page: &'p str,
    scan: &'p Scan,
    pace: &'p Pace,
}

impl Wikitext<'_> {
    fn source(&self, place: Range<usize>) -> &str {
        self.page.get(place).unwrap_or_default()
    }

    fn read_cell(&self, cell: &Range<usize>) -> (Answer, Vec<Note>) {
        let (answer, foreign) = read_value(self.source(cell.clone()));
        (answer, foreign.into_iter().map(Note::Foreign).collect())
    }
}

impl Cells for Wikitext<'_> {
    fn words(&self, cell: &Range<usize>) -> Option<(String, Vec<Note>)> {
        let short = self.source(cell.clone()).len() <= MAX_WORDS_BYTES;
        let (answer, notes) = short.then(|| self.read_cell(cell))?;
        Some((one_line(&plain_text(&answer)), notes))
    }

    async fn answer(&self, cell: &Range<usize>) -> (Answer, Vec<Note>) {
        self.pace.work(cell.len()).await;
        self.read_cell(cell)
    }

    /// Returns the source without the marks of tables, rows and cells.
    async fn text(&self, place: Range<usize>) -> String {
        let mut text = String::new();
        let mut at = place.start;
        let first = self.scan.markup.partition_point(|mark| mark.end <= place.start);
        for mark in self.scan.markup.iter().skip(first).take_while(|mark| mark.start < place.end) {
            text.push_str(self.source(at..mark.start.max(at)));
            self.pace.work(mark.len()).await;
            at = mark.end.max(at);
        }
        text.push_str(self.source(at.min(place.end)..place.end));
        text
    }

    async fn around(&self, place: Range<usize>, why: Why, collector: &mut Collector<'_>) {
        collector.loose_source(&self.text(place).await, why, self.pace).await;
    }
}
