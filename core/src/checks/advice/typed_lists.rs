//! Lists typed with "1.", "•" or "-", which run together on the page, and the wiki lists they are meant to be.

use std::ops::Range;

use super::super::list_line::{ListLine, Mark};
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::i18n::Message;
use crate::letters::is_blank;

/// Adds one suggestion for each typed list.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if !subject.has_markup() {
        return;
    }
    let text = subject.source.text;
    // A single line is a list only after a bullet, which is not ASCII: most answers are rejected here.
    if !text.contains('\n') && text.is_ascii() {
        return;
    }
    let mut block = Block::default();
    let mut start = 0;
    for line in text.split('\n') {
        let place = start..start + line.len();
        start = place.end + 1;
        if line.trim_matches(is_blank).is_empty() {
            continue;
        }
        match ListLine::read(line).filter(|item| item.mark != Mark::Wiki) {
            Some(item) => {
                if !block.takes(&item) {
                    std::mem::take(&mut block).close(subject, found);
                }
                block.push(place, &item);
            }
            None => std::mem::take(&mut block).close(subject, found),
        }
    }
    block.close(subject, found);
}

/// Adjacent lines that form one list.
#[derive(Default)]
struct Block {
    place: Range<usize>,
    lines: usize,
    /// The mark of the outermost lines.
    mark: Option<Mark>,
    /// The open levels, outermost first: the number of characters before the mark and the sign in wiki notation.
    levels: Vec<(usize, char)>,
    /// Whether the outermost numbers go 1, 2, 3.
    in_order: bool,
    last: u32,
    wiki: String,
}

/// The greatest number of levels of a list. Deeper ones are useless on a page, and each costs a sign on every line.
const DEEPEST: usize = 4;

impl Block {
    /// Returns whether a line continues this list: with the same marks on the outermost level, or anything indented
    /// below it.
    fn takes(&self, item: &ListLine<'_>) -> bool {
        let (Some(mark), Some((indent, _))) = (self.mark, self.levels.first()) else { return true };
        item.indent > indent + 1 || std::mem::discriminant(&mark) == std::mem::discriminant(&item.mark)
    }

    fn push(&mut self, place: Range<usize>, item: &ListLine<'_>) {
        let sign = if matches!(item.mark, Mark::Number(_)) { '#' } else { '*' };
        while self.levels.len() > 1 && self.levels.last().is_some_and(|(indent, _)| item.indent < *indent) {
            self.levels.pop();
        }
        let room = self.levels.len() < DEEPEST;
        match self.levels.last_mut() {
            Some((indent, _)) if room && item.indent > *indent + 1 => {
                self.levels.push((item.indent, sign));
            }
            Some((_, last)) => *last = sign,
            None => {
                self.levels.push((item.indent, sign));
                self.mark = Some(item.mark);
                self.place.start = place.start;
                self.in_order = true;
            }
        }
        if let (Mark::Number(number), 1) = (item.mark, self.levels.len()) {
            self.in_order &= number == self.last + 1;
            self.last = number;
        }
        if !self.wiki.is_empty() {
            self.wiki.push('\n');
        }
        self.wiki.extend(self.levels.iter().map(|(_, sign)| sign));
        self.wiki.push(' ');
        self.wiki.push_str(item.rest);
        self.place.end = place.end;
        self.lines += 1;
    }

    /// Adds a suggestion if the lines make a list. A single bullet is enough; dashes and numbers need a second line,
    /// and numbers must be in order, as a list on the page would renumber them.
    fn close(self, subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
        let is_list = match self.mark {
            Some(Mark::Bullet) => true,
            Some(Mark::Dash) => self.lines > 1,
            Some(Mark::Number(_)) => self.lines > 1 && self.last > 1 && self.in_order,
            Some(Mark::Wiki) | None => false,
        };
        if is_list && !subject.source.has_escape(&self.place) {
            found.push(
                subject
                    .suggest(SuggestionId::TypedList, self.place.clone(), Message::new("suggest-typed-list"))
                    .mended(self.place, self.wiki, Message::new("mend-make-list")),
            );
        }
    }
}
