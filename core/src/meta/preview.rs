//! A preview: the page as the wiki's own parser shows it, and what differs there from what the answers say.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{AnswerDifference, Failure, Request};
use crate::answer::plain_text;
use crate::form::Form;
use crate::form::wording::Wordings;
use crate::ids::QuestionId;
use crate::import::{RenderedPart, Rendering, plain_lines, seen_lines};
use crate::names::title::{Namespace, PageTitle};
use crate::report::Report;

/// The greatest length, in bytes, of a cell that can be a question.
const LONGEST_QUESTION: usize = 4_000;

/// A page as the wiki shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What the wiki shows.
    pub rendering: Rendering,
    /// Whether the page calls the form's template and the wiki has none of that name, so that it shows a link in the form's place.
    pub is_template_missing: bool,
}

/// Asks for a preview: the HTML of a page of this title and text. Nothing is saved.
pub fn preview_request(title: &PageTitle, text: &str) -> Request {
    let fixed = [
        ("action", "parse"),
        ("prop", "text|templates"),
        ("contentmodel", "wikitext"),
        ("pst", "1"),
        ("disablelimitreport", "1"),
        ("disableeditsection", "1"),
        ("wrapoutputclass", ""),
    ];
    let own = [("title", title.to_string()), ("text", text.to_owned())];
    Request::post(fixed.map(|(name, value)| (name, value.to_owned())).into_iter().chain(own))
}

/// Reads the answer to [`preview_request`].
///
/// # Errors
/// [`Failure::Unexpected`] where it has no HTML.
pub fn read_preview(form: &Form, answer: &Value) -> Result<Preview, Failure> {
    let parsed = answer.get("parse").ok_or(Failure::Unexpected)?;
    let html = parsed.get("text").and_then(Value::as_str).ok_or(Failure::Unexpected)?;
    let forms = PageTitle::in_namespace(&form.template, Namespace::TEMPLATE).ok();
    let is_missing = |template: &Value| {
        let title =
            template.get("title").and_then(Value::as_str).and_then(|title| PageTitle::new(title).ok());
        title.is_some() && title == forms && template.get("exists").and_then(Value::as_bool) == Some(false)
    };
    let templates = parsed.get("templates").and_then(Value::as_array);
    let is_template_missing = templates.is_some_and(|templates| templates.iter().any(is_missing));
    Ok(Preview { rendering: Rendering::of(html), is_template_missing })
}

impl Preview {
    /// Compares what the wiki shows with the report, answer by answer and line by line, white space aside: the questions whose answer
    /// reads otherwise or is not there, in the form's order. Texts are as their readers see them.
    pub fn differences(&self, report: &Report<'_>) -> Vec<AnswerDifference> {
        let shown = shown(report.form(), &self.rendering);
        let differing = report.rows().filter_map(|(question, answer)| {
            let here = plain_lines(&plain_text(answer));
            let there = shown.get(&question.id);
            (there != Some(&here)).then(|| AnswerDifference {
                question: question.id.clone(),
                there: there.map(|lines| lines.join("\n")),
                here: here.join("\n"),
            })
        });
        differing.collect()
    }
}

/// Finds the answers in the tables of what a wiki shows, as lines: the cell behind the one that is the question. Of a question that is
/// there twice the first counts.
fn shown(form: &Form, rendering: &Rendering) -> BTreeMap<QuestionId, Vec<String>> {
    let wordings = Wordings::new(form);
    let mut shown = BTreeMap::new();
    for row in rendering.rows() {
        for pair in row.windows(2).take(2) {
            let [asks, answers] = pair else { continue };
            if let Some(question) = question(&wordings, asks) {
                shown.entry(question).or_insert_with(|| seen_lines(answers));
                break;
            }
        }
    }
    shown
}

fn question(wordings: &Wordings, cell: &[RenderedPart]) -> Option<QuestionId> {
    let words = seen_lines(cell).join(" ");
    (words.len() <= LONGEST_QUESTION).then(|| wordings.whole(&words)).flatten().map(|found| found.question)
}
