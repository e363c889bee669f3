//! A page of the wiki, read with the revision that was read.

use std::fmt;

use serde_json::Value;

use super::{Failure, Request};
use crate::date::Date;
use crate::i18n::{Message, english};
use crate::names::title::PageTitle;
use crate::wikitext::MAX_PAGE_BYTES;

/// The page that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageAsked {
    /// The page of this title, as it is now.
    Title(PageTitle),
    /// The page as this revision left it.
    Revision(u64),
    /// The page of this number, as it is now.
    Number(u64),
}

/// A page as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The page's title.
    pub title: PageTitle,
    /// The title that was asked for, where a redirect led from there to the page.
    pub redirected_from: Option<String>,
    /// The number of the revision that was read, from 1.
    pub revision: u64,
    /// The time when that revision was saved, in UTC: `2026-11-28T10:20:30Z`.
    pub saved: String,
    /// The page's wikitext, at most [`MAX_PAGE_BYTES`] long.
    pub text: String,
}

/// The reason why there is no page to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// The wiki could not be asked, or its answer not be understood.
    Failure(Failure),
    /// The wiki has no page of this title.
    Missing {
        /// The title, behind a redirect if one led there.
        title: String,
        /// The title that was asked for, where a redirect led away from it.
        redirected_from: Option<String>,
    },
    /// The wiki has no such revision or page number.
    NoSuchNumber {
        /// The number that was asked for.
        number: u64,
    },
    /// The revision was hidden from the public.
    Hidden,
    /// The wiki does not accept the title as a page's.
    Invalid {
        /// The title.
        title: String,
    },
    /// The page is made on the fly, or redirects to another wiki.
    Elsewhere {
        /// The page's title.
        title: String,
    },
    /// The page holds something else than wikitext.
    NotWikitext {
        /// The page's title.
        title: String,
    },
    /// The page is larger than [`MAX_PAGE_BYTES`].
    TooLarge {
        /// The page's title.
        title: String,
    },
}

impl PageError {
    /// Returns the message that tells the user what is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Failure(failure) => failure.message(),
            Self::Missing { title, redirected_from: None } => Message::new("meta-page-missing").with(title),
            Self::Missing { title, redirected_from: Some(from) } => {
                Message::new("meta-page-missing-redirect").with(title).with(from)
            }
            Self::NoSuchNumber { number } => Message::new("meta-page-no-number").with(number),
            Self::Hidden => Message::new("meta-page-hidden"),
            Self::Invalid { title } => Message::new("meta-page-invalid").with(title),
            Self::Elsewhere { title } => Message::new("meta-page-elsewhere").with(title),
            Self::NotWikitext { title } => Message::new("meta-page-not-wikitext").with(title),
            Self::TooLarge { title } => Message::new("meta-page-too-large").with(title),
        }
    }
}

impl From<Failure> for PageError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for PageError {}

impl Page {
    /// Returns the day, in UTC, when the revision was saved.
    pub fn saved_on(&self) -> Option<Date> {
        Date::parse(self.saved.get(..10)?)
    }
}

/// Makes the request for a page with its text, as it is now.
pub fn page_request(asked: &PageAsked) -> Request {
    let (name, value) = match asked {
        PageAsked::Title(title) => ("titles", title.as_str().to_owned()),
        PageAsked::Revision(number) => ("revids", number.to_string()),
        PageAsked::Number(number) => ("pageids", number.to_string()),
    };
    let mut parameters = vec![
        ("action", "query".to_owned()),
        ("prop", "revisions|info".to_owned()),
        ("rvprop", "ids|timestamp|content".to_owned()),
        ("rvslots", "main".to_owned()),
        ("maxage", "0".to_owned()),
        (name, value),
    ];
    // An old revision of a page that has become a redirect is that page's.
    if !matches!(asked, PageAsked::Revision(_)) {
        parameters.push(("redirects", "1".to_owned()));
        parameters.push(("converttitles", "1".to_owned()));
    }
    Request::get(parameters)
}

/// Reads the answer to [`page_request`].
///
/// # Errors
/// [`PageError`]; [`PageError::Missing`] where the wiki has no page of that title.
pub fn read_page(asked: &PageAsked, answer: &Value) -> Result<Page, PageError> {
    let query = answer.get("query").ok_or(Failure::Unexpected)?;
    if query.get("badrevids").is_some() {
        return Err(PageError::NoSuchNumber { number: number_asked(asked) });
    }
    if let Some(elsewhere) = first(query, "interwiki") {
        return Err(PageError::Elsewhere { title: text(elsewhere, "title")? });
    }
    let page = first(query, "pages").ok_or(Failure::Unexpected)?;
    let is = |name: &str| page.get(name).is_some_and(|value| *value != Value::Bool(false));
    let redirected_from = first(query, "redirects").map(|step| text(step, "from")).transpose()?;
    let title = match text(page, "title") {
        // A page that is asked for by its number has no title where there is none.
        Err(_) if is("missing") => return Err(PageError::NoSuchNumber { number: number_asked(asked) }),
        title => title?,
    };
    if is("invalid") {
        return Err(PageError::Invalid { title });
    }
    if is("special") {
        return Err(PageError::Elsewhere { title });
    }
    if is("missing") {
        return Err(PageError::Missing { title, redirected_from });
    }
    page_with_text(page, redirected_from)
}

/// Reads a page that is there, with the revision that came with it.
pub(super) fn page_with_text(page: &Value, redirected_from: Option<String>) -> Result<Page, PageError> {
    let title = text(page, "title")?;
    let revision = first(page, "revisions").ok_or(Failure::Unexpected)?;
    let slot = revision.get("slots").and_then(|slots| slots.get("main")).ok_or(Failure::Unexpected)?;
    let is_hidden = |value: &Value| value.get("texthidden").is_some_and(|value| *value != Value::Bool(false));
    if is_hidden(slot) || is_hidden(revision) {
        return Err(PageError::Hidden);
    }
    if slot.get("contentmodel").and_then(Value::as_str).is_some_and(|model| !READABLE.contains(&model)) {
        return Err(PageError::NotWikitext { title });
    }
    let content = text(slot, "content")?;
    if content.len() > MAX_PAGE_BYTES {
        return Err(PageError::TooLarge { title });
    }
    let saved = text(revision, "timestamp")?;
    Ok(Page {
        title: PageTitle::new(&title).map_err(|_| PageError::Invalid { title })?,
        redirected_from,
        revision: revision.get("revid").and_then(Value::as_u64).ok_or(Failure::Unexpected)?,
        saved: is_time(&saved).then_some(saved).ok_or(Failure::Unexpected)?,
        text: content,
    })
}

/// The models of content that are read as text: reports and templates are wikitext, the data portal's tables are modules.
const READABLE: [&str; 2] = ["wikitext", "Scribunto"];

fn number_asked(asked: &PageAsked) -> u64 {
    match asked {
        PageAsked::Title(_) => 0,
        PageAsked::Revision(number) | PageAsked::Number(number) => *number,
    }
}

fn first<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    value.get(name)?.as_array()?.first()
}

fn text(value: &Value, name: &str) -> Result<String, Failure> {
    value.get(name).and_then(Value::as_str).map(str::to_owned).ok_or(Failure::Unexpected)
}

/// Returns whether a text is a time as the wiki writes it: `2026-11-28T10:20:30Z`.
fn is_time(text: &str) -> bool {
    let is_day = text.get(..10).is_some_and(|day| Date::parse(day).is_some());
    is_day && text.len() == 20 && text.ends_with('Z') && text.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn title(text: &str) -> PageAsked {
        PageAsked::Title(PageTitle::new(text).unwrap())
    }

    fn answer(extra: Value) -> Value {
        let mut query = json!({ "pages": [{
            "pageid": 7, "ns": 0, "title": "A b", "contentmodel": "wikitext", "lastrevid": 5, "length": 5,
            "revisions": [{ "revid": 5, "parentid": 4, "timestamp": "2026-11-28T10:20:30Z",
                "slots": { "main": { "contentmodel": "wikitext", "contentformat": "text/x-wiki", "content": "Hello" } } }],
        }] });
        for (name, value) in extra.as_object().unwrap() {
            query[name] = value.clone();
        }
        json!({ "batchcomplete": true, "query": query })
    }

    #[test]
    fn a_page_comes_with_its_revision() {
        let extra = json!({
            "normalized": [{ "fromencoded": false, "from": "a_b", "to": "A b" }],
            "redirects": [{ "from": "Old", "to": "A b" }],
        });
        let page = read_page(&title("Old"), &answer(extra)).unwrap();
        assert_eq!(page.title.as_str(), "A b");
        assert_eq!(page.redirected_from.as_deref(), Some("Old"));
        assert_eq!(
            (page.revision, page.saved.as_str(), page.text.as_str()),
            (5, "2026-11-28T10:20:30Z", "Hello")
        );
        assert_eq!(page.saved_on(), Date::new(2026, 11, 28));
        assert_eq!(read_page(&title("A b"), &answer(json!({}))).unwrap().redirected_from, None);
    }

    #[test]
    fn what_is_no_page_is_told_apart() {
        let of = |page: Value| json!({ "query": { "pages": [page] } });
        let slot = |slot: Value| {
            answer(
                json!({ "pages": [{ "title": "A b", "revisions": [{ "revid": 5, "timestamp": "2026-11-28T10:20:30Z", "slots": { "main": slot } }] }] }),
            )
        };
        let name = || "A b".to_owned();
        let large = "x".repeat(MAX_PAGE_BYTES + 1);
        for (asked, answer, error) in [
            (
                title("A b"),
                of(json!({ "ns": 0, "title": "A b", "missing": true })),
                PageError::Missing { title: name(), redirected_from: None },
            ),
            (
                title("Old"),
                json!({ "query": { "redirects": [{ "from": "Old", "to": "A b" }], "pages": [{ "ns": 0, "title": "A b", "missing": true }] } }),
                PageError::Missing { title: name(), redirected_from: Some("Old".into()) },
            ),
            (
                title("A b"),
                of(json!({ "title": "A b", "invalidreason": "no", "invalid": true })),
                PageError::Invalid { title: name() },
            ),
            (
                title("A b"),
                of(json!({ "ns": -1, "title": "A b", "special": true })),
                PageError::Elsewhere { title: name() },
            ),
            (
                title("A b"),
                json!({ "query": { "interwiki": [{ "title": "A b", "iw": "fr" }] } }),
                PageError::Elsewhere { title: name() },
            ),
            (
                PageAsked::Revision(9),
                json!({ "query": { "badrevids": { "9": { "revid": 9, "missing": true } } } }),
                PageError::NoSuchNumber { number: 9 },
            ),
            (
                PageAsked::Number(9),
                of(json!({ "pageid": 9, "missing": true })),
                PageError::NoSuchNumber { number: 9 },
            ),
            (title("A b"), slot(json!({ "texthidden": true })), PageError::Hidden),
            (
                title("A b"),
                slot(json!({ "contentmodel": "javascript", "content": "" })),
                PageError::NotWikitext { title: name() },
            ),
            (
                title("A b"),
                slot(json!({ "contentmodel": "wikitext", "content": large })),
                PageError::TooLarge { title: name() },
            ),
        ] {
            assert_eq!(read_page(&asked, &answer), Err(error));
        }
    }

    #[test]
    fn answers_of_another_shape_are_refused() {
        for wrong in [
            json!({}),
            json!([]),
            json!({ "query": 5 }),
            json!({ "query": { "pages": [] } }),
            json!({ "query": { "pages": { "7": {} } } }),
            json!({ "query": { "pages": [5] } }),
            json!({ "query": { "pages": [{ "title": "A", "revisions": [] }] } }),
            json!({ "query": { "pages": [{ "title": "A", "revisions": [{ "revid": -5 }] }] } }),
            answer(json!({ "redirects": [{ "to": "A b" }] })),
            json!({ "query": { "pages": [{ "title": "A", "revisions": [{ "revid": 1, "timestamp": "<b>", "slots": { "main": { "content": "" } } }] }] } }),
        ] {
            assert_eq!(read_page(&title("A"), &wrong), Err(Failure::Unexpected.into()), "{wrong}");
        }
    }
}
