//! User names against the wiki's verdict.

use report::names::user_name::user_name;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::client::{UserVerdict, Wiki};
use crate::gate::wiki;
use crate::random::Random;

/// What a random name is made of. Nothing here is unwrapped but `User:`, and nothing has a limit of Wikimedia's.
const PIECES: [&str; 62] = [
    "a",
    "B",
    "foo",
    "Bar",
    " ",
    "_",
    "  ",
    "/",
    ".",
    "..",
    "~~~",
    "~~",
    "%",
    "%41",
    "%zz",
    "&",
    ";",
    "#",
    "<",
    ">",
    "[",
    "]",
    "{",
    "|",
    "}",
    "+",
    "=",
    "?",
    "!",
    "'",
    "(",
    ")",
    "*",
    ",",
    "-",
    "$",
    "\\",
    "user",
    "é",
    "ÿ",
    "ı",
    "қ",
    "日本",
    "😀",
    "ŉ",
    "\u{200e}",
    "\u{202a}",
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{feff}",
    "\u{2060}",
    "\u{a0}",
    "\u{3000}",
    "\u{e000}",
    "\u{fffd}",
    "1.2.3.4",
    "300.1.1.1",
    "1.2.3.xxx",
    "12",
    "DNSBL",
    "Unknown user",
];

#[derive(Deserialize)]
struct Case {
    typed: String,
    name: Option<String>,
    why: Option<String>,
    wiki: Option<String>,
}

/// The names the wiki gives; `None` where nobody can have one.
fn verdicts(wiki: &Wiki, typed: &[String]) -> Vec<Option<String>> {
    let asked: Vec<&str> = typed.iter().map(String::as_str).collect();
    let name = |verdict| match verdict {
        UserVerdict::Name(name) => Some(name),
        UserVerdict::Outdated(_) | UserVerdict::Refused => None,
    };
    wiki.user_names(&asked).into_iter().map(name).collect()
}

#[test]
fn cases_have_the_wikis_verdict() {
    let Some(wiki) = wiki() else { return };
    let cases: Vec<Case> = serde_json::from_str(include_str!("../user_names/cases.json")).expect("cases");
    let typed: Vec<String> = cases.iter().map(|case| case.typed.clone()).collect();
    for (case, verdict) in cases.into_iter().zip(verdicts(wiki, &typed)) {
        // Where the core deliberately says otherwise, the case says why, and what the wiki says.
        let expected = if case.why.is_some() { case.wiki } else { case.name };
        assert_eq!(verdict, expected.map(|name| name.nfc().collect::<String>()), "{:?}", case.typed);
    }
}

#[test]
fn what_is_unwrapped_is_a_name_to_the_wiki() {
    let Some(wiki) = wiki() else { return };
    let cases: Vec<Case> = serde_json::from_str(include_str!("../user_names/cases.json")).expect("cases");
    let names: Vec<String> = cases
        .into_iter()
        .filter(|case| case.wiki.is_none())
        .filter_map(|case| Some(case.name?.nfc().collect()))
        .collect();
    for (name, verdict) in names.iter().zip(verdicts(wiki, &names)) {
        assert_eq!(verdict.as_ref(), Some(name));
    }
}

#[test]
fn random_names_have_the_wikis_verdict() {
    let Some(wiki) = wiki() else { return };
    let mut random = Random::for_test("random_names_have_the_wikis_verdict");
    let typed: Vec<String> = (0..3_000)
        .map(|_| {
            let prefix = *random.pick(&["", "", "User:", "user: ", "USER_:_"]);
            let some: Vec<&str> = (0..6).map(|_| *random.pick(&PIECES)).collect();
            let pieces = if random.below(2) == 0 { &PIECES[..] } else { &some[..] };
            format!("{prefix}{}", random.text(pieces, 5)).nfc().collect()
        })
        .collect();
    for (typed, verdict) in typed.iter().zip(verdicts(wiki, &typed)) {
        let ours = user_name(typed).ok().map(|name| name.nfc().collect::<String>());
        assert_eq!(ours, verdict, "{typed:?}");
    }
}
