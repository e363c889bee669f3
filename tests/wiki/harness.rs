//! Proof that the tests here would see a broken page: naive values break it as they are known to, plain ones do not.

use std::sync::OnceLock;

use crate::client::{Effects, TitleVerdict, UserVerdict, Wiki, WikiCall};
use crate::gate::wiki;
use crate::html::Page;
use crate::parallel::parallel;
use crate::random::Random;
use crate::shapes::{Shape, call};

const ROWS: usize = 30;

fn parameters() -> &'static [(String, String)] {
    static NAMES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    NAMES.get_or_init(|| (1..=ROWS).map(|row| (format!("Question {row}?"), format!("p{row}"))).collect())
}

/// The templates of the four shapes with thirty rows each, stored once.
fn templates(wiki: &Wiki) -> &'static [(Shape, String)] {
    static TEMPLATES: OnceLock<Vec<(Shape, String)>> = OnceLock::new();
    TEMPLATES.get_or_init(|| {
        let rows: Vec<(&str, &str)> =
            parameters().iter().map(|(question, name)| (question.as_str(), name.as_str())).collect();
        Shape::ALL.map(|shape| (shape, shape.store(wiki, "Harness", &rows))).to_vec()
    })
}

/// The page of a report whose answers are these values, as they are.
fn show(wiki: &Wiki, template: &str, values: &[String]) -> (Page, Effects) {
    let values: Vec<(&str, &str)> =
        parameters().iter().zip(values).map(|((_, name), value)| (name.as_str(), value.as_str())).collect();
    let parsed = wiki.parse("Harness/2024", &call(template, &values));
    (Page::of(&parsed.html), parsed.effects)
}

fn plain_values() -> Vec<String> {
    (1..=ROWS).map(|row| format!("Answer {row}, in plain words")).collect()
}

#[test]
fn plain_values_are_shown_as_they_are_in_every_shape() {
    let Some(wiki) = wiki() else { return };
    for (shape, template) in templates(wiki) {
        let (page, effects) = show(wiki, template, &plain_values());
        assert_eq!(page.rows.len(), ROWS + 1, "{shape:?}");
        assert_eq!((page.tables, page.outside.as_str()), (1, ""), "{shape:?}");
        for (row, value) in page.rows[1..].iter().zip(plain_values()) {
            assert_eq!(row.cells.len(), shape.cells(), "{shape:?}");
            assert_eq!(row.cells[1], value, "{shape:?}");
        }
        let only_the_template = [format!("template: Template:{template}")];
        assert_eq!(effects.0.iter().cloned().collect::<Vec<_>>(), only_the_template, "{shape:?}");
    }
}

/// What each naive value is known to do; each has to do harm in at least one shape, and these tests have to see it.
#[test]
fn naive_values_break_the_page() {
    let Some(wiki) = wiki() else { return };
    let naive = [
        "a|b",
        "a||b",
        "a{{!}}b",
        "a}}b",
        "a{{b",
        "a{{{x|b}}}c",
        "a[[b",
        "a-{b",
        "a<b>c",
        "a<!-- b",
        "a</table>b",
        "~~~",
        "~~~~",
        "https://example.org/~~~~~",
        "* a",
        "# a",
        ": a",
        "; a",
        "= a =",
        "! a",
        "- a\n|-\n| b",
        "a __NOTOC__ b",
        "''a",
        "[[fr:Foo]]",
        "[[Category:Foo]]",
        "[[File:Foo.png]]",
        "&nbsp;x&lt;",
        "mailto:a@example.org",
        "news:foo",
        "ISBN 978-3-16-148410-0",
        "RFC 2119",
        "PMID 1234",
        "a\nb",
        "a\n\nb",
        "a\u{0}b",
        "<ref>a</ref>",
        "{{subst:PAGENAME}}",
        "{{#if:a|b|c}}",
        "__TOC__",
        "https://example.org/&#125;",
    ];
    let plain = plain_values();
    let untouched: Vec<_> =
        templates(wiki).iter().map(|(_, template)| show(wiki, template, &plain)).collect();
    let harmful = parallel(&naive, |value| {
        let mut values = plain.clone();
        values[ROWS / 2] = (*value).to_owned();
        templates(wiki).iter().zip(&untouched).any(|((_, template), (page, effects))| {
            let mut meant = seen(page);
            meant[ROWS / 2 + 1][1] = (*value).to_owned();
            let (broken, other_effects) = show(wiki, template, &values);
            seen(&broken) != meant
                || (&broken.outside, broken.tables) != (&page.outside, page.tables)
                || !other_effects.beyond(effects).is_empty()
        })
    });
    for (value, harmful) in naive.iter().zip(harmful) {
        assert!(harmful, "{value:?} is harmless, or its harm is not seen");
    }
}

fn seen(page: &Page) -> Vec<Vec<String>> {
    page.rows.iter().map(|row| row.cells.clone()).collect()
}

#[test]
fn random_words_are_shown_as_they_are() {
    const WORDS: [&str; 12] = [
        "Almaty ",
        "Қазақша ",
        "(2024) ",
        "50 % ",
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd} ",
        "a/b ",
        "e.g. ",
        "10–15, ",
        "😀 ",
        "& ",
        "> ",
        "日本語 ",
    ];
    let Some(wiki) = wiki() else { return };
    let mut random = Random::for_test("random_words_are_shown_as_they_are");
    let reports: Vec<Vec<String>> =
        (0..20).map(|_| (0..ROWS).map(|_| format!("x {}y", random.text(&WORDS, 8))).collect()).collect();
    for (_, template) in templates(wiki) {
        let pages = parallel(&reports, |values| show(wiki, template, values).0);
        for (page, values) in pages.iter().zip(&reports) {
            for (row, value) in page.rows[1..].iter().zip(values) {
                // MediaWiki shows a no-break space before some characters (Sanitizer, armorFrenchSpaces).
                assert_eq!(row.cells[1].replace('\u{a0}', " "), *value);
            }
        }
    }
}

#[test]
fn effects_are_seen() {
    let Some(wiki) = wiki() else { return };
    let text = "== Head ==\n[[Page]] [[Category:Reports]] [[File:Map.png]] [[fr:Foo]] [[w:Foo]] {{Nothing}} \
                https://example.org/a __NOTOC__";
    let effects = wiki.parse("Harness/2024", text).effects;
    for expected in [
        "section: 2 Head",
        "link: Page",
        "category: Reports",
        "file: Map.png",
        "language link: fr Foo",
        "interwiki link: w w:Foo",
        "template: Template:Nothing",
        "external link: https://example.org/a",
        "property: notoc=\"\"",
    ] {
        assert!(effects.0.contains(expected), "{expected} is not in {effects:#?}");
    }
}

#[test]
fn saving_signs_and_stores() {
    let Some(wiki) = wiki() else { return };
    assert!(wiki.pre_save_transform("Harness/2024", "a ~~~~").contains("[[Special:Contributions/"));
    assert!(!wiki.parse_stored("Harness/2024", "a ~~~~").html.displayed().contains("UTC"));
    wiki.store("Harness/stored", "line one\nline two");
    assert_eq!(wiki.stored("Harness/stored").as_deref(), Some("line one\nline two"));
    assert_eq!(wiki.stored("Harness/never stored"), None);
}

#[test]
fn templates_tell_their_parameters() {
    let Some(wiki) = wiki() else { return };
    let (_, template) = &templates(wiki)[0];
    let answer = wiki.template_data(&format!("Template:{template}"));
    for (_, name) in parameters() {
        assert!(answer.contains(&format!("\"{name}\"")), "{name} is not in {answer}");
    }
}

#[test]
fn titles_get_verdicts_in_bulk() {
    let Some(wiki) = wiki() else { return };
    let page = |title: &str, namespace| TitleVerdict::Page { title: title.into(), namespace };
    let long = "x".repeat(256);
    let mut titles = vec![
        "foo bar",
        "template:_a__b",
        "a|b",
        "a[b",
        "w:Foo",
        "e\u{301}",
        "a&amp;b",
        "../a",
        "~~~",
        "#a",
        "",
        &long,
    ];
    let numbered: Vec<String> = (0..120).map(|number| format!("page {number}")).collect();
    titles.extend(numbered.iter().map(String::as_str));
    let verdicts = wiki.titles(&titles);
    assert_eq!(verdicts[0], page("Foo bar", 0));
    assert_eq!(verdicts[1], page("Template:A b", 10));
    assert_eq!(verdicts[4], TitleVerdict::Interwiki { prefix: "w".into() });
    assert_eq!(verdicts[5], page("É", 0));
    assert_eq!(verdicts[6], page("A&b", 0));
    for refused in [2, 3, 7, 8, 9, 10, 11] {
        assert!(matches!(verdicts[refused], TitleVerdict::Refused { .. }), "{:?}", titles[refused]);
    }
    for (number, verdict) in verdicts[12..].iter().enumerate() {
        assert_eq!(*verdict, page(&format!("Page {number}"), 0));
    }
}

#[test]
fn user_names_get_verdicts_in_bulk() {
    let Some(wiki) = wiki() else { return };
    let name = |name: &str| UserVerdict::Name(name.into());
    let mut names = vec!["batyrbek.kz", "a@b", "foo_bar", "a/b", "", "Қайыр", "1.2.3.4", "admin"];
    let numbered: Vec<String> = (0..120).map(|number| format!("user {number}")).collect();
    names.extend(numbered.iter().map(String::as_str));
    let verdicts = wiki.user_names(&names);
    let expected = [
        name("Batyrbek.kz"),
        UserVerdict::Outdated("A@b".into()),
        name("Foo bar"),
        UserVerdict::Refused,
        UserVerdict::Refused,
        name("Қайыр"),
        UserVerdict::Refused,
        name("Admin"),
    ];
    assert_eq!(verdicts[..8], expected);
    for (number, verdict) in verdicts[8..].iter().enumerate() {
        assert_eq!(*verdict, name(&format!("User {number}")));
    }
}

#[test]
fn calls_are_split_as_the_wiki_splits_them() {
    let Some(wiki) = wiki() else { return };
    let text = "x {{A|b=c [[d|e]] {{f|{{{g|h}}}}}|<nowiki>|}}</nowiki>|i<!-- | -->j=k<ref/>}} {{l}}";
    let call = |name: &str, arguments: &[(Option<&str>, &str)]| WikiCall {
        name: name.to_owned(),
        arguments: arguments
            .iter()
            .map(|(name, value)| (name.map(str::to_owned), (*value).to_owned()))
            .collect(),
    };
    let outer = [
        (Some("b"), "c [[d|e]] {{f|{{{g|h}}}}}"),
        (None, "<nowiki>|}}</nowiki>"),
        (Some("i<!-- | -->j"), "k<ref/>"),
    ];
    assert_eq!(wiki.calls(text), [call("A", &outer), call("f", &[(None, "{{{g|h}}}")]), call("l", &[])]);
    assert!(wiki.extension_tags().contains(&"nowiki".to_owned()));
}
