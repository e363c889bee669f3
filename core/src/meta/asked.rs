//! What a writer gives where a page is asked for: an address of any form, a title, a link, or an affiliate's name.

use std::fmt;

use super::PageAsked;
use crate::i18n::{Message, english};
use crate::names::Wiki;
use crate::names::title::{Namespace, PageTitle, TitleError};
use crate::web::{direct, percent};

/// What was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A page of the wiki.
    Page(PageAsked),
    /// A name without an address or a slash, so that it may be an affiliate's.
    Name(String),
}

/// The reason why nothing can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenError {
    /// A text of nothing but white space.
    Empty,
    /// An address of another site.
    OtherSite {
        /// The site's host.
        host: String,
    },
    /// An address of the wiki that names no page.
    NoPage,
    /// A title of a special page that is no revision of a page.
    Special {
        /// The title.
        title: String,
    },
    /// A title that no page can have.
    Title(TitleError),
}

impl GivenError {
    /// Returns the message that tells the user what is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("meta-given-empty"),
            Self::OtherSite { host } => Message::new("meta-given-other-site").with(host),
            Self::NoPage => Message::new("meta-given-no-page"),
            Self::Special { title } => Message::new("meta-given-special").with(title),
            Self::Title(error) => error.message(),
        }
    }
}

impl fmt::Display for GivenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for GivenError {}

/// Reads what was given: an address of the wiki (with `title`, `oldid` or `curid`, of the mobile site, with a section behind it), a title
/// with underscores or codes in it, a link in double brackets, a permanent link, or a name.
///
/// # Errors
/// [`GivenError`].
pub fn given(wiki: &Wiki, typed: &str) -> Result<Given, GivenError> {
    let typed = typed.trim();
    let typed = typed.strip_prefix('<').and_then(|typed| typed.strip_suffix('>')).unwrap_or(typed).trim();
    if typed.is_empty() {
        return Err(GivenError::Empty);
    }
    if let Some(address) = address(wiki, typed) {
        return page_at(wiki, &direct(&address)).map(Given::Page);
    }
    let link = typed.strip_prefix("[[").and_then(|typed| typed.strip_suffix("]]"));
    let target = link.map_or(typed, |link| link.split('|').next().unwrap_or(link));
    let asked = of_title(&without_prefix(target))?;
    Ok(match asked {
        PageAsked::Title(title)
            if link.is_none() && title.namespace() == Namespace::MAIN && !title.text().contains('/') =>
        {
            Given::Name(title.text().to_owned())
        }
        asked => Given::Page(asked),
    })
}

/// Returns a text that is a web address with its scheme; `None` for one that is none.
fn address(wiki: &Wiki, typed: &str) -> Option<String> {
    if typed.contains(char::is_whitespace) && !has_scheme(typed) {
        return None;
    }
    if let Some(rest) = typed.strip_prefix("//") {
        return Some(format!("https://{rest}"));
    }
    if has_scheme(typed) {
        return Some(typed.to_owned());
    }
    let host = typed.split(['/', '?', '#']).next().unwrap_or(typed);
    let is_host = is_of(wiki, host) || host.contains('.') && host.to_ascii_lowercase().ends_with(".org");
    (is_host && host.len() < typed.len()).then(|| format!("https://{typed}"))
}

fn has_scheme(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| starts_with(text, scheme))
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// Returns whether a host is the wiki's, also as phones show it.
fn is_of(wiki: &Wiki, host: &str) -> bool {
    host.eq_ignore_ascii_case(wiki.host())
        || wiki.is_meta()
            && ["meta.m.wikimedia.org", "www.meta.wikimedia.org"]
                .iter()
                .any(|other| host.eq_ignore_ascii_case(other))
}

/// Reads which page an address with a scheme shows.
fn page_at(wiki: &Wiki, address: &str) -> Result<PageAsked, GivenError> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (host, path) = match rest.find(['/', '?', '#']).and_then(|at| rest.split_at_checked(at)) {
        Some(parts) => parts,
        None => (rest, ""),
    };
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let port = if starts_with(address, "http://") { ":80" } else { ":443" };
    if !is_of(wiki, host.strip_suffix(port).unwrap_or(host)) {
        return Err(GivenError::OtherSite { host: host.to_owned() });
    }
    let path = path.split('#').next().unwrap_or(path);
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parameter = |name: &str| {
        let pairs = query.split('&').map(|pair| pair.strip_prefix("amp;").unwrap_or(pair));
        // Of two the last counts, as in PHP.
        let mut pairs = pairs.filter_map(|pair| pair.split_once('='));
        pairs.rfind(|(other, _)| *other == name).map(|(_, value)| value)
    };
    let number = |name: &str| parameter(name).and_then(number);
    let of_diff =
        || parameter("type").is_none_or(|kind| kind == "revision").then(|| number("diff")).flatten();
    // The newer of two that are compared is the page as it became.
    if let Some(revision) = of_diff().or_else(|| number("oldid")) {
        return Ok(PageAsked::Revision(revision));
    }
    if let Some(page) = number("curid") {
        return Ok(PageAsked::Number(page));
    }
    if let Some(title) = parameter("title") {
        return of_title(&title.replace('+', " "));
    }
    let pages = wiki.pages();
    let pages = pages.strip_prefix(wiki.origin()).unwrap_or_default();
    let script = wiki.script();
    let script = script.strip_prefix(wiki.origin()).unwrap_or_default();
    let title = path
        .strip_prefix(script)
        .and_then(|rest| rest.strip_prefix('/'))
        .or_else(|| path.strip_prefix(pages));
    match title {
        Some(title) if !title.is_empty() => of_title(title),
        _ => Err(GivenError::NoPage),
    }
}

/// Reads a title, maybe with codes and with a section behind it.
fn of_title(written: &str) -> Result<PageAsked, GivenError> {
    let page = written.split('#').next().unwrap_or(written);
    let decoded = if page.contains('%') { percent::decoded(page) } else { None };
    let title = PageTitle::new(decoded.as_deref().unwrap_or(page)).map_err(GivenError::Title)?;
    if title.namespace() != Namespace::SPECIAL {
        return Ok(PageAsked::Title(title));
    }
    let mut parts = title.text().split('/');
    let (name, first) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (second, is_end) = (parts.next(), parts.next().is_none());
    let is = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let asked = match (number(first), second.map(number)) {
        (Some(revision), None) if is(&["permalink", "permanentlink", "diff"]) => {
            Some(PageAsked::Revision(revision))
        }
        (Some(_), Some(Some(newer))) if is_end && is(&["diff"]) => Some(PageAsked::Revision(newer)),
        (None, Some(Some(number)))
            if is_end && is(&["redirect"]) && first.eq_ignore_ascii_case("revision") =>
        {
            Some(PageAsked::Revision(number))
        }
        (None, Some(Some(number))) if is_end && is(&["redirect"]) && first.eq_ignore_ascii_case("page") => {
            Some(PageAsked::Number(number))
        }
        _ => None,
    };
    asked.ok_or_else(|| GivenError::Special { title: title.as_str().to_owned() })
}

/// Takes away the colon and the prefix with which other wikis link to this one: `:m:Title`.
fn without_prefix(target: &str) -> String {
    let target = target.trim().trim_start_matches(':');
    let (prefix, rest) = target.split_once(':').unwrap_or(("", target));
    if prefix.trim().eq_ignore_ascii_case("m") { rest.to_owned() } else { target.to_owned() }
}

/// Reads the number of a revision or page: digits only, not 0.
fn number(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TITLE: &str = "Affiliates/Reports/2024/Lake Orín";

    fn meta() -> Wiki {
        Wiki::parse("https://meta.wikimedia.org /w /wiki/").unwrap()
    }

    fn title(text: &str) -> Result<Given, GivenError> {
        Ok(Given::Page(PageAsked::Title(PageTitle::new(text).unwrap())))
    }

    #[test]
    fn a_title_is_read_from_every_form() {
        for typed in [
            "https://meta.wikimedia.org/wiki/Affiliates/Reports/2024/Lake_Or%C3%ADn",
            "  http://META.wikimedia.org/wiki/Affiliates/Reports/2024/Lake_Orín  ",
            "//meta.wikimedia.org/wiki/Affiliates/Reports/2024/Lake_Orín",
            "meta.wikimedia.org/wiki/Affiliates/Reports/2024/Lake_Orín",
            "https://meta.m.wikimedia.org/wiki/Affiliates/Reports/2024/Lake_Orín#Goals",
            "https://meta.wikimedia.org:443/wiki/Affiliates/Reports/2024/Lake_Orín?uselang=fr",
            "https://meta.wikimedia.org/w/index.php?title=Affiliates/Reports/2024/Lake_Orín&action=history",
            "https://meta.wikimedia.org/w/index.php?action=edit&amp;title=Affiliates%2FReports%2F2024%2FLake+Or%C3%ADn#x",
            "https://meta.wikimedia.org/w/index.php/Affiliates/Reports/2024/Lake_Orín",
            "https://www.google.com/url?q=https://meta.wikimedia.org/wiki/Affiliates/Reports/2024/Lake_Or%25C3%25ADn&sa=D",
            "<https://meta.wikimedia.org/wiki/Affiliates/Reports/2024/Lake_Orín>",
            "Affiliates/Reports/2024/Lake Orín",
            "affiliates/Reports/2024/Lake_Orín#Goals",
            "Affiliates/Reports/2024/Lake%20Or%C3%ADn",
            "[[Affiliates/Reports/2024/Lake Orín]]",
            "[[:m:Affiliates/Reports/2024/Lake Orín|our report]]",
            "m:Affiliates/Reports/2024/Lake Orín",
        ] {
            assert_eq!(given(&meta(), typed), title(TITLE), "{typed}");
        }
    }

    #[test]
    fn revisions_and_pages_by_number() {
        let revision = Ok(Given::Page(PageAsked::Revision(123)));
        for typed in [
            "https://meta.wikimedia.org/w/index.php?title=A&oldid=123",
            "https://meta.wikimedia.org/w/index.php?oldid=123&title=A",
            "https://meta.wikimedia.org/wiki/A?oldid=123",
            "https://meta.wikimedia.org/w/index.php?title=A&diff=123&oldid=120",
            "https://meta.wikimedia.org/w/index.php?title=A&diff=prev&oldid=123",
            "https://meta.wikimedia.org/wiki/Special:Permalink/123",
            "https://meta.wikimedia.org/wiki/Special:PermanentLink/123#Goals",
            "https://meta.m.wikimedia.org/wiki/Special:Diff/123",
            "https://meta.wikimedia.org/wiki/Special:Diff/120/123",
            "https://meta.wikimedia.org/wiki/Special:Redirect/revision/123",
            "Special:PermaLink/123",
            "[[Special:Permalink/123]]",
        ] {
            assert_eq!(given(&meta(), typed), revision, "{typed}");
        }
        for typed in ["https://meta.wikimedia.org/?curid=123", "Special:Redirect/page/123"] {
            assert_eq!(given(&meta(), typed), Ok(Given::Page(PageAsked::Number(123))), "{typed}");
        }
    }

    #[test]
    fn a_wiki_whose_pages_are_parameters() {
        let wiki = Wiki::parse("http://127.0.0.1:8090 - /index.php?title=").unwrap();
        for typed in ["http://127.0.0.1:8090/index.php?title=A/b", "127.0.0.1:8090/index.php/A/b"] {
            assert_eq!(given(&wiki, typed), title("A/b"), "{typed}");
        }
        let elsewhere = given(&wiki, "https://meta.wikimedia.org/wiki/A/b");
        assert_eq!(elsewhere, Err(GivenError::OtherSite { host: "meta.wikimedia.org".into() }));
    }

    #[test]
    fn a_name_is_told_from_a_title() {
        for (typed, name) in [
            ("Lake Orín", "Lake Orín"),
            ("lake_Orín", "Lake Orín"),
            ("WMF", "WMF"),
            ("St. Orín e.V.", "St. Orín e.V."),
        ] {
            assert_eq!(given(&meta(), typed), Ok(Given::Name(name.into())), "{typed}");
        }
        assert_eq!(given(&meta(), "[[Lake Orín]]"), title("Lake Orín"));
        assert_eq!(given(&meta(), "User:Ana"), title("User:Ana"));
    }

    #[test]
    fn what_is_no_page_of_the_wiki_says_why() {
        let other = |host: &str| GivenError::OtherSite { host: host.into() };
        for (typed, error) in [
            (" \n", GivenError::Empty),
            ("https://en.wikipedia.org/wiki/A", other("en.wikipedia.org")),
            ("en.wikipedia.org/wiki/A", other("en.wikipedia.org")),
            ("https://meta.wikimedia.org@example.org/wiki/A", other("example.org")),
            ("https://meta.wikimedia.org.example.org/wiki/A", other("meta.wikimedia.org.example.org")),
            ("https://meta.wikimedia.org:8443/wiki/A", other("meta.wikimedia.org:8443")),
            ("https://meta.wikimedia.org", GivenError::NoPage),
            ("https://meta.wikimedia.org/wiki/", GivenError::NoPage),
            ("https://meta.wikimedia.org/robots.txt", GivenError::NoPage),
            (
                "https://meta.wikimedia.org/w/index.php?title=A&oldid=0&curid=x&title=Special:Log",
                GivenError::Special { title: "Special:Log".into() },
            ),
            ("Special:Permalink/x", GivenError::Special { title: "Special:Permalink/x".into() }),
        ] {
            assert_eq!(given(&meta(), typed), Err(error), "{typed}");
        }
        assert!(matches!(given(&meta(), "a<b>/c"), Err(GivenError::Title(_))));
        assert!(matches!(given(&meta(), "https://meta.wikimedia.org/wiki/A%7Cb"), Err(GivenError::Title(_))));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(typed in r"(https://|//|meta\.wikimedia\.org|/wiki/|/w/index\.php|\?|&|#|title=|oldid=|9|%C3|%|\[\[|\]\]|Special:|Diff/|é| ){0,12}") {
            let _ = given(&meta(), &typed);
        }
    }
}
