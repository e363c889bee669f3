//! What to know before one saves on the wiki.

use leptos::prelude::*;

use super::super::output::Outcome;
use crate::session::words::{say, t};
use report::i18n::Message;

/// Short words beforehand: log in first, what a new account may be asked, what the button is called.
#[component]
pub(super) fn BeforeSaving(outcome: Outcome) -> impl IntoView {
    let log_in = outcome.wiki.pages() + "Special:UserLogin";
    let publish = Message::new("ui-meta-before-publish").with("Publish page").with("Publish changes");
    view! {
        <ul>
            <li>
                {t("ui-meta-before-log-in")}
                " "
                <a href=log_in target="_blank" rel="noopener">{t("ui-steps-log-in-link")}</a>
            </li>
            <li>{t("ui-meta-before-person")}</li>
            <li>{say(&publish)}</li>
        </ul>
    }
}
