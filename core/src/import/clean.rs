//! Normalizes a text from outside.

use super::SourceKind;
use super::blanks::plain_blanks;
use super::pace::{PIECE_BYTES, Pace};
use crate::draft::Nfc;
use crate::input::normalize;

/// Normalizes a text of this kind except for tabs: in the text of a page they separate a table's cells; elsewhere they
/// are not shown. A byte order mark before the text is removed.
pub(super) async fn clean(text: &str, kind: SourceKind, nfc: Nfc<'_>, pace: &Pace) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let text = normalized(text, nfc, pace).await;
    match kind {
        SourceKind::PageText => with_plain_blanks(&text, pace).await,
        _ => text,
    }
}

async fn normalized(text: &str, nfc: Nfc<'_>, pace: &Pace) -> String {
    let mut clean = String::with_capacity(text.len());
    for (number, between_tabs) in text.split('\t').enumerate() {
        if number > 0 {
            clean.push('\t');
        }
        let mut rest = between_tabs;
        while !rest.is_empty() {
            let (piece, next) = rest.split_at_checked(end_of_piece(rest, PIECE_BYTES)).unwrap_or((rest, ""));
            clean.push_str(&normalize(piece, nfc));
            rest = next;
            pace.work(piece.len()).await;
        }
        pace.work(1).await;
    }
    clean
}

/// Finds where a text can be cut, after at least `bytes` bytes, so that its pieces are normalized as the whole is:
/// before a character that is kept unchanged and does not compose with the one before, that is, any ASCII but a
/// control character. Returns the text's end if there is none.
fn end_of_piece(text: &str, bytes: usize) -> usize {
    let behind = text.bytes().enumerate().skip(bytes.max(1));
    behind.into_iter().find(|(_, byte)| matches!(byte, b' '..=b'~')).map_or(text.len(), |(at, _)| at)
}

/// Applies [`plain_blanks`] line by line, as it does not look across line ends.
async fn with_plain_blanks(text: &str, pace: &Pace) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        plain.push_str(&plain_blanks(line));
        pace.work(line.len()).await;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::pace::at_once;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    /// Normalizes a text in pieces of `bytes` bytes or a little more.
    fn in_pieces(text: &str, bytes: usize) -> String {
        let mut clean = String::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (piece, next) = rest.split_at(end_of_piece(rest, bytes));
            clean.push_str(&normalize(piece, &nfc));
            rest = next;
        }
        clean
    }

    proptest! {
        #[test]
        fn pieces_are_normalized_as_the_whole_is(
            text in "[a-c<=>A \r\n\u{1}\u{85}\u{300}-\u{303}\u{323}\u{338}\u{fffc}\u{1100}\u{1161}\u{11a8}가é~]{0,40}",
            bytes in 0_usize..8,
        ) {
            prop_assert_eq!(in_pieces(&text, bytes), normalize(&text, &nfc));
        }

        #[test]
        fn blanks_turn_plain_line_by_line(text in "[a \u{a0}%?«»\n]{0,30}") {
            let plain = at_once(with_plain_blanks(&text, &Pace::over(&text)));
            prop_assert_eq!(plain, plain_blanks(&text));
        }
    }

    #[test]
    fn tabs_stay_and_a_byte_order_mark_goes() {
        let text = "\u{FEFF}a\tb\r\n\te\u{301}";
        let clean = at_once(clean(text, SourceKind::Html, &nfc, &Pace::over(text)));
        assert_eq!(clean, "a\tb\n\té");
    }
}
