//! The levels of lists: the one place that knows how each program writes them.
//!
//! A list may be in an item of another (HTML's own way), directly in another (Google Docs, LibreOffice, Outlook), or
//! alone with its level in an attribute or class (Word for the web, Slack, Etherpad, Google's export). Word has
//! paragraphs instead.

use super::css::Look;
use super::token::Tag;
use crate::answer::{Builder, ListKind};

/// The deepest level that is kept. Deeper items stay on it.
const DEEPEST: usize = 16;

/// The lists and items that are open in the HTML, and those that are open in the answer.
///
/// An item begins in the answer with its first text, so that lists without text between them, and items with only a
/// list, show nothing.
#[derive(Default)]
pub(super) struct Lists {
    /// The open elements, the innermost last.
    open: Vec<Open>,
    /// The number of items so far, those of the answer and others.
    items: usize,
    /// The item in the answer that text belongs to; 0 where there is none.
    current: usize,
    /// The kinds of the lists that are open in the answer, the outermost first.
    built: Vec<ListKind>,
}

enum Open {
    List {
        kind: ListKind,
        /// The level of its items, from 1 on.
        level: usize,
    },
    Item {
        kind: ListKind,
        level: usize,
        /// The item's number, from 1 on.
        number: usize,
        /// Whether the item is a paragraph, without a list around it.
        paragraph: bool,
    },
}

impl Lists {
    /// Begins a list.
    pub(super) fn open_list(&mut self, kind: ListKind, tag: &Tag<'_>) {
        let level = (self.level() + 1).max(level(tag).unwrap_or(1));
        self.open.push(Open::List { kind, level });
    }

    /// Ends the innermost open list.
    pub(super) fn close_list(&mut self) {
        let list = self.open.iter().rposition(|open| matches!(open, Open::List { .. }));
        self.open.truncate(list.unwrap_or(self.open.len()));
    }

    /// Begins an item of the innermost open list, or one that has its own level (Word for the web leaves out the list
    /// around items with pictures). Returns false if there is neither.
    pub(super) fn open_item(&mut self, tag: &Tag<'_>, look: Look) -> bool {
        self.close_item();
        let own = level(tag).or(look.list_level);
        let (kind, level) = match (self.open.last(), own) {
            (Some(&Open::List { kind, level }), own) => (kind, own.unwrap_or(1).max(level)),
            (_, Some(own)) => (kind_of_item(tag), own),
            (_, None) => return false,
        };
        self.begin(kind, level, false);
        true
    }

    /// Ends the open item of the innermost open list. Returns whether a list is open.
    pub(super) fn close_item(&mut self) -> bool {
        if let Some(Open::Item { .. }) = self.open.last() {
            self.open.pop();
        }
        !self.open.is_empty()
    }

    /// Begins a paragraph, which is an item if its style says so (`mso-list`), unless it is inside an item.
    pub(super) fn open_paragraph(&mut self, look: Look) {
        self.close_paragraph();
        if let (Some(level), true) = (look.list_level, self.open.is_empty()) {
            self.begin(ListKind::Bulleted, level, true);
        }
    }

    /// Ends a paragraph that is an item.
    pub(super) fn close_paragraph(&mut self) {
        if let Some(Open::Item { paragraph: true, .. }) = self.open.last() {
            self.open.pop();
        }
    }

    /// Takes the kind of list from a paragraph's mark.
    pub(super) fn mark(&mut self, marked: ListKind) {
        if let Some(Open::Item { kind, paragraph: true, .. }) = self.open.last_mut() {
            *kind = marked;
        }
    }

    /// Makes the lists open in the answer the same as those open in the HTML, as text follows.
    pub(super) fn settle(&mut self, builder: &mut Builder) {
        match self.open.last() {
            None => self.close_to(0, builder),
            Some(&Open::Item { kind, level, number, .. }) if number > self.current => {
                self.place(kind, level, builder);
                self.current = number;
            }
            // After a list in the item.
            Some(&Open::Item { level, number, .. }) if number < self.current => {
                self.close_to(level.min(DEEPEST), builder);
                self.current = number;
            }
            Some(Open::Item { .. }) => {}
            // Text without an item.
            Some(&Open::List { kind, level }) => {
                self.begin(kind, level, false);
                self.settle(builder);
            }
        }
    }

    fn level(&self) -> usize {
        match self.open.last() {
            Some(Open::List { level, .. } | Open::Item { level, .. }) => *level,
            None => 0,
        }
    }

    fn begin(&mut self, kind: ListKind, level: usize, paragraph: bool) {
        self.items += 1;
        self.open.push(Open::Item { kind, level: level.max(1), number: self.items, paragraph });
    }

    /// Begins an item of the answer.
    fn place(&mut self, kind: ListKind, level: usize, builder: &mut Builder) {
        let level = level.min(DEEPEST);
        self.close_to(level, builder);
        if self.built.len() == level && self.built.last() != Some(&kind) {
            self.close_to(level - 1, builder);
        }
        while self.built.len() < level {
            builder.open_list(kind);
            self.built.push(kind);
        }
        builder.open_item();
    }

    fn close_to(&mut self, level: usize, builder: &mut Builder) {
        while self.built.len() > level {
            builder.close_list();
            self.built.pop();
        }
    }
}

/// Returns the kind of list that an item itself gives: Word for the web writes the number's format, as in `%1.`.
fn kind_of_item(tag: &Tag<'_>) -> ListKind {
    match tag.attribute("data-leveltext").is_some_and(|text| text.contains('%')) {
        true => ListKind::Numbered,
        false => ListKind::Bulleted,
    }
}

/// Returns the level that a list or an item itself gives, from 1 on.
fn level(tag: &Tag<'_>) -> Option<usize> {
    let number = |text: &str| text.trim().parse::<usize>().ok();
    let attribute = |name: &str| tag.attribute(name).and_then(|value| number(&value));
    let from_1 = || ["data-aria-level", "aria-level"].into_iter().find_map(attribute);
    let from_0 = || {
        let found =
            ["data-stringify-indent", "data-indent", "data-indent-level"].into_iter().find_map(attribute);
        found.map(|level| level.saturating_add(1))
    };
    from_1()
        .or_else(from_0)
        .or_else(|| tag.attribute("class")?.split_ascii_whitespace().find_map(level_of_class))
}

/// Returns the level that a class gives: `lst-kix_abc-1` (Google's export), `list-bullet2` (Etherpad), `ql-indent-1`
/// (Quill).
fn level_of_class(class: &str) -> Option<usize> {
    if let Some(rest) = class.strip_prefix("lst-") {
        let level: usize = rest.rsplit_once('-')?.1.parse().ok()?;
        return level.checked_add(1);
    }
    if let Some(level) = class.strip_prefix("ql-indent-") {
        return level.parse::<usize>().ok()?.checked_add(1);
    }
    ["list-bullet", "list-number", "list-task", "listindent"]
        .iter()
        .find_map(|name| class.strip_prefix(name)?.parse().ok())
}
