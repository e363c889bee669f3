//! The users and pages that a report's answers name, and whether the wiki has them.

use serde_json::Value;

use super::{Failure, Given, PageAsked, Request, given};
use crate::answer::{Inline, plain_text};
use crate::date::Date;
use crate::form::{QuestionId, QuestionKind};
use crate::i18n::Message;
use crate::names::title::{Namespace, PageTitle};
use crate::names::user_name::user_name;
use crate::report::Report;

/// The greatest number of names in one request (the API's limit for users without special rights).
const BATCH: usize = 50;

/// The greatest number of users that are requested.
const MAX_USERS: usize = 3 * BATCH;

/// The greatest number of pages that are requested.
const MAX_PAGES: usize = 5 * BATCH;

/// A user or page that answers name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The user's name or the page's title, in its normal form.
    pub name: String,
    /// The questions whose answers name it, in the form's order.
    pub questions: Vec<QuestionId>,
}

/// The users and pages that a report's answers name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// The users, in the order in which they are named first.
    pub users: Vec<Mention>,
    /// The pages, in the order in which they are named first.
    pub pages: Vec<Mention>,
    /// The number of users and pages beyond those that are asked for.
    pub left_out: usize,
}

/// A user or page that the wiki does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotThere {
    /// The questions whose answers name it.
    pub questions: Vec<QuestionId>,
    /// The words for what is not there.
    pub message: Message,
}

impl Mentions {
    /// Finds the users and pages that a report's answers name: the answers that are user names, links to pages, and addresses of the
    /// wiki's pages.
    pub fn of(report: &Report<'_>) -> Self {
        let mut mentions = Self::default();
        let wiki = &report.form().wiki;
        for (question, answer) in report.rows() {
            if question.kind == QuestionKind::UserName {
                if let Ok(name) = user_name(&plain_text(answer)) {
                    mentions.add_user(name, &question.id);
                }
                continue;
            }
            for piece in answer.lines().into_iter().flatten() {
                let title = match piece {
                    Inline::PageLink { target, .. } => {
                        let page = target.split('#').next().unwrap_or(target);
                        PageTitle::new(page).ok()
                    }
                    Inline::ExternalLink { url, .. } | Inline::Url { url, .. } => match given(wiki, url) {
                        Ok(Given::Page(PageAsked::Title(title))) => Some(title),
                        _ => None,
                    },
                    Inline::Text(_) => None,
                };
                if let Some(title) = title {
                    mentions.add_page(&title, &question.id);
                }
            }
        }
        mentions
    }

    fn add_page(&mut self, title: &PageTitle, question: &QuestionId) {
        match title.namespace() {
            Namespace::SPECIAL => {}
            // A user may have no page and still be there.
            Namespace::USER if !title.text().contains('/') => {
                if let Ok(name) = user_name(title.text()) {
                    self.add_user(name, question);
                }
            }
            _ => self.left_out += add(&mut self.pages, MAX_PAGES, title.as_str(), question),
        }
    }

    fn add_user(&mut self, name: String, question: &QuestionId) {
        self.left_out += add(&mut self.users, MAX_USERS, &name, question);
    }

    /// Makes the requests that ask for the users.
    pub fn user_requests(&self) -> Vec<Request> {
        let request = |names: String| {
            [("action", "query".to_owned()), ("list", "users".to_owned()), ("ususers", names)]
        };
        batches(&self.users).map(|names| Request::post(request(names))).collect()
    }

    /// Makes the requests that ask for the pages.
    pub fn page_requests(&self) -> Vec<Request> {
        batches(&self.pages)
            .map(|names| Request::post([("action", "query".to_owned()), ("titles", names)]))
            .collect()
    }

    /// Reads which users the answer to one of [`user_requests`](Self::user_requests) does not know.
    ///
    /// # Errors
    /// [`Failure::Unexpected`].
    pub fn read_users(&self, answer: &Value) -> Result<Vec<NotThere>, Failure> {
        let users = list(answer, "users").ok_or(Failure::Unexpected)?;
        let missing = names_not_there(users, "name")?;
        Ok(not_there(&self.users, Message::new("meta-check-user"), |mention| {
            missing.contains(&mention.name.as_str())
        }))
    }

    /// Reads which pages the answer to one of [`page_requests`](Self::page_requests) does not know. Pages of other wikis stand apart in
    /// it and are not told.
    ///
    /// # Errors
    /// [`Failure::Unexpected`].
    pub fn read_pages(&self, answer: &Value) -> Result<Vec<NotThere>, Failure> {
        // Where all that was asked for is another wiki's, no page is there.
        let none = Vec::new();
        let is_elsewhere = list(answer, "interwiki").is_some();
        let pages = list(answer, "pages").or(is_elsewhere.then_some(&none)).ok_or(Failure::Unexpected)?;
        let missing = names_not_there(pages, "title")?;
        let normalized = list(answer, "normalized").unwrap_or(&none);
        let as_asked = |title: &'_ str| {
            let step = normalized.iter().find(|step| step.get("to").and_then(Value::as_str) == Some(title));
            step.and_then(|step| step.get("from")?.as_str().map(str::to_owned))
                .unwrap_or_else(|| title.to_owned())
        };
        let missing: Vec<String> = missing.into_iter().map(as_asked).collect();
        Ok(not_there(&self.pages, Message::new("meta-check-page"), |mention| missing.contains(&mention.name)))
    }
}

/// Makes the request that asks since when the wiki has a page.
pub fn since_request(title: &PageTitle) -> Request {
    Request::get([
        ("action", "query".to_owned()),
        ("titles", title.as_str().to_owned()),
        ("prop", "revisions".to_owned()),
        ("rvprop", "timestamp".to_owned()),
        ("rvdir", "newer".to_owned()),
        ("rvlimit", "1".to_owned()),
        ("maxage", "0".to_owned()),
    ])
}

/// Reads the answer to [`since_request`]: the day, in UTC, when the page was made; `None` where there is none.
///
/// # Errors
/// [`Failure::Unexpected`].
pub fn read_since(answer: &Value) -> Result<Option<Date>, Failure> {
    let page = list(answer, "pages").and_then(|pages| pages.first()).ok_or(Failure::Unexpected)?;
    if is_marked(page, "missing") || is_marked(page, "invalid") {
        return Ok(None);
    }
    let revision = page.get("revisions").and_then(|revisions| revisions.get(0));
    let time = revision.and_then(|revision| revision.get("timestamp")?.as_str());
    time.and_then(|time| Date::parse(time.get(..10)?)).map(Some).ok_or(Failure::Unexpected)
}

/// Adds a name to those of a kind. Returns how many are left out by that: one where there are enough of them.
fn add(mentions: &mut Vec<Mention>, most: usize, name: &str, question: &QuestionId) -> usize {
    if let Some(known) = mentions.iter_mut().find(|mention| mention.name == name) {
        if !known.questions.contains(question) {
            known.questions.push(question.clone());
        }
    } else if mentions.len() < most {
        mentions.push(Mention { name: name.to_owned(), questions: vec![question.clone()] });
    } else {
        return 1;
    }
    0
}

/// Returns the names that requests ask for. None of them has a bar: no title has one.
fn batches(mentions: &[Mention]) -> impl Iterator<Item = String> {
    mentions.chunks(BATCH).map(|batch| {
        let names: Vec<&str> = batch.iter().map(|mention| mention.name.as_str()).collect();
        names.join("|")
    })
}

fn list<'v>(answer: &'v Value, name: &str) -> Option<&'v Vec<Value>> {
    answer.get("query")?.get(name)?.as_array().filter(|list| list.len() <= BATCH)
}

/// Returns the names that an answer marks as not there. What is known without a page, such as a picture of Commons, is there.
fn names_not_there<'v>(list: &'v [Value], name: &str) -> Result<Vec<&'v str>, Failure> {
    let is_gone = |value: &&Value| {
        is_marked(value, "invalid") || is_marked(value, "missing") && !is_marked(value, "known")
    };
    list.iter()
        .filter(is_gone)
        .map(|value| value.get(name)?.as_str())
        .collect::<Option<_>>()
        .ok_or(Failure::Unexpected)
}

fn is_marked(value: &Value, mark: &str) -> bool {
    value.get(mark).is_some_and(|mark| *mark != Value::Bool(false))
}

/// Lists the users or pages that are gone; `message` is without the name.
fn not_there(mentions: &[Mention], message: Message, is_gone: impl Fn(&Mention) -> bool) -> Vec<NotThere> {
    let gone = mentions.iter().filter(|mention| is_gone(mention));
    gone.map(|mention| NotThere {
        questions: mention.questions.clone(),
        message: message.clone().with(&mention.name),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;
    use serde_json::json;

    fn mentions() -> Mentions {
        Mentions::of(&Report::of_texts(Form::latest(), |question| match question.id.as_str() {
            "primarycontact" => "user:ana",
            "secondarycontact" => "N/A#",
            "mission" => {
                "See [[lake Orin/plan#Goals|plan]], [[:Category:Lakes]], [[w:fr:Lac]] and [[#Here]], thanks to [[User:Ana]]"
            }
            "goals" => {
                "https://meta.wikimedia.org/wiki/Lake_Orin/plan, https://example.org/wiki/A, [[Special:Log]], [[User:Bo/Draft]]"
            }
            _ => "",
        }))
    }

    fn lines(mentions: &[Mention]) -> Vec<String> {
        let line = |mention: &Mention| {
            format!(
                "{}: {}",
                mention.name,
                mention.questions.iter().map(QuestionId::as_str).collect::<Vec<_>>().join(" ")
            )
        };
        mentions.iter().map(line).collect()
    }

    #[test]
    fn users_and_pages_are_found_in_answers() {
        let mentions = mentions();
        assert_eq!(lines(&mentions.users), ["Ana: primarycontact mission"]);
        assert_eq!(
            lines(&mentions.pages),
            [
                "Lake Orin/plan: mission goals",
                "Category:Lakes: mission",
                "W:fr:Lac: mission",
                "User:Bo/Draft: goals"
            ]
        );
        assert_eq!(mentions.user_requests()[0].parameter("ususers"), Some("Ana"));
        assert_eq!(
            mentions.page_requests()[0].parameter("titles"),
            Some("Lake Orin/plan|Category:Lakes|W:fr:Lac|User:Bo/Draft")
        );
        assert!(Mentions::default().user_requests().is_empty());
    }

    #[test]
    fn many_are_asked_for_in_few_requests() {
        let links: String = (0..400).map(|number| format!("[[P{number}]] [[User:U{number}]] ")).collect();
        let mentions = Mentions::of(&Report::of_texts(Form::latest(), |question| {
            if question.id.as_str() == "mission" { &links } else { "" }
        }));
        assert_eq!(
            (mentions.users.len(), mentions.pages.len(), mentions.left_out),
            (MAX_USERS, MAX_PAGES, 400)
        );
        assert_eq!(mentions.user_requests().len() + mentions.page_requests().len(), 8);
    }

    #[test]
    fn what_is_not_there_is_told_with_its_questions() {
        let mentions = mentions();
        let users = json!({ "query": { "users": [{ "name": "Ana", "missing": true }, { "name": "Other", "missing": true }] } });
        let gone = mentions.read_users(&users).unwrap();
        assert_eq!(gone.len(), 1);
        assert_eq!(
            (gone[0].questions.len(), gone[0].message.key, gone[0].message.parameters[0].as_str()),
            (2, "meta-check-user", "Ana")
        );
        assert!(
            mentions
                .read_users(&json!({ "query": { "users": [{ "userid": 1, "name": "Ana" }] } }))
                .unwrap()
                .is_empty()
        );
        let pages = json!({ "query": {
            "normalized": [{ "fromencoded": false, "from": "Category:Lakes", "to": "Kategorie:Lakes" }],
            "interwiki": [{ "title": "w:fr:Lac", "iw": "w" }],
            "pages": [
                { "ns": 0, "title": "Lake Orin/plan", "missing": true, "known": true },
                { "ns": 14, "title": "Kategorie:Lakes", "missing": true },
                { "pageid": 5, "title": "User:Bo/Draft" },
            ],
        } });
        let gone = mentions.read_pages(&pages).unwrap();
        assert_eq!(
            gone.iter().map(|one| one.message.parameters[0].as_str()).collect::<Vec<_>>(),
            ["Category:Lakes"]
        );
        assert!(mentions.read_pages(&json!({ "query": { "interwiki": [] } })).unwrap().is_empty());
    }

    #[test]
    fn since_when_a_page_is_there() {
        let of = |page: Value| read_since(&json!({ "query": { "pages": [page] } }));
        assert_eq!(of(json!({ "title": "A", "missing": true })), Ok(None));
        assert_eq!(
            of(json!({ "title": "A", "revisions": [{ "timestamp": "2026-01-02T03:04:05Z" }] })),
            Ok(Date::new(2026, 1, 2))
        );
        for wrong in
            [json!({}), json!({ "revisions": [] }), json!({ "revisions": [{ "timestamp": "é" }] }), json!(5)]
        {
            assert_eq!(of(wrong), Err(Failure::Unexpected));
        }
    }

    #[test]
    fn answers_of_another_shape_are_refused() {
        for wrong in [
            json!({}),
            json!({ "query": { "users": {}, "pages": {} } }),
            json!({ "query": { "users": [{ "missing": true }], "pages": [{ "missing": true }] } }),
            json!({ "query": { "users": vec![json!({ "name": "A" }); BATCH + 1], "pages": vec![json!({ "title": "A" }); BATCH + 1] } }),
        ] {
            assert_eq!(mentions().read_users(&wrong), Err(Failure::Unexpected));
            assert_eq!(mentions().read_pages(&wrong), Err(Failure::Unexpected));
            assert_eq!(read_since(&wrong).is_err(), wrong["query"]["pages"][0]["missing"] != json!(true));
        }
    }
}
