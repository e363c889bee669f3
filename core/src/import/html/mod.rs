//! A rendered page's HTML, whole or a part, from a browser's clipboard or a saved file.

mod answer;
mod attribute;
mod element;
mod link;
mod page;
mod pairs;
mod style;
mod tables;
#[cfg(test)]
mod tests;
mod token;

use std::ops::Range;

use super::collector::Collector;
use super::page_text;
use super::reading::{Note, Why};
use super::rows::{self, Cells};
use crate::answer::Answer;
use page::Page;

/// Reads HTML: rows of tables that ask questions, or, where there are none, its lines as in a page's text. Returns false, with
/// nothing taken, if there is no question either way.
pub(super) fn read(html: &str, collector: &mut Collector<'_>) -> bool {
    let page = Page::new(html);
    let content = page.content();
    for title in page.titles() {
        collector.title(&title);
    }
    let rows = tables::rows(&page.tokens);
    rows::place(&rows, content.clone(), &Html { page: &page }, collector)
        || read_lines(&page, content, collector)
}

/// Reads a piece of HTML as one answer, such as a browser's clipboard. Lists, links, bold and italics come in; everything else as
/// text.
pub fn answer_of_html(html: &str) -> Answer {
    let page = Page::new(html);
    let all = 0..page.tokens.len();
    answer::answer(&page, all, 0).0
}

/// Reads a page without tables that ask: questions as headings or in lines, answers below or behind them.
fn read_lines(page: &Page<'_>, content: Range<usize>, collector: &mut Collector<'_>) -> bool {
    let shown = page.shown(content);
    let understand = |_: &str, place: Range<usize>| {
        let (tokens, skip) = shown.tokens(place);
        answer::answer(page, tokens, skip)
    };
    page_text::read_shown(&shown.text, &understand, collector)
}

struct Html<'p, 'a> {
    page: &'p Page<'a>,
}

impl Cells for Html<'_, '_> {
    fn words(&self, cell: &Range<usize>) -> Option<(String, Vec<Note>)> {
        Some((self.page.short_text(cell.clone())?, Vec::new()))
    }

    fn answer(&self, cell: &Range<usize>) -> (Answer, Vec<Note>) {
        answer::answer(self.page, cell.clone(), 0)
    }

    fn text(&self, place: Range<usize>) -> String {
        self.page.text(place)
    }

    fn around(&self, place: Range<usize>, why: Why, collector: &mut Collector<'_>) {
        collector.loose(&self.page.text(place), why);
    }
}
