//! Links that readers of a public page cannot open, or should not be given.

use std::ops::Range;

use super::super::finder::find_ignoring_case;
use super::super::source::{LeadsTo, Source};
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use super::super::words::Words;
use crate::answer::lex;
use crate::form::Question;
use crate::i18n::Message;
use crate::letters::is_any;
use crate::web::Address;

/// The reason why a reader cannot use a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    /// The link opens only for people with an account.
    Login,
    /// The link opens the writer's own mail.
    Mail,
    /// The link leads to a shared file, which opens for the people it is shared with.
    Drive,
    /// The link lets anybody into a chat, or opens only for the chat's members.
    Chat,
    /// The link leads to a meeting room, which is empty afterwards.
    Meeting,
    /// The link opens only on the writer's own computer or network.
    Local,
}

impl Reason {
    /// Returns the message about a link to this host.
    fn message(self, host: &str) -> Message {
        Message::new(match self {
            Self::Login => "suggest-link-login",
            Self::Mail => "suggest-link-mail",
            Self::Drive => "suggest-link-drive",
            Self::Chat => "suggest-link-chat",
            Self::Meeting => "suggest-link-meeting",
            Self::Local => "suggest-link-local",
        })
        .with(host)
    }
}

/// The paths of a host that readers cannot use.
enum Paths {
    /// All paths.
    All,
    /// The paths that start like one of these.
    Starting(&'static [&'static str]),
    /// All paths except those that contain one of these, which the host shows to everybody.
    Except(&'static [&'static str]),
}
use Paths::{All, Except, Starting};

/// Hosts, each with all its subdomains, the paths that readers cannot use and the reason.
const HOSTS: &[(&str, Paths, Reason)] = &[
    // The Foundation's grant system.
    ("fluxx.io", All, Reason::Login),
    ("accounts.google.com", All, Reason::Login),
    ("admin.google.com", All, Reason::Login),
    // Wikis that only members can read (Wikimedia's list of private wikis, `private.dblist`; AffCom's is `chapcom`
    // there).
    ("arbcom-de.wikipedia.org", All, Reason::Login),
    ("arbcom-en.wikipedia.org", All, Reason::Login),
    ("arbcom-fi.wikipedia.org", All, Reason::Login),
    ("arbcom-nl.wikipedia.org", All, Reason::Login),
    ("auditcom.wikimedia.org", All, Reason::Login),
    ("affcom.wikimedia.org", All, Reason::Login),
    ("board.wikimedia.org", All, Reason::Login),
    ("boardgovcom.wikimedia.org", All, Reason::Login),
    ("chair.wikimedia.org", All, Reason::Login),
    ("checkuser.wikimedia.org", All, Reason::Login),
    ("collab.wikimedia.org", All, Reason::Login),
    ("exec.wikimedia.org", All, Reason::Login),
    ("fdc.wikimedia.org", All, Reason::Login),
    ("grants.wikimedia.org", All, Reason::Login),
    ("il.wikimedia.org", All, Reason::Login),
    ("internal.wikimedia.org", All, Reason::Login),
    ("movementroles.wikimedia.org", All, Reason::Login),
    ("noboard-chapters.wikimedia.org", All, Reason::Login),
    ("office.wikimedia.org", All, Reason::Login),
    ("otrs-wiki.wikimedia.org", All, Reason::Login),
    ("vrt-wiki.wikimedia.org", All, Reason::Login),
    ("searchcom.wikimedia.org", All, Reason::Login),
    ("spcom.wikimedia.org", All, Reason::Login),
    ("steward.wikimedia.org", All, Reason::Login),
    ("wg-en.wikipedia.org", All, Reason::Login),
    ("wikimaniateam.wikimedia.org", All, Reason::Login),
    ("mail.google.com", All, Reason::Mail),
    ("gmail.com", All, Reason::Mail),
    ("outlook.live.com", All, Reason::Mail),
    ("outlook.office.com", All, Reason::Mail),
    ("outlook.office365.com", All, Reason::Mail),
    ("mail.yahoo.com", All, Reason::Mail),
    ("mail.proton.me", All, Reason::Mail),
    ("mail.yandex.ru", All, Reason::Mail),
    ("mail.yandex.com", All, Reason::Mail),
    ("e.mail.ru", All, Reason::Mail),
    ("drive.google.com", All, Reason::Drive),
    // Documents published to the web and forms are open to everybody; `/d/e/` is how Google marks them.
    ("docs.google.com", Except(&["/d/e/", "/forms/", "/pub", "/viewform"]), Reason::Drive),
    ("onedrive.live.com", All, Reason::Drive),
    ("sharepoint.com", All, Reason::Drive),
    ("icloud.com", All, Reason::Drive),
    // Dropbox's and Yandex's shared links are open to everybody; these are not shared links.
    ("dropbox.com", Starting(&["/home", "/work", "/preview", "/personal", "/request"]), Reason::Drive),
    ("disk.yandex.ru", Starting(&["/client"]), Reason::Drive),
    ("disk.yandex.com", Starting(&["/client"]), Reason::Drive),
    // A public channel (`t.me/name`) is open to everybody.
    ("t.me", Starting(&["/+", "/joinchat/", "/c/"]), Reason::Chat),
    ("telegram.me", Starting(&["/+", "/joinchat/", "/c/"]), Reason::Chat),
    ("web.telegram.org", All, Reason::Chat),
    ("chat.whatsapp.com", All, Reason::Chat),
    ("web.whatsapp.com", All, Reason::Chat),
    // A WhatsApp link contains the telephone number.
    ("wa.me", All, Reason::Chat),
    ("api.whatsapp.com", All, Reason::Chat),
    ("signal.group", All, Reason::Chat),
    ("invite.viber.com", All, Reason::Chat),
    ("discord.gg", All, Reason::Chat),
    ("discord.com", Starting(&["/invite/", "/channels/"]), Reason::Chat),
    ("discordapp.com", Starting(&["/invite/", "/channels/"]), Reason::Chat),
    ("app.slack.com", All, Reason::Chat),
    ("join.slack.com", All, Reason::Chat),
    ("slack.com", Starting(&["/archives", "/messages", "/client"]), Reason::Chat),
    ("line.me", Starting(&["/R/ti/", "/ti/g"]), Reason::Chat),
    ("m.me", All, Reason::Chat),
    ("messenger.com", Starting(&["/t/", "/g/"]), Reason::Chat),
    ("facebook.com", Starting(&["/messages"]), Reason::Chat),
    ("chat.google.com", All, Reason::Chat),
    ("meet.google.com", Starting(&["/"]), Reason::Meeting),
    ("zoom.us", Starting(&["/j/", "/s/", "/w/", "/wc/", "/my/"]), Reason::Meeting),
    ("teams.microsoft.com", All, Reason::Meeting),
    ("teams.live.com", All, Reason::Meeting),
];

/// First or last parts of a path that are a login page on any site.
static LOGIN_PARTS: Words =
    Words::new(&["login", "signin", "sign-in", "sign_in", "log-in", "wp-login.php", "wp-admin"]);

/// Adds one suggestion for each link that a reader cannot use.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    for (place, message) in links(&subject.source) {
        found.push(subject.suggest(SuggestionId::PrivateLink, place, message));
    }
}

/// Finds the links of an answer to a question that a reader cannot use: the place of each address in the source, and
/// the message about it.
pub(crate) fn closed_links(question: &Question, text: &str) -> Vec<(Range<usize>, Message)> {
    let markup = question.kind.markup();
    links(&Source::of(text, &lex(text, markup), markup))
}

fn links(source: &Source<'_>) -> Vec<(Range<usize>, Message)> {
    let mut found = Vec::new();
    for link in source.links().filter(|link| link.leads_to != LeadsTo::Page) {
        let address = Address::of(source.at(&link.target));
        if let Some(reason) = reason(address, link.leads_to) {
            found.push((link.target.clone(), reason.message(short_host(address.host))));
        }
    }
    if !source.text.contains("///") {
        return found;
    }
    for place in source.texts() {
        if let Some(at) = find_ignoring_case(source.at(&place), "file:///") {
            let start = place.start + at;
            let rest = source.at(&(start..place.end));
            let end = start + rest.find(char::is_whitespace).unwrap_or(rest.len());
            found.push((start..end, Reason::Local.message("file://")));
        }
    }
    found
}

fn reason(address: Address<'_>, leads_to: LeadsTo) -> Option<Reason> {
    let listed = HOSTS.iter().find(|(host, paths, _)| {
        address.is_below(host)
            && match paths {
                All => true,
                Starting(starts) => starts.iter().any(|start| address.path.starts_with(start)),
                Except(parts) => !parts.iter().any(|part| address.path.contains(part)),
            }
    });
    if let Some((_, _, reason)) = listed {
        return Some(*reason);
    }
    if !address.host.contains(char::is_alphanumeric) {
        return None;
    }
    // A name without a dot is a computer on a local network.
    if is_local(address.host) || (leads_to == LeadsTo::Web && !address.host.contains(['.', ':'])) {
        return Some(Reason::Local);
    }
    is_login_page(address.path).then_some(Reason::Login)
}

/// Returns whether a host is the computer itself or in one of the networks of RFC 1918, 3927, 4193, 6761 and 6762.
fn is_local(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    if host.eq_ignore_ascii_case("localhost") || host == "[::1]" {
        return true;
    }
    let last = host.rsplit('.').next().unwrap_or_default();
    if host.contains('.')
        && is_any(last, &["local", "localhost", "internal", "lan", "intranet", "corp", "home"])
    {
        return true;
    }
    if let Some(inner) = host.strip_prefix('[') {
        return ["fe80:", "fc", "fd"]
            .iter()
            .any(|start| inner.get(..start.len()).is_some_and(|s| s.eq_ignore_ascii_case(start)));
    }
    let mut numbers = host.split('.').map(str::parse::<u8>);
    let (Some(Ok(a)), Some(Ok(b)), Some(Ok(_)), Some(Ok(_)), None) =
        (numbers.next(), numbers.next(), numbers.next(), numbers.next(), numbers.next())
    else {
        return false;
    };
    matches!((a, b), (0 | 10 | 127, _) | (192, 168) | (172, 16..=31) | (169, 254))
}

fn is_login_page(path: &str) -> bool {
    if !path.contains(['l', 'L', 's', 'S', 'w']) {
        return false;
    }
    let (way, query) = path.split_once(['?', '#']).unwrap_or((path, ""));
    let mut parts = way.split('/').filter(|part| !part.is_empty());
    let first = parts.next();
    let last = parts.next_back().or(first);
    [first, last].iter().flatten().any(|part| LOGIN_PARTS.has(part))
        || find_ignoring_case(way, "special:userlogin").is_some()
        || find_ignoring_case(query, "title=special:userlogin").is_some()
}

/// Shortens a host for a message to its last 60 bytes.
pub(super) fn short_host(host: &str) -> &str {
    let start = host.ceil_char_boundary(host.len().saturating_sub(60));
    host.get(start..).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::{HOSTS, LeadsTo, Reason, is_local, reason};
    use crate::web::Address;

    fn of(url: &str) -> Option<Reason> {
        reason(Address::of(url), LeadsTo::Web)
    }

    #[test]
    fn every_listed_host_is_found_by_name_and_subdomain() {
        for (host, ..) in HOSTS {
            assert!(
                host.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte)),
                "{host}"
            );
            assert!(Address::of(&format!("https://sub.{host}/")).is_below(host));
        }
    }

    #[test]
    fn private_networks_only() {
        for host in [
            "localhost",
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.31.0.1",
            "169.254.1.1",
            "[::1]",
            "[fd00::1]",
            "nas.local",
        ] {
            assert!(is_local(host), "{host}");
        }
        for host in
            ["172.32.0.1", "193.168.0.1", "8.8.8.8", "local.example.org", "10.example.org", "[2001:db8::1]"]
        {
            assert!(!is_local(host), "{host}");
        }
    }

    #[test]
    fn login_pages_on_any_site() {
        assert_eq!(of("https://example.org/login?next=/x"), Some(Reason::Login));
        assert_eq!(of("https://meta.wikimedia.org/w/index.php?title=Special:UserLogin"), Some(Reason::Login));
        assert_eq!(of("https://meta.wikimedia.org/wiki/Wikilogin_Workshop"), None);
        assert_eq!(of("https://meta.wikimedia.org/wiki/Help:Login"), None);
    }
}
