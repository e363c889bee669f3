//! Web addresses in text: those without a scheme, and the host and path of any.

use crate::answer::url::{address_length, scheme_length};

/// The parts of a web address that checks need to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address<'a> {
    /// The host without scheme, user part and port; as typed, so maybe with capitals. `[::1]` keeps its brackets.
    pub host: &'a str,
    /// The path from the slash after the host, with query and fragment; maybe empty.
    pub path: &'a str,
}

/// Returns the length in bytes of the address without scheme that `text` starts with: `www.…`, a host in small letters with
/// a slash behind it (`t.me/name`), or `localhost`.
pub(super) fn bare_host_length(text: &str) -> Option<usize> {
    let host = host_length(text)?;
    let name = text.get(..host)?;
    // Nearly every word leaves here.
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

/// Returns the length in bytes of the longest start that could be a host name: labels of small letters, digits and hyphens
/// with dots between. More than a host name's 253 bytes (RFC 1035) are none, so the cost per call is bounded.
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

impl<'a> Address<'a> {
    /// Takes a web address apart, with or without its scheme.
    pub fn of(text: &'a str) -> Self {
        let rest = scheme_length(text).and_then(|length| text.get(length..)).unwrap_or(text);
        let (authority, path) = match rest.find(['/', '?', '#']).and_then(|at| rest.split_at_checked(at)) {
            Some(parts) => parts,
            None => (rest, ""),
        };
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let host = match host.rfind(']') {
            Some(close) => host.get(..=close).unwrap_or(host),
            None => host.split_once(':').map_or(host, |(host, _)| host),
        };
        Self { host, path }
    }

    /// Returns whether the host is `domain` or lies below it.
    pub fn is_below(&self, domain: &str) -> bool {
        let Some(start) = self.host.len().checked_sub(domain.len()) else { return false };
        // Nearly every pair differs in its first letter.
        let first = |text: &str, at: usize| text.as_bytes().get(at).map(u8::to_ascii_lowercase);
        if first(self.host, start) != first(domain, 0) {
            return false;
        }
        let dotted = start == 0 || self.host.as_bytes().get(start - 1) == Some(&b'.');
        dotted && self.host.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(domain))
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, bare_host_length};

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

    #[test]
    fn host_and_path() {
        let address = Address::of("https://me:pw@wmf.Fluxx.io:443/dashboard?x#y");
        assert_eq!(address, Address { host: "wmf.Fluxx.io", path: "/dashboard?x#y" });
        assert!(address.is_below("fluxx.io"));
        assert!(!Address::of("https://notfluxx.io").is_below("fluxx.io"));
        assert_eq!(Address::of("http://[::1]:80/").host, "[::1]");
    }
}
