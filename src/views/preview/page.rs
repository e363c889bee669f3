//! The whole page: a heading row for each section and group, a row for each question.

use std::sync::Arc;

use leptos::prelude::*;

use super::AnswerView;
use crate::session::{Answer, OpenDraft};
use report::form::{OutlineRow, Question};

/// A function that draws something below an answer, such as a link to change it.
type Extra = Arc<dyn Fn(&'static Question) -> AnyView + Send + Sync>;

/// The open draft's page as Meta will show it. A keystroke makes only its own answer's cell anew.
#[component]
pub fn PageView(
    /// The additions below each answer, which do not belong to the page.
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
    // The roles are a table's own; they are said, because narrow screens show the rows as blocks.
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

fn answered(answer: Answer, extra: Option<&Extra>) -> AnyView {
    let question = answer.question;
    let extra = extra.map(|extra| extra(question));
    view! {
        <tr class="page__row" role="row" data-question=question.id.as_str()>
            <td class="page__question" role="cell">{question.text.clone()}</td>
            <td class="page__answer" role="cell">
                <AnswerView answer=answer.tree/>
                {extra}
            </td>
        </tr>
    }
    .into_any()
}
