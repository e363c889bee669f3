//! A link, from what a writer knows of it.

use std::ops::Range;

use super::Change;
use super::change::{trimmed, within};
use crate::answer::{
    Block, Builder, Inline, Markup, Run, Token, TokenKind, lex, parse, print, valid_target, valid_url,
};
use crate::checks::address::bare_host_length;

/// Replaces the selection by a link. `to` is an address, or a page of Meta-Wiki with or without the brackets;
/// without `words` the link shows where it leads.
///
/// `None` where `to` is neither, so that there would be no link.
pub fn link(text: &str, selection: &Range<usize>, to: &str, words: &str) -> Option<Change> {
    let label = if words.trim().is_empty() { Vec::new() } else { vec![Run::plain(words.trim())] };
    put(within(text, selection), to, label)
}

/// Makes the selected words a link to a pasted address, as [`link`] does.
///
/// `None` where the address takes the words' place instead: where something else than one `http` or `https` address was pasted, and
/// where the words are none that a link can show. These are an address, several lines, and words that are, or are in, a link or an
/// escape. Bold and italics stay where they are selected as a whole.
pub fn linked(text: &str, selection: &Range<usize>, pasted: &str) -> Option<Change> {
    let address = pasted.trim();
    let place = trimmed(text, within(text, selection));
    let words = text.get(place.clone())?;
    if !valid_url(address) || words.is_empty() || bare_host_length(words).is_some() {
        return None;
    }
    let change = put(place.clone(), address, label(text, &place)?)?;
    let leads_there = |token: &Token| token.kind == TokenKind::Target && token.span.start == place.start + 1;
    lex(&change.apply(text), Markup::Wiki).iter().any(leads_there).then_some(change)
}

/// Reads the words in a place as the label of a link. `None` where they cannot be one.
fn label(text: &str, place: &Range<usize>) -> Option<Vec<Run>> {
    let mut is_in_link = false;
    // The apostrophes before the place, in its line, and in it: where one of a pair is outside, words would change their style.
    let (mut before, mut inside) = (0, 0);
    for token in lex(text, Markup::Wiki).into_iter().take_while(|token| token.span.start < place.end) {
        let is_inside = token.span.end > place.start;
        match token.kind {
            TokenKind::Text if is_inside && is_in_link => return None,
            TokenKind::Text | TokenKind::Blank => {}
            TokenKind::Quotes if is_inside => inside += 1,
            TokenKind::Quotes => before += 1,
            _ if is_inside => return None,
            TokenKind::LineBreak => before = 0,
            TokenKind::PageLinkOpen | TokenKind::ExternalLinkOpen => is_in_link = true,
            TokenKind::LinkClose => is_in_link = false,
            _ => {}
        }
    }
    let words = text.get(place.clone())?;
    if inside == 0 {
        return Some(vec![Run::plain(words)]);
    }
    let is_paired = before % 2 == 0 && inside % 2 == 0;
    match parse(words, Markup::Wiki).blocks.as_slice() {
        [Block::Paragraph(lines)] if is_paired => lines.first()?.iter().map(text_alone).collect(),
        _ => None,
    }
}

fn text_alone(piece: &Inline) -> Option<Run> {
    match piece {
        Inline::Text(run) => Some(run.clone()),
        Inline::PageLink { .. } | Inline::ExternalLink { .. } | Inline::Url { .. } => None,
    }
}

/// Puts a link with this label in a place. `None` where it would lead nowhere.
fn put(place: Range<usize>, to: &str, label: Vec<Run>) -> Option<Change> {
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

    /// Pastes a text over what stands between two bars.
    fn pasted(text: &str, pasted: &str) -> Option<String> {
        let (start, end) = (text.find('|').unwrap(), text.rfind('|').unwrap() - 1);
        let text = text.replacen('|', "", 2);
        linked(&text, &(start..end), pasted).map(|change| change.apply(&text))
    }

    #[test]
    fn words_under_a_pasted_address_become_its_link() {
        let cases = [
            ("see |our plan| now", "see [https://example.org/a our plan] now"),
            ("see| our plan |now", "see [https://example.org/a our plan] now"),
            ("* |one|\n* two", "* [https://example.org/a one]\n* two"),
            ("'''see |our| plan'''", "'''see [https://example.org/a our] plan'''"),
            ("see |our '''plan'''|", "see [https://example.org/a our '''plan''']"),
            ("[[Plan]] and |more|", "[[Plan]] and [https://example.org/a more]"),
            ("|計画|", "[https://example.org/a 計画]"),
            ("|a & {{b}}|", "[https://example.org/a a & {{b}}]"),
        ];
        for (before, after) in cases {
            assert_eq!(pasted(before, "https://example.org/a").as_deref(), Some(after), "{before}");
            assert_eq!(pasted(before, " https://example.org/a\n").as_deref(), Some(after), "{before}");
        }
    }

    #[test]
    fn what_no_link_can_show_is_replaced_by_the_address() {
        let places = [
            "see ||our plan",
            "see| |our plan",
            "|one\ntwo|",
            "|https://example.org/b|",
            "see |https://example.org/b now|",
            "|www.example.org/b|",
            "|t.me/group|",
            "|[[Plan]]|",
            "[https://example.org/b our |plan|]",
            "<nowiki>our |plan|</nowiki>",
            "'''our |plan''' now|",
            "|* one|",
        ];
        for place in places {
            assert_eq!(pasted(place, "https://example.org/a"), None, "{place}");
        }
        for text in ["example.org", "https://", "https://a.org https://b.org", "mailto:a@b.org", "words", ""]
        {
            assert_eq!(pasted("see |our plan|", text), None, "{text}");
        }
    }
}
