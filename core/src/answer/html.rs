//! Writes the tree as HTML, for downloads and the clipboard. The screen builds its preview from nodes instead.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::tree::{Answer, Block, Inline, Line, List, ListKind, Run, Style};

/// The start of a page's address on Meta-Wiki.
const WIKI: &str = "https://meta.wikimedia.org/wiki/";

/// The characters that are percent-encoded in a page's address, besides those outside ASCII.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'%')
    .add(b'\'')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Writes an answer as HTML: `<p>`, `<br>`, `<ul>`, `<ol>`, `<b>`, `<i>` and `<a href>`, nothing else.
///
/// Every text is escaped, every link leads to `http` or `https`. A link to a page has its target as `title`, as in
/// MediaWiki: that distinguishes it from a mere address, for readers and for [`crate::import`].
pub fn html(answer: &Answer) -> String {
    let mut html = String::new();
    for block in &answer.blocks {
        match block {
            Block::Paragraph(lines) => paragraph(lines, &mut html),
            Block::List(one) => list(one, &mut html),
        }
    }
    html
}

/// Appends `text` to `html`, escaped for an element's content or a quoted attribute.
pub fn escape_html(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // After a tag, it would combine with the tag's end if the page is normalized (NFC).
            '\u{338}' => html.push_str("&#824;"),
            other => html.push(other),
        }
    }
}

/// Returns the address of a page on Meta-Wiki: blanks as underscores, and characters that an address can't contain
/// percent-encoded.
pub fn page_url(target: &str) -> String {
    [WIKI, &utf8_percent_encode(&target.replace(' ', "_"), NOT_IN_PATHS).to_string()].concat()
}

fn paragraph(lines: &[Line], html: &mut String) {
    html.push_str("<p>");
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            html.push_str("<br>");
        }
        push_line(line, html);
    }
    html.push_str("</p>");
}

fn list(list: &List, html: &mut String) {
    let (open, close) = match list.kind {
        ListKind::Bulleted => ("<ul>", "</ul>"),
        ListKind::Numbered => ("<ol>", "</ol>"),
    };
    html.push_str(open);
    for item in &list.items {
        html.push_str("<li>");
        push_line(&item.line, html);
        for child in &item.children {
            self::list(child, html);
        }
        html.push_str("</li>");
    }
    html.push_str(close);
}

fn push_line(line: &Line, html: &mut String) {
    for piece in line {
        match piece {
            Inline::Text(run) => push_run(run, html),
            Inline::Url { url, style } => {
                let label = [Run { text: url.clone(), style: *style }];
                link(url, None, &label, html);
            }
            Inline::ExternalLink { url, label } => link(url, None, label, html),
            Inline::PageLink { target, label } => link(&page_url(target), Some(target), label, html),
        }
    }
}

fn link(url: &str, title: Option<&str>, label: &[Run], html: &mut String) {
    html.push_str("<a href=\"");
    escape_html(url, html);
    if let Some(title) = title {
        html.push_str("\" title=\"");
        escape_html(title, html);
    }
    html.push_str("\">");
    for run in label {
        push_run(run, html);
    }
    html.push_str("</a>");
}

fn push_run(run: &Run, html: &mut String) {
    let Style { bold, italic } = run.style;
    html.push_str(if bold { "<b>" } else { "" });
    html.push_str(if italic { "<i>" } else { "" });
    escape_html(&run.text, html);
    html.push_str(if italic { "</i>" } else { "" });
    html.push_str(if bold { "</b>" } else { "" });
}
