//! HTML tags in a template's source, as far as they part texts from each other.

use super::piece::Break;

/// An HTML tag: its length in bytes, and the border that it makes.
pub(super) struct Tag {
    pub(super) length: usize,
    pub(super) breaks: Option<Break>,
}

/// The length of the longest tag that is taken for one, in bytes.
const LONGEST: usize = 2000;

/// Reads the tag that `text` starts with, if it does.
pub(super) fn tag(text: &str) -> Option<Tag> {
    let inside = text.strip_prefix('<')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name_length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let length = tag_length(text)?;
    let breaks = breaks(&name.get(..name_length)?.to_ascii_lowercase());
    Some(Tag { length, breaks })
}

/// Returns the length in bytes of a tag: to the next `>`, if no other tag opens before.
pub(super) fn tag_length(text: &str) -> Option<usize> {
    let inside = text.bytes().enumerate().skip(1).take(LONGEST);
    let (border, byte) = inside.into_iter().find(|(_, byte)| matches!(byte, b'<' | b'>'))?;
    (byte == b'>').then_some(border + 1)
}

fn breaks(name: &str) -> Option<Break> {
    match name {
        "tr" | "table" | "tbody" | "thead" => Some(Break::Row),
        "td" | "th" | "caption" | "div" | "section" | "p" | "ul" | "ol" | "li" | "dl" | "dt" | "dd"
        | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Break::Cell),
        "br" => Some(Break::Line),
        _ => None,
    }
}
