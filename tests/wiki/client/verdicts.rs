//! Which titles and user names the wiki accepts, and the form it gives them. Asked fifty at a time.

use std::collections::HashMap;

use serde_json::Value;

use super::{Wiki, multiple};

/// How many values the API takes in one request from someone without special rights.
const AT_ONCE: usize = 50;

/// What the wiki says about a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TitleVerdict {
    /// It is a page's title, in this form. What follows a `#` has been taken off.
    Page {
        /// The full title with its namespace.
        title: String,
        /// The namespace's number; 0 is the main one.
        namespace: i64,
    },
    /// It leads to another wiki.
    Interwiki {
        /// The other wiki's prefix.
        prefix: String,
    },
    /// It cannot be a title.
    Refused {
        /// The wiki's own words.
        reason: String,
    },
}

/// What the wiki says about a user name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserVerdict {
    /// Somebody can have this name; the wiki writes it so.
    Name(String),
    /// Nobody can choose this name any more, but the wiki still takes it for one (`a@b`), and writes it so.
    Outdated(String),
    /// Nobody can.
    Refused,
}

impl Wiki {
    /// The verdict on each title, in the order given.
    pub fn titles(&self, titles: &[&str]) -> Vec<TitleVerdict> {
        let known = self.in_bulk(titles, |batch| {
            let answer = self.ask(&[("action", "query"), ("titles", &multiple(batch))]);
            batch.iter().map(|title| title_verdict(&answer["query"], title, batch.len() == 1)).collect()
        });
        titles.iter().map(|title| known[title].clone()).collect()
    }

    /// The verdict on each user name, in the order given. A `User:` prefix is the asker's to remove.
    pub fn user_names(&self, names: &[&str]) -> Vec<UserVerdict> {
        let known = self.in_bulk(names, |batch| {
            let answer = self.ask(&[
                ("action", "query"),
                ("list", "users"),
                ("usprop", "cancreate"),
                ("ususers", &multiple(batch)),
            ]);
            user_verdicts(&answer["query"]["users"], batch)
        });
        names.iter().map(|name| known[name].clone()).collect()
    }

    /// Asks about every value once, many at a time; those a bulk answer does not settle are asked alone.
    fn in_bulk<'a, V>(
        &self,
        values: &[&'a str],
        ask: impl Fn(&[&'a str]) -> Vec<Option<V>>,
    ) -> HashMap<&'a str, V> {
        let mut distinct = values.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        let mut known = HashMap::new();
        let mut unsettled = Vec::new();
        for batch in distinct.chunks(AT_ONCE) {
            for (value, verdict) in batch.iter().zip(ask(batch)) {
                match verdict {
                    Some(verdict) => drop(known.insert(*value, verdict)),
                    None => unsettled.push(*value),
                }
            }
        }
        for value in unsettled {
            let verdict = ask(&[value]).pop().flatten();
            known.insert(value, verdict.unwrap_or_else(|| panic!("no verdict on {value:?}")));
        }
        known
    }
}

/// The verdict on one of the titles asked about. An answer to a single title needs no looking up: the wiki may have
/// cleaned the text (Unicode normalization, broken characters) so that it comes back otherwise than it went.
fn title_verdict(query: &Value, asked: &str, alone: bool) -> Option<TitleVerdict> {
    let normalized = find(&query["normalized"], "from", asked, false);
    let title = normalized.and_then(|entry| entry["to"].as_str()).unwrap_or(asked);
    let alone = alone && normalized.is_none();
    if let Some(entry) = find(&query["interwiki"], "title", title, alone) {
        return Some(TitleVerdict::Interwiki { prefix: entry["iw"].as_str()?.to_owned() });
    }
    let Some(page) = find(&query["pages"], "title", title, alone) else {
        // Nothing at all is said about a title that is empty, before or after normalization (`#section`).
        return title.is_empty().then(|| TitleVerdict::Refused { reason: "empty".to_owned() });
    };
    if page["invalid"] == true {
        return Some(TitleVerdict::Refused { reason: page["invalidreason"]["text"].as_str()?.to_owned() });
    }
    Some(TitleVerdict::Page {
        title: page["title"].as_str()?.to_owned(),
        namespace: page["ns"].as_i64().unwrap_or_default(),
    })
}

/// The entry of a list whose field has this value, or the first one when only one was asked about.
fn find<'a>(list: &'a Value, field: &str, value: &str, alone: bool) -> Option<&'a Value> {
    let list = list.as_array()?;
    if alone { list.first() } else { list.iter().find(|entry| entry[field] == value) }
}

/// The wiki lists the refused names first, as they were asked, and then the others in their order but in the form it
/// gives them (ApiQueryUsers.php). Nothing is settled when the names do not add up.
fn user_verdicts(users: &Value, batch: &[&str]) -> Vec<Option<UserVerdict>> {
    let users = users.as_array().map(Vec::as_slice).unwrap_or_default();
    let (refused, accepted): (Vec<&Value>, Vec<&Value>) =
        users.iter().partition(|user| user["invalid"] == true);
    let is_refused = |name: &str| refused.iter().any(|user| user["name"] == name);
    let adds_up = batch.iter().filter(|name| is_refused(name)).count() == refused.len();
    if batch.len() > 1 && !(adds_up && users.len() == batch.len()) {
        return batch.iter().map(|_| None).collect();
    }
    let mut accepted = accepted.into_iter();
    let verdict = |name: &&str| {
        if is_refused(name) || (batch.len() == 1 && !refused.is_empty()) {
            return Some(UserVerdict::Refused);
        }
        let user = accepted.next()?;
        let name = user["name"].as_str()?.to_owned();
        Some(if user["cancreate"] == false { UserVerdict::Outdated(name) } else { UserVerdict::Name(name) })
    };
    batch.iter().map(verdict).collect()
}
