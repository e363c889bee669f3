//! Properties of every reader on any input: what this app wrote comes back unchanged, and no word is lost.

mod kinds;
mod pads;
mod steps;
mod words;
mod years;

use super::*;
use crate::answer::Markup;
use crate::answer::testing::tree;
use crate::answer::{Answer, parse, plain_text};
use crate::checks::is_unfilled_parameter;
use crate::form::Parameter;
use crate::report::{Report, write_edition, write_html};
use crate::wikitext;
use proptest::prelude::*;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// The importer for the bundled form, prepared once.
static LATEST: LazyLock<Importer<'static>> = LazyLock::new(|| Importer::new(Form::latest()));

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The bundled form, every parameter known by an invented name.
static FORM_WITH_NAMES: LazyLock<Form> = LazyLock::new(|| {
    let mut form = Form::latest().clone();
    for section in &mut form.sections {
        for question in section.groups.iter_mut().flat_map(|group| &mut group.questions) {
            if !matches!(question.parameter, Parameter::Known(_)) {
                question.parameter = Parameter::Known(format!("invented {}", question.id));
            }
        }
    }
    form
});

static WITH_NAMES: LazyLock<Importer<'static>> = LazyLock::new(|| Importer::new(&FORM_WITH_NAMES));

/// Trees for a few questions, plain ones where the question has no markup; the others are empty.
fn answers() -> impl Strategy<Value = Vec<Answer>> {
    let markups: Vec<Markup> = Form::latest().questions().map(|question| question.kind.markup()).collect();
    prop::collection::btree_map(0..markups.len(), tree(), 1..5).prop_map(move |trees| {
        let mut answers = vec![Answer::default(); markups.len()];
        for (at, tree) in trees {
            answers[at] = match markups[at] {
                Markup::None => parse(&nfc(&plain_text(&tree)), Markup::None),
                Markup::Wiki => normal(&tree),
            };
        }
        answers
    })
}

/// The tree of the same source in NFC: outside text is normalized when it comes in.
fn normal(tree: &Answer) -> Answer {
    parse(&nfc(&crate::answer::print(tree, Markup::Wiki)), Markup::Wiki)
}

/// The report of these answers, in the form's order.
fn report_of(form: &Form, answers: Vec<Answer>) -> Report<'_> {
    let mut answers = answers.into_iter();
    Report::of_trees(form, |_| answers.next().unwrap_or_default().into())
}

/// Reads a written report; returns the answers that came back changed.
fn changed(
    importer: &Importer<'_>,
    report: &Report<'_>,
    text: &str,
    kind: SourceKind,
) -> Vec<(Answer, Answer)> {
    assert_eq!(recognize(report.form(), text), kind, "{text}");
    let reading = match importer.read(&ParameterNames::of(report.form()), text, None, &nfc) {
        Ok(Import::Reading(reading)) => reading,
        other => panic!("{other:?} from {text}"),
    };
    assert_eq!(reading.missing, Vec::new());
    assert_eq!(reading.unplaced, Vec::new());
    // Random letters may look garbled.
    let mut notes = reading.found.iter().flat_map(|found| &found.notes);
    assert!(notes.all(|note| matches!(note, Note::Broken { .. })), "{:?}", reading.found);
    assert!(reading.found.iter().all(|found| matches!(found.how, How::Wording | How::Parameter)));
    let written = report.rows().map(|(_, answer)| answer.clone());
    let pairs = written.zip(reading.found.into_iter().map(|found| found.answer));
    pairs.filter(|(written, read)| written != read).collect()
}

proptest! {
    #[test]
    fn an_edition_comes_back(answers in answers()) {
        let report = report_of(Form::latest(), answers);
        prop_assert_eq!(changed(&LATEST, &report, &write_edition(&report), SourceKind::Edition), Vec::new());
    }

    #[test]
    fn a_page_of_html_comes_back(answers in answers()) {
        // On a rendered page, `{{{x}}}` alone is a parameter without a value; the note says so.
        prop_assume!(!answers.iter().any(|answer| is_unfilled_parameter(plain_text(answer).trim())));
        let report = report_of(Form::latest(), answers);
        let title = format!("{}/2024/A & <B>", report.form().title_prefix);
        prop_assert_eq!(changed(&LATEST, &report, &write_html(&report, &title), SourceKind::Html), Vec::new());
    }

    #[test]
    fn a_call_comes_back(answers in answers()) {
        let report = report_of(&FORM_WITH_NAMES, answers);
        let page = wikitext::call(&report, &ParameterNames::of(&FORM_WITH_NAMES)).unwrap();
        prop_assert_eq!(changed(&WITH_NAMES, &report, &page, SourceKind::Call), Vec::new());
    }

    #[test]
    fn a_table_comes_back(answers in answers()) {
        let report = report_of(Form::latest(), answers);
        prop_assert_eq!(changed(&LATEST, &report, &wikitext::table(&report), SourceKind::Table), Vec::new());
    }
}
