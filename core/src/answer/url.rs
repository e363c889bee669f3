//! Where an address begins and ends, by MediaWiki's rules (`Parser::EXT_LINK_URL_CLASS`, `Parser::makeFreeExternalLink`).
//!
//! Only `http` and `https` are links here; MediaWiki's other protocols (`mailto:`, `news:`, …) stay text. An address
//! never contains what wikitext reads as markup (`{ } | ''`) or invisible characters that MediaWiki drops from a host
//! (`Sanitizer::cleanUrl`): it ends before them.

use crate::input::clean_character;
use std::ops::Range;

/// Returns the length in bytes of the bare address that `text` starts with, as MediaWiki would link it: without the
/// punctuation that ends a sentence and without a closing bracket that is not opened in it. `None` if there is no
/// address.
///
/// Unlike in MediaWiki, an address doesn't end with an apostrophe, which would run into the ones that end italics.
pub(crate) fn bare_url_length(text: &str) -> Option<usize> {
    let whole = url_length(text)?;
    let length = without_sentence_end(text.get(..whole)?);
    (length > scheme_length(text)?).then_some(length)
}

/// Returns the length in bytes of the address that `text` starts with, as [`bare_url_length`] does, with or without a scheme.
pub(crate) fn address_length(text: &str) -> usize {
    without_sentence_end(text.get(..characters_length(text)).unwrap_or_default())
}

/// Returns the length in bytes of an address without what belongs to the sentence around it.
fn without_sentence_end(url: &str) -> usize {
    let opened = url.contains('(');
    url.trim_end_matches(|c| is_sentence_end(c) || c == '\'' || (c == ')' && !opened)).len()
}

/// Returns the length in bytes of the address that `text` starts with, punctuation included, as between `[` and the label.
pub(crate) fn url_length(text: &str) -> Option<usize> {
    let scheme = scheme_length(text)?;
    let end = characters_length(text.get(scheme..)?);
    (end > 0).then_some(scheme + end)
}

/// Returns how many bytes at the start of `text` are characters of an address.
fn characters_length(text: &str) -> usize {
    let mut after_apostrophe = false;
    for (at, character) in text.char_indices() {
        if character == '\'' && after_apostrophe {
            return at - 1;
        }
        if !is_url_character(character) {
            return at;
        }
        after_apostrophe = character == '\'';
    }
    text.len()
}

/// Returns the length in bytes of the `http://` or `https://`, in any case, that `text` starts with.
pub(crate) fn scheme_length(text: &str) -> Option<usize> {
    ["https://", "http://"].iter().find_map(|scheme| {
        let start = text.as_bytes().get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme.as_bytes()).then_some(scheme.len())
    })
}

/// Returns whether MediaWiki excludes a character at the end of a bare address; its list includes the backslash.
pub(crate) fn is_sentence_end(character: char) -> bool {
    matches!(character, ',' | ';' | '\\' | '.' | ':' | '!' | '?')
}

/// Returns whether a bare address may begin after this character, which is not part of a word.
pub(crate) fn may_precede_url(before: Option<char>) -> bool {
    before.is_none_or(|c| !c.is_alphanumeric() && c != '_')
}

/// Returns whether MediaWiki would continue an address at this character. Wider than [`is_url_character`].
pub(crate) fn continues_in_mediawiki(character: char) -> bool {
    !matches!(character, '\0'..=' ' | '\u{7F}' | '[' | ']' | '<' | '>' | '"' | '\u{FFFD}')
        && !is_space_separator(character)
}

fn is_url_character(character: char) -> bool {
    match character {
        '[' | ']' | '<' | '>' | '"' | '{' | '|' | '}' => false,
        '!'..='~' => true,
        _ => {
            continues_in_mediawiki(character)
                && !is_invisible(character)
                && clean_character(character) == Some(character)
        }
    }
}

/// Returns whether a character is of Unicode's category Zs, as `\p{Zs}` in MediaWiki's patterns.
fn is_space_separator(character: char) -> bool {
    matches!(
        character,
        '\u{20}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// Returns whether a character shows nothing and MediaWiki takes it out of a host (the list in `Sanitizer::cleanUrl`).
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Returns whether `url` can stand between `[` and a label: one whole `http` or `https` address.
pub fn valid_url(url: &str) -> bool {
    url_length(url) == Some(url.len())
}

/// Returns whether `url` is one whole address that is a link without brackets.
pub fn valid_bare_url(url: &str) -> bool {
    bare_url_length(url) == Some(url.len())
}

/// Finds the bare addresses in a text without markup, in order, as byte ranges.
pub fn find_urls(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(hit) = text.get(from..).and_then(|rest| rest.find("://")) {
        let colon = from + hit;
        let after = found.last().map_or(0, |range| range.end);
        if let Some(range) = url_around(text, colon, after) {
            from = range.end.max(colon + 3);
            found.push(range);
        } else {
            from = colon + 3;
        }
    }
    found
}

/// Finds the address whose `://` is at `colon`, unless it would reach back before `after`.
fn url_around(text: &str, colon: usize, after: usize) -> Option<Range<usize>> {
    [5, 4].into_iter().find_map(|scheme| {
        let start = colon.checked_sub(scheme).filter(|start| *start >= after)?;
        let rest = text.get(start..)?;
        let before = text.get(..start)?.chars().next_back();
        (scheme_length(rest)? == scheme + 3 && may_precede_url(before)).then_some(())?;
        Some(start..start + bare_url_length(rest)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_address_ends_where_mediawiki_ends_it() {
        let cases = [
            ("https://a.org/b", Some("https://a.org/b")),
            ("https://a.org/b. And", Some("https://a.org/b")),
            ("https://a.org/b).", Some("https://a.org/b")),
            ("https://a.org/b_(c).", Some("https://a.org/b_(c)")),
            ("HTTPS://A.org", Some("HTTPS://A.org")),
            ("https://a.org/x|y", Some("https://a.org/x")),
            ("https://a.org/b]", Some("https://a.org/b")),
            ("https://a.org/?x=1&y=2 z", Some("https://a.org/?x=1&y=2")),
            ("https:// a.org", None),
            ("https://a.org/x}}", Some("https://a.org/x")),
            ("https://a.org/x''y''", Some("https://a.org/x")),
            ("https://a.org/l'eau", Some("https://a.org/l'eau")),
            ("https://қаз.kz/бет", Some("https://қаз.kz/бет")),
            ("https://a\u{200b}b", Some("https://a")),
            ("https://", None),
            ("https://...", None),
            ("mailto:a@b.c", None),
        ];
        for (text, expected) in cases {
            assert_eq!(bare_url_length(text).map(|length| &text[..length]), expected, "{text}");
        }
    }

    #[test]
    fn finds_addresses_at_word_boundaries_only() {
        let text = "see https://a.org/b, (http://c.org) xhttps://d.org https://e.org/?u=https://f.org";
        let found: Vec<_> = find_urls(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["https://a.org/b", "http://c.org", "https://e.org/?u=https://f.org"]);
    }
}
