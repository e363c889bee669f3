//! Reports of one year read with another year's form.

use super::words::all_words;
use super::*;
use crate::form::Question;

fn reading(form: &Form, text: &str, kind: Option<SourceKind>) -> Reading {
    match read(form, &ParameterNames::of(form), text, kind, &nfc) {
        Ok(Import::Reading(reading)) => reading,
        other => panic!("{other:?} from {text}"),
    }
}

/// A form of another year, as the tests' forms are.
fn other_form(name: &str, json: &str) -> Form {
    Form::read(name, json).unwrap()
}

/// A report with an answer that is nowhere else for each question.
fn marked(form: &Form) -> Report<'_> {
    let mut marks = (0..).map(|at| parse(&format!("q{at}z"), Markup::None));
    Report::of_trees(form, |_| marks.next().unwrap().into())
}

/// The report as a browser shows and copies it.
fn page_text(report: &Report<'_>) -> String {
    report.rows().map(|(question, answer)| format!("{}\t{}\n", question.text, plain_text(answer))).collect()
}

#[test]
fn another_years_report_brings_what_both_forms_ask() {
    let others = [
        other_form("2023.json", include_str!("../../../../tests/data/forms/2023.json")),
        other_form("2025.json", include_str!("../../../../tests/data/forms/2025.json")),
    ];
    let latest = Form::latest();
    for (written, read_as) in others.iter().flat_map(|other| [(other, latest), (latest, other)]) {
        let report = marked(written);
        let texts = [
            write_edition(&report),
            write_html(&report, "A report"),
            wikitext::table(&report),
            page_text(&report),
        ];
        for text in texts {
            let reading = reading(read_as, &text, None);
            for (question, answer) in report.rows() {
                check_brought(read_as, &reading, question, &plain_text(answer));
            }
        }
    }
}

/// A question worded alike brings its answer; a reworded one brings it or leaves it over; no other question gets it.
fn check_brought(read_as: &Form, reading: &Reading, question: &Question, answer: &str) {
    let asked = read_as.question(question.id.as_str());
    let found = reading.found.iter().find(|found| found.question == question.id);
    match (asked, found) {
        (Some(asked), Some(found)) => {
            // In a page's text what is not recognized belongs to the answer above.
            let whole = plain_text(&found.answer);
            let first = if reading.kind == SourceKind::PageText {
                whole.lines().next().unwrap_or_default()
            } else {
                &whole
            };
            assert_eq!(first, answer, "{}", question.text);
            assert_eq!(found.how == How::Wording, asked.text == question.text, "{found:?}");
        }
        (Some(asked), None) if asked.text == question.text => panic!("{} is missing", asked.text),
        (_, None) => assert!(all_words(reading).contains(answer), "{}", question.text),
        (None, Some(found)) => panic!("{found:?}"),
    }
}
