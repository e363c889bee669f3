//! One question by itself, for a view that shows one after the other.

use leptos::prelude::*;

use super::drawn::Drawn;
use super::keep_all::Seen;
use super::keep_up;
use super::question::QuestionView;
use crate::session::OpenDraft;
use report::form::QuestionId;

/// The question that `here` names, with its field and everything that the view *Write* shows with it.
#[component]
pub fn QuestionAlone(
    /// The question that is shown.
    #[prop(into)]
    here: Signal<QuestionId>,
) -> impl IntoView {
    let open = OpenDraft::here();
    keep_up::watch(open);
    Drawn::begin(open.form());
    Seen::begin();
    view! {
        {move || open.answer(here.get().as_str()).map(|answer| view! { <QuestionView answer/> })}
    }
}

/// Brings the focused field and the draft in step, before another question takes its place.
pub fn leave_question(open: OpenDraft) {
    keep_up::about_to_leave(open);
}
