//! No word of a text is lost, whatever kind it is read as.

use super::*;
use crate::answer::testing::hostile_text;
use crate::answer::{Inline, plain_text};
use proptest::prelude::*;

/// Pieces of pages: markup of every kind, questions and headings, and `#` in place of unique words.
fn pieces() -> impl Strategy<Value = String> {
    let form = Form::latest();
    let questions: Vec<String> = form.questions().map(|question| question.text.clone()).collect();
    let parameters: Vec<String> = form
        .questions()
        .filter_map(|question| ParameterNames::of(form).get(&question.id).map(|name| format!("|{name}=")))
        .collect();
    let titles: Vec<String> = form.sections.iter().map(|section| section.title.clone()).collect();
    let piece = prop_oneof![
        6 => Just("#".to_owned()),
        4 => prop::sample::select(questions),
        2 => prop::sample::select(parameters),
        1 => prop::sample::select(titles),
        8 => prop::sample::select(MARKUP).prop_map(str::to_owned),
        1 => hostile_text(),
    ];
    prop::collection::vec(piece, 0..60)
        .prop_map(|pieces| pieces.join(" ").replace(" \n", "\n").replace("\n ", "\n"))
}

const MARKUP: &[&str] = &[
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\t",
    "|",
    "||",
    "!",
    "!!",
    "\n|-\n",
    "\n{|\n",
    "\n|}\n",
    "\n|+ ",
    "\n| ",
    "\n! ",
    "{{",
    "}}",
    "}}\n",
    "{{Affiliate Health Criteria Form",
    "{{tl|",
    "[[",
    "]]",
    "<!--",
    "-->",
    "<nowiki>",
    "</nowiki>",
    "<ref>",
    "</ref>",
    "\n=== ",
    " ===\n",
    "\n== ",
    " ==\n",
    "=",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "<p>",
    "</p>",
    "<br>",
    "<ul>",
    "<li>",
    "</ul>",
    "<b>",
    "</b>",
    "<a href=\"https://example.org\">",
    "<a href=/wiki/X title=X>",
    "</a>",
    "<span class=\"mw-editsection\">",
    "</span>",
    "<template>",
    "</template>",
    "<title>",
    "</title>",
    "<h1>",
    "</h1>",
    "<pre>",
    "</pre>",
    "&nbsp;",
    "&amp;",
    "* ",
    "'''",
    "\u{a0}",
    "Search",
    "Jump to content",
    "Retrieved from \"https://x\"",
    "Category: ",
    "<",
    ">",
    "\"",
    "'",
];

/// Replaces each `#` by a unique word.
fn with_words(text: &str) -> (String, Vec<String>) {
    let mut words = Vec::new();
    let mut out = String::new();
    for character in text.chars() {
        if character == '#' {
            let word = format!("q{}z", words.len());
            out.push_str(&word);
            words.push(word);
        } else {
            out.push(character);
        }
    }
    (out, words)
}

/// All words of a reading: answers with their links' targets, unplaced text, and words as written.
pub(super) fn all_words(reading: &Reading) -> String {
    let mut all = String::new();
    for found in &reading.found {
        all.push_str(&plain_text(&found.answer));
        for piece in found.answer.lines().into_iter().flatten() {
            if let Inline::PageLink { target: address, .. } | Inline::ExternalLink { url: address, .. } =
                piece
            {
                all.push_str(&format!("\n{address}"));
            }
        }
        all.push_str(&format!("\n{:?}\n{:?}\n", found.how, found.notes));
    }
    for unplaced in &reading.unplaced {
        all.push_str(&format!("{}\n{:?}\n", unplaced.text, unplaced.why));
    }
    all
}

/// Returns whether no page shows this word: it is inside a tag, a hidden element or an attribute, or belongs to the
/// frame.
fn may_vanish(kind: SourceKind, text: &str, word: &str) -> bool {
    const HIDDEN: [&str; 6] = ["Retrieved", "Category:", "<template>", "mw-editsection", "<!--", "<title>"];
    match kind {
        SourceKind::PageText => ["Retrieved", "Category:"].iter().any(|start| text.contains(start)),
        SourceKind::Html => HIDDEN.iter().any(|mark| text.contains(mark)) || is_inside_tag(text, word),
        SourceKind::Table => is_attribute(text, word),
        SourceKind::Call | SourceKind::Edition | SourceKind::File => false,
    }
}

fn is_inside_tag(text: &str, word: &str) -> bool {
    let before = text.split(word).next().unwrap_or_default();
    let open = before.rsplit('>').next().unwrap_or_default();
    let begins_tag = |(at, _): (usize, &str)| {
        let next = open.get(at + 1..).and_then(|rest| rest.chars().find(|c| !c.is_control()));
        next.is_none_or(|c| c.is_ascii_alphabetic() || "/!?".contains(c))
    };
    open.match_indices('<').any(begins_tag)
}

/// Returns whether a word is on the line of `{|` or `|-`, or before a cell's single `|`.
fn is_attribute(text: &str, word: &str) -> bool {
    let line =
        text.lines().find(|line| line.contains(word)).unwrap_or_default().trim_start_matches([' ', ':']);
    let behind = line.split(word).nth(1).unwrap_or_default();
    line.contains("{|") || line.contains("|-") || (line.starts_with(['|', '!']) && behind.contains('|'))
}

proptest! {
    #[test]
    fn no_word_is_lost(pieces in pieces(), kind in prop::sample::select(&SourceKind::ALL[..])) {
        let (text, words) = with_words(&pieces);
        let form = Form::latest();
        if let Ok(Import::Reading(reading)) = LATEST.read(&ParameterNames::of(form), &text, Some(kind), &nfc) {
            let all = all_words(&reading);
            for word in words.iter().filter(|word| !may_vanish(kind, &text, word)) {
                prop_assert!(all.contains(word.as_str()), "{word} of {text} as {kind:?} is not in {all}");
            }
            prop_assert_eq!(reading.found.len() + reading.missing.len(), form.questions().count());
            prop_assert!(reading.unplaced.iter().all(|unplaced| !unplaced.text.trim().is_empty()));
        }
    }

    #[test]
    fn any_text_is_read_as_anything(text in any::<String>(), kind in prop::sample::select(&SourceKind::ALL[..])) {
        let form = Form::latest();
        let names = ParameterNames::of(form);
        let _ = LATEST.read(&names, &text, Some(kind), &nfc);
        let _ = LATEST.read(&names, &text, None, &nfc);
    }
}
