use super::element::Element;
use super::page::Page;
use super::token::{Token, tokens};
use super::*;
use crate::answer::Markup;
use crate::answer::print;
use proptest::prelude::*;

fn whole_answer(page: &Page<'_>) -> (Answer, Vec<Note>) {
    at_once(answer::answer(page, 0..page.tokens.len(), 0, &Pace::over("")))
}

/// Tokens in short: text in quotes, tags by element.
fn short(html: &str) -> String {
    let one = |token: &Token<'_>| match token {
        Token::Text(text) => format!("{text:?}"),
        Token::Open(tag) => format!("+{:?}", tag.element),
        Token::Close(tag) => format!("-{:?}", tag.element),
        Token::Mark(mark) => format!("{mark:?}"),
    };
    tokens(html).iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn html_is_split_as_browsers_do() {
    let cases = [
        ("", ""),
        ("a < b <3 <", r#""a < b <3 <""#),
        ("a<b>c</B>d", r#""a" +Bold "c" -Bold "d""#),
        ("<br/><BR /><td colspan=2>", "+Break +Break +Cell"),
        ("a<!-- <b> -->b<!-->c<!--->d", r#""a" "b" "c" "d""#),
        ("a<!-- b", r#""a<!-- b""#),
        ("<!DOCTYPE html>a<?xml?>b", r#""a" "b""#),
        ("<a title='>' href=\">\">x", r#"+Anchor "x""#),
        ("<a title=\"x", r#""<a title=\"x""#),
        ("a<script>if (a<b) '</p>'</script >b", r#""a" -Script "b""#),
        ("a<script>b", r#""a" "b""#),
        ("<style>a</styles>b</STYLE>c", r#"-Style "c""#),
        ("<title>a <b> c</title>d", r#"+Title "a <b> c" -Title "d""#),
        ("</ p>a</>b", r#""</ p>a</>b""#),
        ("<p", r#""<p""#),
    ];
    for (html, expected) in cases {
        assert_eq!(short(html), expected, "{html}");
    }
}

#[test]
fn attributes_are_read_as_browsers_do() {
    let cases = [
        ("<a href=x>", "href", Some("x")),
        ("<a HREF = 'a b' >", "href", Some("a b")),
        ("<a href=\"a&amp;b='c'\" title=t>", "title", Some("t")),
        ("<a href=a&amp;b>", "href", Some("a&b")),
        ("<a href href=b>", "href", Some("")),
        ("<a =x href=b>", "href", Some("b")),
        ("<a href=x/>", "href", Some("x/")),
        ("<a data-href=x>", "href", None),
        ("<a title=\"href='x'\">", "href", None),
    ];
    for (html, name, expected) in cases {
        let found = match tokens(html).as_slice() {
            [Token::Open(tag)] => tag.attribute(name).map(std::borrow::Cow::into_owned),
            other => panic!("{other:?}"),
        };
        assert_eq!(found.as_deref(), expected, "{html}");
    }
}

#[test]
fn a_cell_becomes_an_answer() {
    let cases = [
        ("", ""),
        ("  a\n b\t c ", "a b c"),
        ("<p>a</p><p>b<br>c</p>", "a\n\nb\nc"),
        ("a<br><br>b", "a\n\nb"),
        ("a<br> <br />b", "a\n\nb"),
        ("a<div>b</div>c<section>d</section>", "a\nb\nc\nd"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\nb"),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "* a\n* b\n** c\n* d\ne"),
        ("<ol><li><p>a</p><p>b</p></li></ol>", "# a b"),
        ("<li>a</li><li>b</li>", "a\nb"),
        ("<b>a<i>b</b>c</i>", "'''a''b'''c''"),
        ("<strong>a</strong> <em>b</em>", "'''a''' ''b''"),
        ("<b style=\"font-weight:normal\">a</b>", "a"),
        ("<span style='font-weight:700'>a<span>b</span></span>c", "'''ab'''c"),
        ("<pre>a\n  b\n\nc</pre>", "a\nb\n\nc"),
        ("x<sup>2</sup> <code>y</code> <span>z</span>", "x2 y z"),
        ("<a href=https://example.org>https://example.org</a>", "https://example.org"),
        ("<a href=https://example.org> a <b>b</b> </a>c", "[https://example.org a '''b'''] c"),
        (
            "<a class='external free' href='https://example.org/%C3%A9'>https://example.org/é</a>",
            "https://example.org/é",
        ),
        ("<a href=/wiki/A_b#C_d>x</a>", "[[A b#C d|x]]"),
        ("<a href=/wiki/Category:X>Category:X</a>", "[[:Category:X]]"),
        ("<a href=/wiki/%FF>x</a>", "[https://meta.wikimedia.org/wiki/%FF x]"),
        ("<a href=/wiki/A?action=history>x</a>", "[https://meta.wikimedia.org/wiki/A?action=history x]"),
        ("<a href='//example.org/x'>x</a>", "[https://example.org/x x]"),
        ("<a href=x><a href=https://example.org>y</a>", "[https://example.org y]"),
        ("<a href=https://example.org>a<br>b<ul><li>c</ul></a>", "[https://example.org a b c]"),
        ("<a href=https://example.org></a>a<a>b</a>", "ab"),
        ("<template>hidden</template>a<span class='x mw-editsection'>[edit]</span>", "a"),
        // As in a browser, what is hidden and never closed is hidden to the end.
        ("<template>a", ""),
        (
            "[[a]] ''b'' {{c}}",
            "<nowiki>[[</nowiki>a<nowiki>]]</nowiki> <nowiki>''</nowiki>b<nowiki>''</nowiki> {{c}}",
        ),
        ("100&nbsp;% &#171;&nbsp;a&nbsp;&raquo; b&nbsp;c", "100 % « a » b\u{a0}c"),
    ];
    for (html, expected) in cases {
        let page = Page::new(html);
        let (answer, notes) = whole_answer(&page);
        assert_eq!(print(&answer, Markup::Wiki), expected, "{html}");
        assert_eq!(notes, Vec::new(), "{html}");
    }
}

#[test]
fn what_an_answer_cannot_have_is_noted() {
    let picture = |name: &str| Note::Picture { name: name.to_owned() };
    let link = |address: &str| Note::Link { address: address.to_owned() };
    let cases = [
        ("<img alt='A dog' src=x.png>", "A dog", vec![picture("A dog")]),
        ("a<img src='/a/b/Dog.png'>", "a", vec![picture("Dog.png")]),
        ("<a href='javascript:alert(1)'>x</a>", "x", vec![link("javascript:alert(1)")]),
        ("<a href='mailto:a@b.org'>a@b.org</a>", "a@b.org", vec![]),
        ("<a href='../x'>y</a>", "y", vec![link("../x")]),
        ("a<table><tr><td>b<td>c<tr><td>d</table>e", "a\n\nb | c\nd\n\ne", vec![Note::Table]),
        ("a<sup class=reference><a href=#1>[1]</a></sup>", "a[1]", vec![Note::Footnote]),
    ];
    for (html, expected, expected_notes) in cases {
        let page = Page::new(html);
        let (answer, notes) = whole_answer(&page);
        assert_eq!(print(&answer, Markup::Wiki), expected, "{html}");
        assert_eq!(notes, expected_notes, "{html}");
    }
}

#[test]
fn lines_know_their_tokens() {
    let page = Page::new("<h3>Question</h3><p>First <b>answer</b></p><p>more");
    let shown = at_once(page.shown(0..page.tokens.len(), &Pace::over("")));
    assert_eq!(shown.text, "Question\nFirst answer\nmore");
    for (line, expected, expected_skip) in
        [("First answer", "First answer", 0), ("answer\nmore", "answermore", 0), ("rst", "First ", 2)]
    {
        let start = shown.text.find(line).unwrap();
        let (tokens, skip) = shown.tokens(start..start + line.len());
        let text: String = page.tokens[tokens]
            .iter()
            .filter_map(|token| if let Token::Text(text) = token { Some(*text) } else { None })
            .collect();
        assert_eq!((text.as_str(), skip), (expected, expected_skip), "{line}");
    }
}

#[test]
fn names_of_elements_have_any_case() {
    assert_eq!(Element::of("TD"), Element::Cell);
    assert_eq!(Element::of("blockquotes-and-more"), Element::Other);
    assert_eq!(Element::of(""), Element::Other);
}

proptest! {
    /// What is outside of tags is in the tokens, all of it and in order.
    #[test]
    fn text_is_never_lost(text in "[a-z <>&/!\"'=-]{0,60}") {
        let shown: String = tokens(&text).iter().filter_map(|token| if let Token::Text(text) = token { Some(*text) } else { None }).collect();
        let outside = text.split('>').next_back().unwrap_or_default();
        if !text.contains("--") && !outside.contains('<') {
            prop_assert!(shown.ends_with(outside), "{shown} of {text}");
        }
    }
}
