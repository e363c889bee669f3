//! What stands at a `<`: a comment, a tag of the preprocessor's, or text.
//!
//! The rules are those of MediaWiki 1.39's `includes/parser/Preprocessor_Hash.php`, for a page that is viewed.

use super::tags::{EXTENSION_TAGS, Tag, tag};
use std::collections::BTreeMap;

/// The thing that a `<` begins. Every end is the byte behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Angle {
    /// A comment, with the blanks and the line break that vanish with it.
    Comment {
        /// The byte where what vanishes begins: the `<`, or the blanks before it where the whole line goes.
        start: usize,
        /// The byte where the page goes on.
        end: usize,
        /// Whether the comment stood alone on its line and took the line break along: `end` is then the start of a line.
        whole_line: bool,
    },
    /// A dropped tag, or an element dropped whole.
    Dropped {
        /// The byte where the page goes on.
        end: usize,
    },
    /// An extension tag with all it encloses.
    Extension {
        /// The byte where the page goes on.
        end: usize,
    },
    /// A text that can hold no syntax: the `<` alone, or an extension tag that is never closed.
    Text {
        /// The byte where the page goes on.
        end: usize,
    },
}

/// A reader of what stands at each `<` of a text, from the left. It remembers what is not to be found any more, so that no input
/// makes it search the rest of the text over and over.
pub(super) struct Angles<'a> {
    text: &'a str,
    no_more_ends_of_tags: bool,
    never_closed: [bool; EXTENSION_TAGS.len()],
    includeonly_never_closed: bool,
    /// The end of the run of comments that each comment was seen in, by the comment's start.
    runs: BTreeMap<usize, usize>,
}

impl<'a> Angles<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            no_more_ends_of_tags: false,
            never_closed: [false; EXTENSION_TAGS.len()],
            includeonly_never_closed: false,
            runs: BTreeMap::default(),
        }
    }

    /// Reads what begins at `at`, the place of a `<`. Places have to be asked for in ascending order.
    pub(super) fn read(&mut self, at: usize) -> Angle {
        let rest = self.text.get(at..).unwrap_or_default();
        if rest.starts_with("<!--") {
            return self.comment(at);
        }
        let Some((name, tag)) = named_tag(rest) else { return Angle::Text { end: at + 1 } };
        let attributes = at + 1 + name.len();
        let Some(end) = self.end_of_tag(attributes) else { return Angle::Text { end: at + 1 } };
        let empty = self.text.as_bytes().get(end - 2) == Some(&b'/');
        match tag {
            Tag::Dropped => Angle::Dropped { end },
            _ if empty && tag == Tag::DroppedWhole => Angle::Dropped { end },
            _ if empty => Angle::Extension { end },
            Tag::DroppedWhole => self.dropped_whole(name, end),
            Tag::Extension(which) => self.extension(name, which, end),
        }
    }

    fn end_of_tag(&mut self, from: usize) -> Option<usize> {
        if self.no_more_ends_of_tags {
            return None;
        }
        let end = find(self.text, ">", from);
        self.no_more_ends_of_tags = end.is_none();
        end
    }

    /// Reads an element that is dropped whole. `<includeonly>` needs no closing tag, if it is written in lower case.
    fn dropped_whole(&mut self, name: &str, inner: usize) -> Angle {
        if !self.includeonly_never_closed {
            if let Some(end) = closing_tag(self.text, name, inner) {
                return Angle::Dropped { end };
            }
            self.includeonly_never_closed = true;
        }
        if name == "includeonly" {
            Angle::Dropped { end: self.text.len() }
        } else {
            Angle::Text { end: inner }
        }
    }

    fn extension(&mut self, name: &str, which: usize, inner: usize) -> Angle {
        let Some(never_closed) = self.never_closed.get_mut(which) else { return Angle::Text { end: inner } };
        if *never_closed {
            return Angle::Text { end: inner };
        }
        match closing_tag(self.text, name, inner) {
            Some(end) => Angle::Extension { end },
            None => {
                *never_closed = true;
                Angle::Text { end: inner }
            }
        }
    }

    fn comment(&mut self, at: usize) -> Angle {
        let Some(end) = find(self.text, "-->", at + 4) else {
            return Angle::Comment { start: at, end: self.text.len(), whole_line: false };
        };
        let start = blanks_before(self.text, at);
        if start > 0 && self.text.as_bytes().get(start - 1) == Some(&b'\n') {
            let end = self.end_of_run(end);
            if self.text.as_bytes().get(end) == Some(&b'\n') {
                return Angle::Comment { start, end: end + 1, whole_line: true };
            }
        }
        Angle::Comment { start: at, end, whole_line: false }
    }

    /// Finds the end of a run of comments with nothing but blanks between and behind them; `end` is the end of the first.
    fn end_of_run(&mut self, end: usize) -> usize {
        let mut end = blanks_behind(self.text, end);
        let mut seen = Vec::new();
        while self.text.get(end..).is_some_and(|rest| rest.starts_with("<!--")) {
            if let Some(known) = self.runs.get(&end) {
                end = *known;
                break;
            }
            seen.push(end);
            // One byte less than where a comment is looked at alone: `<!--->` is whole here, and only here.
            match find(self.text, "-->", end + 3) {
                Some(next) => end = blanks_behind(self.text, next),
                None => break,
            }
        }
        for start in seen {
            self.runs.insert(start, end);
        }
        end
    }
}

/// Returns the name, with its slash if it has one, and the meaning of the tag that `rest` begins with.
fn named_tag(rest: &str) -> Option<(&str, Tag)> {
    let inner = rest.get(1..)?;
    let closing = inner.starts_with('/');
    let letters = inner.get(usize::from(closing)..)?;
    let length = letters.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, behind) = letters.split_at_checked(length)?;
    let ends = behind.starts_with(is_space) || behind.starts_with('>') || behind.starts_with("/>");
    if !ends {
        return None;
    }
    Some((inner.get(..usize::from(closing) + length)?, tag(name, closing)?))
}

/// Finds the byte behind the first `</name>` from `from` on, in any case, with white space before its `>`.
fn closing_tag(text: &str, name: &str, from: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let behind = find(text, "</", from)?;
        from = behind;
        let Some((found, rest)) = text.get(behind..)?.split_at_checked(name.len()) else { continue };
        let end = rest.trim_start_matches(is_space);
        if found.eq_ignore_ascii_case(name) && end.starts_with('>') {
            return Some(text.len() - end.len() + 1);
        }
    }
}

/// Finds the byte behind the first `what` from `from` on.
fn find(text: &str, what: &str, from: usize) -> Option<usize> {
    Some(from + text.get(from..)?.find(what)? + what.len())
}

/// Returns whether a character is white space to the regular expressions of PHP, which is ASCII's.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r')
}

fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Finds where the blanks that end at `at` begin.
fn blanks_before(text: &str, at: usize) -> usize {
    at - text.as_bytes().get(..at).unwrap_or_default().iter().rev().take_while(|byte| is_blank(byte)).count()
}

/// Finds where the blanks that begin at `at` end.
fn blanks_behind(text: &str, at: usize) -> usize {
    at + text.as_bytes().get(at..).unwrap_or_default().iter().take_while(|byte| is_blank(byte)).count()
}
