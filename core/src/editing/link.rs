//! A link, from what a writer knows of it.

use std::ops::Range;

use super::Change;
use super::change::within;
use crate::answer::{Builder, Markup, Run, TokenKind, lex, print, valid_target, valid_url};

/// Puts a link in the place of the selection. `to` is an address, or a page of Meta-Wiki with or without the brackets;
/// without `words` the link shows where it leads.
///
/// `None` where `to` is neither, so that there would be no link.
pub fn link(text: &str, selection: &Range<usize>, to: &str, words: &str) -> Option<Change> {
    let place = within(text, selection);
    let label: Vec<Run> = if words.trim().is_empty() { Vec::new() } else { vec![Run::plain(words.trim())] };
    let mut builder = Builder::new();
    let page = unwrapped(to.trim());
    if valid_url(to.trim()) {
        builder.external_link(to.trim(), label);
    } else if valid_target(page) {
        builder.page_link(page, label);
    } else {
        return None;
    }
    let source = print(&builder.finish(), Markup::Wiki);
    if !is_link(&source) {
        return None;
    }
    let end = place.start + source.len();
    Some(Change { place, replacement: source, selection: end..end })
}

/// Takes the brackets and the colon that a link may have from a page's title. No lexer does this: `[[Category:Valdora]]` is no
/// link in an answer, but says which page is meant.
fn unwrapped(to: &str) -> &str {
    let inner = to.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")).unwrap_or(to);
    inner.strip_prefix(':').unwrap_or(inner).trim()
}

fn is_link(source: &str) -> bool {
    lex(source, Markup::Wiki).iter().any(|token| matches!(token.kind, TokenKind::Target | TokenKind::Url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_addresses_and_pages() {
        let cases = [
            ("https://example.org", "our plan", Some("[https://example.org our plan]")),
            ("https://example.org", "", Some("https://example.org")),
            ("Wikimedia Valdora/Plan", "plan", Some("[[Wikimedia Valdora/Plan|plan]]")),
            ("[[Category:Valdora]]", "", Some("[[:Category:Valdora]]")),
            ("[[:Category:Valdora]]", "", Some("[[:Category:Valdora]]")),
            (" Plan ", " ", Some("[[Plan]]")),
            ("", "words", None),
            ("a|b", "", None),
            ("mailto:a@example.org", "x", None),
        ];
        for (to, words, source) in cases {
            let change = link("see ", &(4..4), to, words);
            assert_eq!(change.map(|change| change.replacement).as_deref(), source, "{to}");
        }
        let change = link("see this now", &(4..8), "Plan", "this").unwrap();
        assert_eq!(change.apply("see this now"), "see [[Plan|this]] now");
    }
}
