//! Addresses that redirect to another address: the one place that knows them.
//!
//! Mail programs, chats and search engines replace links by such addresses, to check them or to count who follows
//! them. A redirecting address may hold the name of the reader it was made for, and stops working when the service
//! does.

use std::borrow::Cow;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::address::Address;
use super::percent;

/// The greatest number of nested redirecting addresses that are unwrapped.
const MOST: usize = 4;

/// What is known of where a redirecting address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Redirect {
    /// It leads to this address, which stands in it.
    To(String),
    /// It leads elsewhere, and only the service knows where.
    Unknown,
}

/// Where a redirecting address holds its target.
enum Holds {
    /// In one of these parameters of the query.
    Parameter(&'static [&'static str]),
    /// In this parameter of the query, after these letters, in base64 with or without padding and in either alphabet.
    Base64(&'static str, &'static str),
    /// In the path: the segment that begins with `http`, encoded or not.
    Path,
    /// In the query: all that follows the `?`.
    Rest,
    /// In the parameter `u`, with `-` for `%` and `_` for `/` (Proofpoint's URL Defense, version 2).
    Dashes,
    /// Between two underscores and `__;` (Proofpoint's URL Defense, version 3).
    Underscores,
    /// Nowhere.
    Nowhere,
}
use Holds::{Base64, Dashes, Nowhere, Parameter, Path, Rest, Underscores};

/// The redirecting services: the host (its subdomains included), the start of the path, and where the target is.
const SERVICES: &[(&str, &str, Holds)] = &[
    // Microsoft Defender, in Outlook and Teams.
    ("safelinks.protection.outlook.com", "", Parameter(&["url"])),
    ("safelinks.protection.office365.us", "", Parameter(&["url"])),
    ("statics.teams.cdn.office.net", "/evergreen-assets/safelinks", Parameter(&["url"])),
    // Search engines.
    ("duckduckgo.com", "/l/", Parameter(&["uddg"])),
    ("r.search.yahoo.com", "", Path),
    ("bing.com", "/ck/a", Base64("u", "a1")),
    ("yandex.ru", "/clck/", Nowhere),
    ("baidu.com", "/link", Nowhere),
    // Networks and chats.
    ("l.facebook.com", "/l.php", Parameter(&["u"])),
    ("lm.facebook.com", "/l.php", Parameter(&["u"])),
    ("facebook.com", "/l.php", Parameter(&["u"])),
    ("facebook.com", "/flx/warn", Parameter(&["u"])),
    ("l.messenger.com", "/l.php", Parameter(&["u"])),
    ("l.instagram.com", "", Parameter(&["u"])),
    ("l.threads.net", "", Parameter(&["u"])),
    ("l.threads.com", "", Parameter(&["u"])),
    ("l.wl.co", "/l", Parameter(&["u"])),
    ("youtube.com", "/redirect", Parameter(&["q"])),
    ("linkedin.com", "/redir/", Parameter(&["url"])),
    ("linkedin.com", "/safety/go", Parameter(&["url"])),
    ("slack-redir.net", "/link", Parameter(&["url"])),
    ("vk.com", "/away.php", Parameter(&["to"])),
    ("t.umblr.com", "/redirect", Parameter(&["z"])),
    ("out.reddit.com", "", Parameter(&["url"])),
    ("steamcommunity.com", "/linkfilter", Parameter(&["url", "u"])),
    ("exit.sc", "", Parameter(&["url"])),
    ("disq.us", "/url", Parameter(&["url"])),
    ("getpocket.com", "/redirect", Parameter(&["url"])),
    ("href.li", "", Rest),
    // Mail filters.
    ("urldefense.proofpoint.com", "/v1/", Parameter(&["u"])),
    ("urldefense.proofpoint.com", "/v2/", Dashes),
    ("urldefense.com", "/v1/", Parameter(&["u"])),
    ("urldefense.com", "/v2/", Dashes),
    ("urldefense.com", "/v3/", Underscores),
    ("urldefense.us", "/v2/", Dashes),
    ("urldefense.us", "/v3/", Underscores),
    ("linkprotect.cudasvc.com", "/url", Parameter(&["a"])),
    ("secure-web.cisco.com", "", Path),
    ("url.avanan.click", "/v2/", Underscores),
    ("urlsand.esvalabs.com", "", Parameter(&["u"])),
    ("fireeye.com", "/v1/url", Parameter(&["u"])),
    ("fireeye.com", "/url", Parameter(&["u"])),
    ("clicktime.symantec.com", "", Parameter(&["u"])),
    ("protection.sophos.com", "", Base64("u", "")),
    ("mimecast.com", "/s/", Nowhere),
    ("mimecastprotect.com", "/s/", Nowhere),
    // Newsletters.
    ("awstrack.me", "/L", Path),
    ("list-manage.com", "/track/click", Nowhere),
    ("mandrillapp.com", "/track/click", Nowhere),
    ("sendgrid.net", "/ls/click", Nowhere),
    ("sendgrid.net", "/wf/click", Nowhere),
    ("hubspotlinks.com", "", Nowhere),
    // Shortened addresses; a wiki refuses to save most of them (its spam list).
    ("t.co", "/", Nowhere),
    ("bit.ly", "/", Nowhere),
    ("j.mp", "/", Nowhere),
    ("tinyurl.com", "/", Nowhere),
    ("ow.ly", "/", Nowhere),
    ("buff.ly", "/", Nowhere),
    ("is.gd", "/", Nowhere),
    ("lnkd.in", "/", Nowhere),
    ("fb.me", "/", Nowhere),
    ("rebrand.ly", "/", Nowhere),
    ("cutt.ly", "/", Nowhere),
    ("rb.gy", "/", Nowhere),
    ("shorturl.at", "/", Nowhere),
    ("tiny.cc", "/", Nowhere),
];

/// Returns where a redirecting address leads, or `None` for an address that does not redirect.
pub(crate) fn redirect(url: &str) -> Option<Redirect> {
    let mut found = once(url)?;
    for _ in 1..MOST {
        let Redirect::To(inside) = &found else { break };
        match once(inside) {
            Some(next @ Redirect::To(_)) => found = next,
            _ => break,
        }
    }
    Some(found)
}

/// Returns the target of a redirecting address if the address holds it, else the address itself.
pub(crate) fn direct(url: &str) -> Cow<'_, str> {
    match redirect(url) {
        Some(Redirect::To(inside)) => Cow::Owned(inside),
        Some(Redirect::Unknown) | None => Cow::Borrowed(url),
    }
}

fn once(url: &str) -> Option<Redirect> {
    let address = Address::of(url);
    let holds = if is_google(address.host) && address.path.starts_with("/url?") {
        &Parameter(&["q", "url"])
    } else {
        let service =
            SERVICES.iter().find(|(host, path, _)| address.is_below(host) && address.path.starts_with(path));
        &service?.2
    };
    let inside = match holds {
        Parameter(names) => parameter(address.path, names).and_then(percent::decoded),
        Dashes => parameter(address.path, &["u"])
            .and_then(|value| percent::decoded(&value.replace('-', "%").replace('_', "/"))),
        Base64(name, letters) => in_base64(address.path, name, letters),
        Path => in_path(address.path),
        Rest => address.path.split_once('?').map(|(_, rest)| rest.to_owned()),
        Underscores => between_underscores(address.path),
        Nowhere => None,
    };
    let inside = inside.and_then(|inside| percent::whole(&inside));
    Some(inside.map_or(Redirect::Unknown, Redirect::To))
}

/// Returns whether a host is Google's, for any country.
fn is_google(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let country = host.strip_prefix("www.").unwrap_or(&host).strip_prefix("google.");
    country.is_some_and(|country| country.len() <= 6 && !country.starts_with("com.google"))
}

/// Finds the first parameter of the query with one of these names whose value is an address.
fn parameter<'a>(path: &'a str, names: &[&str]) -> Option<&'a str> {
    let mut values = parameters(path).filter(|(name, _)| names.contains(name));
    values.find(|(_, value)| starts_address(value) || value.starts_with("http")).map(|(_, value)| value)
}

/// Lists the names and values of a query, undecoded.
fn parameters(path: &str) -> impl Iterator<Item = (&str, &str)> {
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let pairs = query.split(['&', '#']).map(|pair| pair.strip_prefix("amp;").unwrap_or(pair));
    pairs.filter_map(|pair| pair.split_once('='))
}

/// Decodes the parameter `name`, which holds an address in base64 after `letters`.
fn in_base64(path: &str, name: &str, letters: &str) -> Option<String> {
    const LENIENT: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true),
    );
    let (_, value) = parameters(path).find(|(found, _)| *found == name)?;
    let value = percent::decoded(value)?.replace('-', "+").replace('_', "/");
    let bytes = LENIENT.decode(value.strip_prefix(letters)?).ok()?;
    String::from_utf8(bytes).ok().filter(|address| starts_address(address))
}

/// Returns whether a text begins with an address, encoded or not.
fn starts_address(text: &str) -> bool {
    let start: String = text.chars().take(12).collect::<String>().to_ascii_lowercase();
    ["http://", "https://", "http:%2f", "https:%2f", "http%3a", "https%3a", "http-3a", "https-3a"]
        .iter()
        .any(|scheme| start.starts_with(scheme))
}

/// Finds the segment of a path that is an address, and decodes it.
fn in_path(path: &str) -> Option<String> {
    let mut parts = path.split('/').map(|part| part.rsplit('=').next().unwrap_or(part));
    parts.find(|part| starts_address(part)).and_then(percent::decoded)
}

/// Finds the address in `/v3/__https://…__;…` or `/v2/___https://…___.…`. Returns `None` where the service has moved
/// characters of the address elsewhere and left `*` in their place.
fn between_underscores(path: &str) -> Option<String> {
    let (_, inside) = path.split_once("/__")?;
    let (inside, _) = inside.trim_start_matches('_').split_once("__")?;
    // A program that folds slashes leaves `https:/example.org`.
    let inside = inside.replacen(":/", "://", usize::from(!inside.contains("://")));
    (!inside.contains('*')).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_inside_is_found() {
        for url in [
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1&data=05%7C02%7Cwriter%40example.org%7C&reserved=0",
            "https://nam02.safelinks.protection.outlook.com/ap/w-59584e83/?url=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1&amp;data=x",
            "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1&locale=en-gb",
            "https://www.google.com/url?q=https://example.org/r?a%3D1&sa=D&source=editors&ust=1&usg=x",
            "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1",
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1&h=AT0",
            "https://l.instagram.com/?u=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1&e=x",
            "https://www.youtube.com/redirect?event=video&q=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1",
            "https://slack-redir.net/link?url=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1",
            "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1&rut=x",
            "https://vk.com/away.php?to=https%3A%2F%2Fexample.org%2Fr%3Fa%3D1",
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_r-3Fa-3D1&d=x",
            "https://urldefense.com/v3/__https://example.org/r?a=1__;!!abc$",
            "https://url.avanan.click/v2/___https://example.org/r?a=1___.abc",
            "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fexample.org%2fr%3fa%3d1&c=E,1",
            "https://secure-web.cisco.com/1abc/https%3A%2F%2Fexample.org%2Fr%3Fa%3D1",
            "https://x.r.us-east-1.awstrack.me/L0/https:%2F%2Fexample.org%2Fr%3Fa%3D1/1/010",
            "https://href.li/?https://example.org/r?a=1",
            "https://www.bing.com/ck/a?!&&p=0123&ptn=3&ver=2&hsh=4&fclid=1&u=a1aHR0cHM6Ly9leGFtcGxlLm9yZy9yP2E9MQ&ntb=1",
            "https://eu-west-1.protection.sophos.com/?d=example.org&u=aHR0cHM6Ly9leGFtcGxlLm9yZy9yP2E9MQ==&i=1&t=2&h=3&s=4",
            "https://us-east-2.protection.sophos.com?d=example.org&u=aHR0cHM6Ly9leGFtcGxlLm9yZy9yP2E9MQ%3D%3D&p=m",
            "https://www.google.com/url?q=https://l.facebook.com/l.php?u%3Dhttps%253A%252F%252Fexample.org%252Fr%253Fa%253D1",
        ] {
            assert_eq!(redirect(url), Some(Redirect::To("https://example.org/r?a=1".to_owned())), "{url}");
        }
    }

    #[test]
    fn where_nobody_can_tell_the_service_is_known() {
        for url in [
            "https://t.co/abc",
            "https://bit.ly/3abc",
            "https://eur01.safelinks.protection.outlook.com/GetUrlReputation",
            "https://us5.list-manage.com/track/click?u=1&id=2",
            "https://urldefense.com/v3/__https://example.org/*x__;Iw!!abc$",
            "https://www.google.com/url?sa=t",
            "https://www.bing.com/ck/a?p=0123&u=a2aHR0cHM6Ly9leGFtcGxlLm9yZy8",
            "https://www.bing.com/ck/a?p=0123&u=a1L2ltYWdlcw",
            "https://eu-west-1.protection.sophos.com/?d=example.org&u=%FF",
        ] {
            assert_eq!(redirect(url), Some(Redirect::Unknown), "{url}");
        }
    }

    #[test]
    fn other_addresses_lead_where_they_say() {
        for url in [
            "https://example.org/url?q=https://example.com",
            "https://web.archive.org/web/2024/https://example.org/",
            "https://www.google.com/maps?q=https://example.org",
            "https://notbit.ly/x",
            "https://www.facebook.com/groups/wikivaldora",
            "https://w.wiki/3abc",
        ] {
            assert_eq!(redirect(url), None, "{url}");
        }
    }
}
