//! The tables, and drafts made of their rows.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use report::checks::{Date, Suggestion, Surroundings, suggestions_on};
use report::draft::{Draft, DraftId, Entry, Timestamp};
use report::form::{Form, QuestionId};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub question: String,
    pub text: String,
    pub expect: Vec<String>,
    pub why: String,
    #[serde(default)]
    pub others: BTreeMap<String, String>,
    /// The day the answer is checked, as `YYYY-MM-DD`; [`today`] without it.
    pub today: Option<String>,
}

impl Row {
    pub fn surroundings(&self) -> Surroundings {
        let Some(day) = &self.today else { return today() };
        let parts: Vec<u16> = day.split('-').map(|part| part.parse().unwrap()).collect();
        let [year, month, day] = parts[..] else { panic!("{day} is no day") };
        Surroundings { today: Date::new(year, month as u8, day as u8).unwrap() }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateRow {
    pub question: String,
    pub text: String,
    pub state: String,
    pub why: String,
}

pub const NOW: Timestamp = Timestamp::MAX;

pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

pub fn today() -> Surroundings {
    Surroundings { today: Date::new(2025, 3, 1).unwrap() }
}

pub fn file(name: &str) -> String {
    fs::read_to_string(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join("tests").join(name))
        .unwrap()
}

pub fn draft_of<'a>(answers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Draft {
    let mut draft = Draft::new(DraftId::from_random(1), "2024", NOW);
    for (question, text) in answers {
        let entry = Entry::typed(text, &nfc).unwrap();
        draft.insert(&QuestionId::new(question), entry, NOW).unwrap();
    }
    draft
}

pub fn names(found: &[Suggestion]) -> Vec<&'static str> {
    let mut names: Vec<_> = found.iter().map(|suggestion| suggestion.id.name()).collect();
    names.sort_unstable();
    names
}

pub fn tables() -> Vec<(String, Vec<Row>)> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join("tests/checks");
    let mut tables = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".json") && name != "states.json" {
            let rows = serde_json::from_str(&file(&format!("checks/{name}")));
            tables.push((name.clone(), rows.unwrap_or_else(|error| panic!("{name}: {error}"))));
        }
    }
    tables
}

pub fn row_draft(row: &Row) -> Draft {
    let others = row.others.iter().map(|(question, text)| (question.as_str(), text.as_str()));
    draft_of(others.chain([(row.question.as_str(), row.text.as_str())]))
}

pub fn on_question(draft: &Draft, question: &str) -> Vec<Suggestion> {
    let form = Form::latest();
    suggestions_on(form, draft, form.question(question).unwrap(), &today())
}

pub fn seed() -> Draft {
    let answers: BTreeMap<String, String> = serde_json::from_str(&file("data/seed.json")).unwrap();
    assert_eq!(answers.len(), 30);
    draft_of(answers.iter().map(|(question, text)| (question.as_str(), text.as_str())))
}
