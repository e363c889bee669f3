//! The no-break blanks MediaWiki puts into what it shows, and how they turn plain again.

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

#[cfg(test)]
mod tests {
    use super::*;

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
