//! The page that stands on the wiki against the report: what differs, and the page to send, in which only the report is replaced.

use crate::answer::print;
use crate::draft::Nfc;
use crate::form::ParameterNames;
use crate::ids::QuestionId;
use crate::import::{Import, Importer, as_imported};
use crate::report::Report;

/// A question whose answer there and here is not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerDifference {
    /// The question's id.
    pub question: QuestionId,
    /// The answer there; `None` where the question is not there.
    pub there: Option<String>,
    /// The answer here.
    pub here: String,
}

/// A page of the wiki, compared with a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The questions whose answers differ, in the form's order, with the answers' sources; `None` where no report stands on the page.
    pub differences: Option<Vec<AnswerDifference>>,
    /// The page to send: the report replaces the one that is there, with everything around it unchanged. On a page
    /// without a report, everything stays and the report follows.
    pub to_send: String,
    /// Whether something else than the report stands on the page.
    pub has_more: bool,
}

impl Standing {
    /// Compares a page's wikitext with a report. `written` is the report's own wikitext.
    pub fn of(
        importer: &Importer<'_>,
        names: &ParameterNames,
        page: &str,
        report: &Report<'_>,
        written: &str,
        nfc: Nfc<'_>,
    ) -> Self {
        let Some(place) = importer.place_of(names, page) else {
            let before = page.trim_end();
            let apart = if before.is_empty() { "" } else { "\n\n" };
            let to_send = [before, apart, written].concat();
            return Self { differences: None, to_send, has_more: !before.is_empty() };
        };
        let standing = page.get(place.range.clone()).unwrap_or_default();
        let around = [page.get(..place.range.start), page.get(place.range.end..)];
        Self {
            differences: importer
                .read(names, standing, Some(place.kind), nfc)
                .ok()
                .map(|import| differences(&import, report)),
            to_send: place.replaced(page, written),
            has_more: around.iter().flatten().any(|text| !text.trim().is_empty()),
        }
    }

    /// Returns whether the page says what the report says, answer by answer.
    pub fn is_same(&self) -> bool {
        self.differences.as_ref().is_some_and(Vec::is_empty)
    }
}

fn differences(import: &Import, report: &Report<'_>) -> Vec<AnswerDifference> {
    let found = match import {
        Import::Reading(reading) => reading.found.as_slice(),
        Import::Drafts(_) => &[],
    };
    let differing = report.rows().filter_map(|(question, answer)| {
        let there = found.iter().find(|found| found.question == question.id).map(|found| &found.answer);
        let here = as_imported(question, answer);
        let source = |answer| print(answer, question.kind.markup());
        (there != Some(&here)).then(|| AnswerDifference {
            question: question.id.clone(),
            there: there.map(source),
            here: source(&here),
        })
    });
    differing.collect()
}
