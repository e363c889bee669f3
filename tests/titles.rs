//! Page titles, natively: cases as data, whose truth a real MediaWiki confirms in `tests/wiki`, and properties.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

#[path = "support/bless.rs"]
mod bless;
#[path = "support/refusals.rs"]
mod refusals;
#[path = "support/trials.rs"]
mod trials;

use std::process::ExitCode;

use proptest::prelude::*;
use report::draft::PageParts;
use report::form::Form;
use report::names::title::{Namespace, PageTitle, TitleError, link_target_ok};
use report::report::{ReportPart, ReportTitleError, report_title};

use refusals::{Case, Table, assert_verdict, kind};
use trials::tests;

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("titles/cases.json")).unwrap()
}

fn there_are_many_cases() {
    assert!(cases().len() >= 300);
}

/// The case's text is the title it should be, or is refused for the reason it should be.
fn check(case: &Case) {
    let verdict = PageTitle::new(&case.typed);
    let table = Table { file: "titles/cases.json", result: "title" };
    assert_verdict(&table, case, verdict.as_ref().map(PageTitle::as_str), TitleError::typed);
}

fn titles_come_apart() {
    let title = PageTitle::new("user_talk: foo_bar").unwrap();
    assert_eq!((title.as_str(), title.text()), ("User talk:Foo bar", "Foo bar"));
    assert_eq!(title.namespace(), Namespace::USER_TALK);
    let report = PageTitle::new("Reports/2024/A: b").unwrap();
    assert_eq!((report.text(), report.namespace()), ("Reports/2024/A: b", Namespace::MAIN));
}

fn metas_own_namespaces_are_known() {
    for (typed, title) in [
        ("grants:foo", "Grants:Foo"),
        ("R:foo", "Research:Foo"),
        ("project:foo", "Meta:Foo"),
        ("meta talk:foo", "Meta talk:Foo"),
        ("event:foo", "Event:Foo"),
    ] {
        assert_eq!(PageTitle::new(typed).unwrap().as_str(), title);
    }
}

fn a_template_is_named_without_its_namespace() {
    let template = |typed| PageTitle::in_namespace(typed, Namespace::TEMPLATE).unwrap().to_string();
    assert_eq!(template("affiliate_Health"), "Template:Affiliate Health");
    assert_eq!(template("template:foo"), "Template:Foo");
    assert_eq!(template(":foo"), "Foo");
    assert_eq!(template("user:foo"), "User:Foo");
}

fn report(year: &str, affiliate: &str) -> Result<PageTitle, ReportTitleError> {
    report_title(Form::latest(), &PageParts { year: year.to_owned(), affiliate: affiliate.to_owned() })
}

fn a_report_has_its_place() {
    let prefix = &Form::latest().title_prefix;
    let title =
        |year, affiliate| report(year, affiliate).unwrap().as_str().strip_prefix(prefix).unwrap().to_owned();
    assert_eq!(title(" 2024 ", "Wikimedia_Community  of Kazakh"), "/2024/Wikimedia Community of Kazakh");
    // Only the first letter of the whole is made capital.
    assert_eq!(title("2024", "iNaturalist"), "/2024/iNaturalist");
}

fn a_report_without_a_place_gets_a_reason() {
    let refused = |year, affiliate| report(year, affiliate).unwrap_err();
    assert_eq!(refused(" _ ", "A"), ReportTitleError::Missing { part: ReportPart::Year });
    assert_eq!(refused("2024", "\u{200e}"), ReportTitleError::Missing { part: ReportPart::Affiliate });
    let slash = |part, typed: &str| ReportTitleError::Slash { part, typed: typed.to_owned() };
    assert_eq!(refused("2023/24", "A"), slash(ReportPart::Year, "2023/24"));
    assert_eq!(refused("2024", "A/B"), slash(ReportPart::Affiliate, "A/B"));
    assert!(refused("2024", "A/B").to_string().contains("“A/B”"));
    for (affiliate, reason) in
        [("..", "RelativePart"), ("A|B", "IllegalCharacter"), ("A#B", "IllegalCharacter")]
    {
        let ReportTitleError::Title(error) = refused("2024", affiliate) else { panic!("{affiliate}") };
        assert_eq!(kind(&error), reason);
    }
    let bytes = Form::latest().title_prefix.len() + "/2024/".len() + 300;
    let ReportTitleError::Title(long) = refused("2024", &"ж".repeat(150)) else { panic!() };
    assert!(
        matches!(long, TitleError::TooLong { bytes: found, limit: 255, .. } if found == bytes),
        "{long:?}"
    );
}

fn link_targets() {
    for target in [
        "Foo",
        "foo_bar",
        "Foo#Bar",
        "#Bar",
        ":Category:Foo",
        "Category:Foo",
        "fr:Foo",
        ":fr:Foo",
        "/Sub",
        "A#b~~c",
    ] {
        assert!(link_target_ok(target), "{target}");
    }
    for target in [
        "", " ", "#", "Foo|Bar", "Fo[o", "Foo]", "{{Foo}}", "<b>", "Foo#a|b", "Foo#~~~", "~~~", "Foo\nBar",
        "Foo#a\nb", "%20", "&amp;", "../Foo", "User:", ":", "Foo#a]",
    ] {
        assert!(!link_target_ok(target), "{target}");
    }
}

fn hostile() -> impl Strategy<Value = String> {
    const PIECES: [&str; 40] = [
        "a",
        "B",
        "foo",
        " ",
        "_",
        ":",
        "/",
        ".",
        "..",
        "~",
        "~~~",
        "%",
        "%41",
        "&",
        "&amp;",
        ";",
        "#",
        "|",
        "[",
        "user",
        "User:",
        "talk",
        "Talk:",
        "template:",
        "special:",
        "é",
        "ß",
        "ǆ",
        "ﬀ",
        "ŉ",
        "ა",
        "日",
        "😀",
        "\u{200e}",
        "\u{a0}",
        "\u{fffd}",
        "\n",
        "1.2.3.04",
        "::1",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ];
    let pieces =
        prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => pieces, 1 => ".{0,60}"]
}

proptest! {
    fn a_title_is_its_own_normal_form(typed in hostile()) {
        if let Ok(title) = PageTitle::new(&typed) {
            let again = PageTitle::new(title.as_str());
            // Capitals can be longer than what was typed.
            let grew = matches!(again, Err(TitleError::TooLong { .. }));
            prop_assert!(grew || again == Ok(title.clone()), "{:?}: {:?}", title, again);
            prop_assert!(title.as_str().ends_with(title.text()));
            prop_assert!(!title.text().is_empty() && !title.as_str().contains('_'));
            prop_assert_eq!(title.as_str().trim_matches(' '), title.as_str());
        }
    }

    fn a_report_is_under_its_prefix(year in hostile(), affiliate in hostile()) {
        if let Ok(title) = report(&year, &affiliate) {
            let rest = title.as_str().strip_prefix(&Form::latest().title_prefix).unwrap();
            prop_assert!(rest.starts_with('/'));
            prop_assert_eq!(rest.split('/').count(), 3);
            prop_assert_eq!(title.namespace(), Namespace::MAIN);
        }
    }

    fn a_link_target_is_a_title_or_a_section(target in hostile()) {
        if link_target_ok(&target) && !target.contains('#') {
            prop_assert!(PageTitle::new(&target).is_ok());
        }
    }
}

fn main() -> ExitCode {
    let functions = tests![
        there_are_many_cases,
        titles_come_apart,
        metas_own_namespaces_are_known,
        a_template_is_named_without_its_namespace,
        a_report_has_its_place,
        a_report_without_a_place_gets_a_reason,
        link_targets,
        a_title_is_its_own_normal_form,
        a_report_is_under_its_prefix,
        a_link_target_is_a_title_or_a_section,
    ];
    trials::run([functions, refusals::tests(cases(), "Title", check)])
}
