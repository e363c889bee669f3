//! The wiki's API, as far as the tests ask it: one typed call per question.
//!
//! Every call panics with what was asked and what came back when the wiki refuses or cannot be reached: in a test
//! there is nothing better to do.

mod pages;
mod parse;
mod parse_tree;
mod verdicts;

use serde_json::Value;

pub use parse::{Effects, Parsed};
pub use parse_tree::WikiCall;
pub use verdicts::{TitleVerdict, UserVerdict};

/// Seconds one answer may take before a test gives up on it.
const TIMEOUT_SECONDS: u64 = 120;
/// How often a request is sent when the connection itself fails (a busy machine refuses one now and then).
const ATTEMPTS: usize = 3;

/// A wiki that answers.
pub struct Wiki {
    api: String,
}

impl Wiki {
    /// The wiki whose `api.php` lies at this address, after it has answered once.
    ///
    /// # Panics
    /// When no MediaWiki answers there.
    pub fn at(url: &str) -> Self {
        let wiki = Self { api: format!("{}/api.php", url.trim_end_matches('/')) };
        let answer = wiki.ask(&[("action", "query"), ("meta", "siteinfo")]);
        let generator = answer["query"]["general"]["generator"].as_str();
        assert!(
            generator.is_some_and(|name| name.starts_with("MediaWiki")),
            "{} is not a MediaWiki",
            wiki.api
        );
        wiki
    }

    /// The wiki's answer to these parameters, as it came.
    pub fn ask_raw(&self, parameters: &[(&str, &str)]) -> String {
        let mut body = String::from("format=json&formatversion=2&errorformat=plaintext");
        for (name, value) in parameters {
            body.push('&');
            percent_encode(name, &mut body);
            body.push('=');
            percent_encode(value, &mut body);
        }
        let mut failure = String::new();
        for _ in 0..ATTEMPTS {
            let response = minreq::post(self.api.as_str())
                .with_header("Content-Type", "application/x-www-form-urlencoded")
                .with_timeout(TIMEOUT_SECONDS)
                .with_body(body.as_str())
                .send();
            match response {
                Ok(response) => {
                    return response.as_str().expect("the wiki answers in UTF-8").to_owned();
                }
                Err(error) => failure = error.to_string(),
            }
        }
        panic!("{} does not answer: {failure}", self.api)
    }

    /// The wiki's answer to these parameters, when it is not an error.
    fn ask(&self, parameters: &[(&str, &str)]) -> Value {
        let raw = self.ask_raw(parameters);
        let answer: Value = serde_json::from_str(&raw)
            .unwrap_or_else(|error| panic!("not JSON ({error}) in answer to {parameters:?}:\n{raw}"));
        let errors = &answer["errors"];
        assert!(errors.is_null(), "the wiki refused {parameters:?}: {errors}");
        answer
    }

    /// The names of the tags that extensions and the wiki itself take over (`ref`, `nowiki`, …), lower case.
    pub fn extension_tags(&self) -> Vec<String> {
        let answer = self.ask(&[("action", "query"), ("meta", "siteinfo"), ("siprop", "extensiontags")]);
        strings(&answer["query"]["extensiontags"])
            .iter()
            .map(|tag| tag.trim_matches(['<', '>']).to_lowercase())
            .collect()
    }
}

/// The strings of a JSON list.
fn strings(list: &Value) -> Vec<String> {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Several values in one parameter, separated so that a `|` may stand in them (API:Data formats, U+001F).
fn multiple(values: &[&str]) -> String {
    values.iter().flat_map(|value| ["\u{1f}", value]).collect()
}

/// Appends a value as `application/x-www-form-urlencoded` has it.
fn percent_encode(value: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}
