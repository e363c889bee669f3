//! The text that a reader sees of a rendered tree, in the form of [`crate::answer::plain_text`], and the rows of its
//! tables.

use super::rendering::{Harmless, RenderedPart, Rendering};

impl Rendering {
    /// Lists the rows of all tables, each as its cells. A table inside a cell belongs to the cell.
    pub fn rows(&self) -> Vec<Vec<&[RenderedPart]>> {
        let mut rows = Vec::new();
        collect_rows(&self.parts, &mut rows);
        rows
    }

    /// Returns all text that a reader sees, line by line.
    pub fn text(&self) -> String {
        seen_lines(&self.parts).join("\n")
    }
}

fn collect_rows<'t>(parts: &'t [RenderedPart], rows: &mut Vec<Vec<&'t [RenderedPart]>>) {
    for part in parts {
        match part {
            RenderedPart::Element(Harmless::Row, inside) => {
                let cells: Vec<&[RenderedPart]> = inside.iter().filter_map(cell).collect();
                if !cells.is_empty() {
                    rows.push(cells);
                }
            }
            RenderedPart::Element(_, inside) | RenderedPart::Link(_, inside) => collect_rows(inside, rows),
            RenderedPart::Text(_) | RenderedPart::Break => {}
        }
    }
}

fn cell(part: &RenderedPart) -> Option<&[RenderedPart]> {
    match part {
        RenderedPart::Element(Harmless::Cell { .. }, inside) => Some(inside),
        _ => None,
    }
}

/// Lists the lines that a reader sees: single blanks for white space, none at the ends, no empty lines; items begin
/// with `•` or their number.
pub fn seen_lines(parts: &[RenderedPart]) -> Vec<String> {
    let mut writer = Writer::default();
    writer.parts(parts);
    writer.end_line();
    writer.lines
}

/// Lists the lines of a text in the form of [`seen_lines`].
pub fn plain_lines(text: &str) -> Vec<String> {
    text.lines().map(single_blanks).filter(|line| !line.is_empty()).collect()
}

fn single_blanks(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Default)]
struct Writer {
    lines: Vec<String>,
    line: String,
    /// The mark of the item that has no text yet.
    mark: String,
    /// The open lists: the next number, or `None` for bullets.
    lists: Vec<Option<usize>>,
    is_preformatted: bool,
}

impl Writer {
    fn parts(&mut self, parts: &[RenderedPart]) {
        for part in parts {
            match part {
                RenderedPart::Text(text) if self.is_preformatted => self.preformatted(text),
                RenderedPart::Text(text) => self.line.push_str(text),
                RenderedPart::Break => self.end_line(),
                RenderedPart::Link(_, words) => self.parts(words),
                RenderedPart::Element(Harmless::Bold | Harmless::Italic, inside) => self.parts(inside),
                RenderedPart::Element(element, inside) => self.block(*element, inside),
            }
        }
    }

    fn preformatted(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.line.push_str(line);
        }
    }

    fn block(&mut self, element: Harmless, inside: &[RenderedPart]) {
        self.end_line();
        match element {
            Harmless::Bulleted | Harmless::Numbered => {
                self.lists.push((element == Harmless::Numbered).then_some(1));
                self.parts(inside);
                self.end_line();
                self.lists.pop();
                return;
            }
            Harmless::Item => {
                self.mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "• ".to_owned(),
                };
                self.parts(inside);
                self.end_line();
                self.mark.clear();
                return;
            }
            _ => {}
        }
        let outside = self.is_preformatted;
        self.is_preformatted |= element == Harmless::Preformatted;
        self.parts(inside);
        self.end_line();
        self.is_preformatted = outside;
    }

    fn end_line(&mut self) {
        let line = single_blanks(&self.line);
        // An item with only a no-break space still shows its mark.
        let is_item = !self.mark.is_empty() && self.line.contains(|c: char| !c.is_ascii_whitespace());
        self.line.clear();
        if is_item || !line.is_empty() {
            let line = std::mem::take(&mut self.mark) + &line;
            self.lines.push(line.trim_end().to_owned());
        }
    }
}
