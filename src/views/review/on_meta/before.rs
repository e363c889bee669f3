//! What to know before saving on the wiki.

use leptos::prelude::*;

use super::super::next::{LOG_IN, Step, Ticks};
use super::super::output::Outcome;
use crate::session::words::{say, t};
use report::i18n::Message;

/// Short notes beforehand: log in first, what a new account may be asked, what the button is called. Pressing the link
/// ticks off the step.
#[component]
pub(super) fn BeforeSaving(outcome: Outcome, ticks: Ticks) -> impl IntoView {
    let log_in = outcome.wiki.pages() + LOG_IN;
    let publish = Message::new("ui-meta-before-publish").with("Publish page").with("Publish changes");
    view! {
        <ul>
            <li>
                {t("ui-meta-before-log-in")}
                " "
                <a href=log_in target="_blank" rel="noopener" on:click=move |_| ticks.set(Step::LogIn, true)>
                    {t("ui-steps-log-in-link")}
                </a>
            </li>
            <li>{t("ui-meta-before-person")}</li>
            <li>{say(&publish)}</li>
        </ul>
    }
}
