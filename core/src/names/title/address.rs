//! IP addresses, which MediaWiki knows in titles of users' pages and refuses as user names.
//!
//! The rules are those of `Wikimedia\IPUtils` and `UserNameUtils::isIP` (MediaWiki 1.39).

use std::net::Ipv6Addr;

/// Returns whether MediaWiki takes a name for an IP address: IPv4 whatever its numbers (`300.1.2.3`, `1.2.3.xxx`), or IPv6.
pub(in crate::names) fn is_address(name: &str) -> bool {
    looks_like_version_4(name) || version_6(name).is_some()
}

/// Returns whether a name is `1.2.3.4`, `999.999.999.999` or, as old software hid the last number, `1.2.3.xxx`.
fn looks_like_version_4(name: &str) -> bool {
    let number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = name.split('.');
    let first = parts.by_ref().take(3).filter(|part| number(part)).count();
    let last = parts.next().is_some_and(|part| part == "xxx" || number(part));
    first == 3 && last && parts.next().is_none()
}

/// Brings an IP address or a range of them into the form that MediaWiki keeps: no leading zeros, IPv6 in full and in capitals.
/// `None` where the text is neither.
pub(super) fn plain_address(text: &str) -> Option<String> {
    let (address, range) = match text.split_once('/') {
        Some((address, range)) => (address, Some(range)),
        None => (text, None),
    };
    let (plain, most) = match version_4(address) {
        Some(plain) => (plain, 32),
        None => (in_full(version_6(address)?), 128),
    };
    match range {
        None => Some(plain),
        Some(range) => is_prefix_length(range, most).then(|| format!("{plain}/{range}")),
    }
}

fn version_4(text: &str) -> Option<String> {
    let mut numbers = [0_u8; 4];
    let mut parts = text.split('.');
    for number in &mut numbers {
        let part = parts.next()?;
        if !(1..=3).contains(&part.len()) || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    let [a, b, c, d] = numbers;
    parts.next().is_none().then(|| format!("{a}.{b}.{c}.{d}"))
}

/// Reads an IPv6 address without an IPv4 address in it.
fn version_6(text: &str) -> Option<Ipv6Addr> {
    if !text.contains(':') || text.contains('.') { None } else { text.parse().ok() }
}

fn in_full(address: Ipv6Addr) -> String {
    address.segments().map(|segment| format!("{segment:X}")).join(":")
}

/// Returns whether a text is a number from 0 to `most` without leading zeros.
fn is_prefix_length(text: &str, most: u8) -> bool {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'));
    plain && text.parse::<u8>().is_ok_and(|length| length <= most)
}
