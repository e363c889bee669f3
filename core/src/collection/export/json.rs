//! A table as JSON; `docs/reports-json.md` describes it, `docs/reports.schema.json` is its schema.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::collection::{CellState, Collection, ReportRow, ReportSource, ReportsTable};
use crate::ids::QuestionId;

/// The name of the format, by which programs know it.
const FORMAT: &str = "affiliate-reports";

/// The version of the format.
const VERSION: u32 = 1;

/// Reports as they are written out. Field names are those of the JSON, in camel case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportedReports {
    /// Always `affiliate-reports`.
    pub format: String,
    /// The version of the format: 1.
    pub version: u32,
    /// The questions, in the order in which they are shown.
    pub questions: Vec<ExportedQuestion>,
    /// The reports, in the order in which they are shown.
    pub reports: Vec<ExportedReport>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportedQuestion {
    /// The question's id, by which answers name it.
    pub id: String,
    /// The question's wording.
    pub text: String,
    /// The heading of the question's section.
    pub section: String,
    /// Whether the question asks for a number.
    pub is_number: bool,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportedReport {
    /// The affiliate's name; empty where the report has none.
    pub affiliate: String,
    /// The affiliate's code in the portal, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The kind of affiliate, where it is known.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The affiliate's region, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The year that the report is about, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The year of the report that answers are compared with, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared_with: Option<u16>,
    /// The place that the report came from.
    pub source: ExportedSource,
    /// The answers by question id; a question without an answer is left out.
    pub answers: BTreeMap<String, ExportedAnswer>,
}

/// The place that a report came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ExportedSource {
    /// A page of the wiki.
    Page {
        /// The page's address.
        address: String,
        /// The number of the revision that was read.
        revision: u64,
        /// The time when that revision was saved, in UTC.
        saved: String,
    },
    /// A file.
    File {
        /// The file's name.
        name: String,
    },
    /// A text that was pasted.
    Pasted,
    /// A report of the browser that wrote this.
    Here,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportedAnswer {
    /// Whether the answer only says why there is none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_applicable: bool,
    /// The answer as a reader sees it.
    pub text: String,
    /// The answer's source, in wiki notation where the question allows it.
    pub source: String,
    /// The number, where a question asks for one and the answer gives exactly one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// Whether the answer says the same as in the report that it is compared with.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unchanged: bool,
    /// The names of other affiliates that answer in the same words, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_words_as: Vec<String>,
    /// The addresses in the answer that readers cannot open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed_links: Vec<String>,
}

/// Collects rows and columns of a table, given by their places, as they are written out.
pub fn exported_reports(
    collection: &Collection,
    table: &ReportsTable,
    rows: &[usize],
    columns: &[usize],
) -> ExportedReports {
    let questions = columns.iter().filter_map(|at| table.columns.get(*at)).map(|column| ExportedQuestion {
        id: column.question.to_string(),
        text: column.text.clone(),
        section: column.section_title.clone(),
        is_number: column.is_number,
    });
    let rows = rows.iter().filter_map(|at| table.rows.get(*at));
    ExportedReports {
        format: FORMAT.to_owned(),
        version: VERSION,
        questions: questions.collect(),
        reports: rows.filter_map(|row| report(collection, row, columns)).collect(),
    }
}

/// Writes rows and columns of a table, given by their places, as JSON with a field on each line. The same rows make the same text.
pub fn reports_json(
    collection: &Collection,
    table: &ReportsTable,
    rows: &[usize],
    columns: &[usize],
) -> String {
    // Texts, numbers and lists of them can always be written.
    let json = serde_json::to_string_pretty(&exported_reports(collection, table, rows, columns));
    json.map(|json| json + "\n").unwrap_or_default()
}

fn report(collection: &Collection, row: &ReportRow, columns: &[usize]) -> Option<ExportedReport> {
    let report = collection.report(row.report)?;
    let source = match report.source() {
        ReportSource::Page { title, revision, saved } => ExportedSource::Page {
            address: report.form().wiki.page_address(title),
            revision: *revision,
            saved: saved.clone(),
        },
        ReportSource::File { name } => ExportedSource::File { name: name.clone() },
        ReportSource::Pasted => ExportedSource::Pasted,
        ReportSource::Here => ExportedSource::Here,
    };
    let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let answers = columns.iter().filter_map(|at| {
        let cell = row.cells.get(*at).filter(|cell| cell.state() != CellState::Empty)?;
        let mut others: Vec<String> = row.same_words(*at).map(|other| other.name.clone()).collect();
        others.dedup();
        let links = cell.answer.closed_links.iter().map(|link| link.address.clone());
        let question: &QuestionId = &cell.answer.question;
        let answer = ExportedAnswer {
            not_applicable: cell.state() == CellState::NotApplicable,
            text: cell.answer.text.clone(),
            source: report.draft().text(question.as_str()).to_owned(),
            number: cell.answer.number,
            unchanged: cell.is_unchanged,
            same_words_as: others,
            closed_links: links.collect(),
        };
        Some((question.to_string(), answer))
    });
    Some(ExportedReport {
        affiliate: row.name.clone(),
        code: given(&row.code),
        kind: given(&row.kind),
        region: given(&row.region),
        year: row.year,
        compared_with: row.earlier.map(|earlier| earlier.year),
        source,
        answers: answers.collect(),
    })
}
