//! Normalization of text from outside: typed, pasted, read from a file. All such text comes in by this way.
//!
//! MediaWiki stores text in NFC with LF line ends and replaces control characters (`WebRequest::normalizeUnicode`,
//! `UtfNormal\Validator`); what it would replace never gets in here, so that what was typed is what the page shows.

/// Normalizes text from outside: line ends become LF, tabs blanks; characters that MediaWiki would replace are removed; the rest
/// is composed by `nfc`.
///
/// `nfc` is Unicode normalization form C: in the browser `String.prototype.normalize`, natively a crate. Zero-width joiners stay,
/// many scripts need them. Normalizing twice changes nothing.
pub fn normalize(text: &str, nfc: &dyn Fn(&str) -> String) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\r' {
            characters.next_if_eq(&'\n');
            clean.push('\n');
        } else if let Some(kept) = clean_character(character) {
            clean.push(kept);
        }
    }
    if clean.is_ascii() { clean } else { nfc(&clean) }
}

/// Returns what stands for one character after cleaning; `None` where it is removed. A lone CR is left to the caller.
pub(crate) fn clean_character(character: char) -> Option<char> {
    match character {
        '\n' | '\r' => Some('\n'),
        '\t' => Some(' '),
        // Other systems' line ends: vertical tab (PowerPoint's line break), form feed, next line, line and paragraph separator.
        '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    #[test]
    fn cleans_as_mediawiki_would() {
        let cases = [
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("a\tb", "a b"),
            ("a\u{85}b\u{2028}c", "a\nb\nc"),
            ("Talks\u{B}in May\u{C}and June", "Talks\nin May\nand June"),
            ("\0\u{1}a\u{7f}b\u{9f}\u{FFFE}\u{FFFF}", "ab"),
            ("क\u{94d}\u{200d}ष می\u{200c}خواهم", "क\u{94d}\u{200d}ष می\u{200c}خواهم"),
            ("e\u{301}", "é"),
        ];
        for (typed, expected) in cases {
            assert_eq!(normalize(typed, &nfc), expected, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn twice_is_once(text in any::<String>()) {
            let once = normalize(&text, &nfc);
            prop_assert_eq!(normalize(&once, &nfc), once);
        }
    }
}
