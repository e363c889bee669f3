//! All reports of a year, with their texts, in as few requests as the wiki allows.

use std::collections::BTreeMap;

use serde_json::Value;

use super::page::{Page, PageError, page_with_text};
use super::{Failure, Request};
use crate::form::Form;
use crate::import::title_parts;
use crate::names::title::PageTitle;

/// The greatest number of pages with their texts in one answer: the API's limit for users without special rights.
pub const MOST_AT_ONCE: usize = 50;

/// The greatest length, in bytes, of the position from which a list continues.
const MOST_OF_PLACE: usize = 1024;

/// The parameters by which an answer says how it goes on: to the next pages, or to the texts of these that found no room in it.
const PLACES: [&str; 3] = ["gapcontinue", "rvcontinue", "continue"];

/// A page of the year that could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadPage {
    /// The page's title.
    pub title: String,
    /// The reason.
    pub error: PageError,
}

/// The reading of all reports of a year: the requests one after the other, and what their answers have brought.
///
/// ```
/// use report::form::Form;
/// use report::meta::YearReading;
/// use serde_json::json;
///
/// let mut reading = YearReading::new(Form::latest(), 2026);
/// while let Some(request) = reading.request() {
///     // Here the wiki would be asked.
///     let answer = json!({ "batchcomplete": true });
///     reading.take(&answer)?;
/// }
/// assert!(reading.pages().is_empty());
/// # Ok::<(), report::meta::Failure>(())
/// ```
#[derive(Clone, Debug)]
pub struct YearReading {
    form: &'static Form,
    year: u16,
    /// The parameters of the next request besides those that all have; `None` at the end.
    next: Option<Vec<(&'static str, String)>>,
    pages: BTreeMap<String, Page>,
    unread: BTreeMap<String, UnreadPage>,
}

impl YearReading {
    /// Begins to read the reports of a form about a year, by the year in their titles.
    pub fn new(form: &'static Form, year: u16) -> Self {
        Self { form, year, next: Some(Vec::new()), pages: BTreeMap::new(), unread: BTreeMap::new() }
    }

    /// Returns the year.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// Makes the next request; `None` where all is read.
    pub fn request(&self) -> Option<Request> {
        let request = Request::get([
            ("action", "query".to_owned()),
            ("generator", "allpages".to_owned()),
            ("gapprefix", self.prefix()),
            ("gapnamespace", "0".to_owned()),
            ("gapfilterredir", "nonredirects".to_owned()),
            ("gaplimit", MOST_AT_ONCE.to_string()),
            ("prop", "revisions".to_owned()),
            ("rvprop", "ids|timestamp|content".to_owned()),
            ("rvslots", "main".to_owned()),
            ("maxage", "0".to_owned()),
        ]);
        let places = self.next.as_ref()?;
        Some(places.iter().fold(request, |request, (name, place)| request.with(name, place.clone())))
    }

    /// Takes the answer to the [request](Self::request).
    ///
    /// # Errors
    /// [`Failure::Unexpected`]; what was read before stays.
    pub fn take(&mut self, answer: &Value) -> Result<(), Failure> {
        let next = next(answer)?;
        let pages = match answer.get("query") {
            Some(query) => {
                query.get("pages").and_then(Value::as_array).ok_or(Failure::Unexpected)?.as_slice()
            }
            // The wiki leaves it out where it has found nothing.
            None if next.is_some() || answer.get("batchcomplete").is_some() => &[],
            None => return Err(Failure::Unexpected),
        };
        if pages.len() > MOST_AT_ONCE {
            return Err(Failure::Unexpected);
        }
        for page in pages {
            self.take_page(page)?;
        }
        self.next = next;
        Ok(())
    }

    fn take_page(&mut self, page: &Value) -> Result<(), Failure> {
        let title = page.get("title").and_then(Value::as_str).ok_or(Failure::Unexpected)?;
        if !title.starts_with(&self.prefix()) {
            return Err(Failure::Unexpected);
        }
        // A text that found no room comes with the next answer, and those that came already do not come again.
        if page.get("revisions").is_none() {
            return Ok(());
        }
        let unread = match page_with_text(page, None) {
            Ok(page) => {
                self.pages.insert(title.to_owned(), page);
                return Ok(());
            }
            Err(PageError::Failure(failure)) => return Err(failure),
            Err(error) => UnreadPage { title: title.to_owned(), error },
        };
        self.unread.insert(title.to_owned(), unread);
        Ok(())
    }

    /// Returns the reports' pages that were read so far, by title: those with a name behind the year. A page below another one, such as
    /// a translation, is no report of its own.
    pub fn pages(&self) -> Vec<&Page> {
        let is_report = |title: &PageTitle| {
            let below = title.as_str().rmatch_indices('/').map(|(at, _)| at);
            let mut above = below.filter_map(|at| title.as_str().get(..at));
            title_parts(self.form, title.as_str()).is_some()
                && !above.any(|title| self.pages.contains_key(title))
        };
        self.pages.values().filter(|page| is_report(&page.title)).collect()
    }

    /// Returns the pages that have no text to read, by title.
    pub fn unread(&self) -> Vec<&UnreadPage> {
        self.unread.values().collect()
    }

    fn prefix(&self) -> String {
        format!("{}/{}/", self.form.title_prefix, self.year)
    }
}

/// Reads how an answer goes on.
fn next(answer: &Value) -> Result<Option<Vec<(&'static str, String)>>, Failure> {
    let Some(next) = answer.get("continue") else { return Ok(None) };
    let places = next.as_object().ok_or(Failure::Unexpected)?.iter().map(|(name, place)| {
        let name = PLACES.into_iter().find(|known| known == name)?;
        let place = place.as_str().filter(|place| place.len() <= MOST_OF_PLACE)?;
        Some((name, place.to_owned()))
    });
    let places: Option<Vec<_>> = places.collect();
    Some(places.filter(|places| !places.is_empty()).ok_or(Failure::Unexpected)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wikitext::MAX_PAGE_BYTES;
    use serde_json::json;

    fn title(name: &str) -> String {
        format!("{}/2026/{name}", Form::latest().title_prefix)
    }

    fn slot(content: &str) -> Value {
        json!({ "main": { "contentmodel": "wikitext", "contentformat": "text/x-wiki", "content": content } })
    }

    fn page(name: &str, slots: &Value) -> Value {
        let revision =
            json!({ "revid": 5, "parentid": 4, "timestamp": "2027-02-01T10:20:30Z", "slots": slots });
        json!({ "pageid": 7, "ns": 0, "title": title(name), "revisions": [revision] })
    }

    fn pages(pages: &[Value]) -> Value {
        json!({ "query": { "pages": pages } })
    }

    /// An answer that goes on at these places.
    fn with_next(mut answer: Value, next: Value) -> Value {
        answer["continue"] = next;
        answer
    }

    fn read(answers: &[Value]) -> Result<YearReading, Failure> {
        let mut reading = YearReading::new(Form::latest(), 2026);
        for answer in answers {
            reading.take(answer)?;
        }
        Ok(reading)
    }

    /// The last letter of each page's title, and its text.
    fn texts(reading: &YearReading) -> Vec<(&str, &str)> {
        let last = |page: &Page| page.title.as_str().len() - 1;
        let pages = reading.pages().into_iter();
        pages.map(|page| (&page.title.as_str()[last(page)..], page.text.as_str())).collect()
    }

    #[test]
    fn requests_go_on_where_answers_end() {
        let mut reading = YearReading::new(Form::latest(), 2026);
        let first = reading.request().unwrap();
        assert_eq!(first.parameter("gapprefix"), Some(title("").as_str()));
        assert_eq!(first.parameter("gapcontinue"), None);
        // The second text found no room in the answer.
        let without_text = json!({ "pageid": 8, "ns": 0, "title": title("B") });
        let answer = pages(&[page("A", &slot("a")), without_text.clone()]);
        reading.take(&with_next(answer, json!({ "rvcontinue": "8|9", "continue": "||" }))).unwrap();
        let second = reading.request().unwrap();
        assert_eq!((second.parameter("rvcontinue"), second.parameter("gapcontinue")), (Some("8|9"), None));
        let answer = pages(&[json!({ "pageid": 7, "ns": 0, "title": title("A") }), page("B", &slot("b"))]);
        reading.take(&with_next(answer, json!({ "gapcontinue": "C", "continue": "gapcontinue||" }))).unwrap();
        let third = reading.request().unwrap();
        assert_eq!((third.parameter("rvcontinue"), third.parameter("gapcontinue")), (None, Some("C")));
        reading.take(&pages(&[page("C", &slot("c"))])).unwrap();
        assert_eq!(reading.request(), None);
        assert_eq!(texts(&reading), [("A", "a"), ("B", "b"), ("C", "c")]);
        assert_eq!(reading.pages()[0].saved, "2027-02-01T10:20:30Z");
    }

    #[test]
    fn a_year_without_reports_has_none() {
        for answer in [json!({ "batchcomplete": true }), pages(&[])] {
            let reading = read(&[answer]).unwrap();
            assert_eq!((reading.request(), reading.pages(), reading.unread()), (None, vec![], vec![]));
        }
    }

    #[test]
    fn pages_below_a_report_are_none_of_their_own() {
        let names = ["A", "A/fr", "A/fr/x", "B/C", "A B/"];
        let reading = read(&[pages(&names.map(|name| page(name, &slot("x"))))]).unwrap();
        let found: Vec<&str> = reading.pages().into_iter().map(|page| page.title.text()).collect();
        assert_eq!(found, [title("A"), title("A B/"), title("B/C")]);
    }

    #[test]
    fn what_has_no_text_says_why() {
        let large = "x".repeat(MAX_PAGE_BYTES + 1);
        let reading = read(&[pages(&[
            page("A", &json!({ "main": { "texthidden": true } })),
            page("B", &slot("b")),
            page("C", &json!({ "main": { "contentmodel": "json", "content": "{}" } })),
            page("D", &slot(&large)),
        ])])
        .unwrap();
        assert_eq!(texts(&reading), [("B", "b")]);
        let errors: Vec<&PageError> = reading.unread().into_iter().map(|unread| &unread.error).collect();
        assert_eq!(
            errors,
            [
                &PageError::Hidden,
                &PageError::NotWikitext { title: title("C") },
                &PageError::TooLarge { title: title("D") }
            ]
        );
    }

    #[test]
    fn answers_of_another_shape_are_refused_and_change_nothing() {
        let place = "x".repeat(MOST_OF_PLACE + 1);
        let many: Vec<Value> = (0..=MOST_AT_ONCE).map(|at| page(&format!("A{at}"), &slot(""))).collect();
        for wrong in [
            json!({}),
            json!([]),
            json!({ "query": 5 }),
            json!({ "query": { "pages": {} } }),
            json!({ "query": { "pages": [5] } }),
            json!({ "query": { "pages": [{ "title": 5 }] } }),
            json!({ "query": { "pages": [{ "title": "Elsewhere", "revisions": [] }] } }),
            json!({ "query": { "pages": [{ "title": title("A"), "revisions": [] }] } }),
            pages(&[page("A", &json!({}))]),
            pages(&many),
            with_next(pages(&[]), json!({})),
            with_next(pages(&[]), json!("gapcontinue")),
            with_next(pages(&[]), json!({ "gapcontinue": 5 })),
            with_next(pages(&[]), json!({ "gapcontinue": place })),
            with_next(pages(&[]), json!({ "action": "edit" })),
        ] {
            let mut reading =
                read(&[with_next(pages(&[page("Z", &slot("z"))]), json!({ "gapcontinue": "Y" }))]).unwrap();
            let request = reading.request();
            assert_eq!(reading.take(&wrong), Err(Failure::Unexpected), "{wrong}");
            assert_eq!((reading.request(), texts(&reading)), (request, vec![("Z", "z")]), "{wrong}");
        }
    }
}
