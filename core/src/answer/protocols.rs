//! The protocols that MediaWiki links automatically (`$wgUrlProtocols` of MediaWiki 1.39, and `matrix:` of later ones).

/// The protocols' names without the colon, in lower case, and whether `//` must follow the colon.
const PROTOCOLS: [(&str, bool); 28] = [
    ("bitcoin", false),
    ("ftp", true),
    ("ftps", true),
    ("geo", false),
    ("git", true),
    ("gopher", true),
    ("http", true),
    ("https", true),
    ("irc", true),
    ("ircs", true),
    ("magnet", false),
    ("mailto", false),
    ("matrix", false),
    ("mms", true),
    ("news", false),
    ("nntp", true),
    ("redis", true),
    ("sftp", true),
    ("sip", false),
    ("sips", false),
    ("sms", false),
    ("ssh", true),
    ("svn", true),
    ("tel", false),
    ("telnet", true),
    ("urn", false),
    ("worldwind", true),
    ("xmpp", false),
];

/// The length in bytes of the longest protocol's name.
const LONGEST: usize = 9;

/// Returns whether the colon between `before` and `after` ends a protocol's name that MediaWiki would link.
///
/// Errs on the side of linking if the word boundary is in doubt (a letter outside ASCII before the name).
pub(crate) fn at_colon(before: &str, after: &str) -> bool {
    if after.chars().next().is_none_or(|c| c == ' ') {
        return false;
    }
    let bytes = before.as_bytes();
    let letters = bytes.iter().rev().take(LONGEST + 1).take_while(|b| b.is_ascii_alphabetic()).count();
    let Some((head, name)) = bytes.split_at_checked(bytes.len() - letters) else { return false };
    let inside_word = head.last().is_some_and(|b| b.is_ascii_digit() || *b == b'_');
    !inside_word && is_protocol(name, after)
}

/// Returns whether the text starts with a protocol and its colon.
pub(crate) fn at_start(text: &str) -> bool {
    let colon = text.bytes().take(LONGEST + 1).position(|byte| byte == b':');
    let parts = colon.and_then(|colon| Some((text.get(..colon)?, text.get(colon + 1..)?)));
    parts.is_some_and(|(name, after)| is_protocol(name.as_bytes(), after))
}

fn is_protocol(name: &[u8], after: &str) -> bool {
    PROTOCOLS.iter().any(|(known, slashes)| {
        name.eq_ignore_ascii_case(known.as_bytes()) && (!slashes || after.starts_with("//"))
    })
}
