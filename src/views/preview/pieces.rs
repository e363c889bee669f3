//! The pieces of a line: text in its style, links.

use leptos::prelude::*;

use report::answer::{Inline, Line, Run, Style, page_url};

/// Draws the pieces of a line.
pub(super) fn line(line: &Line) -> AnyView {
    line.iter().map(piece).collect_view().into_any()
}

fn piece(piece: &Inline) -> AnyView {
    match piece {
        Inline::Text(run) => styled(run.text.clone().into_any(), run.style),
        Inline::PageLink { target, label } => link(page_url(target), "answer__page-link", runs(label)),
        Inline::ExternalLink { url, label } => link(url.clone(), "answer__external-link", runs(label)),
        Inline::Url { url, style } => {
            styled(link(url.clone(), "answer__external-link", url.clone().into_any()), *style)
        }
    }
}

/// Draws a link that opens beside the app, so that following it does not lose the place here.
fn link(href: String, class: &'static str, words: AnyView) -> AnyView {
    view! { <a href=href class=class target="_blank" rel="noopener noreferrer">{words}</a> }.into_any()
}

fn runs(runs: &[Run]) -> AnyView {
    runs.iter().map(|run| styled(run.text.clone().into_any(), run.style)).collect_view().into_any()
}

fn styled(words: AnyView, style: Style) -> AnyView {
    match (style.bold, style.italic) {
        (true, true) => view! { <i><b>{words}</b></i> }.into_any(),
        (true, false) => view! { <b>{words}</b> }.into_any(),
        (false, true) => view! { <i>{words}</i> }.into_any(),
        (false, false) => words,
    }
}
