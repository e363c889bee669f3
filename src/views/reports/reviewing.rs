//! The state that the parts of the view share: the reports, which of them are shown in which order, and what is open.
//!
//! ```text
//! bring ─▶ collection ─▶ table ─▶ rows (filter, order) ─▶ grid · sums · exports
//! ```
//!
//! It lives as long as the view; nothing of it is stored.

use std::collections::VecDeque;
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
    /// The latest year that has a report.
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
    /// The index of the question's column; `None` for the whole report.
    pub column: Option<usize>,
}

/// A file or page without a report.
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
    /// The number of reports whose affiliate and year had another version already; the newer one is shown.
    pub versions: usize,
    /// The files and pages without a report.
    pub unread: Vec<Unread>,
}

/// What came in at once: the items to read, and what is known to hold no report.
struct Incoming {
    items: Vec<Item>,
    unread: Vec<Unread>,
}

/// How far reading is: the number of items read, and of all that came in since it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    /// The number of items read.
    pub done: usize,
    /// The number of all items.
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
    /// The year whose reports are shown, as chosen.
    pub year: RwSignal<YearShown>,
    /// The filter of the table.
    pub filter: RwSignal<TableFilter>,
    /// The order of the rows.
    pub order: RwSignal<TableOrder>,
    /// The reports of the year, side by side.
    pub table: Memo<Arc<ReportsTable>>,
    /// The indices of the shown rows, in their order on the screen.
    pub rows: Memo<Vec<usize>>,
    /// The indices of the shown rows, in the table's order, so that reordering does not change them.
    pub counted: Memo<Vec<usize>>,
    /// The indices of the shown columns.
    pub columns: Memo<Vec<usize>>,
    /// The opened answer or report.
    pub opened: RwSignal<Option<Opened>>,
    /// How far reading is; `None` if nothing is being read.
    pub progress: RwSignal<Option<Progress>>,
    /// The outcome of all that came in since reading last began.
    pub brought: RwSignal<Option<Brought>>,
    reader: StoredValue<Option<Arc<Reader>>>,
    /// What came in while something else is being read, in order.
    waiting: StoredValue<VecDeque<Incoming>, LocalStorage>,
    /// How often reading was stopped: what was begun before the last time stops.
    stops: StoredValue<u64>,
    /// How often all reports were taken out: what was read before the last time is not added.
    clears: StoredValue<u64>,
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
            waiting: StoredValue::new_local(VecDeque::new()),
            stops: StoredValue::new(0),
            clears: StoredValue::new(0),
        }
    }

    /// Returns the year whose reports are shown; `None` for all. Subscribes to it.
    pub(super) fn shown_year(self) -> Option<u16> {
        self.collection.with(|reports| shown_year(reports, self.year.get()))
    }

    /// Returns whether there is no report. Subscribes to the collection.
    pub(super) fn is_empty(self) -> bool {
        self.collection.with(Collection::is_empty)
    }

    /// Reads what came in, adds its reports, and shows the outcome. While something else is being read, it waits for its
    /// turn, and its outcome is added to the other's.
    pub(super) fn bring(self, items: Vec<Item>, unread: Vec<Unread>) {
        let (more, incoming) = (items.len(), Incoming { items, unread });
        if let Some(Progress { done, all }) = self.progress.get_untracked() {
            self.waiting.update_value(|waiting| waiting.push_back(incoming));
            self.progress.set(Some(Progress { done, all: all + more }));
            return;
        }
        self.brought.set(None);
        self.progress.set(Some(Progress { done: 0, all: more }));
        self.read(incoming);
    }

    /// Reads what came in, and then what is waiting.
    fn read(self, Incoming { items, unread }: Incoming) {
        let (stops, clears) = (self.stops.get_value(), self.clears.get_value());
        let before = self.progress.with_untracked(|progress| progress.map_or(0, |progress| progress.done));
        let is_stopped = move || self.stops.get_value() != stops;
        // More may have come in since, so the number of all stays.
        let show = move |done| {
            self.progress.update(|progress| {
                if let Some(progress) = progress {
                    progress.done = before + done;
                }
            });
        };
        let (reader, scope, count) = (self.reader(), self.scope, items.len());
        let goes_on = move |done| {
            let told = scope.try_with(|| {
                let goes_on = !is_stopped();
                if goes_on {
                    show(done);
                }
                goes_on
            });
            told.unwrap_or_default()
        };
        let read = async move { read_all(&reader, items, goes_on).await };
        scope.spawn(read, move |read| {
            if self.clears.get_value() == clears {
                self.add(read, unread);
            }
            if is_stopped() {
                return;
            }
            match self.waiting.try_update_value(VecDeque::pop_front).flatten() {
                Some(next) => {
                    show(count);
                    self.read(next);
                }
                None => self.progress.set(None),
            }
        });
    }

    /// Stops reading; the reports read so far are taken, and what is waiting is not read.
    pub(super) fn stop(self) {
        self.stops.update_value(|stops| *stops += 1);
        self.waiting.update_value(VecDeque::clear);
        self.progress.set(None);
    }

    /// Returns the reader of texts, which is made when first needed.
    fn reader(self) -> Arc<Reader> {
        if let Some(reader) = self.reader.get_value() {
            return reader;
        }
        let reader = Arc::new(Reader::new(self.form));
        self.reader.set_value(Some(Arc::clone(&reader)));
        reader
    }

    /// Adds the reports of what was read to the collection, and the outcome to the one that is shown.
    fn add(self, read: Vec<ItemRead>, unread: Vec<Unread>) {
        let mut brought = self.brought.get_untracked().unwrap_or_default();
        brought.unread.extend(unread);
        let news_before = brought.new + brought.versions;
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
        let has_news = brought.new + brought.versions > news_before;
        self.brought.set(Some(brought));
        if was_empty && has_news {
            focus::soon_unless_typing("#reports-table");
        }
    }

    /// Removes a report from the collection.
    pub(super) fn remove(self, report: ReportId) {
        self.opened.set(None);
        self.brought.set(None);
        self.collection.update(|collection| {
            collection.remove(report);
        });
    }

    /// Removes all reports, and clears the filter. The directory of affiliates stays.
    pub(super) fn clear(self) {
        self.stop();
        self.clears.update_value(|clears| *clears += 1);
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

    /// Returns a report's affiliate and year, for headings and lists. Subscribes to the collection.
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

/// Returns the year to show, from the years of the collection and the choice.
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
