//! Where a link in HTML leads: to a page of the wiki, to an address, or nowhere that an answer can link to.

use super::token::Tag;
use crate::answer::{page_url, valid_target};
use crate::web::percent;

/// The wiki that the reports are on.
const WIKI: &str = "meta.wikimedia.org";

/// A link's destination in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// A page of this or, by its prefix, another wiki.
    Page(String),
    /// An address outside the wiki.
    Address(String),
    /// An address that MediaWiki shows as typed, so that the words are the address.
    Bare(String),
    /// A footnote, or from a footnote back to its mark.
    Footnote {
        /// The name of the footnote's place; `None` for a link back.
        place: Option<String>,
    },
    /// No destination that an answer can keep: a script, or a file beside the page.
    None {
        /// The address in the source; empty if the link has no destination at all.
        address: String,
    },
}

/// Finds the destination of an `a` tag.
///
/// MediaWiki marks its links (`Linker`, `LinkRenderer`): an address gets `class="external"`, and a bare one also
/// `free`; a link to another wiki has `class="extiw"` and the typed target as its `title`; a link within the wiki
/// leads to `/wiki/…` or, if the page does not exist, to `/w/index.php?title=…&redlink=1`. A browser's clipboard makes
/// these absolute and keeps class and title. This app's own pages have exactly the target as `title`.
///
/// A place on the same page counts only on a wiki's page (`in_wiki`): elsewhere it leads nowhere once the text is an
/// answer.
pub(super) fn destination(tag: &Tag<'_>, in_wiki: bool) -> Destination {
    let href = tag.attribute("href").unwrap_or_default();
    let href = href.trim();
    if tag.has_class("external") {
        return address(href, tag.has_class("free"));
    }
    let title = tag.attribute("title");
    if let Some(title) = &title
        && (tag.has_class("extiw") || page_url(title) == href)
        && valid_target(title)
    {
        return Destination::Page(title.to_string());
    }
    if let Some((_, place)) = href.rsplit_once('#')
        && let Some(is_mark) = footnote(place)
    {
        return Destination::Footnote { place: is_mark.then(|| place.to_owned()) };
    }
    let target = match href.strip_prefix('#') {
        Some(_) if !in_wiki => return Destination::None { address: String::new() },
        Some(section) => Some(format!("#{}", readable(section))),
        None => local_path(href, title.is_some()).and_then(page),
    };
    match target {
        Some(target) if valid_target(&target) => Destination::Page(target),
        _ => address(href, false),
    }
}

/// Returns the path of an address on the wiki. An absolute address counts only with a `title`, the mark of the wiki's own links.
fn local_path(href: &str, has_title: bool) -> Option<&str> {
    if href.starts_with('/') && !href.starts_with("//") {
        return Some(href);
    }
    let rest =
        ["https://", "http://"].iter().find_map(|scheme| href.strip_prefix(scheme).filter(|_| has_title));
    rest.or_else(|| href.strip_prefix("//"))?.strip_prefix(WIKI).filter(|path| path.starts_with('/'))
}

/// Returns the page that a path of the wiki shows.
fn page(path: &str) -> Option<String> {
    if let Some(title) = path.strip_prefix("/wiki/") {
        let (title, query) = title.split_once('?').unwrap_or((title, ""));
        return query.is_empty().then(|| readable(title));
    }
    let query = path.strip_prefix("/w/index.php?")?;
    let (query, section) =
        query.split_once('#').map_or((query, None), |(query, section)| (query, Some(section)));
    let mut title = None;
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match (name, value) {
            ("title", value) => title = Some(value),
            ("redlink", _) | ("action", "edit" | "view") => {}
            _ => return None,
        }
    }
    let is_link = title.is_some() && (!query.contains("action=edit") || query.contains("redlink=1"));
    let section = section.map(|section| format!("#{}", readable(section))).unwrap_or_default();
    is_link.then(|| readable(title.unwrap_or_default()) + &section)
}

/// Decodes percent-encoding, and underscores to blanks. Text that would not be UTF-8 stays encoded.
fn readable(encoded: &str) -> String {
    percent::decoded(encoded).unwrap_or_else(|| encoded.to_owned()).replace('_', " ")
}

/// Makes the destination of an address outside the wiki's own pages; `bare` says that MediaWiki shows the address as
/// typed.
fn address(href: &str, bare: bool) -> Destination {
    // Protocol-relative and wiki-relative addresses would lead elsewhere from another page.
    let whole = match href {
        _ if href.starts_with("//") => format!("https:{href}"),
        _ if href.starts_with('/') => format!("https://{WIKI}{href}"),
        _ => href.to_owned(),
    };
    match percent::whole(&whole) {
        Some(whole) if bare => Destination::Bare(whole),
        Some(whole) => Destination::Address(whole),
        None => Destination::None { address: href.to_owned() },
    }
}

/// Returns whether a place in a document is a footnote (`true`), or the mark of one (`false`), by the names that Word
/// (`_ftn1`, `_ftnref1`), LibreOffice (`sdfootnote1sym`, `sdfootnote1anc`), Google (`ftnt1`, `ftnt_ref1`) and
/// converters of Markdown (`fn:1`, `fnref:1`) give them. `None` for any other place.
fn footnote(place: &str) -> Option<bool> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    for start in ["sdfootnote", "sdendnote"] {
        if let Some(rest) = place.strip_prefix(start) {
            return rest.ends_with("sym").then_some(true).or(rest.ends_with("anc").then_some(false));
        }
    }
    for start in ["_ftnref", "_ednref", "ftnt_ref", "fnref:", "fnref-", "fnref"] {
        if let Some(number) = place.strip_prefix(start) {
            return is_number(number).then_some(false);
        }
    }
    let notes = ["_ftn", "_edn", "ftnt", "fn:", "fn-", "fn"];
    let number = notes.iter().find_map(|start| place.strip_prefix(start))?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then_some(true).filter(|_| !number.is_empty())
}
