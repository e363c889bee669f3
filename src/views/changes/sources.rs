//! The earlier reports at hand, and which of them are compared.

use leptos::prelude::*;

use crate::browser::{clock, nfc};
use crate::components::checkbox::Checkbox;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, draft_now, session};
use report::draft::Draft;
use report::form::Form;
use report::i18n::Message;
use report::report::changes::{
    Added, EARLIER_REPORTS, EarlierYears, ReportOfYear, YearOnYear, earlier_here, year_or_unknown,
};
use report::report::report_year;

/// The earlier reports at hand. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Sources {
    pub(super) scope: Scope,
    pub(super) form: &'static Form,
    this_year: u16,
    years: RwSignal<EarlierYears>,
    is_looking: RwSignal<bool>,
}

impl Sources {
    /// Begins with the answers that the draft keeps of the report it was started from, and looks for reports in this
    /// browser.
    pub(super) fn begin(open: OpenDraft) -> Self {
        let this_year = open.with_draft(|draft| report_year(draft, clock::today()));
        let form = open.form();
        let mut years = EarlierYears::default();
        if let Some(kept) = open.with_draft(|draft| ReportOfYear::carried_over(form, draft)) {
            years.add(kept, this_year);
        }
        let sources = Self {
            scope: Scope::here(),
            form,
            this_year,
            years: RwSignal::new(years),
            is_looking: RwSignal::new(true),
        };
        sources.look(open.snapshot());
        sources
    }

    /// Adds the earlier reports in this browser, which have more than the answers that the draft keeps of one.
    fn look(self, draft: Draft) {
        let session = session();
        let (repository, today) = (session.repository(), clock::today());
        let looked = async move {
            // If the durable store refuses, its drafts are not found, as on the start page.
            let _ = repository.look(&nfc).await;
            let mut found = Vec::new();
            for id in earlier_here(&draft, today, &repository.shelf(&nfc).drafts) {
                found.extend(draft_now::load(session, &id).await.ok());
            }
            found
        };
        self.scope.spawn(looked, move |found| {
            for earlier in &found {
                self.add(earlier);
            }
            self.is_looking.set(false);
        });
    }

    /// Adds an earlier report, and returns the outcome.
    pub(super) fn add(self, earlier: &Draft) -> Added {
        let report = ReportOfYear::of_draft(self.form, earlier);
        let added = self.years.try_update(|years| years.add(report, self.this_year));
        added.unwrap_or(Added::NoRoom)
    }

    /// Returns the year that this report is about.
    pub(super) fn this_year(self) -> u16 {
        self.this_year
    }

    /// Compares the open draft with the chosen reports. Subscribes to all of them.
    pub(super) fn compared(self, open: OpenDraft) -> YearOnYear<'static> {
        open.answers().iter().for_each(|answer| answer.entry.track());
        open.page().track();
        let this = open.with_draft(|draft| ReportOfYear::of_draft(self.form, draft));
        self.years.with(|years| YearOnYear::of(self.form, &this, &years.chosen().collect::<Vec<_>>()))
    }
}

/// The earlier years, each to be chosen for comparison; or the words that there is none.
#[component]
pub(super) fn Years(sources: Sources) -> impl IntoView {
    // A row stays while it is ticked, so that it keeps the focus.
    let rows = Memo::new(move |_| {
        let row = |(report, _): (&ReportOfYear, bool)| {
            (report.year_words().to_owned(), report.affiliate().to_owned(), report.answered())
        };
        sources.years.with(|years| years.rows().map(row).collect::<Vec<_>>())
    });
    let shown = move || {
        let rows = rows.get();
        if rows.is_empty() {
            let words = if sources.is_looking.get() { "ui-changes-looking" } else { "ui-changes-none" };
            return view! { <p role="status" prop:textContent=t(words)></p> }.into_any();
        }
        let rows = rows.into_iter().enumerate().map(|(at, row)| year(sources, at, row));
        view! {
            <fieldset class="cdx-field changes__years">
                <legend class="cdx-label">
                    <span class="cdx-label__label"><span class="cdx-label__label__text">{t("ui-changes-years")}</span></span>
                    <span class="cdx-label__description">{say(&Message::new("ui-changes-years-help").with(EARLIER_REPORTS))}</span>
                </legend>
                {rows.collect_view()}
            </fieldset>
        }
        .into_any()
    };
    view! { {shown} }
}

fn year(sources: Sources, at: usize, (year, affiliate, answered): (String, String, usize)) -> AnyView {
    let id = format!("changes-year-{at}");
    let is_chosen = Memo::new(move |_| {
        sources.years.with(|years| years.rows().nth(at).is_some_and(|(_, is_chosen)| is_chosen))
    });
    let is_full = Memo::new(move |_| !is_chosen.get() && sources.years.with(|years| !years.has_room()));
    let toggle = move |is_chosen| sources.years.update(|years| years.choose(at, is_chosen));
    let year = year_or_unknown(&year, &say);
    let count = say(&Message::new("ui-changes-answers").with(answered));
    view! {
        <Checkbox id checked=is_chosen disabled=is_full toggled=toggle>
            <span class="cdx-label__label__text">
                {year} " " <span class="quiet" translate="no" dir="auto">{affiliate}</span> " " <span class="quiet">{count}</span>
            </span>
        </Checkbox>
    }
    .into_any()
}
