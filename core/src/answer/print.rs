//! Prints a tree as source, so that every importer's tree becomes text that the writer can edit.
//!
//! A line is printed without escapes; only if that would parse differently is it printed again with escapes.

use super::builder::Builder;
use super::lex::item;
use super::lex_line::{is_plain, lex_line};
use super::parse::feed_line;
use super::plain_text::plain_text;
use super::target::needs_colon;
use super::tree::{Answer, Block, Inline, Line, List, ListKind, Run, Style};
use super::url::scheme_length;
use crate::answer::Markup;

/// Writes a tree as source that reads back: `parse(&print(tree, Markup::Wiki), Markup::Wiki) == tree`.
///
/// With [`Markup::None`] the source is [`plain_text`], and the same holds for trees of only text.
pub fn print(answer: &Answer, markup: Markup) -> String {
    match markup {
        Markup::None => plain_text(answer),
        Markup::Wiki => wiki(answer, true),
    }
}

/// Writes a tree as source without escapes: characters that are markup in a source are markup when it is read back.
/// This is for text that was a source before it passed through a program that does not know markup.
pub(crate) fn print_bare(answer: &Answer) -> String {
    wiki(answer, false)
}

fn wiki(answer: &Answer, escapes: bool) -> String {
    let mut source = String::new();
    let mut before: Option<&Block> = None;
    for block in &answer.blocks {
        match (before, block) {
            (None, _) => {}
            (Some(Block::Paragraph(_)), Block::Paragraph(_)) => source.push_str("\n\n"),
            _ => source.push('\n'),
        }
        match block {
            Block::Paragraph(lines) => paragraph(lines, escapes, &mut source),
            Block::List(list) => items(list, escapes, &mut String::new(), &mut source),
        }
        before = Some(block);
    }
    source
}

fn paragraph(lines: &[Line], escapes: bool, source: &mut String) {
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            source.push('\n');
        }
        source.push_str(&printed(line, true, escapes));
    }
}

fn items(list: &List, escapes: bool, markers: &mut String, source: &mut String) {
    markers.push(match list.kind {
        ListKind::Bulleted => '*',
        ListKind::Numbered => '#',
    });
    for (at, item) in list.items.iter().enumerate() {
        if at > 0 {
            source.push('\n');
        }
        source.push_str(markers);
        source.push(' ');
        source.push_str(&printed(&item.line, false, escapes));
        for child in &item.children {
            source.push('\n');
            items(child, escapes, markers, source);
        }
    }
    markers.pop();
}

/// Writes one line, with escapes only where it needs them. At the start of a line a `*` or `#` would begin a list;
/// after list markers they would not. Without `escapes`, nothing is escaped.
fn printed(line: &Line, at_line_start: bool, escapes: bool) -> String {
    let bare = Printer { escapes: false, at_line_start, source: String::new() }.line(line);
    if !escapes || reads_back(&bare, line, at_line_start) {
        return bare;
    }
    Printer { escapes: true, at_line_start, source: String::new() }.line(line)
}

fn reads_back(source: &str, line: &Line, at_line_start: bool) -> bool {
    if at_line_start && item(source).is_some() {
        return false;
    }
    if is_plain(source) && matches!(line.as_slice(), [Inline::Text(run)] if run.style == Style::NONE) {
        return true;
    }
    let mut builder = Builder::new();
    let mut tokens = Vec::new();
    lex_line(source, 0..source.len(), &mut tokens);
    feed_line(source, &tokens, &mut builder);
    matches!(builder.finish().blocks.as_slice(), [Block::Paragraph(lines)] if lines.len() == 1 && lines.first() == Some(line))
}

struct Printer {
    escapes: bool,
    at_line_start: bool,
    source: String,
}

impl Printer {
    fn line(mut self, line: &Line) -> String {
        let mut style = Style::NONE;
        let mut before: Option<&Inline> = None;
        for (at, piece) in line.iter().enumerate() {
            style = self.toggle(style, outer_style(piece));
            if self.escapes && before.is_some_and(|before| needs_parting(before, piece)) {
                self.source.push_str("<nowiki/>");
            }
            match piece {
                // In brackets an address ends on its own, so the joining mark after it stays part of the text.
                Inline::Url { url, .. } if self.escapes && line.get(at + 1).is_some_and(joins_a_tag) => {
                    self.source.push_str(&format!("[{url} {url}]"));
                }
                _ => self.piece(piece, style),
            }
            before = Some(piece);
        }
        self.toggle(style, Style::NONE);
        self.source
    }

    fn toggle(&mut self, from: Style, to: Style) -> Style {
        self.source.push_str(apostrophes(from, to));
        to
    }

    fn piece(&mut self, piece: &Inline, style: Style) {
        match piece {
            Inline::Text(run) => self.text(&run.text),
            Inline::Url { url, .. } => self.source.push_str(url),
            Inline::ExternalLink { url, label } => {
                self.source.push('[');
                self.source.push_str(url);
                self.source.push(' ');
                self.label(label, style);
                self.source.push(']');
            }
            Inline::PageLink { target, label } => {
                self.source.push_str(if needs_colon(target) { "[[:" } else { "[[" });
                self.source.push_str(target);
                if !matches!(label.as_slice(), [run] if run.text == *target) {
                    self.source.push('|');
                    self.label(label, style);
                }
                self.source.push_str("]]");
            }
        }
    }

    fn label(&mut self, label: &[Run], common: Style) {
        let mut style = Style::NONE;
        for run in label {
            style = self.toggle(style, run.style.without(common));
            self.text(&run.text);
        }
        self.toggle(style, Style::NONE);
    }

    fn text(&mut self, text: &str) {
        if self.escapes {
            escape(text, self.at_line_start && self.source.is_empty(), &mut self.source);
        } else {
            self.source.push_str(text);
        }
    }
}

/// Returns the style around a piece: for a link, the style that all runs of its label share.
pub(crate) fn outer_style(piece: &Inline) -> Style {
    match piece {
        Inline::Text(run) => run.style,
        Inline::Url { style, .. } => *style,
        Inline::PageLink { label, .. } | Inline::ExternalLink { label, .. } => {
            label.iter().map(|run| run.style).reduce(Style::and).unwrap_or_default()
        }
    }
}

/// Returns the apostrophes that change one style into another.
pub(crate) fn apostrophes(from: Style, to: Style) -> &'static str {
    match (from.bold != to.bold, from.italic != to.italic) {
        (false, false) => "",
        (false, true) => "''",
        (true, false) => "'''",
        (true, true) => "'''''",
    }
}

/// Returns whether two neighbouring pieces would be read as one without a mark between them.
fn needs_parting(before: &Inline, after: &Inline) -> bool {
    !joins_a_tag(after)
        && matches!(
            (before, after),
            (Inline::Url { .. }, _) | (_, Inline::Url { .. }) | (Inline::PageLink { .. }, Inline::Text(_))
        )
}

/// The combining character that, in NFC, merges with the `>` of a tag before it into one character (`≯`), which
/// destroys the tag.
const JOINING: char = '\u{338}';

/// Returns whether a piece begins with the character that would join the end of a tag before it.
fn joins_a_tag(piece: &Inline) -> bool {
    matches!(piece, Inline::Text(run) if run.text.starts_with(JOINING))
}

/// Appends `text`, with everything that could be markup inside `<nowiki>`. The wrapped text never contains `</nowiki>`
/// itself.
fn escape(text: &str, at_line_start: bool, source: &mut String) {
    let mut wrapped = false;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let joins = wrapped && rest.starts_with(JOINING);
        let special = special_length(text, at, at_line_start).or_else(|| joins.then_some(JOINING.len_utf8()));
        let length = special.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8));
        if special.is_some() != wrapped {
            source.push_str(if wrapped { "</nowiki>" } else { "<nowiki>" });
            wrapped = !wrapped;
        }
        source.push_str(rest.get(..length).unwrap_or_default());
        at += length;
    }
    if wrapped {
        source.push_str("</nowiki>");
    }
}

/// Returns how many bytes at `at` need the escape; `None` if none do.
fn special_length(text: &str, at: usize, at_line_start: bool) -> Option<usize> {
    let rest = text.get(at..)?;
    let bytes = text.as_bytes();
    match bytes.get(at)? {
        b'*' | b'#' => (at == 0 && at_line_start).then_some(1),
        b'[' | b']' | b'<' => Some(1),
        b'\'' => {
            let alone = at > 0
                && bytes.get(at - 1) != Some(&b'\'')
                && bytes.get(at + 1).is_some_and(|next| *next != b'\'');
            (!alone).then_some(1)
        }
        b'h' | b'H' => scheme_length(rest),
        _ => None,
    }
}
