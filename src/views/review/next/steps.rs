//! The steps on Meta, in order, with the words of Meta's own buttons.

use leptos::prelude::*;

use super::super::output::Outcome;
use super::super::same_title;
use super::tick::Tick;
use super::ticks::{Step, Ticks};
use crate::browser::focus;
use crate::session::words::{say, t};
use report::i18n::Message;

/// The page for logging in.
pub(in crate::views::review) const LOG_IN: &str = "Special:UserLogin";

/// The steps on Meta. Pressing a step's link ticks it off. The buttons' words are those of MediaWiki with Wikimedia's settings, in English
/// (`publishpage`, `publishchanges`, `showpreview`).
#[component]
pub(super) fn Steps(outcome: Outcome, ticks: Ticks) -> impl IntoView {
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
            <a href=url target="_blank" rel="noopener" on:click=move |_| ticks.set(Step::Editor, true)>
                {t("ui-steps-open-editor")}
            </a>
        }
        .into_any(),
        None => view! { <span>{t("ui-steps-no-title")}</span> }.into_any(),
    };
    let publish = Message::new("ui-steps-publish").with("Publish page").with("Publish changes");
    view! {
        <ol class="steps">
            <li><Tick ticks step=Step::Copy words=t("ui-steps-copy")/></li>
            <li>
                <Tick ticks step=Step::LogIn words=t("ui-steps-log-in")/>
                <p class="step__more">
                    <a href=outcome.wiki.pages() + LOG_IN target="_blank" rel="noopener" on:click=move |_| ticks.set(Step::LogIn, true)>
                        {t("ui-steps-log-in-link")}
                    </a>
                </p>
            </li>
            <li>
                <Tick ticks step=Step::Editor words=t("ui-steps-editor")/>
                <p class="step__more">{editor}</p>
                <p class="step__more quiet">{t("ui-steps-editor-note")}</p>
            </li>
            <li><Tick ticks step=Step::Paste words=t("ui-steps-paste")/></li>
            <li><Tick ticks step=Step::Preview words=say(&Message::new("ui-steps-preview").with("Show preview"))/></li>
            <li><Tick ticks step=Step::Publish words=say(&publish)/></li>
        </ol>
    }
}
