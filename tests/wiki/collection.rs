//! Many reports: the wiki lists a year's pages as they are asked for, and shows the table of them as it was meant.

use report::answer::{literal, parse};
use report::collection::{Collection, ReportSource, reports_wikitext};
use report::draft::{Draft, DraftId, Timestamp};
use report::form::{Form, QuestionId};
use report::meta::{YearReading, read_answer};
use report::names::title::PageTitle;
use unicode_normalization::UnicodeNormalization;

use crate::answer::shown;
use crate::client::Wiki;
use crate::comparable::comparable;
use crate::gate::wiki;
use crate::html::Page;

/// The parameters of the requests, which the tests' client sends.
const PARAMETERS: [&str; 13] = [
    "action",
    "generator",
    "gapprefix",
    "gapnamespace",
    "gapfilterredir",
    "gaplimit",
    "gapcontinue",
    "prop",
    "rvprop",
    "rvslots",
    "rvcontinue",
    "continue",
    "maxage",
];

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// A table of reports of which each has a value for its affiliate's name and for its mission.
fn tabled(values: &[String], source: impl Fn(usize) -> ReportSource) -> (Collection, String) {
    let mut collection = Collection::default();
    for (at, value) in values.iter().enumerate() {
        let mut draft = Draft::new(DraftId::from_random(1), "2024", Timestamp::MIN);
        for (question, text) in [("name", value.as_str()), ("reportingyear", "2026"), ("mission", value)] {
            draft.set_text(&QuestionId::new(question), text, &nfc, Timestamp::MIN).unwrap();
        }
        collection.add(Form::latest(), draft, source(at));
    }
    let table = collection.table(Form::latest(), None);
    let mission = table.columns.iter().position(|column| column.question.as_str() == "mission").unwrap();
    let wikitext = reports_wikitext(&collection, &table, &table.all_rows(), &[mission]);
    (collection, wikitext)
}

fn prove(wiki: &Wiki, values: &[String], source: impl Fn(usize) -> ReportSource) {
    let (collection, wikitext) = tabled(values, source);
    let table = collection.table(Form::latest(), None);
    let page = Page::of(&wiki.parse("Reports/2026", &wikitext).html);
    assert_eq!((page.rows.len(), page.tables, page.outside.as_str()), (table.rows.len() + 1, 1, ""));
    for (row, shown_row) in table.rows.iter().zip(page.rows.iter().skip(1)) {
        assert_eq!(shown_row.cells.len(), 3, "{:?}", row.name);
        let report = collection.report(row.report).unwrap();
        let name = shown_row.elements[0].displayed();
        assert_eq!(name.split_whitespace().collect::<Vec<_>>().join(" "), row.name);
        assert_eq!(shown_row.cells[1], "2026");
        let question = report.form().question("mission").unwrap();
        let meant = parse(report.draft().text("mission"), question.kind.markup());
        let seen = shown(&shown_row.elements[2]).unwrap();
        assert_eq!(comparable(&seen), comparable(&meant), "{}", row.name);
    }
}

#[test]
fn hostile_reports_stand_side_by_side() {
    let Some(wiki) = wiki() else { return };
    let values: Vec<String> = serde_json::from_str(include_str!("../data/hostile.json")).unwrap();
    for values in values.chunks(50) {
        prove(&wiki, values, |_| ReportSource::Pasted);
    }
}

#[test]
fn names_link_to_their_pages() {
    let Some(wiki) = wiki() else { return };
    let names = ["Lake Orin", "A !! B", "A]] B", "''A''", "C++ | D", "<b>"].map(str::to_owned);
    let page = |at: usize| ReportSource::Page {
        title: PageTitle::new(&format!("Reports/2026/A!! {at}")).unwrap(),
        revision: 1,
        saved: "2027-01-02T03:04:05Z".to_owned(),
    };
    prove(&wiki, &names, page);
    let (_, wikitext) = tabled(&names[..1], page);
    let parsed = wiki.parse("Reports/2026", &wikitext);
    let plain = wiki.parse("Reports/2026", &tabled(&names[..1], |_| ReportSource::Pasted).1);
    assert_eq!(parsed.effects.beyond(&plain.effects), ["link: Reports/2026/A!! 0"]);
}

#[test]
fn a_years_reports_come_part_by_part() {
    let Some(wiki) = wiki() else { return };
    let form = Form::latest();
    let title = |name: &str| format!("{}/2098/{name}", form.title_prefix);
    for name in ["A", "B", "C", "D", "D/fr", "É"] {
        wiki.store(&title(name), &format!("The report of {name}"));
    }
    wiki.store(&title("Old"), &format!("#REDIRECT [[{}]]", title("A")));
    wiki.store(&title("A").replace("2098", "2097"), "Another year");
    let mut reading = YearReading::new(form, 2098);
    let mut requests = 0;
    while let Some(request) = reading.request() {
        let request = request.with("gaplimit", "2".to_owned());
        let parameters: Vec<_> =
            PARAMETERS.iter().filter_map(|name| Some((*name, request.parameter(name)?))).collect();
        reading.take(&read_answer(200, wiki.ask_raw(&parameters).as_bytes()).unwrap()).unwrap();
        requests += 1;
    }
    assert_eq!(requests, 3);
    let found: Vec<(String, &str)> = reading
        .pages()
        .into_iter()
        .map(|page| (page.title.as_str().to_owned(), page.text.as_str()))
        .collect();
    let expected = ["A", "B", "C", "D", "É"].map(|name| (title(name), format!("The report of {name}")));
    assert_eq!(found, expected.each_ref().map(|(title, text)| (title.clone(), text.as_str())));

    let mut nothing = YearReading::new(form, 1998);
    let request = nothing.request().unwrap();
    let parameters: Vec<_> =
        PARAMETERS.iter().filter_map(|name| Some((*name, request.parameter(name)?))).collect();
    nothing.take(&read_answer(200, wiki.ask_raw(&parameters).as_bytes()).unwrap()).unwrap();
    assert!(nothing.request().is_none() && nothing.pages().is_empty());
}

#[test]
fn a_name_is_text() {
    let Some(wiki) = wiki() else { return };
    let (_, wikitext) = tabled(&["[[A]] ''b'' https://example.org".to_owned()], |_| ReportSource::Pasted);
    let page = Page::of(&wiki.parse("Reports/2026", &wikitext).html);
    let seen = shown(&page.rows[1].elements[0]).unwrap();
    assert_eq!(comparable(&seen), comparable(&literal("[[A]] ''b'' https://example.org")));
}
