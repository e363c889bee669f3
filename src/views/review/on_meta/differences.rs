//! The answers on the wiki and here, question by question.

use leptos::prelude::*;

use crate::components::difference::Difference;
use crate::components::form_text::form_text_with_english;
use crate::session::OpenDraft;
use crate::session::form_words;
use crate::session::words::t;
use report::meta::AnswerDifference;

/// The questions whose answers differ, each with the differences between the wiki's text and the one here marked in
/// one text.
#[component]
pub fn Differences(
    /// The differences, in the form's order.
    differences: Vec<AnswerDifference>,
) -> impl IntoView {
    let form = OpenDraft::here().form();
    let rows = differences.into_iter().map(|differing| {
        let question = form.question(differing.question.as_str());
        let question = question.map(|question| form_text_with_english(form_words::wording(&question.text)));
        let absent =
            differing.there.is_none().then(|| view! { <p class="quiet">{t("ui-meta-answer-absent")}</p> });
        view! {
            <li>
                <p><b>{question}</b></p>
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
