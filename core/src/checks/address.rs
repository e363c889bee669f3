//! Web addresses without a scheme in text.

use crate::answer::url::address_length;

/// Returns the length in bytes of the address without scheme that `text` starts with: `www.…`, a host in lower case
/// followed by a slash (`t.me/name`), or `localhost`.
pub(crate) fn bare_host_length(text: &str) -> Option<usize> {
    let host = host_length(text)?;
    let name = text.get(..host)?;
    // Nearly every word is rejected here.
    if !name.contains('.') && name != "localhost" {
        return None;
    }
    let behind = text.as_bytes().get(host).copied();
    let is_address = if name == "localhost" {
        matches!(behind, Some(b':' | b'/'))
    } else {
        let (_, last) = name.rsplit_once('.')?;
        let top_level = last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_lowercase());
        top_level && (behind == Some(b'/') || name.starts_with("www."))
    };
    is_address.then(|| address_length(text))
}

/// Returns the length in bytes of the longest start that could be a host name: labels of lower-case letters, digits
/// and hyphens, separated by dots. A host name has at most 253 bytes (RFC 1035), so the cost per call is bounded.
fn host_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let end = bytes
        .iter()
        .take(254)
        .position(|&byte| {
            !(byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
        })
        .unwrap_or(bytes.len());
    if end > 253 {
        return None;
    }
    let name = text.get(..end)?.trim_end_matches('.');
    (!name.is_empty() && !name.starts_with('.') && !name.contains("..")).then_some(name.len())
}

#[cfg(test)]
mod tests {
    use super::bare_host_length;

    #[test]
    fn hosts_without_scheme() {
        for (text, found) in [
            ("www.wikimedia.kz", Some("www.wikimedia.kz")),
            ("t.me/group, and", Some("t.me/group")),
            ("localhost:8080/x", Some("localhost:8080/x")),
            ("and/or", None),
            ("e.g. this", None),
            ("wikipedia.org", None),
            ("St.Petersburg/Moscow", None),
            ("12.5/13", None),
        ] {
            assert_eq!(bare_host_length(text).map(|length| &text[..length]), found, "{text}");
        }
    }
}
