//! Converts what is pasted into an answer: rich or plain text from the clipboard.

use std::borrow::Cow;

use super::directed::direct_text;
use super::html;
use super::reading::Note;
use crate::answer::{Answer, Block, Inline, Markup, Run, Style, plain_text, print};

/// The text to insert for a paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The text in the language of the answer.
    pub source: String,
    /// The things that the writer should look at.
    pub notes: Vec<Note>,
}

/// Converts pasted text, as its author saw it, into an answer's source in this markup. Lists, links, bold and italics
/// stay if the answer has markup.
///
/// `text` is the plain text that the clipboard has beside `html`; empty if there is none. `None` if it can be pasted
/// unchanged: the HTML has nothing that plain text cannot have, and the plain text has nothing that the author did not
/// see.
pub fn pasted(html: &str, text: &str, markup: Markup) -> Option<Pasted> {
    rich(html, markup).or_else(|| match direct_text(text) {
        Cow::Owned(source) => Some(Pasted { source, notes: Vec::new() }),
        Cow::Borrowed(_) => None,
    })
}

fn rich(html: &str, markup: Markup) -> Option<Pasted> {
    let piece = html::piece(html);
    let is_rich = markup == Markup::Wiki && is_rich(&piece.answer);
    if !is_rich && !piece.differs_from_plain {
        return None;
    }
    let nothing_meant = piece.answer.is_empty() && piece.notes.is_empty();
    let source = match markup {
        Markup::Wiki => print(&piece.answer, Markup::Wiki),
        Markup::None => plain_text(&piece.answer),
    };
    (!nothing_meant).then_some(Pasted { source, notes: piece.notes })
}

fn is_rich(answer: &Answer) -> bool {
    answer.blocks.iter().any(|block| match block {
        Block::List(_) => true,
        Block::Paragraph(lines) => lines.iter().flatten().any(|piece| match piece {
            Inline::Text(Run { style, .. }) | Inline::Url { style, .. } => *style != Style::NONE,
            Inline::PageLink { .. } | Inline::ExternalLink { .. } => true,
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(html: &str) -> Option<String> {
        pasted(html, "", Markup::Wiki).map(|pasted| pasted.source)
    }

    #[test]
    fn lists_links_and_bold_stay() {
        let cases = [
            ("<meta charset='utf-8'><ul><li>one</li><li>two</li></ul>", Some("* one\n* two")),
            (
                "<html><body><!--StartFragment--><p>See <a href=\"https://example.org/x\">our plan</a>.</p><!--EndFragment-->",
                Some("See [https://example.org/x our plan]."),
            ),
            ("<p>a <b>bold</b> word</p>", Some("a '''bold''' word")),
            ("<ol><li>first<li>second</ol>", Some("# first\n# second")),
            ("<p>nothing but words</p><p>and more</p>", None),
            ("<b style=\"font-weight:normal\"><span>words</span></b>", None),
            ("", None),
        ];
        for (html, expected) in cases {
            assert_eq!(source(html).as_deref(), expected, "{html}");
        }
    }

    #[test]
    fn what_was_not_seen_does_not_come_in_as_plain_text_either() {
        let html = "<p>We met <del>40</del><ins>52</ins> people<span hidden> (secret)</span></p>";
        for markup in [Markup::Wiki, Markup::None] {
            let expected = Pasted { source: "We met 52 people".to_owned(), notes: vec![Note::Deleted] };
            assert_eq!(pasted(html, "We met 4052 people (secret)", markup), Some(expected));
        }
    }

    #[test]
    fn a_payload_of_a_program_is_no_text() {
        assert_eq!(pasted("<span style='display:none'>{}</span>", "words", Markup::Wiki), None);
    }

    #[test]
    fn plain_addresses_lead_where_they_should() {
        let inside = "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&sa=D";
        for (text, expected) in [
            (format!("See {inside}."), Some("See https://example.org/a.")),
            (format!("[{inside} here]"), Some("[https://example.org/a here]")),
            ("See https://example.org/a.".to_owned(), None),
        ] {
            for markup in [Markup::Wiki, Markup::None] {
                let pasted = pasted("", &text, markup).map(|pasted| pasted.source);
                assert_eq!(pasted.as_deref(), expected, "{text}");
            }
        }
    }
}
