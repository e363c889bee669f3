//! One fact from the portal, beside the present answer.

use leptos::prelude::*;

use crate::components::form_text::form_text_with_english;
use crate::components::message::InlineWarning;
use crate::session::OpenDraft;
use crate::session::form_words;
use crate::session::words::{say, t};
use report::draft::Entry;
use report::i18n::Message;
use report::meta::portal::{Fact, FactSource};

/// The question, the portal's fact and the present answer; the button takes the fact over, and undoes that.
#[component]
pub(super) fn FactRow(fact: Fact) -> impl IntoView {
    let open = OpenDraft::here();
    let question = fact.question.clone();
    let Some(answer) = open.answer(question.as_str()) else { return ().into_any() };
    let wording = form_words::wording(&answer.question.text);
    let words = wording.shown.clone();
    let source = match &fact.source {
        FactSource::Affiliate => Message::new("ui-meta-fact-own"),
        FactSource::Report { start, end } => Message::new("ui-meta-fact-report").with(start).with(end),
    };
    let now = move || {
        let text = answer.text();
        if text.trim().is_empty() { t("ui-meta-fact-empty") } else { text }
    };
    let before = RwSignal::new(None::<Entry>);
    let refused = RwSignal::new(None::<Message>);
    let take = {
        let question = question.clone();
        move |text: &str| {
            let old = answer.entry.get_untracked();
            match open.set_text(&question, text) {
                Ok(_) => {
                    before.set(Some(old));
                    refused.set(None);
                    open.settle();
                }
                Err(error) => refused.set(Some(error.message())),
            }
        }
    };
    let undo = move |_| {
        let Some(old) = before.get_untracked() else { return };
        match open.insert(&question, old) {
            Ok(_) => before.set(None),
            Err(error) => refused.set(Some(error.message())),
        }
    };
    let offered = fact.answer;
    let take_words = say(&Message::new("ui-meta-fact-take-named").with(&words));
    let undo_words = say(&Message::new("ui-meta-fact-undo-named").with(&words));
    let action = offered.map(|offered| {
        let is_same = {
            let offered = offered.clone();
            Memo::new(move |_| answer.text().trim() == offered)
        };
        let take = take.clone();
        view! {
            <p class="actions">
                {move || if is_same.get() {
                    view! { <span role="status">{t("ui-meta-fact-same")}</span> }.into_any()
                } else {
                    let (take, offered, label) = (take.clone(), offered.clone(), take_words.clone());
                    view! {
                        <button type="button" class="cdx-button" aria-label=label on:click=move |_| take(&offered)>
                            {t("ui-meta-fact-take")}
                        </button>
                    }
                    .into_any()
                }}
                <Show when=move || is_same.get() && before.with(Option::is_some)>
                    " "
                    <button type="button" class="cdx-button" aria-label=undo_words.clone() on:click=undo.clone()>
                        {t("ui-undo")}
                    </button>
                </Show>
            </p>
        }
    });
    view! {
        <li class="incoming">
            <p class="incoming__question">{form_text_with_english(wording)}</p>
            <dl class="fact">
                <dt>{say(&source)}</dt>
                <dd translate="no" dir="auto">{fact.value}</dd>
                <dt>{t("ui-meta-fact-now")}</dt>
                <dd dir="auto" prop:textContent=now></dd>
            </dl>
            {action}
            {move || refused.get().map(|why| view! { <InlineWarning words=say(&why)/> })}
        </li>
    }
    .into_any()
}
