//! Year on year, as data: rows of reports and what is said of them, as text and as wikitext (`tests/changes/cases.json`).

#![allow(clippy::unwrap_used, reason = "a case that cannot be read is a failed test")]

#[path = "support/bless.rs"]
mod bless;
#[path = "support/trials.rs"]
mod trials;

use std::collections::BTreeMap;
use std::process::ExitCode;

use report::draft::{Draft, DraftId, Timestamp};
use report::form::{Form, QuestionId};
use report::i18n::english;
use report::report::changes::{ReportOfYear, SectionOverYears, YearOnYear, write_changes};
use report::wikitext::changes_table;
use serde::Deserialize;
use serde_json::json;

use trials::{each, tests};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    /// The answers of each report by question, this year's last.
    reports: Vec<BTreeMap<String, String>>,
    /// What stands between the heading and the lists of what is unchanged or not answered.
    text: Vec<String>,
    /// The cells of the questions that have changed.
    wikitext: Vec<String>,
}

fn report(answers: &BTreeMap<String, String>) -> ReportOfYear {
    let now = Timestamp::from_millis(0);
    let mut draft = Draft::new(DraftId::from_random(1), "2024", now);
    for (question, text) in answers {
        draft.set_text(&QuestionId::new(question), text, &str::to_owned, now).unwrap();
    }
    ReportOfYear::of_draft(Form::latest(), &draft)
}

fn check(case: &Case) {
    let reports: Vec<ReportOfYear> = case.reports.iter().map(report).collect();
    let (this, earlier) = reports.split_last().unwrap();
    let changes = YearOnYear::of(Form::latest(), this, &earlier.iter().collect::<Vec<_>>());
    let text = text(&changes);
    let page = changes_table(&changes, &english);
    let cells: Vec<&str> = page.lines().filter(|line| line.contains("<b>")).collect();
    let is_right = text == case.text && cells == case.wikitext;
    let blessed = !is_right
        && bless::blessed("changes/cases.json", |row| {
            let is_it = row["why"] == json!(case.why);
            if is_it {
                row["text"] = json!(text);
                row["wikitext"] = json!(cells);
            }
            is_it
        });
    assert!(blessed || is_right, "{}\n{text:#?}\n{cells:#?}", case.why);
}

/// The text's heading and the blocks of what has changed, line by line.
fn text(changes: &YearOnYear<'_>) -> Vec<String> {
    let text = write_changes(changes, &english);
    let quiet = |section: &SectionOverYears<'_>| section.changed().next().is_none();
    let silent: Vec<String> = changes
        .sections
        .iter()
        .filter(|section| quiet(section))
        .map(|section| section.heading(&english))
        .collect();
    let is_told = |block: &&str| {
        let first = block.lines().next().unwrap_or_default();
        !first.ends_with(':') && !silent.iter().any(|heading| heading == first)
    };
    text.trim_end().split("\n\n").filter(is_told).flat_map(str::lines).map(str::to_owned).collect()
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("changes/cases.json")).unwrap()
}

fn every_kind_of_change_has_a_case() {
    let told: Vec<String> = cases().into_iter().flat_map(|case| case.text).collect();
    for words in ["New in 2026", "Gone in 2026", "Changed in 2026", "Changed in 2023"] {
        assert!(told.iter().any(|line| line == words), "{words}");
    }
}

fn main() -> ExitCode {
    trials::run([
        tests![every_kind_of_change_has_a_case],
        each("changes", cases(), |case| ("cases".to_owned(), case.why.clone()), check),
    ])
}
