//! Answers there and here, question by question.

use leptos::prelude::*;

use crate::components::difference::Difference;
use crate::session::OpenDraft;
use crate::session::words::t;
use report::meta::AnswerDifference;

/// The questions whose answers differ, each with what is there and what is here marked in one text.
#[component]
pub fn Differences(
    /// The differences, in the form's order.
    differences: Vec<AnswerDifference>,
) -> impl IntoView {
    let form = OpenDraft::here().form();
    let rows = differences.into_iter().map(|differing| {
        let question = form.question(differing.question.as_str()).map(|question| question.text.as_str());
        let absent =
            differing.there.is_none().then(|| view! { <p class="quiet">{t("ui-meta-answer-absent")}</p> });
        view! {
            <li>
                <p translate="no" lang="en" dir="auto"><b>{question.unwrap_or_default()}</b></p>
                {absent}
                <Difference first=differing.there.unwrap_or_default() second=differing.here/>
            </li>
        }
    });
    view! {
        <p class="quiet">{t("ui-meta-differences")}</p>
        <ul class="meta__differences">{rows.collect_view()}</ul>
    }
}
