//! The choices: what for, from which year, into which report; and the button.

use leptos::prelude::*;

use super::plan::{Plan, Use};
use super::take;
use crate::browser::nfc;
use crate::session::words::{say, t};
use report::draft::DraftId;
use report::i18n::Message;
use report::store::{Card, DraftInfo};

/// The choices of what the answers are for and where they go, with the button that takes them.
#[component]
pub(super) fn Choices(
    plan: Plan,
    /// Whether there is a button: of several reports in a file, another button may do it.
    #[prop(default = true.into(), into)]
    with_button: Signal<bool>,
) -> impl IntoView {
    view! {
        <section class="open__choices" aria-labelledby="open-choices">
            <h2 id="open-choices">{t("ui-import-choices")}</h2>
            <UseChoice plan/>
            <Show when=move || plan.use_as.get() == Use::LastYear><Year plan/></Show>
            <TargetChoice plan/>
            <Show when=move || with_button.get()>
                <p class="actions">
                    <button
                        type="button"
                        class="cdx-button cdx-button--action-progressive cdx-button--weight-primary"
                        on:click=move |_| take::take(plan)
                        prop:textContent=move || button(plan)
                    ></button>
                </p>
            </Show>
            <take::Outcome plan/>
        </section>
    }
}

fn button(plan: Plan) -> String {
    match (plan.target.get(), plan.use_as.get()) {
        (Some(_), _) => say(&Message::new("ui-import-take").with(plan.chosen.with(Vec::len))),
        (None, Use::GoOn) => t("ui-import-open-new"),
        (None, Use::LastYear) => t("ui-import-start-new"),
    }
}

#[component]
fn UseChoice(plan: Plan) -> impl IntoView {
    let choices = [
        (Use::GoOn, "open-go-on", "ui-import-go-on"),
        (Use::LastYear, "open-last-year", "ui-import-last-year"),
    ];
    let radios = choices.map(|(value, id, words)| {
        view! {
            <div class="cdx-radio">
                <div class="cdx-radio__wrapper">
                    <input
                        class="cdx-radio__input"
                        type="radio"
                        name="open-use"
                        id=id
                        prop:checked=move || plan.use_as.get() == value
                        on:change=move |_| plan.use_as.set(value)
                    />
                    <span class="cdx-radio__icon"></span>
                    <div class="cdx-radio__label cdx-label">
                        <label class="cdx-label__label" for=id>{t(words)}</label>
                    </div>
                </div>
            </div>
        }
    });
    view! {
        <fieldset class="cdx-field">
            <legend class="cdx-label">
                <span class="cdx-label__label__text">{t("ui-import-use")}</span>
            </legend>
            {radios.collect_view()}
        </fieldset>
    }
}

/// The field for the year that answers are marked with: *From 2023, not checked*.
#[component]
fn Year(plan: Plan) -> impl IntoView {
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for="open-year">
                    <span class="cdx-label__label__text">{t("ui-import-year")}</span>
                </label>
                <span class="cdx-label__description" id="open-year-help">{t("ui-import-year-help")}</span>
            </div>
            <div class="cdx-text-input">
                <input
                    class="cdx-text-input__input"
                    id="open-year"
                    dir="auto"
                    autocomplete="off"
                    aria-describedby="open-year-help"
                    prop:value=untrack(|| plan.year_shown())
                    on:input=move |event| plan.year.set(Some(event_target_value(&event)))
                />
            </div>
        </div>
    }
}

/// The choice between a new report and those in this browser.
#[component]
fn TargetChoice(plan: Plan) -> impl IntoView {
    let cards: Vec<Card> = plan.session.repository().shelf(&nfc).drafts;
    let choose = move |event| plan.target.set(DraftId::new(&event_target_value(&event)));
    let options = cards.into_iter().map(move |card| {
        let selected = plan.target.with_untracked(|target| *target == Some(card.id.clone()));
        view! { <option value=card.id.to_string() selected=selected>{name(&card.summary)}</option> }
    });
    let new = plan.target.with_untracked(Option::is_none);
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for="open-target">
                    <span class="cdx-label__label__text">{t("ui-import-target")}</span>
                </label>
            </div>
            <select class="cdx-select" id="open-target" translate="no" on:change=choose>
                <option value="" selected=new>{t("ui-import-target-new")}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

fn name(summary: &DraftInfo) -> String {
    let affiliate =
        if summary.affiliate.is_empty() { t("ui-report-without-name") } else { summary.affiliate.clone() };
    say(&Message::new("ui-import-target-draft")
        .with(affiliate)
        .with(&summary.year)
        .with(summary.done)
        .with(summary.total))
}
