//! The choices: the purpose, the years, the report that the answers go into; and the button.

use leptos::prelude::*;

use super::plan::{Plan, Use};
use super::take;
use crate::browser::nfc;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::radios::{Radio, Radios};
use crate::route::Route;
use crate::session::words::{say, t};
use report::draft::DraftId;
use report::i18n::Message;
use report::store::{Card, DraftInfo};

/// The choices of what the answers are for and where they go, with the button that takes them.
#[component]
pub(super) fn Choices(
    plan: Plan,
    /// Whether there is a button: if a file has several reports, another button may take them.
    #[prop(default = true.into(), into)]
    with_button: Signal<bool>,
) -> impl IntoView {
    view! {
        <section class="open__choices" aria-labelledby="open-choices">
            <h2 id="open-choices">{t("ui-import-choices")}</h2>
            <VersionOf plan/>
            <Show when=move || is_start(plan)>
                <YearField
                    id="open-new-year"
                    label="ui-import-new-year"
                    help="ui-import-new-year-help"
                    shown=Signal::derive(move || plan.new_year_shown())
                    typed=plan.new_year
                />
            </Show>
            <details class="open__change">
                <summary>{t("ui-import-change")}</summary>
                <UseChoice plan/>
                <Show when=move || plan.use_as.get() == Use::LastYear>
                    <YearField
                        id="open-year"
                        label="ui-import-year"
                        help="ui-import-year-help"
                        shown=Signal::derive(move || plan.year_shown())
                        typed=plan.year
                    />
                </Show>
                <TargetChoice plan/>
            </details>
            <Show when=move || with_button.get() && !is_nothing(plan)>
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

/// Returns whether a new year's report starts from what came in.
fn is_start(plan: Plan) -> bool {
    plan.target.with(Option::is_none) && plan.use_as.get() == Use::LastYear
}

/// Returns whether there is nothing to take into an existing report.
fn is_nothing(plan: Plan) -> bool {
    plan.target.with(Option::is_some) && plan.chosen.with(Vec::is_empty)
}

/// The line that says that what came in is a version of a report in this browser, with a link to that.
#[component]
fn VersionOf(plan: Plan) -> impl IntoView {
    let version = move || {
        let card = plan.version.get()?;
        let question = plan.merged().and_then(|copy| copy.only_question().cloned());
        let route = Route::Write { draft: card.id.clone(), question };
        let key = if plan.merged().is_some() { "ui-import-copy-of" } else { "ui-import-version" };
        let words = Message::new(key).with(name_of(&card.info)).with(card.info.year);
        (plan.target.get() == Some(card.id)).then(|| {
            view! {
                <MessageBox kind=MessageKind::Notice>
                    {say(&words)} " " <a href=route.to_string()>{t("ui-import-to-report")}</a>
                </MessageBox>
            }
        })
    };
    view! { <div>{version}</div> }
}

/// Returns whether what came in is a part of a report with one question.
fn is_question(plan: Plan) -> bool {
    plan.copy.with(|copy| copy.as_ref().is_some_and(|copy| copy.only_question().is_some()))
}

fn button(plan: Plan) -> String {
    match (plan.target.get(), plan.use_as.get()) {
        (Some(_), _) => say(&Message::new("ui-import-take").with(plan.chosen.with(Vec::len))),
        (None, Use::GoOn) if is_question(plan) => t("ui-import-open-question"),
        (None, Use::GoOn) => t("ui-import-open-new"),
        (None, Use::LastYear) => match plan.new_year_shown().trim() {
            "" => t("ui-import-start-new"),
            year => say(&Message::new("ui-import-start-year").with(year)),
        },
    }
}

#[component]
fn UseChoice(plan: Plan) -> impl IntoView {
    let radios = [
        (Use::GoOn, "open-go-on", "ui-import-go-on"),
        (Use::LastYear, "open-last-year", "ui-import-last-year"),
    ];
    let radios = radios.map(|(value, id, words)| Radio { value, id, words: t(words) });
    view! { <Radios legend=t("ui-import-use") name="open-use" radios=radios.into() chosen=plan.use_as/> }
}

/// A field for a year.
#[component]
fn YearField(
    id: &'static str,
    /// The message keys of its label and of the help below that.
    label: &'static str,
    help: &'static str,
    /// The year that is in it.
    shown: Signal<String>,
    /// The year as typed.
    typed: RwSignal<Option<String>>,
) -> impl IntoView {
    let help_id = format!("{id}-help");
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for=id>
                    <span class="cdx-label__label__text">{t(label)}</span>
                </label>
                <span class="cdx-label__description" id=help_id.clone()>{t(help)}</span>
            </div>
            <div class="cdx-text-input">
                <input
                    class="cdx-text-input__input"
                    id=id
                    dir="auto"
                    autocomplete="off"
                    aria-describedby=help_id
                    prop:value=move || shown.get()
                    on:input=move |event| typed.set(Some(event_target_value(&event)))
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
        view! { <option value=card.id.to_string() selected=selected>{name(&card.info)}</option> }
    });
    let new = plan.target.with_untracked(Option::is_none);
    let chosen = move || plan.target.get().map(|id| id.to_string()).unwrap_or_default();
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for="open-target">
                    <span class="cdx-label__label__text">{t("ui-import-target")}</span>
                </label>
            </div>
            <select class="cdx-select" id="open-target" translate="no" prop:value=chosen on:change=choose>
                <option value="" selected=new>{t("ui-import-target-new")}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

fn name_of(summary: &DraftInfo) -> String {
    if summary.affiliate.is_empty() { t("ui-report-without-name") } else { summary.affiliate.clone() }
}

fn name(summary: &DraftInfo) -> String {
    say(&Message::new("ui-import-target-draft")
        .with(name_of(summary))
        .with(&summary.year)
        .with(summary.done)
        .with(summary.total))
}
