//! Text into wikitext: the smallest escape that keeps each character a character.
//!
//! Every rule names what MediaWiki would do without it. A character reference is used where the parser looks at
//! characters, `<nowiki/>` where it looks at their neighbourhood.

use crate::answer::protocols;
use crate::answer::url::{continues_in_mediawiki, is_sentence_end};
use crate::entities::reference_length;

/// The surroundings of a text, which decide about its first and last characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Whether the text begins the value, so that its first character would stand at the start of a line or cell.
    pub starts_value: bool,
    /// Whether the text is inside a link's label, which brackets would end.
    pub in_label: bool,
    /// Whether the apostrophes of bold or italics follow.
    pub before_quotes: bool,
}

/// Appends a text so that it shows exactly itself.
pub(super) fn text(text: &str, place: Place, out: &mut String) {
    let mut from = 0;
    if out.ends_with('>') && text.starts_with(SOLIDUS_OVERLAY) {
        out.push_str("&#824;");
        from = SOLIDUS_OVERLAY.len_utf8();
    }
    for (at, byte) in text.bytes().enumerate() {
        let starts = at == 0 && place.starts_value && is_block_markup(byte);
        if !starts && !is_special(byte) {
            continue;
        }
        out.push_str(text.get(from..at).unwrap_or_default());
        from = at + 1;
        if starts {
            reference(byte, out);
        } else {
            special(text, at, byte, place, out);
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
}

/// A combining character that would merge with a tag's end when the page is normalized on saving (NFC: `≯`). It does not combine
/// with anything else that can stand before a text here.
const SOLIDUS_OVERLAY: char = '\u{338}';

/// Returns whether a character, always ASCII, may need an escape.
fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        b'|' | b'{' | b'}' | b'[' | b']' | b'<' | b'&' | b'\'' | b'~' | b'_' | b':' | b'C' | b'D' | b'N'
    )
}

/// Appends the special character at `at`, escaped where it has to be.
fn special(text: &str, at: usize, byte: u8, place: Place, out: &mut String) {
    let rest = text.get(at + 1..).unwrap_or_default();
    let next = rest.bytes().next();
    match byte {
        // A cell or an argument would end.
        b'|' => reference(byte, out),
        // A template, an argument, a language variant or a table would begin or end.
        b'{' if matches!(next, None | Some(b'{')) || out.ends_with(['{', '-']) => reference(byte, out),
        b'}' if matches!(next, None | Some(b'}')) || out.ends_with('}') => reference(byte, out),
        // A link would begin; in a label a bracket would end it.
        b'[' if place.in_label || matches!(next, None | Some(b'[' | b'/')) => reference(byte, out),
        b']' if place.in_label => reference(byte, out),
        // A tag or a comment would begin.
        b'<' if next.is_none_or(|next| !matches!(next, b' ' | b'=' | b'0'..=b'9')) => out.push_str("&lt;"),
        // Text that looks like a reference would be decoded.
        b'&' if may_be_reference(text, at) => out.push_str("&amp;"),
        // Bold or italics would begin.
        b'\'' if out.ends_with('\'') || (next.is_none() && place.before_quotes) => reference(byte, out),
        // A signature, even inside an address.
        b'~' if out.ends_with("~~") => reference(byte, out),
        // A behaviour switch (`__NOTOC__`) would vanish.
        b'_' if out.ends_with('_') => reference(byte, out),
        // An address of any protocol would be linked.
        b':' if protocols::at_colon(out, rest) => reference(byte, out),
        b'C' | b'D' | b'N' if ends_magic_link_word(text, at) => {
            out.push(char::from(byte));
            out.push_str("<nowiki/>");
        }
        other => out.push(char::from(other)),
    }
}

/// Appends an address so that MediaWiki links exactly it. In an address references are decoded (`Sanitizer::cleanUrl`).
pub(super) fn url(url: &str, before_quotes: bool, out: &mut String) {
    for (at, character) in url.char_indices() {
        match character {
            '&' if may_be_reference(url, at) => out.push_str("&amp;"),
            '~' if out.ends_with("~~") => reference(b'~', out),
            '_' if out.ends_with('_') => reference(b'_', out),
            '\'' if before_quotes && at + 1 == url.len() => reference(b'\'', out),
            other => out.push(other),
        }
    }
}

/// Returns whether a bare address would be joined by the text that follows it, or by the escape of its first character.
pub(super) fn joins_url(url: &str, following: &str) -> bool {
    // These are written as references, by us or by `Sanitizer::internalRemoveHtmlTags`, and a reference joins.
    let next = behind_sentence(url, following).chars().next();
    next.is_some_and(|c| continues_in_mediawiki(c) || matches!(c, '[' | '<' | '>'))
}

/// Returns whether the text behind a bare address is nothing but what MediaWiki leaves outside of the address at its end.
pub(super) fn ends_sentence(url: &str, following: &str) -> bool {
    behind_sentence(url, following).is_empty()
}

fn behind_sentence<'t>(url: &str, following: &'t str) -> &'t str {
    let closes = |c: char| c == ')' && !url.contains('(');
    following.trim_start_matches(|c| is_sentence_end(c) || closes(c))
}

/// Returns whether an address right behind what is written so far would not be seen as one, or be taken into something else.
pub(super) fn hides_url(written: &str) -> bool {
    written.chars().next_back().is_some_and(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '_')
}

/// Returns whether a character does something at the start of a line or cell: lists, headings, rules, header cells, rows, tables.
fn is_block_markup(byte: u8) -> bool {
    matches!(byte, b'*' | b'#' | b':' | b';' | b'=' | b'!' | b'-' | b'+' | b'}')
}

/// Returns whether the ampersand at `at` would be read as the start of a character reference. A reference cut short by the text's
/// end counts: what is written behind it is not known here.
fn may_be_reference(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let cut_short = || rest.chars().skip(1).all(|c| c == '#' || !c.is_ascii() || c.is_ascii_alphanumeric());
    reference_length(rest).is_some() || (rest.len() <= LONGEST_REFERENCE && cut_short())
}

/// The number of bytes of a text that are searched for a truncated reference, which keeps a text of ampersands linear.
const LONGEST_REFERENCE: usize = 32;

/// Returns whether the last letter of `RFC`, `PMID` or `ISBN` stands at `at`, before a blank and a digit: MediaWiki would link it
/// (`Parser::handleMagicLinks`).
fn ends_magic_link_word(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at + 1) else { return false };
    let mut behind = after.chars();
    ["RFC", "PMID", "ISBN"].iter().any(|word| before.ends_with(word))
        && behind.next().is_some_and(char::is_whitespace)
        && behind.find(|c| !c.is_whitespace()).is_some_and(|c| c.is_ascii_digit())
}

/// Appends an ASCII character as a numeric reference.
fn reference(byte: u8, out: &mut String) {
    out.push_str("&#");
    out.push_str(&byte.to_string());
    out.push(';');
}
