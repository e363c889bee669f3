//! Reads a rendered page's HTML, whole or a part, from a browser's clipboard or a saved file.

mod answer;
mod attribute;
mod comments;
mod css;
mod element;
mod link;
mod lists;
mod page;
mod pairs;
pub(super) mod rendering;
pub(super) mod rendering_text;
mod seen;
mod style;
mod tables;
#[cfg(test)]
mod tests;
mod token;

use std::ops::Range;

use super::collector::Collector;
use super::directed::direct_answer;
use super::edition::{self, QuestionKeys};
use super::pace::{Pace, at_once};
use super::page_text;
use super::reading::{Note, Why};
use super::rows::{self, Cells};
use crate::answer::{Answer, Markup, parse, print_bare};
use page::Page;

/// Reads HTML: rows of tables that ask questions or, if there are none, its lines as in a page's text. Returns false,
/// with nothing taken, if there is no question either way.
pub(super) async fn read(html: &str, collector: &mut Collector<'_>, pace: &Pace) -> bool {
    let page = Page::split(html, pace).await;
    let content = page.content(pace).await;
    for title in page.titles(pace).await {
        collector.title(&title);
    }
    let rows = tables::rows(&page.tokens, pace).await;
    rows::place(&rows, content.clone(), &Html { page: &page, pace }, collector, pace).await
        || read_pad(&page, content.clone(), collector, pace).await
        || read_lines(&page, content, collector, pace).await
}

/// Reads an edition that was in a pad or a document: its text is the source of answers, and bold, lists and links made
/// there are kept. Returns false, with nothing taken, if none of its headings is a question.
async fn read_pad(
    page: &Page<'_>,
    content: Range<usize>,
    collector: &mut Collector<'_>,
    pace: &Pace,
) -> bool {
    if page.wiki {
        return false;
    }
    let content = page.behind_title(content);
    let shown = page.shown(content.clone(), pace).await;
    let keys = QuestionKeys::of(collector.form);
    let is_question = |heading: &str| keys.question(heading).is_some();
    if !keys.any_marked(&shown.text, pace).await && !page.any_heading(content, is_question, pace).await {
        return false;
    }
    let understand = async |_: &str, place: Range<usize>, markup: Markup| {
        let (tokens, skip) = shown.tokens(place);
        let (answer, notes) = answer::answer(page, tokens, skip, pace).await;
        (parse(&print_bare(&answer), markup), notes)
    };
    edition::read_shown(&shown.text, understand, collector, pace).await
}

/// A piece of HTML as one answer.
pub(super) struct Piece {
    pub(super) answer: Answer,
    pub(super) notes: Vec<Note>,
    /// Whether the plain text that a program provides beside the HTML may contain text that its author did not see, or
    /// signs that only separate cells.
    pub(super) differs_from_plain: bool,
}

/// Reads a piece of HTML as one answer, such as a browser's clipboard. Lists, links, bold and italics are kept;
/// everything else that its author saw becomes text.
pub(super) fn piece(html: &str) -> Piece {
    let mut page = Page::new(html);
    // A place on the source page does not exist on the target page.
    page.wiki = false;
    let (mut answer, notes) = at_once(answer::answer(&page, 0..page.tokens.len(), 0, &Pace::over(html)));
    let before = answer.clone();
    direct_answer(&mut answer);
    Piece { differs_from_plain: page.left_out || page.has_table() || answer != before, answer, notes }
}

/// Reads a page without tables that ask: questions as headings or in lines, answers below or after them.
async fn read_lines(
    page: &Page<'_>,
    content: Range<usize>,
    collector: &mut Collector<'_>,
    pace: &Pace,
) -> bool {
    let shown = page.shown(content, pace).await;
    let understand = async |_: &str, place: Range<usize>| {
        let (tokens, skip) = shown.tokens(place);
        answer::answer(page, tokens, skip, pace).await
    };
    page_text::read_shown(&shown.text, understand, collector, pace).await
}

struct Html<'p, 'a> {
    page: &'p Page<'a>,
    pace: &'p Pace,
}

impl Cells for Html<'_, '_> {
    fn words(&self, cell: &Range<usize>) -> Option<(String, Vec<Note>)> {
        Some((self.page.short_text(cell.clone())?, Vec::new()))
    }

    async fn answer(&self, cell: &Range<usize>) -> (Answer, Vec<Note>) {
        answer::answer(self.page, cell.clone(), 0, self.pace).await
    }

    async fn text(&self, place: Range<usize>) -> String {
        self.page.text(place, self.pace).await
    }

    async fn around(&self, place: Range<usize>, why: Why, collector: &mut Collector<'_>) {
        let text = self.page.text(place, self.pace).await;
        collector.loose(&text, why, self.pace).await;
    }
}
