//! One answer, shown.

use std::sync::Arc;

use leptos::prelude::*;

use super::pieces;
use report::answer::{Answer, Block, Line, List, ListKind};

/// An answer as its readers will see it. Made anew only when its tree changes.
#[component]
pub fn AnswerView(
    /// The answer's tree.
    #[prop(into)]
    answer: Signal<Arc<Answer>>,
) -> impl IntoView {
    view! {
        <div class="answer" translate="no" lang="en" dir="ltr">
            {move || answer.with(|answer| answer.blocks.iter().map(block).collect_view())}
        </div>
    }
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Paragraph(lines) => view! { <p>{paragraph(lines)}</p> }.into_any(),
        Block::List(one) => list(one),
    }
}

fn paragraph(lines: &[Line]) -> Vec<AnyView> {
    let mut views = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            views.push(view! { <br/> }.into_any());
        }
        views.push(pieces::line(line));
    }
    views
}

fn list(list: &List) -> AnyView {
    let items: Vec<_> = list
        .items
        .iter()
        .map(|item| {
            let children: Vec<AnyView> = item.children.iter().map(self::list).collect();
            view! { <li>{pieces::line(&item.line)} {children}</li> }
        })
        .collect();
    match list.kind {
        ListKind::Bulleted => view! { <ul>{items}</ul> }.into_any(),
        ListKind::Numbered => view! { <ol>{items}</ol> }.into_any(),
    }
}
