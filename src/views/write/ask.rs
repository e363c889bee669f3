//! *Share* at a question: sends one question to a person who knows the answer.

use leptos::prelude::*;

use super::question_button::{QuestionButton, Toggle};
use crate::session::session;
use crate::session::words::t;
use report::form::Question;

/// The button that shares a question.
#[component]
pub(super) fn Ask(question: &'static Question) -> impl IntoView {
    let sharing = session().sharing;
    let share = move |()| sharing.begin(Some(question));
    view! { <QuestionButton question words=t("ui-share") toggle=Toggle::Dialog on_press=share/> }
}
