//! The app's preview of a report: what it reads of the wiki's own page is what the report says, and nothing that a reader would miss.

use report::answer::parse;
use report::form::Form;
use report::meta::{Preview, preview_request, read_answer, read_preview};
use report::names::title::PageTitle;
use report::report::Report;
use report::wikitext::table;
use unicode_normalization::UnicodeNormalization;

use crate::client::Wiki;
use crate::gate::wiki;

/// The parameters of the request, which the tests' client sends.
const PARAMETERS: [&str; 9] = [
    "action",
    "prop",
    "contentmodel",
    "pst",
    "disablelimitreport",
    "disableeditsection",
    "wrapoutputclass",
    "title",
    "text",
];

fn preview(wiki: &Wiki, text: &str) -> Preview {
    let request = preview_request(&PageTitle::new("Reports/2026/Orin").unwrap(), text);
    let parameters: Vec<_> =
        PARAMETERS.iter().filter_map(|name| Some((*name, request.parameter(name)?))).collect();
    assert_eq!(parameters.len(), PARAMETERS.len());
    let answer = read_answer(200, wiki.ask_raw(&parameters).as_bytes()).unwrap();
    read_preview(Form::latest(), &answer).unwrap()
}

#[test]
fn hostile_answers_read_on_the_page_as_in_the_report() {
    let Some(wiki) = wiki() else { return };
    let values: Vec<String> = serde_json::from_str(include_str!("../data/hostile.json")).unwrap();
    let form = Form::latest();
    for values in values.chunks(form.questions().count()) {
        let mut values = values.iter();
        let report = Report::of_trees(form, |question| {
            // What is typed is brought into this form, as the wiki does with what it saves.
            let typed: String = values.next().map_or("", String::as_str).nfc().collect();
            parse(&typed, question.kind.markup()).into()
        });
        let preview = preview(&wiki, &table(&report));
        assert_eq!(preview.differences(&report), []);
        assert!(!preview.is_template_missing && !preview.rendering.is_cut);
    }
}

#[test]
fn what_a_page_loses_is_pointed_out() {
    let Some(wiki) = wiki() else { return };
    let form = Form::latest();
    let report =
        Report::of_texts(form, |question| if question.id.as_str() == "mission" { "a|b" } else { "c" });
    let naive = table(&report).replace("a&#124;b", "a|b");
    let differences = preview(&wiki, &naive).differences(&report);
    let differing: Vec<_> = differences.iter().map(|differing| differing.question.as_str()).collect();
    assert_eq!(differing, ["mission"]);
}
