//! Reports and collections for tests.

use report::collection::{Collection, Directory, ReportId, ReportSource, ReportsTable};
use report::draft::{Draft, DraftId, Timestamp};
use report::form::{Form, QuestionId};
use report::meta::portal::affiliates;

/// The time of edits in tests.
pub const NOW: Timestamp = Timestamp::MAX;

/// Makes a draft with these answers, by question id.
pub fn draft(answers: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::new(DraftId::from_random(1), "2024", NOW);
    for (question, text) in answers {
        draft.set_text(&QuestionId::new(*question), text, &str::to_owned, NOW).unwrap();
    }
    draft
}

/// Makes the report of an affiliate about a year, with these answers besides.
pub fn report(name: &str, year: &str, answers: &[(&str, &str)]) -> Draft {
    draft(&[&[("name", name), ("reportingyear", year)], answers].concat())
}

/// Adds a report that was pasted.
pub fn add(collection: &mut Collection, draft: Draft) -> ReportId {
    collection.add(Form::latest(), draft, ReportSource::Pasted).id()
}

/// Collects reports that were pasted.
pub fn collection(drafts: impl IntoIterator<Item = Draft>) -> Collection {
    let mut collection = Collection::default();
    for draft in drafts {
        add(&mut collection, draft);
    }
    collection
}

/// Makes a directory of a portal's table.
pub fn directory(module: &str) -> Directory {
    Directory::new(affiliates(module).unwrap())
}

/// Returns the place of a question's column.
pub fn column(table: &ReportsTable, question: &str) -> usize {
    table.columns.iter().position(|column| column.question.as_str() == question).unwrap()
}

/// Names rows, given by their places, by affiliate and year: `Lake Orin 2026`.
pub fn names(table: &ReportsTable, rows: &[usize]) -> Vec<String> {
    let name = |row: &usize| {
        let row = &table.rows[*row];
        format!("{} {}", row.name, row.year.map(|year| year.to_string()).unwrap_or_default())
            .trim()
            .to_owned()
    };
    rows.iter().map(name).collect()
}
