//! An answer without links, for places that take only text: a mail, or a form field.

use super::html::page_url;
use super::tree::{Answer, Block, Inline, Item, Line, List, Run, Style};

/// Replaces each link with words of its own by those words and the address in round brackets.
pub fn unlinked(answer: &Answer) -> Answer {
    let blocks = answer.blocks.iter().map(|block| match block {
        Block::Paragraph(lines) => Block::Paragraph(lines.iter().map(unlinked_line).collect()),
        Block::List(list) => Block::List(unlinked_list(list)),
    });
    Answer { blocks: blocks.collect() }
}

fn unlinked_list(list: &List) -> List {
    let items = list.items.iter().map(|item| Item {
        line: unlinked_line(&item.line),
        children: item.children.iter().map(unlinked_list).collect(),
    });
    List { kind: list.kind, items: items.collect() }
}

fn unlinked_line(line: &Line) -> Line {
    let mut unlinked = Line::new();
    for piece in line {
        let (label, url) = match piece {
            Inline::PageLink { target, label } => (label, page_url(target)),
            Inline::ExternalLink { url, label } => (label, url.clone()),
            Inline::Text(_) | Inline::Url { .. } => {
                unlinked.push(piece.clone());
                continue;
            }
        };
        unlinked.extend(label.iter().cloned().map(Inline::Text));
        unlinked.push(Inline::Text(Run { text: format!(" ({url})"), style: Style::NONE }));
    }
    unlinked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Markup, parse, plain_text};

    #[test]
    fn links_are_words_and_addresses() {
        for (source, text) in [
            ("We write.", "We write."),
            ("See [[Plan 2026|our ''plan'']].", "See our plan (https://meta.wikimedia.org/wiki/Plan_2026)."),
            ("[https://example.org/a the list]", "the list (https://example.org/a)"),
            ("https://example.org/a", "https://example.org/a"),
            ("* '''One'''\n* [[Two]]", "• One\n• Two (https://meta.wikimedia.org/wiki/Two)"),
            ("", ""),
        ] {
            assert_eq!(plain_text(&unlinked(&parse(source, Markup::Wiki))), text, "{source}");
        }
    }
}
