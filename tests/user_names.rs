//! User names, natively: cases as data, whose truth a real MediaWiki confirms in `tests/wiki`, and properties.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

#[path = "support/bless.rs"]
mod bless;
#[path = "support/refusals.rs"]
mod refusals;
#[path = "support/trials.rs"]
mod trials;

use std::process::ExitCode;

use proptest::prelude::*;
use report::names::title::{Namespace, PageTitle};
use report::names::user_name::{MAX_BYTES, UserNameError, user_name};

use refusals::{Case, Table, assert_verdict};
use trials::tests;

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("user_names/cases.json")).unwrap()
}

fn there_are_many_cases() {
    assert!(cases().len() >= 300);
}

/// The case's text is the name it should be, or is refused for the reason it should be.
fn check(case: &Case) {
    let verdict = user_name(&case.typed);
    let table = Table { file: "user_names/cases.json", result: "name" };
    assert_verdict(&table, case, verdict.as_ref().map(String::as_str), UserNameError::typed);
}

fn reasons_say_what_to_do() {
    for (typed, words) in [
        ("Benutzer:Foo bar", "please write “Foo bar”"),
        ("https://de.wikipedia.org/wiki/Benutzer:Foo_bar", "please write “Foo bar”"),
        ("[[Benutzer:Foo|F.]]", "please write “Foo”"),
        ("User:Foo/Reports", "please write “Foo”"),
        ("https://meta.wikimedia.org/wiki/User:Foo/Reports", "please write “Foo”"),
        ("Jane <jane@example.org>", "e-mail address"),
        ("https://meta.wikimedia.org/wiki/Our_group", "address of a page"),
        ("https://t.me/foo", "address of a page"),
        ("1.2.3.4", "IP address"),
        ("Foo\u{200b}", "U+200B"),
        ("Foo|Bar", "this character: |"),
    ] {
        let error = user_name(typed).unwrap_err().to_string();
        assert!(error.contains(words), "{typed}: {error}");
    }
}

fn hostile() -> impl Strategy<Value = String> {
    const PIECES: [&str; 42] = [
        "a",
        "B",
        "foo",
        " ",
        "_",
        ":",
        "/",
        ".",
        "@",
        "~",
        "~2",
        "~~~",
        "%",
        "%41",
        "%D0%96",
        "&amp;",
        "#",
        "|",
        "[[",
        "]]",
        "user",
        "User:",
        "talk",
        "User talk:",
        "m:",
        "https://",
        "//",
        "example.org/",
        "wiki/",
        "?title=",
        "Special:Contributions/",
        "é",
        "ß",
        "ﬀ",
        "ŉ",
        "ა",
        "日",
        "\u{200e}",
        "\u{200b}",
        "\u{a0}",
        "1.2.3.4",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ];
    let pieces =
        prop::collection::vec(prop::sample::select(&PIECES[..]), 0..10).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => pieces, 1 => ".{0,60}"]
}

proptest! {
    fn a_name_is_its_own_normal_form_and_has_a_page(typed in hostile()) {
        if let Ok(name) = user_name(&typed) {
            prop_assert!(name.len() <= MAX_BYTES);
            prop_assert_eq!(user_name(&name), Ok(name.clone()));
            prop_assert_eq!(user_name(&format!("  user:_{name} ")), Ok(name.clone()));
            prop_assert_eq!(user_name(&format!("[[:User talk:{name}|{name}]]")), Ok(name.clone()));
            let page = PageTitle::new(&format!("User:{name}")).unwrap();
            prop_assert_eq!((page.namespace(), page.text()), (Namespace::USER, name.as_str()));
        }
    }
}

fn main() -> ExitCode {
    let functions =
        tests![there_are_many_cases, reasons_say_what_to_do, a_name_is_its_own_normal_form_and_has_a_page,];
    trials::run([functions, refusals::tests(cases(), "Name", check)])
}
