//! Earlier states of a report: to look at, to compare with what it is now, and to go back to.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::difference::Difference;
use super::elsewhere;
use super::session::{Session, session};
use super::state::OpenDraft;
use super::view::View;
use super::words::{language, say, t};
use crate::browser::{clock, focus, intl, nfc};
use crate::route::Route;
use report::draft::Draft;
use report::i18n::Message;
use report::store::{Fault, LoadError, Reason, Revision};

/// What is known of the past.
#[derive(Clone, PartialEq)]
enum Past {
    Looking,
    Known(Vec<Revision>),
    Failed(Fault),
}

/// The moment that is looked at.
#[derive(Clone)]
enum Looked {
    No,
    At(Revision, Box<Draft>),
    Failed(LoadError),
}

/// The view.
#[component]
pub(super) fn HistoryView() -> impl IntoView {
    let (session, open) = (session(), OpenDraft::here());
    let past = RwSignal::new(Past::Looking);
    let looked = RwSignal::new(Looked::No);
    let told = RwSignal::new(None::<&'static str>);
    let id = open.id();
    let write = Route::Write { draft: id.clone(), question: None }.to_string();
    spawn_local(async move {
        let found = session.keeper().history(&id).await;
        // The view may be gone by now.
        let _ = past.try_set(found.map_or_else(Past::Failed, Past::Known));
    });
    view! {
        <View heading=t("ui-history") class="history">
            <p class="actions"><a href=write>{t("ui-write")}</a></p>
            <p>{t("ui-history-text")}</p>
            <div role="status" class="history__told">{move || told.get().map(|key| view! {
                <div class="cdx-message cdx-message--block cdx-message--success">
                    <span class="cdx-message__icon"></span>
                    <div class="cdx-message__content">{t(key)}</div>
                </div>
            })}</div>
            {move || match past.get() {
                Past::Looking => ().into_any(),
                Past::Failed(fault) => view! { <p class="quiet">{say(&fault.message())}</p> }.into_any(),
                Past::Known(moments) if moments.is_empty() => view! { <p class="quiet">{t("ui-history-none")}</p> }.into_any(),
                Past::Known(moments) => list(session, moments, looked),
            }}
            {move || match looked.get() {
                Looked::No => ().into_any(),
                Looked::Failed(error) => view! { <p role="alert">{say(&error.message())}</p> }.into_any(),
                Looked::At(moment, draft) => view! { <Compared moment draft=*draft looked told/> }.into_any(),
            }}
        </View>
    }
}

fn list(session: Session, moments: Vec<Revision>, looked: RwSignal<Looked>) -> AnyView {
    let rows = moments.into_iter().map(move |moment| {
        let when = intl::date_time(&language(), moment.at);
        let why = say(&Message::new(match moment.why {
            Reason::Import => "ui-history-import",
            Reason::Merge => "ui-history-merge",
            Reason::Choice => "ui-history-choice",
            Reason::Copy => "ui-history-copy",
            Reason::Hourly => "ui-history-hourly",
            Reason::Restore => "ui-history-restore-before",
        }));
        let label = say(&Message::new("ui-history-look-named").with(&when));
        let at = moment.at.to_string();
        let id = StoredValue::new(OpenDraft::here().id());
        let look = move |_| {
            let moment = moment.clone();
            spawn_local(async move {
                let found = session.keeper().moment(&id.get_value(), &moment, &nfc).await;
                let found = found.map_or_else(Looked::Failed, |draft| Looked::At(moment, Box::new(draft)));
                if looked.try_set(found).is_none() {
                    focus::soon("#history-moment");
                }
            });
        };
        view! {
            <li class="row">
                <span class="row__text"><time class="row__time" datetime=at>{when}</time> " " <span class="quiet">{why}</span></span>
                <button type="button" class="cdx-button" aria-label=label on:click=look>{t("ui-history-look")}</button>
            </li>
        }
    });
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

/// Puts a report back to what it was. In its history it is an edit like any other.
fn restore(session: Session, open: OpenDraft, past: &Draft) {
    let restored = session.keeper().restored(&open.snapshot(), past, &nfc, clock::now());
    // What the history has is within the limits.
    if let Ok(restored) = restored {
        elsewhere::show(&open.take_over(restored));
        session.saver().save_now();
    }
}

/// What has changed since, question by question, and the way back.
#[component]
fn Compared(
    moment: Revision,
    draft: Draft,
    looked: RwSignal<Looked>,
    told: RwSignal<Option<&'static str>>,
) -> impl IntoView {
    let (session, open) = (session(), OpenDraft::here());
    let when = intl::date_time(&language(), moment.at);
    let changed: Vec<_> = open
        .answers()
        .into_iter()
        .filter_map(|answer| {
            let now = answer.entry.with_untracked(|entry| entry.text().to_owned());
            let then = draft.text(answer.question.id.as_str()).to_owned();
            (now != then).then_some((answer.question, then, now))
        })
        .collect();
    let same = changed.is_empty().then(|| view! { <p>{t("ui-history-same")}</p> });
    let rows = changed.into_iter().map(|(question, then, now)| {
        view! {
            <h3 lang="en" dir="ltr" translate="no">{question.text.clone()}</h3>
            <Difference first=then second=now/>
        }
    });
    let go_back = move |_| {
        let past = draft.clone();
        spawn_local(async move {
            // So that this can be taken back, too.
            let _ = session.keeper().remember(&open.id(), Reason::Restore, clock::now()).await;
            restore(session, open, &past);
            let _ = told.try_set(Some("ui-history-restored"));
            let _ = looked.try_set(Looked::No);
            focus::soon("main h1");
        });
    };
    view! {
        <section class="history__compared" aria-labelledby="history-moment">
            <h2 id="history-moment" tabindex="-1">{say(&Message::new("ui-history-then").with(when))}</h2>
            <p class="quiet">{t("ui-history-legend")}</p>
            {same}
            {rows.collect_view()}
            <p class="actions">
                <button type="button" class="cdx-button cdx-button--action-progressive" on:click=go_back>{t("ui-history-restore")}</button>
            </p>
        </section>
    }
}
