//! The reports of an affiliate, of all years, found by its name.

use serde_json::Value;

use super::{Failure, Request};
use crate::form::Form;
use crate::import::title_parts;
use crate::names::title::PageTitle;
use crate::names::{folded, telling_words};

/// The greatest number of pages in one answer: the API's limit for users without special rights.
const MAX_LISTED: usize = 500;

/// The greatest number of reports that are offered.
pub const MAX_REPORTS: usize = 50;

/// A part of the list of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportsListed {
    /// The reports' titles.
    pub titles: Vec<PageTitle>,
    /// The place at which the list goes on, for [`reports_request`]; `None` at its end.
    pub next: Option<String>,
}

/// A report's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPage {
    /// The page's title.
    pub title: PageTitle,
    /// The year in the title.
    pub year: String,
    /// The affiliate's name in the title.
    pub affiliate: String,
}

/// Makes the request for the list of all reports of a form, or for how it goes on from `next`.
pub fn reports_request(form: &Form, next: Option<&str>) -> Request {
    let request = Request::get([
        ("action", "query".to_owned()),
        ("list", "allpages".to_owned()),
        ("apprefix", format!("{}/", form.title_prefix)),
        ("apnamespace", "0".to_owned()),
        ("apfilterredir", "nonredirects".to_owned()),
        ("aplimit", "max".to_owned()),
        ("maxage", "0".to_owned()),
    ]);
    match next {
        Some(next) => request.with("apcontinue", next.to_owned()),
        None => request,
    }
}

/// Reads the answer to [`reports_request`].
///
/// # Errors
/// [`Failure::Unexpected`].
pub fn read_reports(answer: &Value) -> Result<ReportsListed, Failure> {
    let pages = answer.get("query").and_then(|query| query.get("allpages")).and_then(Value::as_array);
    let pages = pages.filter(|pages| pages.len() <= MAX_LISTED).ok_or(Failure::Unexpected)?;
    let titles: Option<Vec<&str>> = pages.iter().map(|page| page.get("title")?.as_str()).collect();
    let titles = titles.ok_or(Failure::Unexpected)?;
    let next = match answer.get("continue") {
        None => None,
        Some(next) => {
            let next = next.get("apcontinue").and_then(Value::as_str).filter(|next| next.len() <= 1024);
            Some(next.ok_or(Failure::Unexpected)?.to_owned())
        }
    };
    // A title that only this wiki allows is no report's.
    Ok(ReportsListed {
        titles: titles.into_iter().filter_map(|title| PageTitle::new(title).ok()).collect(),
        next,
    })
}

/// Finds the reports of an affiliate by its name as people type it: case, accents' absence, order and small words make no difference, and
/// the start of a word is enough. The best match comes first, then the newest. At most [`MAX_REPORTS`].
pub fn reports_of(form: &Form, name: &str, titles: &[PageTitle]) -> Vec<ReportPage> {
    let wanted = folded(name);
    let mut found: Vec<(u8, ReportPage)> = titles
        .iter()
        .filter_map(|title| {
            let parts = title_parts(form, title.as_str())?;
            let likeness = likeness(&wanted, &folded(&parts.affiliate))?;
            Some((
                likeness,
                ReportPage { title: title.clone(), year: parts.year, affiliate: parts.affiliate },
            ))
        })
        .collect();
    found.sort_by(|(one, first), (other, second)| {
        (other, &second.year).cmp(&(one, &first.year)).then_with(|| first.title.cmp(&second.title))
    });
    found.into_iter().take(MAX_REPORTS).map(|(_, page)| page).collect()
}

/// Returns how alike a name as people type it and an affiliate's name are, from 1 to 3; `None` where they are not.
pub(super) fn name_likeness(typed: &str, name: &str) -> Option<u8> {
    likeness(&folded(typed), &folded(name))
}

fn likeness(wanted: &str, name: &str) -> Option<u8> {
    if wanted == name {
        return (!name.is_empty()).then_some(3);
    }
    let (wanted, name) = (telling_words(wanted), telling_words(name));
    let is_begun = |word: &String| name.iter().any(|other| other.starts_with(word.as_str()));
    let is_typed = !wanted.is_empty() && wanted.iter().all(is_begun);
    // Only what is typed may be the start of a word: a name of one letter would be like nearly everything.
    let is_named = !name.is_empty() && name.iter().all(|word| wanted.contains(word));
    match (is_typed, is_named) {
        (true, true) => Some(2),
        (true, false) | (false, true) => Some(1),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn titles(names: &[&str]) -> Vec<PageTitle> {
        let prefix = &Form::latest().title_prefix;
        names.iter().map(|name| PageTitle::new(&format!("{prefix}/{name}")).unwrap()).collect()
    }

    fn found(name: &str) -> Vec<String> {
        let titles = titles(&[
            "2023/Wikimedians of Lake Orín",
            "2024/Wikimedians of Lake Orín",
            "2024/Wikimedia Orinia",
            "2024/Lake Tamsara User Group",
            "2024/Викимедиа Озеро",
            "2025/Wikimedians of Lake Orín",
            "2024",
            "Example/Lake Orín",
            "2024/Wikimedia",
            "2024/Ó",
        ]);
        let found = reports_of(Form::latest(), name, &titles);
        found.into_iter().map(|page| format!("{} {}", page.year, page.affiliate)).collect()
    }

    #[test]
    fn a_name_as_people_type_it() {
        let all = [
            "2025 Wikimedians of Lake Orín",
            "2024 Wikimedians of Lake Orín",
            "2023 Wikimedians of Lake Orín",
        ];
        for name in [
            "Wikimedians of Lake Orín",
            "wikimedians of lake orin",
            "Lake Orin",
            "Orin Lake User Group",
            "LAKE  ORÍN",
        ] {
            assert_eq!(found(name), all, "{name}");
        }
        assert_eq!(found("озеро"), ["2024 Викимедиа Озеро"]);
        assert_eq!(found("Wikimedia Orinia"), ["2024 Wikimedia Orinia"]);
        assert_eq!(found("lake").len(), 4);
        // The start of a word is enough; the exact name comes first.
        assert_eq!(found("Orin"), [&all[..1], &["2024 Wikimedia Orinia"], &all[1..]].concat());
        for nothing in ["", "Wikimedia User Group", "of", "-", "Valdora"] {
            assert_eq!(found(nothing), Vec::<String>::new(), "{nothing}");
        }
        assert_eq!(found("Wikimedia"), ["2024 Wikimedia"]);
    }

    #[test]
    fn the_list_is_read_part_by_part() {
        let form = Form::latest();
        let first = reports_request(form, None);
        assert_eq!(first.parameter("apprefix"), Some(format!("{}/", form.title_prefix).as_str()));
        assert_eq!(reports_request(form, Some("X")).parameter("apcontinue"), Some("X"));
        let answer = json!({ "continue": { "apcontinue": "X", "continue": "-||" }, "query": { "allpages": [{ "pageid": 1, "ns": 0, "title": "A" }, { "title": "<" }] } });
        let listed = read_reports(&answer).unwrap();
        assert_eq!((listed.titles.len(), listed.next.as_deref()), (1, Some("X")));
        assert_eq!(read_reports(&json!({ "query": { "allpages": [] } })).unwrap().next, None);
        for wrong in [
            json!({}),
            json!({ "query": { "allpages": {} } }),
            json!({ "query": { "allpages": [{}] } }),
            json!({ "query": { "allpages": [] }, "continue": {} }),
            json!({ "query": { "allpages": vec![json!({ "title": "A" }); MAX_LISTED + 1] } }),
        ] {
            assert_eq!(read_reports(&wrong), Err(Failure::Unexpected));
        }
    }
}
