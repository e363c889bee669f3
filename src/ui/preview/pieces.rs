//! The pieces of a line: text in its style, links.

use crate::ui::dom::prelude::*;

use report::answer::{Inline, Line, Run, Style, page_url};

/// A line's pieces.
pub(super) fn line(line: &Line) -> Content {
    Content::Many(line.iter().map(piece).collect())
}

fn piece(piece: &Inline) -> Content {
    match piece {
        Inline::Text(run) => styled(run.text.clone().into_content(), run.style),
        Inline::PageLink { target, label } => link(page_url(target), "answer__page-link", runs(label)),
        Inline::ExternalLink { url, label } => link(url.clone(), "answer__external-link", runs(label)),
        Inline::Url { url, style } => {
            styled(link(url.clone(), "answer__external-link", url.clone().into_content()), *style)
        }
    }
}

/// Links open beside the app: whoever looks whether one works should not lose the place here.
fn link(href: String, class: &'static str, words: Content) -> Content {
    view! { <a href=href class=class target="_blank" rel="noopener noreferrer">{words}</a> }
}

fn runs(runs: &[Run]) -> Content {
    Content::Many(runs.iter().map(|run| styled(run.text.clone().into_content(), run.style)).collect())
}

fn styled(words: Content, style: Style) -> Content {
    match (style.bold, style.italic) {
        (true, true) => view! { <i><b>{words}</b></i> },
        (true, false) => view! { <b>{words}</b> },
        (false, true) => view! { <i>{words}</i> },
        (false, false) => words,
    }
}
