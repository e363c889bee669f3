//! The only maker of trees: takes pieces in reading order and puts them into normal form.
//!
//! Tolerant of any order of calls: what is closed without having been opened, or opened and never closed, does no harm.

use super::line::LineBuilder;
use super::tree::{Answer, Block, Item, Line, List, ListKind, Run, Style};

/// How deep lists may nest. Deeper items stay on the deepest level: a page shows no more anyway, and no input can
/// exhaust the stack.
const MAX_DEPTH: usize = 16;

/// Builds an [`Answer`] in normal form.
#[derive(Debug, Default)]
pub struct Builder {
    blocks: Vec<Block>,
    paragraph: Vec<Line>,
    line: LineBuilder,
    lists: Vec<OpenList>,
    /// Lists opened beyond [`MAX_DEPTH`], not yet closed.
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
    /// An empty answer to begin with.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds text. Any white space in it, line breaks too, is one blank; characters MediaWiki would replace are left out.
    pub fn text(&mut self, text: &str, style: Style) {
        self.line.text(text, style);
    }

    /// Adds a link to a page; a target that can't be one leaves its label as text. An empty label shows the target.
    pub fn page_link(&mut self, target: &str, label: Vec<Run>) {
        self.line.page_link(target, label);
    }

    /// Adds a link to an address; one that can't be an address leaves its label as text.
    /// A label that is the address itself makes it a bare one.
    pub fn external_link(&mut self, url: &str, label: Vec<Run>) {
        self.line.external_link(url, label);
    }

    /// Adds a bare address; what can't be one is text.
    pub fn url(&mut self, url: &str, style: Style) {
        self.line.url(url, style);
    }

    /// Ends the line within the paragraph. In an item it is a blank: an item has one line.
    pub fn line_break(&mut self) {
        if self.lists.is_empty() {
            self.end_line();
        } else {
            self.line.text(" ", Style::NONE);
        }
    }

    /// Ends the paragraph. In an item it is a blank.
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

    /// Begins an item; without a list it begins a line.
    pub fn open_item(&mut self) {
        self.close_item();
    }

    /// Ends the open item.
    pub fn close_item(&mut self) {
        if self.lists.is_empty() {
            self.end_line();
        } else {
            self.end_item_line();
            self.end_item();
        }
    }

    /// Ends the innermost list.
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

    /// The answer in normal form.
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

    /// What stands in the item so far is its line; text behind a nested list is an item of its own.
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

    /// An item without a line hands its nested items up: nothing is lost, only the indentation.
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
