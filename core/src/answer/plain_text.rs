//! Writes the tree as text, as a reader sees it, without markup.

use super::tree::{Answer, Block, Inline, Line, List, ListKind};

/// Writes an answer as a reader sees it: lines separated by line breaks, paragraphs by blank lines, items after `•` or
/// a number, nested ones indented by two more blanks. A link shows its label.
pub fn plain_text(answer: &Answer) -> String {
    let mut text = String::new();
    let mut before: Option<&Block> = None;
    for block in &answer.blocks {
        match (before, block) {
            (None, _) => {}
            (Some(Block::Paragraph(_)), Block::Paragraph(_)) => text.push_str("\n\n"),
            _ => text.push('\n'),
        }
        match block {
            Block::Paragraph(lines) => paragraph(lines, &mut text),
            Block::List(list) => items(list, 0, &mut text),
        }
        before = Some(block);
    }
    text
}

fn paragraph(lines: &[Line], text: &mut String) {
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        push_line(line, text);
    }
}

fn items(list: &List, depth: usize, text: &mut String) {
    for (at, item) in list.items.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text.extend(std::iter::repeat_n("  ", depth));
        match list.kind {
            ListKind::Bulleted => text.push_str("• "),
            ListKind::Numbered => text.push_str(&format!("{}. ", at + 1)),
        }
        push_line(&item.line, text);
        for child in &item.children {
            text.push('\n');
            items(child, depth + 1, text);
        }
    }
}

/// Appends what a reader sees of one line to `text`.
pub(crate) fn push_line(line: &Line, text: &mut String) {
    for piece in line {
        match piece {
            Inline::Text(run) => text.push_str(&run.text),
            Inline::Url { url, .. } => text.push_str(url),
            Inline::PageLink { label, .. } | Inline::ExternalLink { label, .. } => {
                text.extend(label.iter().map(|run| run.text.as_str()));
            }
        }
    }
}
