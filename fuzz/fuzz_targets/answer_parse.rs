//! The parser of an answer's source: it takes any text, and what is printed again means the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::answer::Markup;
use report::answer::{html, parse, plain_text, print};
use report::wikitext::value;

fuzz_target!(|source: &str| {
    for markup in [Markup::Wiki, Markup::None] {
        let answer = parse(source, markup);
        assert_eq!(parse(&print(&answer, markup), markup), answer, "printed and parsed again");
        assert!(!value(&answer).contains(['\n', '\r']), "a value is one line");
        html(&answer);
        plain_text(&answer);
    }
});
