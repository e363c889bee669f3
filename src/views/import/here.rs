//! The reports in this browser, from each of which a new year's report can start.

use leptos::prelude::*;

use super::plan::{Done, Plan};
use crate::browser::nfc;
use crate::components::icon::icon;
use crate::session::next_report;
use crate::session::words::{say, t};
use report::i18n::Message;
use report::store::Card;

/// The reports in this browser, the last edited first; nothing if there are none.
#[component]
pub(super) fn Here(plan: Plan) -> impl IntoView {
    let cards = plan.session.repository().shelf(&nfc).drafts;
    let is_any = !cards.is_empty();
    let rows = cards.into_iter().map(|card| row(plan, card)).collect_view();
    is_any.then(|| {
        view! {
            <section class="open__here" aria-labelledby="open-here">
                <h2 id="open-here">{t("ui-import-here")}</h2>
                <ul class="rows">{rows}</ul>
                <h2>{t("ui-import-elsewhere")}</h2>
            </section>
        }
    })
}

fn row(plan: Plan, card: Card) -> AnyView {
    let Card { id, info } = card;
    let name = if info.affiliate.is_empty() { t("ui-report-without-name") } else { info.affiliate };
    let year = next_report::year_from(&info.year);
    let label = say(&Message::new("ui-start-next-named").with(&year).with(&name));
    let start = move |_| {
        if !plan.begin() {
            return;
        }
        let failed = move |why| {
            plan.end();
            plan.done.set(Some(Done::Failed(why)));
        };
        next_report::start(plan.scope, id.clone(), Box::new(failed));
    };
    view! {
        <li class="row">
            <p class="row__text"><span translate="no" dir="auto">{name}</span> " " <span class="quiet" translate="no" dir="auto">{info.year}</span></p>
            <button type="button" class="cdx-button" aria-label=label on:click=start>
                {icon("add")}
                {say(&Message::new("ui-start-next").with(year))}
            </button>
        </li>
    }
    .into_any()
}
