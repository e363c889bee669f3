//! Splitting pages into calls, natively: cases as data, whose truth a real MediaWiki confirms in `tests/wiki`, and
//! properties that hold for any text.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

#[path = "support/bless.rs"]
mod bless;
#[path = "support/trials.rs"]
mod trials;

use std::process::ExitCode;

use proptest::prelude::*;
use report::wikitext::split::{Argument, Call, calls, visible};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use bless::blessed;
use trials::{Names, Trial, tests};

#[derive(Deserialize)]
struct Case {
    text: String,
    calls: Vec<Expected>,
}

#[derive(Debug, Deserialize, Serialize, PartialEq, Eq)]
struct Expected {
    name: String,
    arguments: Vec<(Option<String>, String)>,
}

fn as_text(page: &str, call: &Call) -> Expected {
    let argument = |Argument { name, value }: &Argument| {
        (name.clone().map(|name| page[name].to_owned()), page[value.clone()].to_owned())
    };
    Expected {
        name: page[call.name.clone()].to_owned(),
        arguments: call.arguments.iter().map(argument).collect(),
    }
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("split/cases.json")).unwrap()
}

fn there_are_many_cases() {
    assert!(cases().len() >= 250);
}

/// The case's text splits as MediaWiki splits it.
fn check(case: &Case) {
    let found: Vec<Expected> = calls(&case.text).iter().map(|call| as_text(&case.text, call)).collect();
    let bless = |row: &mut Value| {
        let is_it = row["text"] == *case.text;
        if is_it {
            row["calls"] = json!(found);
        }
        is_it
    };
    if found != case.calls && !blessed("split/cases.json", bless) {
        assert_eq!(found, case.calls, "{:?}", case.text);
    }
}

/// A test of each case, named by its text.
fn case_tests() -> Vec<Trial> {
    let mut names = Names::of("cases");
    let test = |case: Case| {
        let what = match case.calls.len() {
            0 => "no call".to_owned(),
            1 => "1 call".to_owned(),
            count => format!("{count} calls"),
        };
        Trial::test(names.name(&what, &case.text), move || {
            check(&case);
            Ok(())
        })
    };
    cases().into_iter().map(test).collect()
}

fn calls_know_what_they_stand_in() {
    let parents = |page| calls(page).iter().map(|call| call.parent).collect::<Vec<_>>();
    assert_eq!(parents("{{a}}{{b|{{c}}{{d|{{e}}}}}}{{f}}"), [None, None, Some(1), Some(1), Some(3), None]);
    assert_eq!(parents("{{a|{{{b|{{c}}}}}}}"), [None, Some(0)]);
    assert_eq!(parents("{{a {{b}}"), [None]);
}

fn parameters_are_what_the_template_sees() {
    let page = "{{ a | b = <!-- x --> c\n| d |e<!--=-->f\n=g|1= h |<!-- i -->j |b=k|2<!-- -->=<nowiki> l </nowiki>}}";
    let calls = calls(page);
    let seen: Vec<(String, String, bool)> = calls[0]
        .parameters(page)
        .into_iter()
        .map(|parameter| (parameter.name.into_owned(), parameter.value.into_owned(), parameter.overridden))
        .collect();
    let expected = [
        ("b", "c", true),
        ("1", " d ", true),
        ("ef", "g", false),
        ("1", "h", false),
        ("2", "j ", true),
        ("b", "k", false),
        ("2", "<nowiki> l </nowiki>", false),
    ];
    let expected = expected.map(|(name, value, overridden)| (name.to_owned(), value.to_owned(), overridden));
    assert_eq!(seen, expected);
}

fn calls_know_their_template() {
    for (page, template) in [
        ("{{foo}}", Some("Template:Foo")),
        ("{{\n Affiliate_health <!-- x -->\n|a}}", Some("Template:Affiliate health")),
        ("{{template:foo}}", Some("Template:Foo")),
        ("{{:Foo}}", Some("Foo")),
        ("{{User:Foo/Form}}", Some("User:Foo/Form")),
        ("{{subst:foo}}", Some("Template:Foo")),
        ("{{safesubst:MSG:foo}}", Some("Template:Foo")),
        ("{{#if:a|b}}", None),
        ("{{{{a}}|b}}", None),
        ("{{}}", None),
        ("{{foo\nbar}}", None),
    ] {
        let template = template.map(str::to_owned);
        assert_eq!(calls(page)[0].template(page).map(|title| title.to_string()), template, "{page}");
    }
}

fn what_is_visible() {
    for (piece, seen) in [
        ("a<!-- b -->c", "ac"),
        ("a <!-- b --> c", "a  c"),
        ("a\n<!-- b -->\nc", "a\nc"),
        ("a\n  <!-- b --> <!-- c -->\t\nd", "a\nd"),
        ("a\n<!-- b -->c\nd", "a\nc\nd"),
        ("<!-- b -->\nc", "\nc"),
        ("a<!-- b", "a"),
        ("a<noinclude>b</noinclude>c<onlyinclude >d</onlyinclude>", "abcd"),
        ("a<includeonly>b</includeonly>c", "ac"),
        ("a<includeonly>b", "a"),
        ("a<IncludeOnly>b", "a<IncludeOnly>b"),
        ("<nowiki><!-- a --></nowiki>", "<nowiki><!-- a --></nowiki>"),
        ("<nowiki><!-- a -->", "<nowiki>"),
        // The tag's first `>` ends it; it is never closed, so it is text as a whole.
        ("<ref name='<!-- a -->'>", "<ref name='<!-- a -->'>"),
        ("<b><!-- a --></b>", "<b></b>"),
        ("", ""),
    ] {
        assert_eq!(visible(piece), seen, "{piece:?}");
    }
}

/// Pieces that mean something to the preprocessor, so that random texts of them are worth splitting.
const PIECES: [&str; 44] = [
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{",
    "}",
    "[[",
    "]]",
    "[",
    "]",
    "-{",
    "}-",
    "-",
    "|",
    "=",
    "\n",
    "\n==",
    "==\n",
    " ",
    "\t",
    "a",
    "é",
    "😀",
    "<!--",
    "-->",
    "<!--->",
    "<!-- c -->",
    "\n<!-- c -->\n",
    "\n <!--a--> <!--b-->\n",
    "<nowiki>",
    "</nowiki>",
    "<nowiki/>",
    "<ref>",
    "</ref >",
    "<ref name=a/>",
    "<REF x='|'>",
    "<ref",
    "<includeonly>",
    "</includeonly>",
    "<includeOnly>",
    "<noinclude>",
    "</onlyinclude>",
    "<",
    ">",
];

fn hostile() -> impl Strategy<Value = String> {
    let pieces =
        prop::collection::vec(prop::sample::select(&PIECES[..]), 0..80).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => pieces, 1 => ".{0,200}"]
}

proptest! {
    fn any_text_splits_into_what_it_holds(page in hostile()) {
        let found = calls(&page);
        for (place, call) in found.iter().enumerate() {
            let whole = &page[call.range.clone()];
            prop_assert!(whole.starts_with("{{") && whole.ends_with("}}"));
            // Name and arguments stand in the call in order, and nothing but pipes and signs stands between them.
            let mut written = format!("{{{{{}", &page[call.name.clone()]);
            for argument in &call.arguments {
                written.push('|');
                if let Some(name) = &argument.name {
                    written.push_str(&page[name.clone()]);
                    written.push('=');
                }
                written.push_str(&page[argument.value.clone()]);
            }
            written.push_str("}}");
            prop_assert_eq!(&written, whole);
            // Sorted; a parent comes before its children and holds them.
            if let Some(next) = found.get(place + 1) {
                prop_assert!(call.range.start < next.range.start);
            }
            if let Some(parent) = call.parent {
                prop_assert!(parent < place);
                prop_assert!(found[parent].range.start < call.range.start && call.range.end < found[parent].range.end);
            }
            // Names and values seen alone look as they do in the page.
            prop_assert_eq!(call.parameters(&page).len(), call.arguments.len());
            call.template(&page);
        }
    }

    fn what_stands_around_a_call_does_not_change_it(page in hostile()) {
        // A call cut out of its page is the same call, unless a `-` or `{` before it belonged to it.
        for call in calls(&page) {
            let whole = &page[call.range.clone()];
            let alone = calls(whole);
            prop_assert_eq!(as_text(whole, &alone[0]), as_text(&page, &call));
        }
    }

    fn a_comment_leaves_no_trace(before in "[^<\n]{0,30}", after in "[^<\n]{0,30}", comment in "[^>]{0,30}") {
        let page = format!("{before}<!--{comment}-->{after}");
        prop_assert_eq!(visible(&page), format!("{before}{after}"));
    }

    fn nothing_vanishes_without_a_tag(page in hostile()) {
        let seen = visible(&page);
        prop_assert!(seen.len() <= page.len());
        if !page.contains("<!--") && !page.to_lowercase().contains("include") {
            prop_assert_eq!(seen, page.as_str());
        }
    }
}

fn main() -> ExitCode {
    let functions = tests![
        there_are_many_cases,
        calls_know_what_they_stand_in,
        parameters_are_what_the_template_sees,
        calls_know_their_template,
        what_is_visible,
        any_text_splits_into_what_it_holds,
        what_stands_around_a_call_does_not_change_it,
        a_comment_leaves_no_trace,
        nothing_vanishes_without_a_tag,
    ];
    trials::run([functions, case_tests()])
}
