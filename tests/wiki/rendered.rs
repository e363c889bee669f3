//! The wiki's own page of a report comes back as the report: as HTML, and as the text a reader would copy.

use report::answer::{Answer, parse, plain_text};
use report::form::{Form, ParameterNames};
use report::import::{Import, Reading, SourceKind, read};
use report::report::Report;
use report::wikitext::table;
use unicode_normalization::UnicodeNormalization;

use crate::client::Parsed;
use crate::comparable::comparable;
use crate::gate::wiki;

/// What stands in the answers of the report, question by question, over and over.
const SOURCES: [&str; 9] = [
    "We meet every month, and [[Wikimedia Orin/Minutes|the minutes]] are public.",
    "* Photo walk, 25 people\n* [https://example.org/w Workshop] ''for newcomers''\n** '''twice'''",
    "Yes; see https://example.org/plan_(2024).\n\nNext year we will publish it in [[:fr:Plan]].",
    "About 50 % of «our» members: who? Nobody counted!",
    "Text with <b>tags</b>, {{templates}} | pipes, ~~~~ and [[Category:X]]",
    "# one\n# two\n#* three",
    "",
    "Қазақша, 日本語, עברית",
    "first line\nsecond line",
];

fn report(form: &Form) -> Report<'_> {
    let mut places = 0..;
    let mut source = || places.next().map_or("", |at: usize| SOURCES[at % SOURCES.len()]);
    Report::of_trees(form, |question| parse(source(), question.kind.markup()).into())
}

fn come_back(form: &Form, text: &str, kind: SourceKind) -> Reading {
    let nfc = |text: &str| text.nfc().collect::<String>();
    match read(form, &ParameterNames::of(form), text, Some(kind), &nfc) {
        Ok(Import::Reading(reading)) => reading,
        other => panic!("{other:?}"),
    }
}

/// The wiki's page of the report, with the report.
fn page(form: &Form) -> Option<(Report<'_>, Parsed)> {
    let wiki = wiki()?;
    let report = report(form);
    let parsed = wiki.parse("Reports/2024/Orin", &table(&report));
    Some((report, parsed))
}

#[test]
fn a_rendered_page_comes_back_from_its_html() {
    let form = Form::latest();
    let Some((report, parsed)) = page(form) else { return };
    // Meta's scripts lie in `/w/`.
    let html = parsed.source.replace("href=\"/index.php", "href=\"/w/index.php");
    let reading = come_back(form, &html, SourceKind::Html);
    assert_eq!((reading.missing.as_slice(), reading.unplaced.as_slice()), (&[][..], &[][..]));
    for ((question, answer), found) in report.rows().zip(&reading.found) {
        assert_eq!(found.question, question.id);
        assert_eq!(comparable(&found.answer), comparable(answer), "{}", question.text);
    }
}

#[test]
fn a_rendered_page_comes_back_from_its_text() {
    let form = Form::latest();
    let Some((report, parsed)) = page(form) else { return };
    let reading = come_back(form, &parsed.html.displayed(), SourceKind::PageText);
    assert_eq!((reading.missing.as_slice(), reading.unplaced.as_slice()), (&[][..], &[][..]));
    for ((question, answer), found) in report.rows().zip(&reading.found) {
        assert_eq!(found.question, question.id);
        assert_eq!(words(&found.answer), words(answer), "{}", question.text);
    }
}

/// What is read, without the white space that a copied page loses.
fn words(answer: &Answer) -> Vec<String> {
    plain_text(answer).split_whitespace().map(str::to_owned).collect()
}
