//! The affiliates' data portal: read on a press, with the affiliate chosen from its list, and its facts offered one by
//! one.

use std::sync::Arc;

use leptos::prelude::*;

use super::fact::FactRow;
use crate::browser::{clock, focus};
use crate::components::message::{MessageBox, MessageKind};
use crate::meta::{Asker, Flow};
use crate::session::OpenDraft;
use crate::session::locale;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::views::asking::Asking;
use report::date::Date;
use report::i18n::Message;
use report::meta::portal::{
    Affiliate, PortalReport, PortalTable, affiliates, affiliates_named, facts, last_report, portal_reports,
};
use report::meta::{Failure, Page, PageError, read_page};

/// The portal's tables as they were read.
#[derive(Debug, PartialEq)]
struct Tables {
    affiliates: Vec<Affiliate>,
    reports: Vec<PortalReport>,
    /// The day of the newer table's revision, if it has one.
    saved: Option<Date>,
}

/// The data portal in this view: empty until its button is pressed. Copies are the same.
#[derive(Clone, Copy)]
pub(in crate::views::review) struct Portal {
    flow: Flow,
    scope: Scope,
    read: RwSignal<Option<Result<Arc<Tables>, Message>>>,
    /// The index of the chosen affiliate in the list.
    chosen: RwSignal<Option<usize>>,
}

impl Portal {
    /// Makes the portal of a view that is being made.
    pub(in crate::views::review) fn new() -> Self {
        Self {
            flow: Flow::new(),
            scope: Scope::here(),
            read: RwSignal::new(None),
            chosen: RwSignal::new(None),
        }
    }

    /// Returns the chosen affiliate. Subscribes to the choice.
    pub(in crate::views::review) fn affiliate(self) -> Option<Affiliate> {
        let at = self.chosen.get()?;
        self.read.with(|read| read.as_ref()?.as_ref().ok()?.affiliates.get(at).cloned())
    }

    fn ask(self, name: String) {
        self.read.set(None);
        self.chosen.set(None);
        self.flow.run(self.scope, ask_tables, move |read| {
            if let Ok(tables) = &read {
                let likeliest = affiliates_named(&name, &tables.affiliates).first().copied();
                let place = |one: &Affiliate| tables.affiliates.iter().position(|other| other == one);
                self.chosen.set(likeliest.and_then(place));
            }
            self.read.set(Some(read.map(Arc::new)));
            focus::soon_unless_typing("#portal-read");
        });
    }
}

/// Reads both tables; the inner error is for the writer to see.
async fn ask_tables(asker: Asker) -> Result<Result<Tables, Message>, Failure> {
    let first = table(&asker, PortalTable::Affiliates).await?;
    let second = table(&asker, PortalTable::Reports).await?;
    Ok(first.and_then(|first| tables(&first, &second?)))
}

/// Reads a table's page; the inner error is for the writer to see.
async fn table(asker: &Asker, table: PortalTable) -> Result<Result<Page, Message>, Failure> {
    let answer = asker.ask(Message::new("ui-meta-asks-page").with(table.title()), &table.request()).await?;
    match read_page(&table.asked(), &answer) {
        Ok(page) => Ok(Ok(page)),
        Err(PageError::Failure(failure)) => Err(failure),
        Err(error) => Ok(Err(error.message())),
    }
}

fn tables(first: &Page, second: &Page) -> Result<Tables, Message> {
    Ok(Tables {
        affiliates: affiliates(&first.text).map_err(|error| error.message())?,
        reports: portal_reports(&second.text).map_err(|error| error.message())?,
        saved: first.saved_on().max(second.saved_on()),
    })
}

/// The button that reads the portal, the choice of the affiliate, and what the portal says.
#[component]
pub(super) fn PortalRead(portal: Portal) -> impl IntoView {
    let open = OpenDraft::here();
    let press = move || portal.ask(untrack(|| open.name()));
    view! {
        <h2>{t("ui-meta-portal-heading")}</h2>
        <p>{t("ui-meta-portal-what")}</p>
        <Asking flow=portal.flow label=t("ui-meta-portal") sends=t("ui-meta-portal-sends") on_press=press/>
        <div id="portal-read" tabindex="-1">
            <div role="status">{move || read_words(portal)}</div>
            {move || portal.read.get().map(|read| match read {
                Ok(tables) => found(portal, &tables),
                Err(why) => view! {
                    <MessageBox kind=MessageKind::Warning attr:role="alert">{say(&why)}</MessageBox>
                }
                .into_any(),
            })}
        </div>
    }
}

/// Draws that the portal was read, and when it was last changed. The element around it exists from the start, so that
/// screen readers announce it.
fn read_words(portal: Portal) -> Option<AnyView> {
    let saved = portal.read.with(|read| Some(read.as_ref()?.as_ref().ok()?.saved))?;
    let saved = saved.map(|day| {
        let day = locale::date(day);
        say(&Message::new("ui-meta-portal-saved").with(day))
    });
    Some(view! { <p>{t("ui-meta-portal-read")} " " {saved}</p> }.into_any())
}

/// Draws the choice of the affiliate and what the portal says of it.
fn found(portal: Portal, tables: &Arc<Tables>) -> AnyView {
    let named = |affiliate: &Affiliate| {
        if affiliate.country.is_empty() {
            affiliate.name.clone()
        } else {
            format!("{} ({})", affiliate.name, affiliate.country)
        }
    };
    let chosen = portal.chosen.get_untracked();
    let options: Vec<_> = tables
        .affiliates
        .iter()
        .enumerate()
        .map(|(at, affiliate)| {
            view! { <option value=at.to_string() selected=chosen == Some(at)>{named(affiliate)}</option> }
        })
        .collect();
    let choose = move |event| portal.chosen.set(event_target_value(&event).parse().ok());
    let tables = Arc::clone(tables);
    let shown = move || {
        let affiliate = portal.chosen.get().and_then(|at| tables.affiliates.get(at).cloned())?;
        let last = last_report(&affiliate, &tables.reports);
        let form = OpenDraft::here().form();
        let rows = facts(form, &affiliate, last).into_iter().map(|fact| view! { <FactRow fact/> });
        let due = affiliate.due.map(|_| t("ui-meta-due-above"));
        Some(
            view! { <ul class="findings">{rows.collect_view()}</ul> {due.map(|words| view! { <p>{words}</p> })} },
        )
    };
    view! {
        <p>
            <label for="portal-affiliate">{t("ui-meta-portal-choose")}</label>
            " "
            <select class="cdx-select" id="portal-affiliate" translate="no" on:change=choose>
                <option value="" selected=chosen.is_none()>{t("ui-meta-portal-none")}</option>
                {options}
            </select>
        </p>
        {shown}
    }
    .into_any()
}

/// The day when the portal expects the report, with how it is computed; nothing if the portal was not read or has no
/// day.
#[component]
pub(in crate::views::review) fn DueOffer(portal: Portal) -> impl IntoView {
    let open = OpenDraft::here();
    let offered =
        Memo::new(move |_| portal.affiliate().and_then(|affiliate| Some((affiliate.due?, affiliate))));
    let shown = move || {
        let (due, affiliate) = offered.get()?;
        let day = locale::date(due);
        let or_unknown =
            |text: &str| if text.is_empty() { t("ui-meta-portal-unknown") } else { text.to_owned() };
        let made_of = Message::new("ui-meta-due-made-of")
            .with(or_unknown(&affiliate.fiscal_year_start))
            .with(or_unknown(&affiliate.agreement));
        let take = move |_| open.set_milestones(|draft| draft.set_due(Some(due), clock::now()));
        let action = move || {
            if open.due() == Some(due) {
                view! { <p role="status">{t("ui-meta-due-taken")}</p> }.into_any()
            } else {
                view! { <button type="button" class="cdx-button" on:click=take>{t("ui-meta-due-take")}</button> }
                    .into_any()
            }
        };
        Some(view! {
            <div class="portal__due">
                <p>{say(&Message::new("ui-meta-due").with(day))} " " {say(&made_of)}</p>
                {action}
            </div>
        })
    };
    view! { {shown} }
}
