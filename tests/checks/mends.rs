//! What mends make of a text.

use crate::support::{draft_of, on_question};
use crate::trials::{Names, Trial, tests};

const MENDS: &[(&str, &str, &str)] = &[
    ("activities", "Our year:\n1. One\n\n2. Two\nThe end", "Our year:\n# One\n# Two\nThe end"),
    ("activities", "• One\n   - Half\n   - Third\n• Two", "* One\n** Half\n** Third\n* Two"),
    ("activities", "1. One\n  1) Half\n2. Two", "# One\n## Half\n# Two"),
    ("goals", "One<br />Two", "One\nTwo"),
    ("goals", "We are <b>many</b> and <em>free</em>.", "We are '''many''' and ''free''."),
    ("goals", "We train.<!-- Anna? -->", "We train."),
    ("goals", "== Goals ==\nWe train.", "'''Goals'''\nWe train."),
    ("goals", "We train. --~~~~", "We train."),
    ("goals", "See [[File:A b.jpg|thumb|a photo]]!", "See [[:File:A b.jpg]]!"),
    ("goals", "**Goal:** a [plan](https://a.org/b).", "'''Goal:''' a [https://a.org/b plan]."),
    ("goals", "## Goals ##\nSee [[https://a.org|the plan]].", "'''Goals'''\nSee [https://a.org the plan]."),
    (
        "goals",
        "See [https://a.org|the plan] or [[https://b.org]], or",
        "See [https://a.org the plan] or https://b.org, or",
    ),
    (
        "records",
        "See https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fr%3Futm_source%3Dx&data=1 now.",
        "See https://example.org/r now.",
    ),
    (
        "records",
        "See [https://www.google.com/url?q=https://example.org/a%2520b our plan]; https://example.org/a|b|c, too.",
        "See [https://example.org/a%20b our plan]; https://example.org/a%7Cb%7Cc, too.",
    ),
    ("goals", "#1 in the region.", "<nowiki>#</nowiki>1 in the region."),
    ("goals", "More \u{f0e0} events.\n\u{f0b7} One\n\u{f0b7} Two", "More  events.\n* One\n* Two"),
    (
        "goals",
        "’’’Events’’’ and ‘‘talks’’ for the members’ club.",
        "'''Events''' and ''talks'' for the members’ club.",
    ),
    ("code-of-conduct", "Or [mailto:a@example.org write to us].", "Or write to us."),
    ("primarycontact", "Anna (User:Orin Heron)", "Orin Heron"),
    ("primarycontact", " user:orin_Heron", "Orin Heron"),
    ("primarycontact", "https://meta.wikimedia.org/wiki/User:Orin_Heron", "Orin Heron"),
    ("primarycontact", "Benutzer:Orin Heron", "Orin Heron"),
    ("primarycontact", "Orin Heron/Sandbox", "Orin Heron"),
    ("name", "[[WM Valdora|Wikimedia Valdora]]", "Wikimedia Valdora"),
];

pub fn all() -> Vec<Trial> {
    let mut tests = tests![a_mend_for_another_text_changes_nothing];
    let mut names = Names::of("mends::cases");
    tests.extend(MENDS.iter().map(|&(question, text, mended)| {
        Trial::test(names.name(question, text), move || {
            is_mended(question, text, mended);
            Ok(())
        })
    }));
    tests
}

fn is_mended(question: &str, text: &str, mended: &str) {
    let mut text = text.to_owned();
    // Each mend moves the places behind it: check anew, as a text field does.
    for _ in 0..10 {
        let found = on_question(&draft_of([(question, text.as_str())]), question);
        match found.iter().find_map(|suggestion| suggestion.mend.as_ref()) {
            Some(mend) => text = mend.apply(&text),
            None => break,
        }
    }
    assert_eq!(text.trim(), mended);
}

fn a_mend_for_another_text_changes_nothing() {
    let found = on_question(&draft_of([("goals", "One two three<br>four")]), "goals");
    let mend = found[0].mend.as_ref().unwrap();
    assert_eq!(mend.apply("é"), "é");
}
