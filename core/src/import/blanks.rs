//! The no-break blanks that programs put into displayed text, and how they are turned into plain ones.

use std::borrow::Cow;

const NO_BREAK: char = '\u{A0}';

/// Replaces U+00A0 before `% ? ! : ; »` and after `«` (and the single `›`, `‹`) by a plain blank: MediaWiki shows
/// every blank there as U+00A0 (`Sanitizer::armorFrenchSpaces`). Elsewhere U+00A0 stays.
pub(super) fn plain_blanks(text: &str) -> Cow<'_, str> {
    plain_where(text, |before, behind| {
        matches!(behind, Some('%' | '?' | '!' | ':' | ';' | '»' | '›')) || matches!(before, Some('«' | '‹'))
    })
}

/// Replaces U+00A0 by a plain blank at either end of a piece of text and beside another blank: browsers and editors
/// put it there, so that the blank is shown before a tag or after another blank. U+00A0 between two letters or digits
/// stays.
pub(super) fn typed_blanks(text: &str) -> Cow<'_, str> {
    let is_blank = |character: char| character == NO_BREAK || character.is_ascii_whitespace();
    plain_where(text, |before, behind| before.is_none_or(is_blank) || behind.is_none_or(is_blank))
}

/// Replaces U+00A0 by a plain blank where `is_plain` is true of the character before it, after earlier replacements,
/// and the one behind it.
fn plain_where(text: &str, is_plain: impl Fn(Option<char>, Option<char>) -> bool) -> Cow<'_, str> {
    if !text.contains(NO_BREAK) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let is_replaced =
            character == NO_BREAK && is_plain(plain.chars().next_back(), characters.peek().copied());
        plain.push(if is_replaced { ' ' } else { character });
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_that_a_browser_made_turn_plain() {
        let cases = [
            ("Two\u{A0}", "Two "),
            ("\u{A0}words", " words"),
            ("a\u{A0} b \u{A0}c\u{A0}\u{A0}d", "a  b  c  d"),
            ("\u{A0}", " "),
            ("10\u{A0}000\u{A0}km", "10\u{A0}000\u{A0}km"),
        ];
        for (shown, plain) in cases {
            assert_eq!(typed_blanks(shown), plain);
        }
    }

    #[test]
    fn only_mediawikis_own_turn_plain() {
        let cases = [
            ("10\u{A0}% or more\u{A0}?", "10 % or more ?"),
            ("«\u{A0}oui\u{A0}» ‹\u{A0}non\u{A0}›", "« oui » ‹ non ›"),
            ("a\u{A0}: b\u{A0}; c\u{A0}!", "a : b ; c !"),
            ("10\u{A0}000\u{A0}km", "10\u{A0}000\u{A0}km"),
            ("none", "none"),
        ];
        for (shown, plain) in cases {
            assert_eq!(plain_blanks(shown), plain);
        }
    }
}
