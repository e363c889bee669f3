//! That many reports are taken in, set side by side and written out in time in proportion to their number: `cargo xtask bench core`.
//!
//! The reports are made ones of 30 answers (`tests/support/made_reports.rs`). The throughput column, in reports, has to stay level within
//! 1.5 times where texts are read and written. Where they are only looked at, in tables and filters, it falls once where the texts outgrow
//! the processor's caches; what counts there is the middle row: what a press costs with the reports of two years must fit in a frame.

#![allow(clippy::unwrap_used)] // A bench that cannot prepare its data has nothing to measure.

#[path = "../../tests/support/made_reports.rs"]
mod made_reports;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use made_reports::{MadeReports, YEARS};
use report::collection::{
    Collection, Directory, OrderBy, ReportSource, TableFilter, TableOrder, number_sums, report_on,
    reports_csv, reports_json,
};
use report::draft::{Draft, DraftId, Timestamp};
use report::form::{Form, ParameterNames};
use report::import::Importer;
use report::meta::YearReading;
use report::meta::portal::affiliates;

fn main() {
    divan::main();
}

/// How many affiliates there are, each with about two reports.
const AFFILIATES: [usize; 3] = [50, 200, 800];

#[divan::bench(args = AFFILIATES)]
fn take_in(bencher: Bencher, count: usize) {
    let made = MadeReports::new(count, 1);
    let drafts = drafts(&made);
    bencher.counter(ItemsCount::new(drafts.len())).bench(|| collected(black_box(&drafts), &made));
}

#[divan::bench(args = AFFILIATES)]
fn set_side_by_side(bencher: Bencher, count: usize) {
    let made = MadeReports::new(count, 1);
    let drafts = drafts(&made);
    let collection = collected(&drafts, &made);
    bencher
        .counter(ItemsCount::new(drafts.len()))
        .bench(|| black_box(&collection).table(Form::latest(), None));
}

/// What a press of a key in the search field, and one on a column's head, cost.
#[divan::bench(args = AFFILIATES)]
fn filter_order_and_sum(bencher: Bencher, count: usize) {
    let made = MadeReports::new(count, 1);
    let drafts = drafts(&made);
    let table = collected(&drafts, &made).table(Form::latest(), None);
    let filter = TableFilter { text: "words that no answer has".into(), ..TableFilter::default() };
    let order = TableOrder { by: OrderBy::Column(8), is_descending: true };
    bencher.counter(ItemsCount::new(drafts.len())).bench(|| {
        let rows = order.sorted(&table, table.all_rows());
        (filter.rows(black_box(&table)), number_sums(&table, &rows))
    });
}

#[divan::bench(args = AFFILIATES)]
fn write_out(bencher: Bencher, count: usize) {
    let made = MadeReports::new(count, 1);
    let drafts = drafts(&made);
    let collection = collected(&drafts, &made);
    let table = collection.table(Form::latest(), None);
    let (rows, columns) = (table.all_rows(), table.all_columns());
    bencher.counter(ItemsCount::new(drafts.len())).bench(|| {
        let csv = reports_csv(&collection, black_box(&table), &rows, &columns);
        (csv, reports_json(&collection, &table, &rows, &columns))
    });
}

/// Pages of the wiki, from its answers to reports.
#[divan::bench(args = AFFILIATES)]
fn read_pages(bencher: Bencher, count: usize) {
    let made = MadeReports::new(count, 1);
    let answers = made.api_answers(YEARS[1]);
    let form = Form::latest();
    let (importer, names) = (Importer::new(form), ParameterNames::of(form));
    bencher.counter(ItemsCount::new(made.of_year(YEARS[1]).count())).bench(|| {
        let mut reading = YearReading::new(form, YEARS[1]);
        answers.iter().for_each(|answer| reading.take(black_box(answer)).unwrap());
        let (id, now) = (DraftId::from_random(1), Timestamp::MAX);
        let report = |page| report_on(&importer, &names, page, id.clone(), &str::to_owned, now).unwrap();
        reading.pages().into_iter().map(report).collect::<Vec<Draft>>()
    });
}

fn drafts(made: &MadeReports) -> Vec<Draft> {
    made.reports.iter().map(|report| made.draft(report)).collect()
}

fn collected(drafts: &[Draft], made: &MadeReports) -> Collection {
    let mut collection = Collection::default();
    collection.set_directory(Directory::new(affiliates(&made.portal_module()).unwrap()));
    for draft in drafts {
        collection.add(Form::latest(), draft.clone(), ReportSource::Here);
    }
    collection
}
