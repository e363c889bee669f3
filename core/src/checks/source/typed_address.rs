//! Finds addresses in running text that are not links on the page, although the writer meant them as links.

use std::ops::Range;

use super::{LeadsTo, Link};
use crate::answer::Markup;
use crate::answer::url::bare_url_length;
use crate::checks::address::bare_host_length;
use crate::letters::is_word_char;

/// Finds the first address in a part of the running text: one without a scheme (`www.…`, `t.me/name`) and, without
/// markup, where the parser finds no addresses, also one with a scheme.
pub(super) fn typed_address(text: &str, place: Range<usize>, markup: Markup) -> Option<Link> {
    let bytes = text.as_bytes().get(..place.end)?;
    let mut at = place.start;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let end = at + alphanumeric_length(bytes.get(at..)?);
        if matches!(bytes.get(end), Some(b'.' | b':' | b'/')) && starts_word(text, at) {
            let rest = text.get(at..place.end)?;
            let url = if markup == Markup::None { bare_url_length(rest) } else { None };
            if let Some(length) = url {
                return Some(Link::bare(at..at + length, LeadsTo::Web));
            }
            if let Some(length) = bare_host_length(rest) {
                return Some(Link::bare(at..at + length, LeadsTo::BareHost));
            }
        }
        at = end;
    }
    None
}

/// Returns the number of ASCII letters, digits and hyphens that `bytes` starts with.
fn alphanumeric_length(bytes: &[u8]) -> usize {
    bytes.iter().position(|&byte| !byte.is_ascii_alphanumeric() && byte != b'-').unwrap_or(bytes.len())
}

/// Returns whether a word, and so possibly an address, starts at the byte `at`.
fn starts_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    !before.is_some_and(|char| is_word_char(char) || matches!(char, '@' | '.' | '/' | '-' | '_'))
}
