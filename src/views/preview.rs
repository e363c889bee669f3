//! The report as readers on Meta will see it, made of DOM nodes, never of HTML text.
//!
//! [`AnswerView`] shows one answer and follows it alone; [`PageView`] is the whole table. The content is in English
//! and from left to right whatever the app's language, as Meta's page will be, and browsers do not translate it.

use std::sync::Arc;

use crate::browser::page;
use crate::session::{OpenAnswer, OpenDraft};
use leptos::prelude::*;
use report::answer::{Answer, Block, Inline, Line, List, ListKind, Run, Style, page_url};
use report::form::{OutlineRow, Question};

/// The longest time that other work may delay showing an answer, in milliseconds.
const PATIENCE: u32 = 250;

/// Content below an answer, such as a link to change it.
type Extra = Arc<dyn Fn(&'static Question) -> AnyView + Send + Sync>;

/// The open draft's page as Meta will show it. A keystroke redraws only its own answer's cell, a moment later.
#[component]
pub fn PageView(
    /// Content below each answer that does not belong to the page.
    #[prop(optional)]
    extra: Option<Extra>,
) -> impl IntoView {
    let open = OpenDraft::here();
    let row = |row: OutlineRow<'static>| match row {
        OutlineRow::Section(title) => Some(heading(view! { <b>{title}</b> }.into_any())),
        OutlineRow::Group(title) => Some(heading(view! { <i>{title}</i> }.into_any())),
        OutlineRow::Question(question) => {
            open.answer(question.id.as_str()).map(|answer| answered(answer, extra.as_ref()))
        }
    };
    let rows: Vec<AnyView> = open.form().outline().filter_map(row).collect();
    // The roles are those of a table; they are explicit because narrow screens show the rows as blocks.
    view! {
        <div class="page" translate="no" lang="en" dir="ltr">
            <table class="page__table" role="table">
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}

fn heading(title: AnyView) -> AnyView {
    view! {
        <tr class="page__heading" role="row">
            <th colspan="2" scope="colgroup" role="columnheader">{title}</th>
        </tr>
    }
    .into_any()
}

fn answered(answer: OpenAnswer, extra: Option<&Extra>) -> AnyView {
    let question = answer.question;
    let extra = extra.map(|extra| extra(question));
    let tree = tree_soon(answer);
    view! {
        <tr class="page__row" role="row" data-question=question.id.as_str()>
            <td class="page__question" role="cell">{question.text.clone()}</td>
            <td class="page__answer" role="cell">
                <AnswerView answer=tree/>
                {extra}
            </td>
        </tr>
    }
    .into_any()
}

/// Returns a signal of an answer's tree that follows the answer when the browser is idle, so that keystrokes are shown
/// in the field first.
fn tree_soon(answer: OpenAnswer) -> RwSignal<Arc<Answer>> {
    let shown = RwSignal::new(answer.tree.get_untracked());
    let is_due = StoredValue::new(false);
    let follow = move || {
        // The view may be gone when this runs.
        let _ = is_due.try_set_value(false);
        if let Some(tree) = answer.tree.try_get_untracked() {
            let _ = shown.try_set(tree);
        }
    };
    Effect::new(move |before: Option<()>| {
        answer.entry.track();
        if before.is_some() && !is_due.get_value() {
            is_due.set_value(true);
            page::when_idle(PATIENCE, follow);
        }
    });
    shown
}

/// An answer as its readers will see it, redrawn only when its tree changes.
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
        views.push(line_view(line));
    }
    views
}

fn list(list: &List) -> AnyView {
    let items: Vec<_> = list
        .items
        .iter()
        .map(|item| {
            let children: Vec<AnyView> = item.children.iter().map(self::list).collect();
            view! { <li>{line_view(&item.line)} {children}</li> }
        })
        .collect();
    match list.kind {
        ListKind::Bulleted => view! { <ul>{items}</ul> }.into_any(),
        ListKind::Numbered => view! { <ol>{items}</ol> }.into_any(),
    }
}

/// Draws a line's pieces.
fn line_view(line: &Line) -> AnyView {
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

/// Draws a link that opens in another tab, so that writers who check it keep their place here.
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
