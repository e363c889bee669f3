//! What the writers promise: whatever was typed is what the page shows, in every shape of cell and in the table, and
//! nothing else happens to the page.

use std::collections::BTreeSet;

use report::answer::Markup;
use report::answer::{Answer, Inline, parse};
use report::form::Form;
use report::form::ParameterNames;
use report::input::normalize;
use report::report::Report;
use report::wikitext::{self, call, table};
use unicode_normalization::UnicodeNormalization;

use crate::answer::shown;
use crate::client::{Effects, Wiki};
use crate::comparable::comparable;
use crate::gate::wiki;
use crate::html::Page;
use crate::parallel::parallel;
use crate::random::Random;
use crate::shapes::Shape;

const ROWS: usize = 30;

/// A form of thirty questions whose template has the shape, all names known.
fn form(shape: Shape) -> Form {
    let questions: Vec<String> = (1..=ROWS)
        .map(|row| format!(r#"{{"id":"q{row}","text":"Question number {row}?","kind":"long","help":"h","parameter":"p{row}"}}"#))
        .collect();
    let json = format!(
        r#"{{"id":"t","name":"t","checked":"2026-11-01","source":"t","wiki":"https://meta.wikimedia.org /w /wiki/","template":"{}","titlePrefix":"Reports",
            "sections":[{{"title":"Report","groups":[{{"questions":[{}]}}]}}]}}"#,
        template_name(shape),
        questions.join(",")
    );
    Form::read("test", &json).unwrap_or_else(|error| panic!("{error}"))
}

fn template_name(shape: Shape) -> String {
    format!("Values {shape:?}")
}

fn store_templates(wiki: &Wiki) {
    let rows: Vec<(String, String)> =
        (1..=ROWS).map(|row| (format!("Question number {row}?"), format!("p{row}"))).collect();
    let rows: Vec<(&str, &str)> =
        rows.iter().map(|(question, name)| (question.as_str(), name.as_str())).collect();
    for shape in Shape::ALL {
        assert_eq!(shape.store(wiki, "Values", &rows), template_name(shape));
    }
}

/// How a report is put on the page.
#[derive(Clone, Copy, Debug)]
enum Output {
    Call(Shape),
    Table,
}

const OUTPUTS: [Output; 5] = [
    Output::Call(Shape::OwnLine),
    Output::Call(Shape::NextLine),
    Output::Call(Shape::SameRow),
    Output::Call(Shape::Between),
    Output::Table,
];

/// The report of these answers, in the form's order.
fn report<'f>(form: &'f Form, answers: &[Answer]) -> Report<'f> {
    let mut answers = answers.iter();
    Report::of_trees(form, |_| answers.next().cloned().unwrap_or_default().into())
}

fn page(output: Output, answers: &[Answer]) -> String {
    let Output::Call(shape) = output else {
        return table(&report(&form(Shape::OwnLine), answers));
    };
    let form = form(shape);
    let report = report(&form, answers);
    call(&report, &ParameterNames::of(&form)).unwrap_or_else(|error| panic!("{error}"))
}

/// Everything that is wrong with the page of these answers, in words.
fn faults(wiki: &Wiki, output: Output, answers: &[Answer], harmless: &Effects) -> Vec<String> {
    let text = page(output, answers);
    let parsed = wiki.parse("Values/2024", &text);
    let page = Page::of(&parsed.html);
    let mut faults = Vec::new();
    if page.rows.len() != ROWS + 1 || page.tables != 1 || !page.outside.is_empty() {
        faults.push(format!("{} rows, {} tables, outside {:?}", page.rows.len(), page.tables, page.outside));
    }
    for (row, answer) in page.rows.iter().skip(1).zip(answers) {
        let cells = if let Output::Call(shape) = output { shape.cells() } else { 2 };
        if row.cells.len() != cells {
            faults.push(format!("{} cells at {answer:?}", row.cells.len()));
            continue;
        }
        match shown(&row.elements[1]) {
            Ok(seen) if comparable(&seen) == comparable(answer) => {}
            other => faults.push(format!(
                "written {:?}\n  meant {:?}\n  shown {other:?}",
                wikitext::value(answer),
                comparable(answer)
            )),
        }
    }
    faults.extend(unmeant(&parsed.effects, harmless, answers));
    faults
}

/// What the page does that no answer asked for.
fn unmeant(effects: &Effects, harmless: &Effects, answers: &[Answer]) -> Vec<String> {
    let links: Vec<&Inline> = answers.iter().flat_map(Answer::lines).flatten().collect();
    let pages = links.iter().filter(|link| matches!(link, Inline::PageLink { .. })).count();
    let addresses =
        links.iter().filter(|link| matches!(link, Inline::Url { .. } | Inline::ExternalLink { .. })).count();
    let beyond = effects.beyond(harmless);
    let is_page = |effect: &&String| effect.starts_with("link: ") || effect.starts_with("interwiki link: ");
    let is_address = |effect: &&String| effect.starts_with("external link: ");
    let mut faults: Vec<String> =
        beyond.iter().filter(|effect| !is_page(effect) && !is_address(effect)).cloned().collect();
    if beyond.iter().filter(is_page).count() > pages || beyond.iter().filter(is_address).count() > addresses {
        faults.push(format!("links nobody meant: {beyond:?}"));
    }
    faults
}

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// Each value as source with markup, and as text without.
fn trees(values: &[String]) -> Vec<Answer> {
    let clean: Vec<String> = values.iter().map(|value| normalize(value, &nfc)).collect();
    [Markup::Wiki, Markup::None]
        .iter()
        .flat_map(|markup| clean.iter().map(|value| parse(value, *markup)))
        .collect()
}

/// Puts the trees on pages, thirty at a time, and fails with every fault found.
fn prove(wiki: &Wiki, trees: &[Answer]) {
    store_templates(wiki);
    let pages: Vec<(Output, Vec<Answer>)> = trees
        .chunks(ROWS)
        .flat_map(|chunk| {
            let mut answers = chunk.to_vec();
            answers.resize(ROWS, Answer::default());
            OUTPUTS.map(|output| (output, answers.clone()))
        })
        .collect();
    let nothing = vec![Answer::default(); ROWS];
    let found = parallel(&pages, |(output, answers)| {
        let harmless = wiki.parse("Values/2024", &page(*output, &nothing)).effects;
        faults(wiki, *output, answers, &harmless)
            .into_iter()
            .map(|fault| format!("{output:?}: {fault}"))
            .collect::<Vec<_>>()
    });
    let all: BTreeSet<String> = found.into_iter().flatten().collect();
    let some: Vec<&String> = all.iter().take(20).collect();
    assert!(
        all.is_empty(),
        "{} faults:\n{}",
        all.len(),
        some.iter().map(|fault| fault.as_str()).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn hostile_values_are_shown_as_typed() {
    let Some(wiki) = wiki() else { return };
    let values: Vec<String> = serde_json::from_str(include_str!("../data/hostile.json")).unwrap();
    assert!(values.len() >= 150);
    prove(wiki, &trees(&values));
}

#[test]
fn random_values_are_shown_as_typed() {
    let Some(wiki) = wiki() else { return };
    let mut random = Random::for_test("random_values_are_shown_as_typed");
    let pieces: Vec<String> = serde_json::from_str(include_str!("../data/hostile.json")).unwrap();
    let mut pieces: Vec<&str> = pieces.iter().map(String::as_str).filter(|piece| piece.len() < 40).collect();
    pieces.extend(
        [
            " ",
            " ",
            "\n",
            "word",
            "слово",
            "'",
            "''",
            "'''",
            "[",
            "]",
            "{",
            "}",
            "|",
            "<",
            ">",
            "&",
            ";",
            ":",
            "~",
            "_",
            "-",
        ]
        .repeat(8),
    );
    let values: Vec<String> = (0..1500).map(|_| random.text(&pieces, 7)).collect();
    prove(wiki, &trees(&values));
}

/// A text without markup is shown letter by letter, compared without any tree of ours.
#[test]
fn text_is_shown_letter_by_letter() {
    let Some(wiki) = wiki() else { return };
    store_templates(wiki);
    let values: Vec<String> = serde_json::from_str(include_str!("../data/hostile.json")).unwrap();
    let form = form(Shape::OwnLine);
    let chunks: Vec<&[String]> = values.chunks(ROWS).collect();
    parallel(&chunks, |chunk| {
        let mut texts: Vec<String> = chunk.iter().map(|value| normalize(value, &nfc)).collect();
        texts.resize(ROWS, String::new());
        let answers: Vec<_> = texts.iter().map(|text| parse(text, Markup::None)).collect();
        let report = report(&form, &answers);
        let text = call(&report, &ParameterNames::of(&form)).unwrap();
        let page = Page::of(&wiki.parse("Values/2024", &text).html);
        for (row, typed) in page.rows.iter().skip(1).zip(&texts) {
            assert_eq!(words(&row.cells[1]), words(typed), "{typed:?}");
        }
    });
}

/// The text without its white space.
fn words(text: &str) -> Vec<&str> {
    text.split([' ', '\n', '\u{a0}']).filter(|word| !word.is_empty()).collect()
}
