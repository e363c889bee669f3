//! Page titles against the wiki's verdict.

use report::names::title::PageTitle;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::client::{TitleVerdict, Wiki};
use crate::gate::wiki;
use crate::random::Random;

/// What a random title is made of. No `#`, where the wiki cuts a title and the core refuses it; no letter whose title
/// case is not its upper case, where MediaWiki 1.39 differs from Meta.
const PIECES: [&str; 72] = [
    "a",
    "B",
    "foo",
    " ",
    "_",
    "  ",
    "__",
    ":",
    "::",
    "/",
    "//",
    ".",
    "..",
    "./",
    "../",
    "/.",
    "~~~",
    "~~",
    "~",
    "%",
    "%4",
    "%41",
    "%zz",
    "&",
    "&amp;",
    "&é;",
    "&;",
    ";",
    "user",
    "User",
    "user talk",
    "Talk",
    "talk",
    "file",
    "Image",
    "template",
    "special",
    "category",
    "mediawiki",
    "media",
    "help talk",
    "é",
    "ÿ",
    "ſ",
    "ı",
    "қ",
    "日本",
    "😀",
    "ŉ",
    "\u{200e}",
    "\u{202a}",
    "\u{200b}",
    "\u{feff}",
    "\u{a0}",
    "\u{3000}",
    "\u{2028}",
    "\u{fffd}",
    "\u{e000}",
    "\u{85}",
    "\t",
    "<",
    "]",
    "{",
    "|",
    "+",
    "1.2.3.04",
    "::1",
    "fe80::",
    "/24",
    "2024",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "ээээээээээээээээээээээээээээээээээээээээээээээээээээээээээээээээээ",
];

#[derive(Deserialize)]
struct Case {
    typed: String,
    title: Option<String>,
    why: Option<String>,
    wiki: Option<String>,
}

/// The titles the wiki gives, normalized as its answers are; `None` where it refuses. References are not decoded, as in
/// a page's address: the API would.
fn verdicts(wiki: &Wiki, typed: &[String]) -> Vec<Option<String>> {
    let asked: Vec<String> = typed.iter().map(|typed| typed.replace('&', "&amp;")).collect();
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let title = |verdict| match verdict {
        TitleVerdict::Page { title, .. } => Some(title),
        TitleVerdict::Interwiki { prefix } => panic!("a title led to the wiki {prefix}"),
        TitleVerdict::Refused { .. } => None,
    };
    wiki.titles(&asked).into_iter().map(title).collect()
}

fn ours(typed: &str) -> Option<String> {
    Some(PageTitle::new(typed).ok()?.as_str().nfc().collect())
}

#[test]
fn cases_have_the_wikis_verdict() {
    let Some(wiki) = wiki() else { return };
    let cases: Vec<Case> = serde_json::from_str(include_str!("../titles/cases.json")).expect("cases");
    let typed: Vec<String> = cases.iter().map(|case| case.typed.clone()).collect();
    for (case, verdict) in cases.into_iter().zip(verdicts(wiki, &typed)) {
        // Where the core deliberately says otherwise, the case says why, and what the wiki says.
        let expected = if case.why.is_some() { case.wiki } else { case.title };
        assert_eq!(verdict, expected.map(|title| title.nfc().collect::<String>()), "{:?}", case.typed);
    }
}

#[test]
fn random_titles_have_the_wikis_verdict() {
    let Some(wiki) = wiki() else { return };
    let mut random = Random::for_test("random_titles_have_the_wikis_verdict");
    let typed: Vec<String> = (0..3_000)
        .map(|_| {
            let some: Vec<&str> = (0..6).map(|_| *random.pick(&PIECES)).collect();
            let pieces = if random.below(2) == 0 { &PIECES[..] } else { &some[..] };
            random.text(pieces, 6).nfc().collect()
        })
        .collect();
    for (typed, verdict) in typed.iter().zip(verdicts(wiki, &typed)) {
        assert_eq!(ours(typed), verdict, "{typed:?}");
    }
}

#[test]
fn every_letter_is_made_capital_as_the_wiki_does() {
    let Some(wiki) = wiki() else { return };
    // Letters of the scripts affiliates write in, beyond those whose title case is not their upper case.
    let letters = ('\u{a1}'..='\u{24f}')
        .chain('\u{370}'..='\u{5ff}')
        .chain('\u{10a0}'..='\u{10c5}')
        .chain('\u{13a0}'..='\u{13ff}');
    let letters =
        letters.chain('\u{1c80}'..='\u{1c88}').chain('\u{1e00}'..='\u{1eff}').chain('\u{2c00}'..='\u{2d2f}');
    let letters =
        letters.chain('\u{a640}'..='\u{a69f}').chain('\u{a720}'..='\u{a7ca}').chain('\u{ab30}'..='\u{abbf}');
    let letters = letters
        .filter(|letter| !matches!(letter, 'ß' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}' | '\u{587}'));
    let typed: Vec<String> = letters.map(|letter| format!("{letter}x").nfc().collect()).collect();
    for (typed, verdict) in typed.iter().zip(verdicts(wiki, &typed)) {
        assert_eq!(ours(typed), verdict, "{typed:?}");
    }
}
