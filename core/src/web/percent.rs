//! Percent-encoding in web addresses (RFC 3986, § 2.1).

use std::borrow::Cow;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::answer::url::scheme_length;
use crate::answer::valid_url;

/// Decodes percent-encoding. `None` where that is not UTF-8.
pub(crate) fn decoded(encoded: &str) -> Option<String> {
    percent_decode_str(encoded).decode_utf8().ok().map(Cow::into_owned)
}

/// Encodes in an address what cannot stand in one on a wiki: blanks, brackets, bars, braces, quotes. `None` where it is no web
/// address even so.
pub(crate) fn whole(address: &str) -> Option<String> {
    let mut whole = String::with_capacity(address.len());
    let mut rest = address.split_at_checked(scheme_length(address)?)?;
    whole.push_str(rest.0);
    while let Some(character) = rest.1.chars().next() {
        let (piece, behind) = rest.1.split_at_checked(character.len_utf8())?;
        // Two apostrophes end an address, one does not.
        let apostrophes = piece == "'" && whole.ends_with('\'');
        if apostrophes || !valid_url(&["http://", piece].concat()) {
            whole.extend(utf8_percent_encode(piece, NON_ALPHANUMERIC));
        } else {
            whole.push_str(piece);
        }
        rest.1 = behind;
    }
    valid_url(&whole).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_address_holds_is_encoded() {
        for (address, expected) in [
            ("https://example.org/a|b", Some("https://example.org/a%7Cb")),
            ("https://example.org/a b[c]{d}", Some("https://example.org/a%20b%5Bc%5D%7Bd%7D")),
            ("https://example.org/l'eau''", Some("https://example.org/l'eau'%27")),
            ("https://example.org/é?x=%C3%A9", Some("https://example.org/é?x=%C3%A9")),
            ("https://example.org/a\u{200b}b", Some("https://example.org/a%E2%80%8Bb")),
            ("https://", None),
            ("mailto:a@example.org", None),
        ] {
            assert_eq!(whole(address).as_deref(), expected, "{address}");
        }
    }
}
