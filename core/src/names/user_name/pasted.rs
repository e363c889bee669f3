//! Takes the name out of what people paste where a user name is asked: a link, a page's name, a page's address.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::names::title::clean;

/// A user name as pasted, without what stands around it. Neither checked nor in its normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pasted {
    /// The name, or the pasted text if it has none of the known forms.
    Name(String),
    /// The web address of a page that is not a user's.
    OtherAddress,
}

/// Takes away what stands around the name in `text`, which has no white space at its edges.
pub(super) fn unwrap(text: &str) -> Pasted {
    let (page, plain) = match (page_of_address(text), link_target(text)) {
        (Some(page), _) => (clean(&page), None),
        (None, _) if behind_scheme(text).is_some() => return Pasted::OtherAddress,
        (None, Some(target)) => (clean(target), Some(text)),
        (None, None) => (clean(text), Some(text)),
    };
    match (user_of_special_page(&page).or_else(|| user_of_page(&page)), plain) {
        (Some(name), _) => Pasted::Name(without_at(name).to_owned()),
        // Mostly a user's page in another language: what is wrong is told best about the page's name.
        (None, _) if page.contains(':') => Pasted::Name(page),
        (None, Some(text)) => Pasted::Name(without_at(text).to_owned()),
        (None, None) => Pasted::OtherAddress,
    }
}

/// Takes the `@` away with which people are called in chats: `Foo` of `@Foo`.
fn without_at(name: &str) -> &str {
    name.strip_prefix('@').unwrap_or(name)
}

/// Returns the target of a link: `User:Foo` of `[[User:Foo|Foo]]` and of `[[User:Foo#Top]]`.
fn link_target(text: &str) -> Option<&str> {
    let target = text.strip_prefix("[[")?.strip_suffix("]]")?;
    target.split(['|', '#']).next()
}

/// Returns the user of a user's page: `Foo` of `User:Foo` and `User talk:Foo`, with colons and prefixes of other wikis before
/// it (`:m:`, `w:de:`).
fn user_of_page(page: &str) -> Option<&str> {
    let mut rest = page;
    while let Some((prefix, behind)) = rest.split_once(':') {
        if is_user_namespace(prefix) {
            return Some(behind.trim());
        }
        if !is_wiki_prefix(prefix.trim()) {
            return None;
        }
        rest = behind;
    }
    None
}

fn is_user_namespace(prefix: &str) -> bool {
    ["user", "user talk"].iter().any(|name| prefix.trim().eq_ignore_ascii_case(name))
}

fn is_wiki_prefix(prefix: &str) -> bool {
    prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Returns what stands behind `https://`, `http://` or `//`.
fn behind_scheme(text: &str) -> Option<&str> {
    ["https://", "http://", "//"].iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// Returns the page that a wiki's address shows: `https://meta.wikimedia.org/wiki/User:Foo`, also with `?title=`, without
/// `https:`, with a section or more parameters behind it.
fn page_of_address(text: &str) -> Option<Cow<'_, str>> {
    let address = behind_scheme(text).or_else(|| text.contains(".org/").then_some(text))?;
    if address.contains(char::is_whitespace) {
        return None;
    }
    let address = address.split('#').next().unwrap_or(address);
    let (_, path) = address.split_once('/')?;
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let page = query
        .split('&')
        .find_map(|parameter| parameter.strip_prefix("title="))
        .or_else(|| path.strip_prefix("wiki/"))?;
    // What is not UTF-8 then stays encoded.
    Some(percent_decode_str(page).decode_utf8().unwrap_or(Cow::Borrowed(page)))
}

/// Returns the user that a special page is about: `Special:Contributions/Foo`, `Special:CentralAuth/Foo`.
fn user_of_special_page(page: &str) -> Option<&str> {
    let (namespace, rest) = page.split_once(':')?;
    let (special, name) = rest.split_once('/')?;
    let known = ["Contributions", "CentralAuth", "EmailUser", "Log"];
    let about_user = known.iter().any(|known| known.eq_ignore_ascii_case(special));
    (namespace.eq_ignore_ascii_case("special") && about_user).then_some(name)
}
