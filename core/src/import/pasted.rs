//! Rich text from the clipboard.

use super::answer_of_html;
use crate::answer::Markup;
use crate::answer::{Answer, Block, Inline, Run, Style, print};

/// Converts an answer that was copied as HTML into its source: lists, links, bold and italics stay.
///
/// `None` where the answer has none of these, so that nothing is lost by pasting it as the plain text it also is.
pub fn pasted(html: &str) -> Option<String> {
    let answer = answer_of_html(html);
    is_rich(&answer).then(|| print(&answer, Markup::Wiki))
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
        for (html, source) in cases {
            assert_eq!(pasted(html).as_deref(), source, "{html}");
        }
    }
}
