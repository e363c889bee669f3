//! What the parser, the printer and the renderers promise each other.

use super::testing::{hostile_text, source, tree};
use super::*;
use crate::answer::Markup::{None as Plain, Wiki};
use proptest::prelude::*;

#[test]
fn sources_and_what_they_show() {
    let cases = [
        ("a\nb\n\n\nc", "<p>a<br>b</p><p>c</p>"),
        ("* a\n** b\n* c\n# d", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol><li>d</li></ol>"),
        ("*a\n\n*b", "<ul><li>a</li><li>b</li></ul>"),
        ("*** deep\n*", "<ul><li>deep</li></ul><p>*</p>"),
        ("'''b''' ''i'' '''''both'''''", "<p><b>b</b> <i>i</i> <b><i>both</i></b></p>"),
        ("''open and dell'''amico", "<p>''open and dell'''amico</p>"),
        (
            "[[Foo]]s [[Foo|bar]] [[ :Category:X ]]",
            concat!(
                "<p><a href=\"https://meta.wikimedia.org/wiki/Foo\" title=\"Foo\">Foos</a> <a href=\"https://meta.wikimedia.org/wiki/Foo\" title=\"Foo\">bar</a> ",
                "<a href=\"https://meta.wikimedia.org/wiki/Category:X\" title=\"Category:X\">Category:X</a></p>"
            ),
        ),
        ("[[Category:X]] [[File:A.jpg|thumb]]", "<p>[[Category:X]] [[File:A.jpg|thumb]]</p>"),
        ("[[A|''x'' y]]", "<p><a href=\"https://meta.wikimedia.org/wiki/A\" title=\"A\"><i>x</i> y</a></p>"),
        ("see https://a.org/b.", "<p>see <a href=\"https://a.org/b\">https://a.org/b</a>.</p>"),
        ("[https://a.org the plan]", "<p><a href=\"https://a.org\">the plan</a></p>"),
        ("<nowiki>[[Foo]]</nowiki> <nowiki>x", "<p>[[Foo]] &lt;nowiki&gt;x</p>"),
        ("https://a.org<nowiki/>x", "<p><a href=\"https://a.org\">https://a.org</a>x</p>"),
        ("{{tl|x}} <b>a</b> ~~~~ | &nbsp;", "<p>{{tl|x}} &lt;b&gt;a&lt;/b&gt; ~~~~ | &amp;nbsp;</p>"),
        ("[[a|b", "<p>[[a|b</p>"),
        ("[[[https://a.org b]]]", "<p>[[<a href=\"https://a.org\">b</a>]]</p>"),
    ];
    for (source, expected) in cases {
        assert_eq!(html(&parse(source, Wiki)), expected, "{source}");
    }
}

#[test]
fn prints_escapes_only_where_needed() {
    let cases = [
        (
            "literal [[Foo]] and '' and *",
            "literal <nowiki>[[</nowiki>Foo<nowiki>]]</nowiki> and <nowiki>''</nowiki> and *",
        ),
        ("* star", "<nowiki>*</nowiki> star"),
        ("a [b] <i> | {{x}} 'q'", "a [b] <i> | {{x}} 'q'"),
        (
            "say </nowiki> <nowiki>x</nowiki>",
            "say <nowiki><</nowiki>/nowiki> <nowiki><</nowiki>nowiki>x<nowiki><</nowiki>/nowiki>",
        ),
    ];
    for (text, source) in cases {
        assert_eq!(print(&literal(text), Wiki), source, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 3000 } else { 60_000 }))]

    #[test]
    fn printing_a_tree_and_parsing_it_gives_the_tree(tree in tree()) {
        let printed = print(&tree, Wiki);
        prop_assert!(parse(&printed, Wiki) == tree, "{:?}\nprinted as {:?}\nreads {:?}", tree, printed, parse(&printed, Wiki));
    }

    #[test]
    fn the_normal_form_of_a_source_is_stable(source in source()) {
        let tree = parse(&source, Wiki);
        let printed = print(&tree, Wiki);
        prop_assert!(parse(&printed, Wiki) == tree, "{:?}\nprinted as {:?}\nreads {:?}", tree, printed, parse(&printed, Wiki));
    }

    #[test]
    fn literal_text_stays_what_it_is(text in hostile_text()) {
        let shown = plain_text(&literal(&text));
        let printed = print(&literal(&text), Wiki);
        prop_assert_eq!(plain_text(&parse(&printed, Wiki)), shown, "printed: {}", printed);
    }

    #[test]
    fn without_markup_every_character_is_text(text in source()) {
        let tree = parse(&text, Plain);
        prop_assert_eq!(parse(&print(&tree, Plain), Plain), tree);
    }
}
