//! Replaces redirecting addresses in imported text by their targets.

use std::borrow::Cow;

use crate::answer::{Answer, Block, Inline, Item, Line, List, Run, find_urls, valid_bare_url};
use crate::web::direct;

/// Replaces every redirecting address in an answer by its target, if that is known.
pub(super) fn direct_answer(answer: &mut Answer) {
    for block in &mut answer.blocks {
        match block {
            Block::Paragraph(lines) => lines.iter_mut().for_each(direct_line),
            Block::List(list) => direct_list(list),
        }
    }
}

fn direct_list(list: &mut List) {
    for Item { line, children } in &mut list.items {
        direct_line(line);
        children.iter_mut().for_each(direct_list);
    }
}

fn direct_line(line: &mut Line) {
    for piece in line {
        match piece {
            Inline::Text(run) => direct_run(run),
            Inline::PageLink { label, .. } => label.iter_mut().for_each(direct_run),
            Inline::Url { url, style } => {
                if let Cow::Owned(inside) = direct(url) {
                    *piece = bare(inside, *style);
                }
            }
            Inline::ExternalLink { url, label } => {
                label.iter_mut().for_each(direct_run);
                if let Cow::Owned(inside) = direct(url) {
                    *url = inside;
                }
                if let [run] = label.as_slice()
                    && run.text == *url
                {
                    *piece = bare(run.text.clone(), run.style);
                }
            }
        }
    }
}

/// Makes a link whose words are its address.
fn bare(url: String, style: crate::answer::Style) -> Inline {
    match valid_bare_url(&url) {
        true => Inline::Url { url, style },
        false => Inline::ExternalLink { label: vec![Run { text: url.clone(), style }], url },
    }
}

fn direct_run(run: &mut Run) {
    if let Cow::Owned(text) = direct_text(&run.text) {
        run.text = text;
    }
}

/// Replaces every redirecting address in a text by its target, if that is known.
pub(super) fn direct_text(text: &str) -> Cow<'_, str> {
    let mut directed = String::new();
    let mut from = 0;
    for place in find_urls(text) {
        let url = text.get(place.clone()).unwrap_or_default();
        if let Cow::Owned(inside) = direct(url) {
            directed.push_str(text.get(from..place.start).unwrap_or_default());
            directed.push_str(&inside);
            from = place.end;
        }
    }
    match from {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(directed + text.get(from..).unwrap_or_default()),
    }
}
