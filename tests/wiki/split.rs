//! The splitter against the wiki's own parse tree.

use std::collections::BTreeSet;

use report::wikitext::split::{EXTENSION_TAGS, calls};
use serde::Deserialize;

use crate::client::{Wiki, WikiCall};
use crate::gate::wiki;
use crate::parallel::parallel;
use crate::random::Random;

/// What a random text is made of: everything the preprocessor knows, and things that look like it.
const PIECES: [&str; 88] = [
    "{{",
    "}}",
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{",
    "}",
    "[[",
    "]]",
    "[",
    "]",
    "-{",
    "}-",
    "-",
    "|",
    "|",
    "|",
    "=",
    "=",
    "==",
    "\n",
    "\n",
    "\n==",
    "==\n",
    " ",
    "  ",
    "\t",
    "a",
    "b",
    "é",
    "😀",
    "\u{a0}",
    "1",
    "name",
    "<!--",
    "-->",
    "<!-- c -->",
    "<!--->",
    "<!-->",
    "\n<!-- c -->\n",
    "\n <!-- c --> \n",
    "\n<!--a--> <!--b-->\n",
    "!--",
    "--",
    "<nowiki>",
    "</nowiki>",
    "<nowiki/>",
    "<NoWiki >",
    "<ref>",
    "</ref>",
    "<ref name=a/>",
    "<ref name=\"a|b\">",
    "<REF>",
    "</Ref >",
    "<ref",
    "<refx>",
    "<references/>",
    "<pre>",
    "</pre>",
    "<pre\n>",
    "<noinclude>",
    "</noinclude>",
    "<includeonly>",
    "</includeonly>",
    "<includeOnly>",
    "<onlyinclude>",
    "</onlyinclude>",
    "<includeonly/>",
    "<gallery\nmode=x>",
    "</gallery>",
    "<poem>",
    "</poem\n>",
    "<br>",
    "<b>",
    "</b>",
    "<",
    ">",
    "/",
    "~~~",
    "&#124;",
    "{{!}}",
    "#if:",
    "subst:",
    "<syntaxhighlight lang=\"x\">",
    "</syntaxhighlight>",
    "{{{!}}",
    "|}}",
];

#[derive(Deserialize)]
struct Case {
    text: String,
}

fn ours(text: &str) -> Vec<WikiCall> {
    let as_text = |range: std::ops::Range<usize>| text[range].to_owned();
    calls(text)
        .into_iter()
        .map(|call| WikiCall {
            name: as_text(call.name),
            arguments: call
                .arguments
                .into_iter()
                .map(|argument| (argument.name.map(as_text), as_text(argument.value)))
                .collect(),
        })
        .collect()
}

/// Whether the text has a tag that is an extension's on Meta and plain text on this wiki.
fn has_foreign_tag(text: &str, known: &BTreeSet<String>) -> bool {
    let text = text.to_lowercase();
    EXTENSION_TAGS.iter().any(|tag| !known.contains(*tag) && text.contains(&format!("<{tag}")))
}

fn assert_same_calls(wiki: &Wiki, texts: &[String]) {
    let verdicts = parallel(texts, |text| wiki.calls(text));
    for (text, verdict) in texts.iter().zip(verdicts) {
        assert_eq!(ours(text), verdict, "{text:?}");
    }
}

#[test]
fn cases_split_as_the_wiki_splits_them() {
    let Some(wiki) = wiki() else { return };
    let cases: Vec<Case> = serde_json::from_str(include_str!("../split/cases.json")).expect("cases");
    let known: BTreeSet<String> = wiki.extension_tags().into_iter().collect();
    let texts: Vec<String> = cases
        .into_iter()
        .map(|case| case.text)
        .filter(|text| !text.is_empty() && !has_foreign_tag(text, &known))
        .collect();
    assert!(texts.len() >= 250, "{} cases left", texts.len());
    assert_same_calls(wiki, &texts);
}

#[test]
fn random_texts_split_as_the_wiki_splits_them() {
    let Some(wiki) = wiki() else { return };
    let mut random = Random::for_test("random_texts_split_as_the_wiki_splits_them");
    let texts: Vec<String> = (0..1_600)
        .map(|_| {
            // A few kinds of pieces at a time meet each other more often.
            let mut some: Vec<&str> = (0..8).map(|_| *random.pick(&PIECES)).collect();
            some.extend(["{{", "}}", "|"]);
            let pieces = if random.below(2) == 0 { &PIECES[..] } else { &some[..] };
            let most = *random.pick(&[4, 12, 30, 60]);
            random.text(pieces, most)
        })
        .filter(|text| !text.trim().is_empty())
        .collect();
    assert_same_calls(wiki, &texts);
}

#[test]
fn the_wikis_tags_are_known() {
    let Some(wiki) = wiki() else { return };
    for tag in wiki.extension_tags() {
        assert!(EXTENSION_TAGS.contains(&tag.as_str()), "<{tag}>");
    }
}
