//! An answer as the value of a template parameter or the content of a table cell.

use super::escape::{self, Place};
use crate::answer::target::needs_colon;
use crate::answer::{Answer, Block, Inline, Line, List, ListKind, Run, Style, apostrophes, outer_style};

/// Writes an answer as wikitext: one line without a raw newline, whatever the answer.
///
/// Lines are separated by `<br />`, paragraphs and lists are HTML on the same line (measured: the only form that shows
/// the same in `| {{{x}}}`, `|⏎{{{x}}}`, `| q || {{{x}}}` and `| q || {{{x}}} ||`). An empty answer is empty.
pub fn value(answer: &Answer) -> String {
    let mut out = String::new();
    match answer.blocks.as_slice() {
        [Block::Paragraph(lines)] => paragraph(lines, &mut out),
        blocks => {
            for one in blocks {
                block(one, &mut out);
            }
        }
    }
    out
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(lines) => {
            out.push_str("<p>");
            paragraph(lines, out);
            out.push_str("</p>");
        }
        Block::List(one) => list(one, out),
    }
}

fn paragraph(lines: &[Line], out: &mut String) {
    for (at, one) in lines.iter().enumerate() {
        if at > 0 {
            out.push_str("<br />");
        }
        line(one, out);
    }
}

fn list(list: &List, out: &mut String) {
    let (open, close) = match list.kind {
        ListKind::Bulleted => ("<ul>", "</ul>"),
        ListKind::Numbered => ("<ol>", "</ol>"),
    };
    out.push_str(open);
    for item in &list.items {
        out.push_str("<li>");
        line(&item.line, out);
        for child in &item.children {
            self::list(child, out);
        }
        out.push_str("</li>");
    }
    out.push_str(close);
}

/// Writes a line, whose styles are closed at its end: MediaWiki sees the whole value as one line.
fn line(line: &Line, out: &mut String) {
    let mut style = Style::NONE;
    for (at, piece) in line.iter().enumerate() {
        let behind = line.get(at + 1..).unwrap_or_default();
        let own = outer_style(piece);
        let after = behind.first().map_or(Style::NONE, outer_style);
        out.push_str(apostrophes(style, own));
        inline(piece, behind, own != after, out);
        style = own;
    }
    out.push_str(apostrophes(style, Style::NONE));
}

fn inline(piece: &Inline, behind: &[Inline], before_quotes: bool, out: &mut String) {
    match piece {
        Inline::Text(run) => {
            escape::text(
                &run.text,
                Place { starts_value: out.is_empty(), in_label: false, before_quotes },
                out,
            );
        }
        Inline::Url { url, .. } => {
            if escape::hides_url(out) {
                out.push_str("<nowiki/>");
            }
            escape::url(url, before_quotes, out);
            if !before_quotes && joins_url(url, behind) {
                out.push_str("<nowiki/>");
            }
        }
        Inline::ExternalLink { url, label } => {
            out.push('[');
            escape::url(url, false, out);
            out.push(' ');
            runs(label, outer_style(piece), out);
            out.push(']');
        }
        Inline::PageLink { target, label } => {
            page_link(target, label, out);
            if !before_quotes && behind.first().is_some_and(starts_with_letter) {
                out.push_str("<nowiki/>");
            }
        }
    }
}

/// Returns whether an address would go on with what stands behind it.
fn joins_url(url: &str, behind: &[Inline]) -> bool {
    let Some((next, rest)) = behind.split_first() else { return false };
    match next {
        // What only ends a sentence belongs to the address as soon as something behind that would.
        Inline::Text(run) if escape::ends_sentence(url, &run.text) => {
            rest.first().is_some_and(|after| outer_style(after) == run.style) && joins_url(url, rest)
        }
        Inline::Text(run) => escape::joins_url(url, &run.text),
        Inline::Url { .. } => true,
        Inline::PageLink { .. } | Inline::ExternalLink { .. } => false,
    }
}

/// Returns whether what stands behind a link begins with a letter, which would belong to the link.
fn starts_with_letter(piece: &Inline) -> bool {
    match piece {
        Inline::Text(run) => run.text.starts_with(|c: char| c.is_ascii_lowercase()),
        Inline::Url { .. } => true,
        Inline::PageLink { .. } | Inline::ExternalLink { .. } => false,
    }
}

/// Writes a link to a page. A target with a colon gets one in front: a language's prefix, a category or a file would not be a
/// link.
fn page_link(target: &str, label: &[Run], out: &mut String) {
    out.push_str(if target.contains(':') { "[[:" } else { "[[" });
    escape::url(target, false, out);
    if !matches!(label, [run] if run.text == *target && shows_itself(target)) {
        out.push('|');
        runs(label, label_style(label), out);
    }
    out.push_str("]]");
}

fn label_style(label: &[Run]) -> Style {
    label.iter().map(|run| run.style).reduce(Style::and).unwrap_or_default()
}

fn runs(label: &[Run], common: Style, out: &mut String) {
    let mut style = Style::NONE;
    for (at, run) in label.iter().enumerate() {
        let own = run.style.without(common);
        let after = label.get(at + 1).map_or(Style::NONE, |next| next.style.without(common));
        out.push_str(apostrophes(style, own));
        escape::text(
            &run.text,
            Place { starts_value: false, in_label: true, before_quotes: own != after },
            out,
        );
        style = own;
    }
    out.push_str(apostrophes(style, Style::NONE));
}

/// Returns whether MediaWiki shows a link without a label exactly as its target is written here.
fn shows_itself(target: &str) -> bool {
    !needs_colon(target)
        && !target.starts_with('#')
        && target
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | ',' | '.' | '(' | ')' | '/' | '#' | ':'))
        && !target.ends_with('/')
}
