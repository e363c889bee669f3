//! The no-break blanks that programs put into what they show, and how they turn plain again.

use std::borrow::Cow;

/// Replaces U+00A0 before `% ? ! : ; »` and behind `«` (and their single kind `›`, `‹`) by a plain blank: MediaWiki shows every
/// blank there as U+00A0 (`Sanitizer::armorFrenchSpaces`). Elsewhere U+00A0 stays.
pub(super) fn plain_blanks(text: &str) -> Cow<'_, str> {
    const NO_BREAK: char = '\u{A0}';
    if !text.contains(NO_BREAK) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let before =
            characters.peek().is_some_and(|next| matches!(next, '%' | '?' | '!' | ':' | ';' | '»' | '›'));
        let armored = character == NO_BREAK && (before || plain.ends_with(['«', '‹']));
        plain.push(if armored { ' ' } else { character });
    }
    Cow::Owned(plain)
}

/// Replaces U+00A0 by a plain blank at either end of a stretch of text, and beside another blank: a browser or an editor makes
/// it there, so that the blank is shown before a tag or behind another. One between two letters or digits stays.
pub(super) fn typed_blanks(text: &str) -> Cow<'_, str> {
    const NO_BREAK: char = '\u{A0}';
    if !text.contains(NO_BREAK) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let is_blank = |c: char| c == NO_BREAK || c.is_ascii_whitespace();
        let beside =
            plain.chars().next_back().is_none_or(is_blank) || characters.peek().is_none_or(|c| is_blank(*c));
        plain.push(if character == NO_BREAK && beside { ' ' } else { character });
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
