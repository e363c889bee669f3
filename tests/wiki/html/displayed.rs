//! What a reader sees of HTML: the text a browser would select and copy.
//!
//! Lines end where a block begins or ends and at `<br>`; a blank line stands between paragraphs, but not beside a
//! list; list items begin with `• ` or their number, nested ones two blanks further in. White space is one blank,
//! outside `<pre>`. That is the form of `answer::plain_text`, so that the two can be compared.

use super::{Element, Node};

const BLOCKS: [&str; 25] = [
    "address",
    "blockquote",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "pre",
    "table",
    "td",
    "tr",
    "ul",
];
const UNSEEN: [&str; 6] = ["head", "link", "meta", "script", "style", "template"];

impl Element {
    /// The text a reader sees, without white space at its ends.
    pub fn displayed(&self) -> String {
        let mut writer = Writer::default();
        writer.children(self);
        writer.end_line();
        writer.text.trim_end_matches('\n').to_owned()
    }
}

#[derive(Default)]
struct Writer {
    text: String,
    line: String,
    /// Whether a blank line has to come before the next text.
    apart: bool,
    /// Whether the last line belongs to a list.
    after_list: bool,
    preformatted: bool,
    /// The open lists: the next number, or `None` for bullets.
    lists: Vec<Option<usize>>,
}

impl Writer {
    fn children(&mut self, element: &Element) {
        for node in &element.children {
            match node {
                Node::Text(text) => self.words(text),
                Node::Element(element) => self.element(element),
            }
        }
    }

    fn words(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '\n' if self.preformatted => self.break_line(),
                ' ' | '\t' | '\n' | '\r' if !self.preformatted => {
                    if !self.line.is_empty() && !self.line.ends_with(' ') {
                        self.line.push(' ');
                    }
                }
                _ => self.line.push(character),
            }
        }
    }

    fn element(&mut self, element: &Element) {
        let name = element.name.as_str();
        match name {
            "br" => self.break_line(),
            "p" => self.paragraph(element),
            "ul" => self.list(element, None),
            "ol" => self.list(element, Some(1)),
            "li" => self.item(element),
            "pre" => self.preformatted(element),
            _ if UNSEEN.contains(&name) => {}
            _ if BLOCKS.contains(&name) => self.block(element),
            _ => self.children(element),
        }
    }

    fn block(&mut self, element: &Element) {
        self.end_line();
        self.children(element);
        self.end_line();
    }

    fn paragraph(&mut self, element: &Element) {
        self.end_line();
        self.apart = !self.after_list;
        self.children(element);
        self.end_line();
        self.apart = true;
    }

    fn preformatted(&mut self, element: &Element) {
        self.end_line();
        let outside = std::mem::replace(&mut self.preformatted, true);
        self.children(element);
        self.preformatted = outside;
        self.end_line();
    }

    fn list(&mut self, element: &Element, first: Option<usize>) {
        self.end_line();
        self.apart = false;
        self.lists.push(first);
        self.children(element);
        self.lists.pop();
        self.end_line();
        self.apart = false;
        self.after_list = true;
    }

    fn item(&mut self, element: &Element) {
        self.end_line();
        self.line.push_str(&"  ".repeat(self.lists.len().saturating_sub(1)));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.line.push_str(&format!("{number}. "));
                *number += 1;
            }
            _ => self.line.push_str("• "),
        }
        self.children(element);
        self.end_line();
    }

    /// Ends the line if there is anything on it.
    fn end_line(&mut self) {
        if !self.line.trim_end_matches(' ').is_empty() {
            self.break_line();
        }
        self.line.clear();
    }

    /// Ends the line even if it is empty.
    fn break_line(&mut self) {
        if self.apart && !self.text.is_empty() {
            self.text.push('\n');
        }
        self.apart = false;
        self.after_list = false;
        self.text.push_str(self.line.trim_end_matches(' '));
        self.text.push('\n');
        self.line.clear();
    }
}

#[cfg(test)]
mod tests {
    use crate::html::read;

    #[test]
    fn shows_what_a_browser_shows() {
        let cases = [
            ("", ""),
            (" a \n b ", "a b"),
            ("a<br />b<br />\nc", "a\nb\nc"),
            ("a<br><br>b", "a\n\nb"),
            ("<p>a\n</p>", "a"),
            ("<p>a</p><p>b<br>c</p>d", "a\n\nb\nc\n\nd"),
            ("a<p>b</p>", "a\n\nb"),
            ("<p><br></p><p>b</p>", "\n\nb"),
            ("a<ul><li>b</li><li>c<ol><li>d</li></ol></li></ul>", "a\n• b\n• c\n  1. d"),
            ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
            ("<p>a</p><ul><li>b</li></ul><p>c</p><p>d</p>", "a\n• b\nc\n\nd"),
            ("<ul><li>a<ul><li>b</li></ul></li></ul>c<p>d</p>", "• a\n  • b\nc\n\nd"),
            ("<b>a</b> <i>b</i><a href=\"x\">c</a>", "a bc"),
            ("a\u{a0} b", "a\u{a0} b"),
            ("<pre>a  b\nc</pre>", "a  b\nc"),
            ("<style>a</style>b", "b"),
            ("<div>a<div>b</div></div>", "a\nb"),
        ];
        for (html, seen) in cases {
            assert_eq!(read(html).unwrap().displayed(), seen, "{html}");
        }
    }
}
