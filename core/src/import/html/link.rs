//! Where a link in HTML leads: to a page of the wiki, to an address, or nowhere an answer can link to.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::token::Tag;
use crate::answer::{page_url, valid_target, valid_url};

/// The wiki that the reports are on.
const WIKI: &str = "meta.wikimedia.org";

/// A link's destination in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// A page of this or, by its prefix, another wiki.
    Page(String),
    /// An address outside the wiki.
    Address(String),
    /// An address that MediaWiki shows as it was typed, so that the words are the address.
    Bare(String),
    /// No destination that an answer can keep: a script, or a file beside the page.
    None {
        /// The address in the source; empty if the link has no destination at all.
        address: String,
    },
}

/// Finds the destination of an `a` tag.
///
/// MediaWiki marks its links (`Linker`, `LinkRenderer`): an address gets `class="external"`, one that stands bare `free` besides;
/// a link to another wiki has `class="extiw"` and the typed target as its `title`; a link within the wiki leads to `/wiki/…` or,
/// when the page is not there, to `/w/index.php?title=…&redlink=1`. A browser's clipboard makes these absolute and keeps class
/// and title. Our own pages have the target as `title`, exactly.
pub(super) fn destination(tag: &Tag<'_>) -> Destination {
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
    let target = match href.strip_prefix('#') {
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

/// Decodes percent-encoding, and underscores to blanks. What is not UTF-8 then stays encoded.
fn readable(encoded: &str) -> String {
    let decoded = percent_decode_str(encoded).decode_utf8().unwrap_or(Cow::Borrowed(encoded));
    decoded.replace('_', " ")
}

/// Makes the destination of an address outside the wiki's own pages; `bare` where MediaWiki shows the address as it was typed.
fn address(href: &str, bare: bool) -> Destination {
    // Protocol-relative and wiki-relative addresses would lead elsewhere from another page.
    let whole = match href {
        _ if href.starts_with("//") => format!("https:{href}"),
        _ if href.starts_with('/') => format!("https://{WIKI}{href}"),
        _ => href.to_owned(),
    };
    match valid_url(&whole) {
        true if bare => Destination::Bare(whole),
        true => Destination::Address(whole),
        false => Destination::None { address: href.to_owned() },
    }
}
