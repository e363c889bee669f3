//! Trees and sources for properties, shared by every module's tests.

use super::{Answer, Builder, ListKind, Run, Style};
use proptest::prelude::*;

/// Generates text of pieces that break wikitext, mixed with ordinary words of several scripts.
pub(crate) fn hostile_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES).prop_map(str::to_owned);
    prop_oneof![
        8 => prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

/// Generates source of several lines, hostile and ordinary.
pub(crate) fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(hostile_text(), 0..5).prop_map(|lines| lines.join("\n"))
}

/// Generates any tree in normal form, including trees that nobody would type.
pub(crate) fn tree() -> impl Strategy<Value = Answer> {
    prop::collection::vec(step(), 0..24).prop_map(|steps| {
        let mut builder = Builder::new();
        for step in steps {
            step.apply(&mut builder);
        }
        builder.finish()
    })
}

#[derive(Clone, Debug)]
enum Step {
    Text(String, Style),
    PageLink(String, Vec<Run>),
    ExternalLink(String, Vec<Run>),
    Url(String, Style),
    LineBreak,
    EndBlock,
    OpenList(ListKind),
    OpenItem,
    CloseItem,
    CloseList,
}

impl Step {
    fn apply(self, builder: &mut Builder) {
        match self {
            Self::Text(text, style) => builder.text(&text, style),
            Self::PageLink(target, label) => builder.page_link(&target, label),
            Self::ExternalLink(url, label) => builder.external_link(&url, label),
            Self::Url(url, style) => builder.url(&url, style),
            Self::LineBreak => builder.line_break(),
            Self::EndBlock => builder.end_block(),
            Self::OpenList(kind) => builder.open_list(kind),
            Self::OpenItem => builder.open_item(),
            Self::CloseItem => builder.close_item(),
            Self::CloseList => builder.close_list(),
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let kind = prop_oneof![Just(ListKind::Bulleted), Just(ListKind::Numbered)];
    prop_oneof![
        6 => (hostile_text(), style()).prop_map(|(text, style)| Step::Text(text, style)),
        2 => (prop::sample::select(TARGETS), label()).prop_map(|(target, label)| Step::PageLink(target.to_owned(), label)),
        1 => (hostile_text(), label()).prop_map(|(target, label)| Step::PageLink(target, label)),
        2 => (url(), label()).prop_map(|(url, label)| Step::ExternalLink(url, label)),
        2 => (url(), style()).prop_map(|(url, style)| Step::Url(url, style)),
        2 => Just(Step::LineBreak),
        1 => Just(Step::EndBlock),
        2 => kind.prop_map(Step::OpenList),
        3 => Just(Step::OpenItem),
        1 => Just(Step::CloseItem),
        1 => Just(Step::CloseList),
    ]
}

fn style() -> impl Strategy<Value = Style> {
    (any::<bool>(), any::<bool>()).prop_map(|(bold, italic)| Style { bold, italic })
}

fn label() -> impl Strategy<Value = Vec<Run>> {
    prop::collection::vec((hostile_text(), style()).prop_map(|(text, style)| Run { text, style }), 0..3)
}

fn url() -> impl Strategy<Value = String> {
    hostile_text().prop_map(|tail| format!("https://example.org/{tail}"))
}

const TARGETS: &[&str] = &[
    "Foo",
    "w:fr:Paris",
    "Category:Foo",
    "File:A.jpg",
    "#part",
    "Foo#bar",
    "/sub",
    "User:Қазақ",
    "100 %",
    "a__b",
    "RFC 12",
    "it''s",
    "A_b",
];

/// The pieces that hostile text is made of.
pub(crate) const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "a",
    "word",
    "слово",
    "語",
    "مرحبا",
    "é",
    "e\u{301}",
    "1",
    "12",
    "|",
    "||",
    "{",
    "{{",
    "}}",
    "}",
    "{{{x}}}",
    "{{subst:",
    "{{!}}",
    "[",
    "[[",
    "]]",
    "]",
    "[[Foo]]",
    "[[Foo|bar]]",
    "[[:Category:X]]",
    "[[Category:X]]",
    "[[File:X.jpg|thumb]]",
    "[[fr:Foo]]",
    "[[Foo|",
    "-{",
    "}-",
    "<",
    ">",
    "<br>",
    "</table>",
    "<!--",
    "-->",
    "<ref>",
    "<nowiki>",
    "</nowiki>",
    "<nowiki/>",
    "<NOWIKI>",
    "</nowiki",
    "<b>",
    "~~~",
    "~~~~",
    "~~~~~",
    "~~",
    "*",
    "#",
    ":",
    ";",
    "=",
    "==",
    "!",
    "!!",
    "-",
    "----",
    "+",
    "__NOTOC__",
    "__",
    "_",
    "'",
    "''",
    "'''",
    "'''''",
    "''''",
    "l'''amico''",
    "&",
    "&nbsp;",
    "&amp;",
    "&lt;",
    "&#124;",
    "&#x7c;",
    "&",
    "#",
    ";",
    "https://example.org",
    "http://a.org/b_(c)",
    "https://x/?a=1&copy=2",
    "[https://example.org label]",
    "[https://example.org]",
    "//example.org",
    "[//example.org x]",
    "mailto:a@b.org",
    "news:x",
    "tel:1",
    "RFC 12",
    "ISBN 978-0-306-40615-7",
    "PMID 1",
    "RFC\u{A0}5",
    ".",
    ",",
    "?",
    "!",
    ")",
    "(",
    "%",
    "«",
    "»",
    "\u{A0}",
    "\u{200B}",
    "\u{200D}",
    "\u{FEFF}",
    "\u{338}",
    "\u{7F}",
    "\u{0}",
    "\u{1}",
    "\u{85}",
    "\u{2028}",
    "\u{FFFE}",
    "\t",
    "\\",
    "$1",
    "`",
    "#REDIRECT [[X]]",
    "name=evil",
    "=",
    "{|",
    "|}",
    "|-",
    "|+",
    "\u{1F600}",
    "<span>",
    "&rlm;",
];
