//! The host and path of a web address.

use crate::answer::url::scheme_length;

/// The parts of a web address that decide what is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    /// The host without scheme, user part and port; as typed, so maybe with capitals. `[::1]` keeps its brackets.
    pub host: &'a str,
    /// The path from the slash after the host, with query and fragment; maybe empty.
    pub path: &'a str,
}

impl<'a> Address<'a> {
    /// Takes a web address apart, with or without its scheme.
    pub(crate) fn of(text: &'a str) -> Self {
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
    pub(crate) fn is_below(&self, domain: &str) -> bool {
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
    use super::Address;

    #[test]
    fn host_and_path() {
        let address = Address::of("https://me:pw@wmf.Fluxx.io:443/dashboard?x#y");
        assert_eq!(address, Address { host: "wmf.Fluxx.io", path: "/dashboard?x#y" });
        assert!(address.is_below("fluxx.io"));
        assert!(!Address::of("https://notfluxx.io").is_below("fluxx.io"));
        assert_eq!(Address::of("http://[::1]:80/").host, "[::1]");
    }
}
