//! Values written and read back.

use super::{read_value, value};
use crate::answer::Markup;
use crate::answer::testing::{hostile_text, source, tree};
use crate::answer::{html, parse};
use proptest::prelude::*;

#[test]
fn escapes_are_the_smallest_that_hold() {
    let cases = [
        ("a | b || c", "a &#124; b &#124;&#124; c"),
        ("{{subst:x}} {{{y}}} {z}", "&#123;{subst:x&#125;} &#123;&#123;{y&#125;&#125;} {z&#125;"),
        ("[[open and -{ }-", "&#91;[open and -&#123; }-"),
        ("<b>x</b> < 5 <3 <!--", "&lt;b>x&lt;/b> < 5 <3 &lt;!--"),
        ("~~~ ~~~~~", "~~&#126; ~~&#126;~~"),
        ("<nowiki>#</nowiki>tag", "&#35;tag"),
        ("= a", "&#61; a"),
        ("}x", "&#125;x"),
        ("a __NOTOC__", "a _&#95;NOTOC_&#95;"),
        ("l'''amico'' d'Italia", "l'&#39;'amico'&#39; d'Italia"),
        ("'''b''' l'''i'''", "'''b''' l'''i'''"),
        ("AT&T &amp; &nbsp;", "AT&T &amp;amp; &amp;nbsp;"),
        ("see https://a.org/b. (https://a.org)|", "see https://a.org/b. (https://a.org<nowiki/>)&#124;"),
        ("(https://a.org<nowiki>)</nowiki>https://b.org", "(https://a.org<nowiki/>)https://b.org"),
        ("https://a.org<nowiki>.</nowiki>[[b]]", "https://a.org.[[b]]"),
        ("mailto:a@b.c news: tel:1 hotel:5", "mailto&#58;a@b.c news: tel&#58;1 hotel:5"),
        ("RFC 12 ISBN 9 RFC", "RFC<nowiki/> 12 ISBN<nowiki/> 9 RFC"),
        ("[[fr:Foo]] [[Foo]] [[a_b]]", "[[:fr:Foo]] [[Foo]] [[a_b|a_b]]"),
        ("[https://a.org a [b] c]", "&#91;https://a.org a [b] c]"),
        ("a\nb\n\nc", "<p>a<br />b</p><p>c</p>"),
        ("a\nb", "a<br />b"),
        ("* a\n** b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    ];
    for (source, expected) in cases {
        assert_eq!(value(&parse(source, Markup::Wiki)), expected, "{source}");
    }
}

#[test]
fn wikitext_that_people_wrote() {
    let cases = [
        ("* a\n* b\n** c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", ""),
        ("a<br>b<BR/>c", "<p>a<br>b<br>c</p>", ""),
        ("a\nb\n\nc", "<p>a<br>b</p><p>c</p>", ""),
        ("== Plan ==\ntext", "<p><b>Plan</b></p><p>text</p>", "Heading(\"Plan\")"),
        ("{{tl|x|{{y}}}} b{{!}}c", "<p>{{tl|x|{{y}}}} b|c</p>", "Template(\"tl\")"),
        (
            "a<ref name=x>b [[c]]</ref> d",
            "<p>a&lt;ref name=x&gt;b [[c]]&lt;/ref&gt; d</p>",
            "Extension(\"ref\")",
        ),
        ("<nowiki>[[a]] &amp;</nowiki>&#124;", "<p>[[a]] &amp;|</p>", ""),
        (
            "[[File:A.jpg|thumb|see [[B]]]] x",
            "<p>[[File:A.jpg|thumb|see [[B]]]] x</p>",
            "File(\"[[File:A.jpg|thumb|see [[B]]]]\")",
        ),
        ("<small>a</small> <b>b '''c'''</b>", "<p>a <b>b c</b></p>", "Looks(\"small\")"),
        (
            "[https://a.org] [//a.org b] [mailto:x@y z]",
            concat!(
                "<p><a href=\"https://a.org\">https://a.org</a> ",
                "<a href=\"https://a.org\">b</a> [mailto:x@y z]</p>"
            ),
            "Link(\"[mailto:x@y z]\")",
        ),
        ("a<!-- why -->b", "<p>ab</p>", "Comment(\"why\")"),
        ("'''a<br />b'''", "<p><b>a</b><br><b>b</b></p>", ""),
        ("l'''amico''' e '''''x'' y'''", "<p>l<b>amico</b> e <b><i>x</i></b><b> y</b></p>", ""),
        ("''never closed", "<p><i>never closed</i></p>", ""),
        ("{|\n| a\n|}\nb", "<p>{|<br>| a<br>|}<br>b</p>", "Table"),
        (": indented\n; term", "<p>indented<br>term</p>", ""),
        (
            "[[:Category:X]] [[w:Foo|''f'']]",
            concat!(
                "<p><a href=\"https://meta.wikimedia.org/wiki/Category:X\" title=\"Category:X\">Category:X</a> ",
                "<a href=\"https://meta.wikimedia.org/wiki/w:Foo\" title=\"w:Foo\"><i>f</i></a></p>"
            ),
            "",
        ),
    ];
    for (wikitext, expected, foreign) in cases {
        let (tree, notes) = read_value(wikitext);
        assert_eq!(html(&tree), expected, "{wikitext}");
        let notes: Vec<String> = notes.iter().map(|note| format!("{note:?}")).collect();
        assert_eq!(notes.join(" "), foreign, "{wikitext}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_was_written_reads_back(tree in tree()) {
        let written = value(&tree);
        prop_assert!(!written.contains('\n'));
        let (read, foreign) = read_value(&written);
        prop_assert!(read == tree, "{:?}\nwritten as {:?}\nreads {:?}", tree, written, read);
        prop_assert!(foreign.is_empty(), "{:?} in {}", foreign, written);
    }

    #[test]
    fn what_was_typed_reads_back(source in source()) {
        let tree = parse(&source, Markup::Wiki);
        prop_assert_eq!(&read_value(&value(&tree)).0, &tree);
        let plain = parse(&source, Markup::None);
        prop_assert_eq!(&read_value(&value(&plain)).0, &plain);
    }

    #[test]
    fn any_wikitext_reads(text in hostile_text(), any in any::<String>()) {
        read_value(&text);
        read_value(&any);
    }
}
