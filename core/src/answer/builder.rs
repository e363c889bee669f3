//! The only maker of trees: it takes pieces in reading order and brings them into normal form.
//!
//! It accepts calls in any order: closing what was not opened, or opening without closing, does no harm.

use super::line::LineBuilder;
use super::tree::{Answer, Block, Item, Line, List, ListKind, Run, Style};

/// The greatest depth of nested lists. Deeper items stay on the deepest level: a page does not show more anyway, and
/// so no input can exhaust the stack.
const MAX_DEPTH: usize = 16;

/// Builds an [`Answer`] in normal form.
#[derive(Debug, Default)]
pub struct Builder {
    blocks: Vec<Block>,
    paragraph: Vec<Line>,
    line: LineBuilder,
    lists: Vec<OpenList>,
    /// The number of open lists beyond [`MAX_DEPTH`].
    too_deep: usize,
}

#[derive(Debug)]
struct OpenList {
    kind: ListKind,
    items: Vec<Item>,
    children: Vec<List>,
    line: Option<Line>,
}

impl Builder {
    /// Creates a builder of an empty answer.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds text. Any white space in it, including line breaks, becomes one blank; characters that MediaWiki would
    /// replace are left out.
    pub fn text(&mut self, text: &str, style: Style) {
        self.line.text(text, style);
    }

    /// Adds a link to a page. A target that can't be a page's leaves only the label, as text. An empty label shows the target.
    pub fn page_link(&mut self, target: &str, label: Vec<Run>) {
        self.line.page_link(target, label);
    }

    /// Adds a link to a web address. A `url` that can't be one leaves only the label, as text. A label that repeats the
    /// address makes a bare address.
    pub fn external_link(&mut self, url: &str, label: Vec<Run>) {
        self.line.external_link(url, label);
    }

    /// Adds a bare web address, or plain text if `url` can't be one.
    pub fn url(&mut self, url: &str, style: Style) {
        self.line.url(url, style);
    }

    /// Ends the line within the paragraph. In a list item, which has one line only, adds a blank instead.
    pub fn line_break(&mut self) {
        if self.lists.is_empty() {
            self.end_line();
        } else {
            self.line.text(" ", Style::NONE);
        }
    }

    /// Ends the paragraph. In a list item, adds a blank instead.
    pub fn end_block(&mut self) {
        self.line_break();
        if self.lists.is_empty() {
            self.end_paragraph();
        }
    }

    /// Begins a list, nested in the open item if there is one.
    pub fn open_list(&mut self, kind: ListKind) {
        if self.lists.is_empty() {
            self.end_block();
        } else {
            self.end_item_line();
        }
        if self.lists.len() == MAX_DEPTH {
            self.too_deep += 1;
        } else {
            self.lists.push(OpenList { kind, items: Vec::new(), children: Vec::new(), line: None });
        }
    }

    /// Begins a list item, or a line if no list is open.
    pub fn open_item(&mut self) {
        self.close_item();
    }

    /// Ends the open list item, or the line if no list is open.
    pub fn close_item(&mut self) {
        if self.lists.is_empty() {
            self.end_line();
        } else {
            self.end_item_line();
            self.end_item();
        }
    }

    /// Ends the innermost open list, if there is one.
    pub fn close_list(&mut self) {
        if self.lists.is_empty() {
            return;
        }
        self.close_item();
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(list) = self.lists.pop() {
            self.add_list(List { kind: list.kind, items: list.items });
        }
    }

    /// Closes everything that is open and returns the answer in normal form.
    pub fn finish(mut self) -> Answer {
        self.too_deep = 0;
        while !self.lists.is_empty() {
            self.close_list();
        }
        self.end_block();
        Answer { blocks: self.blocks }
    }

    fn end_line(&mut self) {
        let line = self.line.take();
        if !line.is_empty() {
            self.paragraph.push(line);
        }
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            self.blocks.push(Block::Paragraph(std::mem::take(&mut self.paragraph)));
        }
    }

    /// Ends the line of the open list item. Text after a nested list becomes an item of its own.
    fn end_item_line(&mut self) {
        let line = self.line.take();
        if line.is_empty() {
            return;
        }
        if self.lists.last().is_some_and(|list| list.line.is_some() || !list.children.is_empty()) {
            self.end_item();
        }
        if let Some(list) = self.lists.last_mut() {
            list.line = Some(line);
        }
    }

    /// Ends the open list item. An item without a line moves its nested items up: only the indentation is lost.
    fn end_item(&mut self) {
        let Some(list) = self.lists.last_mut() else { return };
        let children = std::mem::take(&mut list.children);
        match list.line.take() {
            Some(line) => list.items.push(Item { line, children }),
            None => list.items.extend(children.into_iter().flat_map(|child| child.items)),
        }
    }

    fn add_list(&mut self, list: List) {
        if list.items.is_empty() {
            return;
        }
        match self.lists.last_mut() {
            Some(parent) => append_list(&mut parent.children, list),
            None => match self.blocks.last_mut() {
                Some(Block::List(last)) if last.kind == list.kind => last.items.extend(list.items),
                _ => self.blocks.push(Block::List(list)),
            },
        }
    }
}

fn append_list(lists: &mut Vec<List>, list: List) {
    match lists.last_mut() {
        Some(last) if last.kind == list.kind => last.items.extend(list.items),
        _ => lists.push(list),
    }
}
