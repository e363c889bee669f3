//! What all reports of a year are read from: any answers of the wiki, one on each line, and the reports on their pages in one table.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::collection::{
    Collection, ReportSource, exported_reports, number_sums, portal_entries, report_on, reports_csv,
    reports_wikitext,
};
use report::draft::{DraftId, Timestamp};
use report::form::{Form, ParameterNames};
use report::import::Importer;
use report::meta::{YearReading, read_answer};

fuzz_target!(|bytes: &[u8]| {
    let form = Form::latest();
    let (importer, names) = (Importer::new(form), ParameterNames::of(form));
    let mut reading = YearReading::new(form, 2026);
    for line in bytes.split(|byte| *byte == b'\n') {
        let Some(request) = reading.request() else { break };
        assert!(request.body().is_none());
        if let Ok(answer) = read_answer(200, line) {
            let _ = reading.take(&answer);
        }
    }
    let mut collection = Collection::default();
    for page in reading.pages() {
        let (id, now) = (DraftId::from_random(1), Timestamp::MIN);
        if let Ok(draft) = report_on(&importer, &names, page, id, &str::to_owned, now) {
            let (title, saved) = (page.title.clone(), page.saved.clone());
            collection.add(form, draft, ReportSource::Page { title, revision: page.revision, saved });
        }
    }
    let table = collection.table(form, None);
    let in_rows: usize = table.rows.iter().map(|row| row.versions.len() + 1).sum();
    assert_eq!(in_rows, collection.reports().count());
    let (rows, columns) = (table.all_rows(), table.all_columns());
    let _ = number_sums(&table, &rows);
    let csv = reports_csv(&collection, &table, &rows, &columns);
    assert!(csv.ends_with("\r\n"));
    let wikitext = reports_wikitext(&collection, &table, &rows, &columns);
    assert_eq!(wikitext.lines().count(), (rows.len() + 1) * (columns.len() + 3) + 2);
    assert_eq!(exported_reports(&collection, &table, &rows, &columns).reports.len(), rows.len());
    let _ = portal_entries(&collection, &table, &rows);
});
