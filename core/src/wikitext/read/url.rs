//! Addresses in wikitext: where MediaWiki ends them, and what they are once decoded.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::answer::url::{continues_in_mediawiki, is_sentence_end, may_precede_url, scheme_length};
use crate::entities;

/// Counts the bytes of the bare address that `text` starts with (`Parser::makeFreeExternalLink`). `before` is the character
/// before it.
pub(super) fn bare_length(before: Option<char>, text: &str) -> Option<usize> {
    if !may_precede_url(before) {
        return None;
    }
    let whole = length(text)?;
    let url = text.get(..cut_at_reference(text.get(..whole)?))?;
    let opened = url.contains('(');
    let mut kept = url.trim_end_matches(|c| is_sentence_end(c) || (c == ')' && !opened)).len();
    if url.as_bytes().get(kept) == Some(&b';') && ends_in_reference(url.get(..kept)?) {
        kept += 1;
    }
    (kept > scheme_length(text)?).then_some(kept)
}

/// Counts the bytes of the address that `text` starts with, as between `[` and the label. Templates and italics end it.
pub(super) fn length(text: &str) -> Option<usize> {
    let scheme = scheme_length(text).or_else(|| text.starts_with("//").then_some(2))?;
    let rest = text.get(scheme..)?;
    let end = rest
        .char_indices()
        .find(|(at, c)| {
            !continues_in_mediawiki(*c)
                || ["''", "{{", "}}"]
                    .iter()
                    .any(|end| rest.as_bytes().get(*at..*at + 2) == Some(end.as_bytes()))
        })
        .map_or(rest.len(), |(at, _)| at);
    (end > 0).then_some(scheme + end)
}

/// Decodes an address, into the one that is used and the one that is shown.
pub(super) fn decoded(url: &str) -> (String, String) {
    let shown = entities::decode(url).into_owned();
    let protocol = if shown.starts_with("//") { "https:" } else { "" };
    let mut address = protocol.to_owned();
    for character in shown.chars() {
        match character {
            '{' | '|' | '}' | '[' | ']' | '<' | '>' | '"' | ' ' => {
                address.extend(utf8_percent_encode(character.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC));
            }
            other => address.push(other),
        }
    }
    (address, shown)
}

/// Finds where a bare address ends: at `&lt;`, `&gt;`, `&nbsp;` and their numbers.
fn cut_at_reference(url: &str) -> usize {
    let ends = |at: usize| {
        let reference = url.get(at..).and_then(entities::decode_one);
        matches!(reference, Some(('<' | '>' | '\u{A0}', _)))
    };
    url.match_indices('&').map(|(at, _)| at).find(|at| ends(*at)).unwrap_or(url.len())
}

fn ends_in_reference(url: &str) -> bool {
    let name = url.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    let name = name.strip_suffix('#').unwrap_or(name);
    name.ends_with('&') && name.len() < url.len()
}
