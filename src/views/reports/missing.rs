//! Missing reports: who has no report of the year, known once the portal's list of affiliates was read.

use leptos::prelude::*;

use super::reviewing::Reviewing;
use crate::browser::{clock, files, focus};
use crate::components::icon::icon;
use crate::components::message::{MessageBox, MessageKind};
use crate::meta::{Asker, Flow};
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::views::asking::Asking;
use report::collection::{DueState, MissingReport, missing_csv};
use report::i18n::Message;
use report::meta::portal::{Affiliate, PortalTable, affiliates};
use report::meta::{Failure, PageError, read_page};

/// The button that reads the portal's list, and the affiliates in it without a report of the shown year.
#[component]
pub(super) fn Missing(reviewing: Reviewing) -> impl IntoView {
    let (flow, scope) = (Flow::new(), Scope::here());
    let wrong = RwSignal::new(None::<Message>);
    let is_known = Memo::new(move |_| reviewing.collection.with(|reports| !reports.directory().is_empty()));
    let listed = Memo::new(move |_| is_known.get().then(|| Listed::of(reviewing)).flatten());
    let press = move || {
        wrong.set(None);
        flow.run(scope, ask_affiliates, move |read| match read {
            Ok(affiliates) => {
                reviewing.set_affiliates(affiliates);
                focus::soon_unless_typing("#reports-missing");
            }
            Err(why) => wrong.set(Some(why)),
        });
    };
    view! {
        <section class="reports__part" aria-labelledby="reports-missing">
            <h2 id="reports-missing" tabindex="-1">{t("ui-reports-missing")}</h2>
            <Show when=move || !is_known.get()>
                <p>{t("ui-reports-missing-text")}</p>
                <Asking flow label=t("ui-reports-portal-read") sends=t("ui-reports-portal-sends") on_press=press/>
            </Show>
            <div role="status">
                {move || wrong.get().map(|why| view! {
                    <MessageBox kind=MessageKind::Warning>{say(&why)}</MessageBox>
                })}
                {move || listed.with(|listed| Some(view! { <p>{say(&listed.as_ref()?.count())}</p> }))}
            </div>
            {move || is_known.get().then(|| list(reviewing, listed.get()))}
        </section>
    }
}

/// Reads the portal's list of affiliates; the inner error is for the reviewer to see.
async fn ask_affiliates(asker: Asker) -> Result<Result<Vec<Affiliate>, Message>, Failure> {
    let table = PortalTable::Affiliates;
    let answer = asker.ask(Message::new("ui-meta-asks-page").with(table.title()), &table.request()).await?;
    Ok(match read_page(&table.asked(), &answer) {
        Ok(page) => affiliates(&page.text).map_err(|error| error.message()),
        Err(PageError::Failure(failure)) => return Err(failure),
        Err(error) => Err(error.message()),
    })
}

/// The affiliates without a report of a year.
#[derive(Clone, PartialEq)]
struct Listed {
    missing: Vec<MissingReport>,
    /// The number of all affiliates that the portal lists.
    all: usize,
    year: u16,
}

impl Listed {
    /// Lists them for the shown year, or the latest; `None` if no report names a year. Subscribes to the collection.
    fn of(reviewing: Reviewing) -> Option<Self> {
        reviewing.collection.with(|reports| {
            let year = reviewing.shown_year().or_else(|| reports.years().first().copied())?;
            Some(Self { missing: reports.missing(year), all: reports.directory().affiliates().len(), year })
        })
    }

    fn count(&self) -> Message {
        Message::new("ui-reports-missing-count").with(self.missing.len()).with(self.year).with(self.all)
    }
}

fn list(reviewing: Reviewing, listed: Option<Listed>) -> AnyView {
    let Some(Listed { missing, year, .. }) = listed else {
        return view! { <p class="quiet">{t("ui-reports-missing-no-year")}</p> }.into_any();
    };
    let csv = missing_csv(&missing);
    let rows = missing.into_iter().map(|missing| row(reviewing, missing)).collect_view();
    view! {
        <ul class="rows">{rows}</ul>
        <p class="actions">
            <button type="button" class="cdx-button" on:click=move |_| save(&csv, year)>{icon("download")} {t("ui-reports-missing-save")}</button>
        </p>
    }
    .into_any()
}

fn save(csv: &str, year: u16) {
    let name = format!("affiliates-without-a-report-{year}.csv");
    files::offer(name, "text/csv;charset=utf-8", csv.to_owned());
}

fn row(reviewing: Reviewing, missing: MissingReport) -> AnyView {
    let MissingReport { affiliate, last_year, near } = missing;
    let about: Vec<&str> =
        [affiliate.kind.as_str(), &affiliate.region].into_iter().filter(|part| !part.is_empty()).collect();
    let last = last_year.map(|year| say(&Message::new("ui-reports-missing-last").with(year)));
    let due = match DueState::of(&affiliate, clock::today()) {
        DueState::Unknown => None,
        DueState::DueIn { days } => Some(say(&Message::new("ui-reports-due-in").with(days))),
        DueState::Overdue { days } => Some(say(&Message::new("ui-reports-overdue").with(days))),
    };
    let words = [last, due].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = affiliate.name.clone();
    let near = near.into_iter().map(|near| {
        let (other, own) = (near.name.clone(), name.clone());
        let take = move |_| {
            reviewing.collection.update(|reports| reports.call_same(&other, &own));
            focus::soon("#reports-missing");
        };
        let label = say(&Message::new("ui-reports-missing-near").with(near.name).with(&name));
        view! { <button type="button" class="cdx-button" on:click=take>{label}</button> }
    });
    view! {
        <li class="row">
            <p class="row__text">
                <strong translate="no" dir="auto">{affiliate.name.clone()}</strong>
                " "
                <span class="quiet" translate="no">{about.join(" · ")}</span>
                " "
                <span class="quiet">{words}</span>
            </p>
            {near.collect_view()}
        </li>
    }
    .into_any()
}
