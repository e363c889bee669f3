use proptest::prelude::*;

use super::*;
use crate::answer::testing::tree;
use crate::import::Importer;
use crate::meta::Standing;
use crate::wikitext::{call, table};

/// The report with another answer for some questions.
fn changed<'f>(form: &'f Form, answers: &[(&str, &str)]) -> Report<'f> {
    let ours = report(form);
    let mut trees = ours.rows();
    Report::of_trees(form, |question| {
        let tree = trees.next().map(|(_, tree)| tree.clone()).unwrap_or_default();
        let answer = answers.iter().find(|(id, _)| *id == question.id.as_str());
        answer.map_or(tree, |(_, text)| parse(text, question.kind.markup())).into()
    })
}

fn standing(page: &str, ours: &Report<'_>, written: &str) -> Standing {
    let importer = Importer::new(ours.form());
    Standing::of(&importer, &names(ours.form()), page, ours, written, &str::to_owned)
}

/// What stands around a report on pages: before it and behind it.
const AROUND: [(&str, &str); 6] = [
    ("", ""),
    ("{{Draft}}\n<!-- {| -->\n", "\n[[Category:Reports]]\n"),
    ("<noinclude>{{x|a=1}}</noinclude>\n<translate>\n", "\n</translate>"),
    ("== Report ==\nText | with pipes\n\n", "\n\n{| class=\"wikitable\"\n| other\n|}\n== Talk ==\r\n"),
    ("{|\n| layout\n|}\n", "\n<!-- }} |} -->"),
    ("İ\u{301} 日本 <nowiki>{{Affiliate Health Criteria Form}}</nowiki>\n", "\n-- ~~~~"),
];

#[test]
fn a_page_as_written_is_the_same() {
    let form = Form::latest();
    let ours = report(form);
    for written in [call(&ours, &names(form)).unwrap(), table(&ours)] {
        for (before, behind) in AROUND {
            let page = [before, written.trim_end(), behind].concat();
            let standing = standing(&page, &ours, &written);
            assert!(standing.is_same(), "{before}: {:?}", standing.differences);
            assert_eq!(standing.to_send, page);
            assert_eq!(standing.has_more, !before.is_empty());
        }
    }
}

#[test]
fn what_differs_is_said_question_by_question() {
    let form = Form::latest();
    let ours = report(form);
    let theirs = changed(form, &[("mission", "Free ''maps''"), ("goals", "")]);
    for written in [call(&theirs, &names(form)).unwrap(), table(&theirs)] {
        let found = standing(&written, &ours, "OURS\n");
        let differences: Vec<_> = found
            .differences
            .iter()
            .flatten()
            .map(|differing| (differing.question.as_str(), differing.there.as_deref(), &*differing.here))
            .collect();
        assert_eq!(
            differences,
            [
                ("mission", Some("Free ''maps''"), SOURCES[7]),
                ("goals", Some(""), "first line\nsecond line &nbsp; <ref>x</ref> -- {| table |}")
            ]
        );
        assert_eq!(found.to_send, "OURS\n");
    }
}

#[test]
fn a_call_is_replaced_by_a_table_on_a_line_of_its_own() {
    let form = Form::latest();
    let ours = report(form);
    let written = call(&ours, &names(form)).unwrap();
    let page = format!("Text {} and more", written.trim_end());
    let ours_as_table = table(&ours);
    let standing = standing(&page, &ours, &ours_as_table);
    assert!(standing.is_same());
    assert_eq!(standing.to_send, format!("Text \n{} and more", ours_as_table.trim_end()));
}

#[test]
fn a_page_without_a_report_keeps_all_it_has() {
    let form = Form::latest();
    let ours = report(form);
    let written = table(&ours);
    for (page, to_send, has_more) in [
        ("", written.clone(), false),
        ("\n", written.clone(), false),
        ("Coming soon.\n", format!("Coming soon.\n\n{written}"), true),
        ("{|\n| What?\n| That\n|}", format!("{{|\n| What?\n| That\n|}}\n\n{written}"), true),
    ] {
        let standing = standing(page, &ours, &written);
        assert_eq!((standing.differences.clone(), standing.is_same()), (None, false));
        assert_eq!((standing.to_send, standing.has_more), (to_send, has_more));
    }
}

#[test]
fn an_address_that_redirects_is_no_difference() {
    let form = Form::latest();
    let typed = "See https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fplan&sa=D";
    let ours = changed(form, &[("mission", typed)]);
    let written = table(&ours);
    assert!(standing(&written, &ours, &written).is_same());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn text_around_survives_and_any_report_reads_as_written(
        trees in prop::collection::vec(tree(), 30),
        before in "([a-z|!=' ]{0,8}\n){0,3}",
        behind in "(\n[a-z|!=' ]{0,8}){0,3}",
        as_call in any::<bool>(),
    ) {
        let form = Form::latest();
        let mut trees = trees.into_iter();
        let ours = Report::of_trees(form, |question| {
            let source = crate::answer::print(&trees.next().unwrap_or_default(), question.kind.markup());
            parse(&source, question.kind.markup()).into()
        });
        let written = if as_call { call(&ours, &names(form)).unwrap() } else { table(&ours) };
        let page = [&*before, written.trim_end(), &*behind].concat();
        let same = standing(&page, &ours, &written);
        prop_assert_eq!(same.differences.as_deref(), Some(&[][..]));
        prop_assert_eq!(&same.to_send, &page);
        let other = table(&report(form));
        let sent = standing(&page, &report(form), &other).to_send;
        prop_assert!(sent.starts_with(&before) && sent.ends_with(&behind));
        prop_assert_eq!(sent.get(before.len()..sent.len() - behind.len()), Some(other.trim_end()));
    }
}
