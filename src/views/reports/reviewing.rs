//! What the parts of the view share: the reports, what of them is shown in which order, and what is open.
//!
//! ```text
//! bring ─▶ collection ─▶ table ─▶ rows (filter, order) ─▶ grid · sums · exports
//! ```
//!
//! It lives as long as the view: nothing of it is stored.

use std::sync::Arc;

use leptos::prelude::*;

use super::incoming::{Item, ItemRead, read_all};
use crate::browser::focus;
use crate::session::scope::Scope;
use crate::session::{Session, session};
use crate::views::import::Reader;
use report::collection::{
    AddedReport, CellState, Collection, Directory, ReportId, ReportsTable, TableFilter, TableOrder,
};
use report::form::Form;
use report::i18n::Message;
use report::meta::portal::Affiliate;

/// The year whose reports are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearShown {
    /// The latest of which there is a report.
    Latest,
    /// This year.
    One(u16),
    /// All years, with the reports that name none.
    All,
}

/// What was opened: an answer, or a whole report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// The report.
    pub report: ReportId,
    /// The place of the question in the table; `None` for the whole report.
    pub column: Option<usize>,
}

/// A file or page that brought no report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unread {
    /// Its name; `None` for a text that was pasted.
    pub name: Option<String>,
    /// What is wrong and what to do.
    pub why: Message,
}

/// The outcome of bringing reports in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Brought {
    /// The number of reports that are new.
    pub new: usize,
    /// The number of reports that were there already.
    pub known: usize,
    /// The number of reports of an affiliate and year of which there was another version; the newer one is shown.
    pub versions: usize,
    /// The files and pages that brought none.
    pub unread: Vec<Unread>,
}

/// How far reading is: of so many items, so many are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    /// The items that are read.
    pub done: usize,
    /// All items.
    pub all: usize,
}

/// The state of the view. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Reviewing {
    /// The scope of the view.
    pub scope: Scope,
    /// The form whose questions are the columns.
    pub form: &'static Form,
    session: Session,
    /// The reports.
    pub collection: RwSignal<Collection>,
    /// The year whose reports are shown, as it was chosen.
    pub year: RwSignal<YearShown>,
    /// What is looked for.
    pub filter: RwSignal<TableFilter>,
    /// The order of the rows.
    pub order: RwSignal<TableOrder>,
    /// The reports of the year, side by side.
    pub table: Memo<Arc<ReportsTable>>,
    /// The places of the rows that are shown, in their order.
    pub rows: Memo<Vec<usize>>,
    /// The places of the rows that are shown, in the table's order: other ones only where others are shown.
    pub counted: Memo<Vec<usize>>,
    /// The places of the columns that are shown.
    pub columns: Memo<Vec<usize>>,
    /// What was opened.
    pub opened: RwSignal<Option<Opened>>,
    /// How far reading is; `None` where nothing is read.
    pub progress: RwSignal<Option<Progress>>,
    /// What was brought last.
    pub brought: RwSignal<Option<Brought>>,
    reader: StoredValue<Option<Arc<Reader>>>,
    /// The number of the latest reading: an earlier one stops.
    turn: StoredValue<u64>,
}

impl Reviewing {
    /// Makes the state of a view that is being made.
    pub(super) fn new() -> Self {
        let session = session();
        let form = session.form();
        let collection = RwSignal::new(Collection::default());
        let year = RwSignal::new(YearShown::Latest);
        let filter = RwSignal::new(TableFilter::default());
        let order = RwSignal::new(TableOrder::default());
        let table = Memo::new(move |_| {
            collection.with(|reports| Arc::new(reports.table(form, shown_year(reports, year.get()))))
        });
        let rows = Memo::new(move |_| {
            table.with(|table| order.get().sorted(table, filter.with(|filter| filter.rows(table))))
        });
        let counted = Memo::new(move |_| {
            let mut rows = rows.get();
            rows.sort_unstable();
            rows
        });
        let columns = Memo::new(move |_| table.with(|table| filter.with(|filter| filter.columns(table))));
        Self {
            scope: Scope::here(),
            form,
            session,
            collection,
            year,
            filter,
            order,
            table,
            rows,
            counted,
            columns,
            opened: RwSignal::new(None),
            progress: RwSignal::new(None),
            brought: RwSignal::new(None),
            reader: StoredValue::new(None),
            turn: StoredValue::new(0),
        }
    }

    /// Returns the year whose reports are shown; `None` for all. Subscribes.
    pub(super) fn shown_year(self) -> Option<u16> {
        self.collection.with(|reports| shown_year(reports, self.year.get()))
    }

    /// Returns whether there is no report. Subscribes.
    pub(super) fn is_empty(self) -> bool {
        self.collection.with(Collection::is_empty)
    }

    /// Reads what came in, adds its reports, and says what came of it. What is being read already stops.
    pub(super) fn bring(self, items: Vec<Item>, unread: Vec<Unread>) {
        let all = items.len();
        let turn = self.begin();
        self.brought.set(None);
        self.progress.set(Some(Progress { done: 0, all }));
        let reader = self.reader();
        let scope = self.scope;
        let goes_on = move |done| {
            let told = scope.try_with(|| {
                let is_latest = self.turn.get_value() == turn;
                is_latest.then(|| self.progress.set(Some(Progress { done, all }))).is_some()
            });
            told.unwrap_or_default()
        };
        let read = async move { read_all(&reader, items, goes_on).await };
        scope.spawn(read, move |read| {
            if self.turn.get_value() == turn {
                self.progress.set(None);
            }
            self.add(read, unread);
        });
    }

    /// Stops reading; what was read until then is taken.
    pub(super) fn stop(self) {
        self.begin();
        self.progress.set(None);
    }

    fn begin(self) -> u64 {
        let next = self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        next.unwrap_or_default()
    }

    /// Returns what reads texts: made when it is first needed.
    fn reader(self) -> Arc<Reader> {
        if let Some(reader) = self.reader.get_value() {
            return reader;
        }
        let reader = Arc::new(Reader::new(self.form));
        self.reader.set_value(Some(Arc::clone(&reader)));
        reader
    }

    fn add(self, read: Vec<ItemRead>, unread: Vec<Unread>) {
        let mut brought = Brought { unread, ..Brought::default() };
        let (session, own) = (self.session, self.form);
        let was_empty = self.collection.with_untracked(Collection::is_empty);
        let mut collection = self.collection.get_untracked();
        for item in read {
            let reports = match item.reports {
                Ok(reports) => reports,
                Err(why) => {
                    brought.unread.push(Unread { name: item.name, why });
                    continue;
                }
            };
            for draft in reports {
                let is_own = draft.form() == own.id;
                let form = if is_own { own } else { session.form_of(&draft).map_or(own, |(form, _)| form) };
                match collection.add(form, draft, item.source.clone()) {
                    AddedReport::New(_) => brought.new += 1,
                    AddedReport::Version { .. } => brought.versions += 1,
                    AddedReport::Same(_) => brought.known += 1,
                }
            }
        }
        self.collection.set(collection);
        let has_news = brought.new + brought.versions > 0;
        self.brought.set(Some(brought));
        if was_empty && has_news {
            focus::soon("#reports-table");
        }
    }

    /// Takes a report out again.
    pub(super) fn remove(self, report: ReportId) {
        self.opened.set(None);
        self.brought.set(None);
        self.collection.update(|collection| {
            collection.remove(report);
        });
    }

    /// Takes all reports out again, and lets nothing be looked for. What is known of the affiliates stays.
    pub(super) fn clear(self) {
        self.stop();
        self.opened.set(None);
        self.brought.set(None);
        self.filter.set(TableFilter::default());
        self.order.set(TableOrder::default());
        self.year.set(YearShown::Latest);
        self.collection.update(|collection| {
            let directory = collection.directory().clone();
            *collection = Collection::default();
            collection.set_directory(directory);
        });
    }

    /// Takes the affiliates that the portal lists.
    pub(super) fn set_affiliates(self, affiliates: Vec<Affiliate>) {
        self.collection.update(|collection| collection.set_directory(Directory::new(affiliates)));
    }

    /// Returns the affiliate's name and year of a report, for headings and lists. Subscribes.
    pub(super) fn title(self, report: ReportId) -> String {
        self.collection.with(|collection| {
            let Some(report) = collection.report(report) else { return String::new() };
            let name = collection.listed(report).map_or(report.name(), |listed| listed.name.as_str());
            named(name, report.year())
        })
    }
}

/// Returns an affiliate's name and a report's year in one text.
pub(super) fn named(name: &str, year: Option<u16>) -> String {
    let name =
        if name.is_empty() { crate::session::words::t("ui-report-without-name") } else { name.to_owned() };
    match year {
        Some(year) => format!("{name} ({year})"),
        None => name,
    }
}

/// Returns the year that is shown of those that there are.
fn shown_year(collection: &Collection, chosen: YearShown) -> Option<u16> {
    let years = collection.years();
    match chosen {
        YearShown::All => None,
        YearShown::One(year) if years.contains(&year) => Some(year),
        YearShown::One(_) | YearShown::Latest => years.first().copied(),
    }
}

/// Returns the key of the word for an answer's state.
pub(super) fn state_key(state: CellState) -> &'static str {
    match state {
        CellState::Empty => "ui-reports-empty",
        CellState::NotApplicable => "ui-reports-not-applicable",
        CellState::Answered => "ui-reports-answered",
    }
}
