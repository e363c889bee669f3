//! Which way languages are written.

/// The codes of the languages written from right to left, as the wikis have them: those whose `Messages….php` in MediaWiki
/// 1.39 sets `$rtl`.
const RIGHT_TO_LEFT: [&str; 35] = [
    "aeb-arab", "ar", "arc", "arq", "ary", "arz", "azb", "bcc", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he",
    "khw", "kk-arab", "kk-cn", "ks-arab", "ku-arab", "lki", "lrc", "luz", "ms-arab", "mzn", "nqo", "pnb",
    "ps", "sd", "sdh", "skr-arab", "ug-arab", "ur", "yi", "en-rtl",
];

/// Returns the direction in which a language is written, as the value of `dir`: `ltr` or `rtl`.
pub fn direction(code: &str) -> &'static str {
    if RIGHT_TO_LEFT.contains(&code) { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_the_wikis() {
        for (code, expected) in
            [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("ku-latn", "ltr"), ("fa", "rtl")]
        {
            assert_eq!(direction(code), expected, "{code}");
        }
    }
}
