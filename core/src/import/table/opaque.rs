//! The parts of a page that cannot contain table markup: comments, extension tags such as `<nowiki>`, template calls.

use std::ops::Range;

use crate::import::call;
use crate::import::pace::{PIECE_BYTES, Pace};

/// Tags whose content MediaWiki's table code never sees, or that contain no table that an author would mean.
const TAGS: [&str; 8] =
    ["nowiki", "pre", "math", "ref", "source", "syntaxhighlight", "gallery", "templatedata"];

/// The parts of a page that cannot contain table markup, as ordered ranges that do not overlap.
pub(super) struct Opaque {
    ranges: Vec<Range<usize>>,
}

impl Opaque {
    /// Finds the opaque parts of a page.
    pub(super) async fn of(page: &str, pace: &Pace) -> Self {
        let calls = call::calls(page, pace).await;
        let calls = calls.into_iter().filter(|call| call.parent.is_none()).map(|call| call.range);
        let mut all: Vec<Range<usize>> = calls.chain(angles(page, pace).await).collect();
        all.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut ranges: Vec<Range<usize>> = Vec::with_capacity(all.len());
        for range in all {
            match ranges.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => ranges.push(range),
            }
        }
        Self { ranges }
    }

    /// Returns the range that contains a place, including the range's first byte.
    pub(super) fn at(&self, place: usize) -> Option<&Range<usize>> {
        let next = self.ranges.partition_point(|range| range.end <= place);
        self.ranges.get(next).filter(|range| range.start <= place)
    }
}

/// Finds comments and tags with what they enclose.
async fn angles(page: &str, pace: &Pace) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut never_closed: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < page.len() {
        let piece_end = page.ceil_char_boundary(at + PIECE_BYTES);
        let found = page.get(at..piece_end).and_then(|piece| piece.find('<'));
        let start = found.map_or(piece_end, |found| at + found);
        pace.work(start - at + 1).await;
        at = start;
        if found.is_none() {
            continue;
        }
        at += 1;
        let rest = page.get(start..).unwrap_or_default();
        let Some(close) = closing(rest).filter(|close| !never_closed.contains(close)) else { continue };
        match end(rest, close) {
            Some(length) => {
                ranges.push(start..start + length);
                pace.work(length).await;
                at = start + length;
            }
            None => never_closed.push(close),
        }
    }
    ranges
}

/// Returns the end of the comment or tag that begins here: `-->`, or the name of a tag.
fn closing(rest: &str) -> Option<&'static str> {
    if rest.starts_with("<!--") {
        return Some("-->");
    }
    let is_named = |name: &&&str| {
        let end = 1 + name.len();
        rest.get(1..end).is_some_and(|found| found.eq_ignore_ascii_case(name))
            && rest.as_bytes().get(end).is_some_and(|next| matches!(next, b'>' | b'/' | b' ' | b'\t' | b'\n'))
    };
    TAGS.iter().find(is_named).copied()
}

/// Returns the number of bytes up to and including the end.
fn end(rest: &str, close: &str) -> Option<usize> {
    if close == "-->" {
        return rest.find("-->").map(|at| at + close.len());
    }
    let tag = rest.find('>')?;
    if rest.get(..tag)?.ends_with('/') {
        return Some(tag + 1);
    }
    let found = rest.match_indices("</").map(|(at, _)| at).find(|at| {
        rest.get(at + 2..at + 2 + close.len()).is_some_and(|name| name.eq_ignore_ascii_case(close))
    })?;
    rest.get(found..)?.find('>').map(|at| found + at + 1)
}
