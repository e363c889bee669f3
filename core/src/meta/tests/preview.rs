//! The HTML in `tests/data/preview` is what MediaWiki 1.39's two parsers make of the report of these tests, as a table and as a call
//! of a template with its wordings (`data-parsoid`, which no reader gets, is left out).

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::answer::plain_text;
use crate::answer::testing::tree;
use crate::import::{Harmless, RenderedPart, Rendering, plain_lines, seen_lines};
use crate::meta::{Failure, Preview, preview_request, read_preview};
use crate::names::Wiki;
use crate::names::title::PageTitle;
use crate::report::write_html;

const PAGES: [(&str, &str); 4] = [
    ("table.legacy", include_str!("../../../../tests/data/preview/table.legacy.html")),
    ("table.parsoid", include_str!("../../../../tests/data/preview/table.parsoid.html")),
    ("call.legacy", include_str!("../../../../tests/data/preview/call.legacy.html")),
    ("call.parsoid", include_str!("../../../../tests/data/preview/call.parsoid.html")),
];
const MISSING: [&str; 2] = [
    include_str!("../../../../tests/data/preview/missing.legacy.html"),
    include_str!("../../../../tests/data/preview/missing.parsoid.html"),
];

fn preview(html: &str, exists: bool) -> Preview {
    let templates =
        json!([{ "ns": 10, "title": "Template:Affiliate Health Criteria Form", "exists": exists }]);
    read_preview(Form::latest(), &json!({ "parse": { "text": html, "templates": templates } })).unwrap()
}

#[test]
fn both_parsers_show_what_the_report_says() {
    for (name, html) in PAGES {
        let preview = preview(html, true);
        assert_eq!(preview.differences(&report(Form::latest())), [], "{name}");
        assert!(!preview.is_template_missing && !preview.rendering.is_cut);
        let rows = preview.rendering.rows();
        let asking = rows.iter().filter(|row| row.len() == 2).count();
        assert_eq!(asking, Form::latest().questions().count(), "{name}");
    }
}

#[test]
fn what_differs_is_named_with_both_texts() {
    for (name, html) in PAGES {
        let eaten = html.replace("25 people", "25 {{{people}}}");
        let differences = preview(&eaten, true).differences(&report(Form::latest()));
        assert!(!differences.is_empty(), "{name}");
        for differing in &differences {
            let there = differing.there.as_deref().unwrap();
            assert_eq!(there.replace("25 {{{people}}}", "25 people"), differing.here, "{name}");
            assert_ne!(there, differing.here);
        }
    }
    let (_, html) = PAGES[0];
    let gone = html.replace("What is the affiliate mission?", "Anything else?");
    let differences = preview(&gone, true).differences(&report(Form::latest()));
    assert_eq!(differences.len(), 1);
    assert_eq!((differences[0].question.as_str(), &differences[0].there), ("mission", &None));
}

#[test]
fn an_item_of_a_no_break_space_has_its_mark() {
    for (html, expected) in [
        ("<ul><li>one</li><li>\u{a0}</li></ul>", &["• one", "•"][..]),
        ("<ol><li>&nbsp;</li><li>two</li></ol>", &["1.", "2. two"]),
        ("<ul><li> <ul><li>deep</li></ul></li><li></li></ul>", &["• deep"]),
    ] {
        assert_eq!(seen_lines(&Rendering::of(html).parts), expected, "{html}");
    }
}

#[test]
fn a_template_that_is_not_there_is_said() {
    for html in MISSING {
        let preview = preview(html, false);
        assert!(preview.is_template_missing);
        assert_eq!(preview.rendering.text(), "Template:Affiliate Health Criteria Form");
        assert_eq!(preview.rendering.rows().len(), 0);
    }
}

#[test]
fn an_answer_without_html_is_none() {
    for answer in [json!({}), json!({ "parse": [] }), json!({ "parse": { "text": { "*": "<p>a" } } })] {
        assert_eq!(read_preview(Form::latest(), &answer), Err(Failure::Unexpected), "{answer}");
    }
    for templates in [json!(7), json!([7, { "title": 7 }, { "title": "[[", "exists": false }])] {
        let answer = json!({ "parse": { "text": "", "templates": templates } });
        assert!(!read_preview(Form::latest(), &answer).unwrap().is_template_missing);
    }
}

#[test]
fn the_request_is_a_form_that_saves_nothing() {
    let wiki = Wiki::parse("https://meta.wikimedia.org /w /wiki/").unwrap();
    let request = preview_request(&PageTitle::new("Reports/2026/A b").unwrap(), "{{x|a=1&b}}");
    let body = request.body().unwrap();
    assert!(body.contains("action=parse&") && body.contains("title=Reports%2F2026%2FA+b"), "{body}");
    assert!(body.contains("text=%7B%7Bx%7Ca%3D1%26b%7D%7D") && body.contains("wrapoutputclass=&"), "{body}");
    assert!(request.url(&wiki).starts_with("https://meta.wikimedia.org/w/api.php?"));
}

/// Lists what is in a tree: the elements, and links' addresses.
fn listed(parts: &[RenderedPart], depth: usize, found: &mut Vec<String>) -> usize {
    let mut deepest = depth;
    for part in parts {
        match part {
            RenderedPart::Text(_) | RenderedPart::Break => {}
            RenderedPart::Element(element, inside) => {
                found.push(format!("{element:?}"));
                deepest = deepest.max(listed(inside, depth + 1, found));
            }
            RenderedPart::Link(address, inside) => {
                found.push(address.clone());
                deepest = deepest.max(listed(inside, depth + 1, found));
            }
        }
    }
    deepest
}

#[test]
fn hostile_html_is_text_and_harmless_elements() {
    let cases = [
        ("<script>alert(1)</script>a", "a", ""),
        ("<style>td{display:none}</style><link rel=stylesheet href=//x.example><p>a", "a", "Paragraph"),
        ("<img src=x onerror=alert(1)>a<img src=//x.example/y.png alt='a cat'>", "aa cat", ""),
        (
            "<iframe src=//x.example>b</iframe><object data=x>c</object><form action=x><p>a</form>",
            "a",
            "Division Paragraph",
        ),
        ("<a href='javascript:alert(1)' onclick=alert(1)>a</a>", "a", "javascript:alert(1)"),
        ("<svg><a href=x><text>a</text></a><script>b</script></svg>", "a", "x"),
        (
            "<table><tr><td colspan=9999999999>a<td colspan=200>b</table>",
            "a\nb",
            "Table Row Cell { is_heading: false, columns: 1 } Cell { is_heading: false, columns: 20 }",
        ),
        ("</td></table></b>a<b>b</p>c", "abc", "Bold"),
        (
            "<p>a<p>b<ul><li>c<li>d<ol><li>e</ol></ul>",
            "a\nb\n• c\n• d\n1. e",
            "Paragraph Paragraph Bulleted Item Item Numbered Item",
        ),
        ("<span style='position:fixed' class=x id=y>a</span><b style=x>b</b>", "ab", "Bold"),
        ("<td>a</td>&lt;script&gt;&#0;<p", "a\n<script>\u{FFFD}<p", "Cell { is_heading: false, columns: 1 }"),
    ];
    for (html, text, elements) in cases {
        let rendering = Rendering::of(html);
        assert_eq!(rendering.text(), text, "{html}");
        let mut found = Vec::new();
        listed(&rendering.parts, 0, &mut found);
        assert_eq!(found.join(" "), elements, "{html}");
    }
}

#[test]
fn depth_and_size_are_bounded() {
    for open in ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<p><i>"] {
        let rendering = Rendering::of(&(open.repeat(10_000) + "a"));
        assert!(listed(&rendering.parts, 0, &mut Vec::new()) <= 40, "{open}");
        assert!(rendering.text().ends_with('a'), "{open}");
    }
    let rendering = Rendering::of(&"<b>a</b>".repeat(100_000));
    assert!(rendering.is_cut && rendering.parts.len() <= 40_000);
    let rendering = Rendering::of(&"é".repeat(5 << 20));
    assert!(rendering.is_cut && rendering.text().len() <= 8 << 20);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_page_of_ours_reads_the_same(trees in prop::collection::vec(tree(), 30)) {
        let mut trees = trees.into_iter();
        let report = Report::of_trees(Form::latest(), |question| {
            let tree = trees.next().unwrap_or_default();
            // A question without markup has words only.
            let text = plain_text(&tree);
            let markup = question.kind.markup();
            if markup == crate::answer::Markup::Wiki { tree.into() } else { parse(&text, markup).into() }
        });
        prop_assert_eq!(preview(&write_html(&report, "A"), true).differences(&report), vec![]);
    }
}

proptest! {
    #[test]
    fn the_text_of_an_answer_is_that_of_its_html(tree in tree()) {
        let rendering = Rendering::of(&crate::answer::html(&tree));
        prop_assert_eq!(seen_lines(&rendering.parts), plain_lines(&plain_text(&tree)));
    }

    #[test]
    fn any_html_is_read(html in "(<|</|<table>|<tr>|<td>|<p>|<li>|<ul>|<b>|</b>|</p>|</td>|</table>|>|<br>|<a href=|'|\"|a|b|&lt;| |\n){0,40}") {
        let rendering = Rendering::of(&html);
        prop_assert!(listed(&rendering.parts, 0, &mut Vec::new()) <= 40);
        prop_assert!(!rendering.is_cut);
        let _ = (rendering.text(), rendering.rows());
        let is_row = |part: &RenderedPart| matches!(part, RenderedPart::Element(Harmless::Row, _));
        let _ = rendering.parts.iter().any(is_row);
    }
}
