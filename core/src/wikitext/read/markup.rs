//! Markup that is not a link: apostrophes, calls, comments, tags, character references.
//!
//! Each method looks whether its kind of markup begins here and, if so, takes it.

use super::foreign::Foreign;
use super::scanner::Scanner;
use super::tag::{Meaning, Tag};
use crate::answer::Style;
use crate::answer::quotes::{BlockTag, Unstyled};
use crate::entities;

impl Scanner<'_> {
    pub(super) fn quotes(&mut self, rest: &str) -> bool {
        let length = rest.bytes().take_while(|byte| *byte == b'\'').count();
        if length > 1 {
            self.tokens.push(Unstyled::Quotes(length));
            self.at += length;
        }
        length > 1
    }

    /// Takes a call as it is written; `{{!}}` and `{{=}}`, which only stand for a character, are taken as that character.
    pub(super) fn call(&mut self) -> bool {
        while self.calls.last().is_some_and(|(range, _)| range.start < self.at) {
            self.calls.pop();
        }
        let Some((range, name)) = self.calls.pop_if(|(range, _)| range.start == self.at) else {
            return false;
        };
        match name.as_str() {
            "!" => self.text("|"),
            "=" => self.text("="),
            _ => {
                self.literal_lines(self.text.get(range.clone()).unwrap_or_default());
                self.foreign.push(Foreign::Template(name));
            }
        }
        self.at = range.end;
        true
    }

    pub(super) fn comment(&mut self, rest: &str) -> bool {
        let Some(body) = rest.strip_prefix("<!--") else { return false };
        let length = self.find(body, "-->").unwrap_or(body.len());
        let words = body.get(..length).unwrap_or_default().trim();
        if !words.is_empty() && !words.starts_with("T:") {
            self.foreign.push(Foreign::Comment(words.to_owned()));
        }
        self.at += (4 + length + 3).min(rest.len());
        true
    }

    pub(super) fn tag(&mut self, rest: &str) -> bool {
        let Some(tag) = Tag::at(rest) else { return false };
        match tag.meaning() {
            Meaning::Text => return false,
            Meaning::Extension => return self.extension(rest, &tag),
            Meaning::Block(block) => self.tokens.push(Unstyled::Block(block)),
            Meaning::Bold => self.restyle(&tag, |scanner| &mut scanner.bold),
            Meaning::Italic => self.restyle(&tag, |scanner| &mut scanner.italic),
            Meaning::Looks => self.foreign.push(Foreign::Looks(tag.name.clone())),
            Meaning::Table => {
                self.foreign.push(Foreign::Table);
                self.tokens.push(Unstyled::Block(BlockTag::Break));
            }
            Meaning::Nothing => {}
        }
        self.at += tag.length;
        true
    }

    fn restyle(&mut self, tag: &Tag, depth: impl Fn(&mut Self) -> &mut usize) {
        let depth = depth(self);
        *depth = if tag.closing { depth.saturating_sub(1) } else { *depth + 1 };
        let style = self.tagged();
        self.tokens.push(Unstyled::Tagged(style));
    }

    pub(super) fn tagged(&self) -> Style {
        Style { bold: self.bold > 0, italic: self.italic > 0 }
    }

    /// Takes an extension's tag with its content: `<nowiki>` and `<pre>` show the content, others are kept as they are written.
    fn extension(&mut self, rest: &str, tag: &Tag) -> bool {
        if tag.closing {
            return false;
        }
        let Some(body) = rest.get(tag.length..) else { return false };
        let (inside, length) = if tag.empty {
            ("", tag.length)
        } else {
            let close = format!("</{}", tag.name);
            let Some(end) = self.find_any_case(body, &close) else { return false };
            let closing =
                body.get(end..).and_then(|close| close.find('>')).map_or(body.len() - end, |close| close + 1);
            (body.get(..end).unwrap_or_default(), tag.length + end + closing)
        };
        if matches!(tag.name.as_str(), "nowiki" | "pre") {
            self.literal_lines(&entities::decode(inside));
        } else {
            self.literal_lines(rest.get(..length).unwrap_or_default());
            self.foreign.push(Foreign::Extension(tag.name.clone()));
        }
        self.at += length;
        true
    }

    pub(super) fn reference(&mut self, rest: &str) -> bool {
        let Some((character, length)) = entities::decode_one(rest) else { return false };
        self.text(character.encode_utf8(&mut [0; 4]));
        self.at += length;
        true
    }
}
