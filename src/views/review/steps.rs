//! The way on Meta, step by step, with the words of Meta's own buttons.

use leptos::prelude::*;

use super::output::Outcome;
use super::same_title;
use crate::browser::focus;
use crate::session::words::{say, t};
use report::i18n::Message;

/// The address where one logs in to Meta.
const LOG_IN: &str = "https://meta.wikimedia.org/wiki/Special:UserLogin";

/// The part with the steps on Meta. The buttons' words are those of MediaWiki with Wikimedia's settings, in English
/// (`publishpage`, `publishchanges`, `showpreview`).
#[component]
pub(super) fn Steps(outcome: Outcome) -> impl IntoView {
    let editor = move || match outcome.editor() {
        _ if outcome.undecided().is_some() => view! {
            <span>{t("ui-steps-undecided")}</span>
            " "
            <button type="button" class="cdx-button" on:click=|_| focus::element(same_title::PART)>
                {t("ui-steps-decide")}
            </button>
        }
        .into_any(),
        Some(url) => view! {
            <a href=url target="_blank" rel="noopener">{t("ui-steps-open-editor")}</a>
        }
        .into_any(),
        None => view! { <span>{t("ui-steps-no-title")}</span> }.into_any(),
    };
    let buttons = ["Publish page", "Publish changes"];
    let publish = Message::new("ui-steps-publish").with(buttons[0]).with(buttons[1]);
    view! {
        <section class="review__part" aria-labelledby="review-steps">
            <h2 id="review-steps">{t("ui-steps-heading")}</h2>
            <ol class="steps">
                <li>
                    {t("ui-steps-log-in")} " "
                    <a href=LOG_IN target="_blank" rel="noopener">{t("ui-steps-log-in-link")}</a>
                </li>
                <li>{t("ui-steps-copy")}</li>
                <li>{editor} <p class="quiet">{t("ui-steps-editor-note")}</p></li>
                <li>{t("ui-steps-paste")}</li>
                <li>{say(&Message::new("ui-steps-preview").with("Show preview"))}</li>
                <li>{say(&publish)}</li>
            </ol>
        </section>
    }
}
