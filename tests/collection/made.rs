//! Two hundred made affiliates: of each cell it is known what the table has to say.

use std::collections::HashMap;

use report::collection::{
    AddedReport, CellSign, CellState, Collection, Directory, ReportSource, ReportsTable, TableFilter,
    number_sums, portal_entries, report_on, reports_csv, reports_in, reports_json, reports_wikitext,
};
use report::draft::file::write;
use report::draft::{Draft, DraftId};
use report::form::{Form, ParameterNames};
use report::import::Importer;
use report::meta::YearReading;
use report::meta::portal::{affiliates, portal_reports};

use crate::exports::{against_schema, in_lua, records};
use crate::made_reports::{Made, MadeReport, MadeReports, YEARS};
use crate::support::NOW;

fn made() -> MadeReports {
    MadeReports::new(200, 20261129)
}

fn collected(made: &MadeReports) -> Collection {
    let mut collection = Collection::default();
    for report in &made.reports {
        collection.add(Form::latest(), made.draft(report), ReportSource::Here);
    }
    collection.set_directory(Directory::new(affiliates(&made.portal_module()).unwrap()));
    collection
}

/// Returns the made reports in the order of the table's rows.
fn in_rows<'m>(made: &'m MadeReports, table: &ReportsTable) -> Vec<&'m MadeReport> {
    let by_name: HashMap<(&str, u16), &MadeReport> = made
        .reports
        .iter()
        .map(|report| ((made.affiliates[report.affiliate].name.as_str(), report.year), report))
        .collect();
    table.rows.iter().map(|row| by_name[&(row.name.as_str(), row.year.unwrap())]).collect()
}

#[test]
fn each_cell_is_what_it_was_made_to_be() {
    let made = made();
    let table = collected(&made).table(Form::latest(), None);
    let reports = in_rows(&made, &table);
    assert_eq!(table.rows.len(), made.reports.len());
    assert!(table.rows.len() > 350);
    let mut seen: HashMap<CellSign, usize> = HashMap::new();
    for (at, (row, report)) in table.rows.iter().zip(&reports).enumerate() {
        let affiliate = &made.affiliates[report.affiliate];
        assert_eq!((row.kind.as_str(), row.region.as_str()), (affiliate.kind, affiliate.region));
        assert_eq!(row.code, affiliate.code);
        for (place, column) in table.columns.iter().enumerate() {
            let (text, what) = &report.answers[column.question.as_str()];
            let what_is_there = format!("{} {}: {text}", row.name, column.question);
            let signs = table.signs(at, place);
            let cell = &row.cells[place];
            let state = match what {
                Made::Empty => CellState::Empty,
                Made::NotApplicable => CellState::NotApplicable,
                _ => CellState::Answered,
            };
            assert_eq!(cell.state(), state, "{what_is_there}");
            assert_eq!(
                cell.answer.number,
                if let Made::Number(number) = what { Some(*number) } else { None }
            );
            assert_eq!(signs.contains(&CellSign::NoNumber), *what == Made::TwoNumbers, "{what_is_there}");
            assert_eq!(signs.contains(&CellSign::ClosedLink), *what == Made::ClosedLink, "{what_is_there}");
            let before = made
                .reports
                .iter()
                .find(|other| other.affiliate == report.affiliate && other.year < report.year);
            let was = before.map(|before| before.answers[column.question.as_str()].0.to_lowercase());
            let is_unchanged = state == CellState::Answered && was == Some(text.to_lowercase());
            assert_eq!(signs.contains(&CellSign::Unchanged), is_unchanged, "{what_is_there}");
            assert!(*what != Made::Unchanged || is_unchanged, "{what_is_there}");
            if let Made::CopiedFrom(other) = what {
                let names: Vec<&str> = row.same_words(place).map(|other| other.name.as_str()).collect();
                assert!(names.contains(&made.affiliates[*other].name.as_str()), "{what_is_there}: {names:?}");
            }
            for sign in signs {
                *seen.entry(sign).or_default() += 1;
            }
        }
    }
    // Every sign is there, and not in every cell.
    for sign in CellSign::ALL {
        let count = seen.get(&sign).copied().unwrap_or_default();
        assert!(count > 50 && count < table.rows.len() * table.columns.len(), "{sign:?}: {count}");
    }
}

#[test]
fn the_same_words_are_found_whoever_wrote_them_first() {
    let made = made();
    let table = collected(&made).table(Form::latest(), None);
    let reports = in_rows(&made, &table);
    for place in 0..table.columns.len() {
        let question = table.columns[place].question.as_str();
        let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, report) in reports.iter().enumerate() {
            by_text.entry(report.answers[question].0.to_lowercase()).or_default().push(at);
        }
        for (text, rows) in by_text.iter().filter(|(text, _)| text.len() > 100) {
            for row in rows {
                let others =
                    rows.iter().filter(|other| reports[**other].affiliate != reports[*row].affiliate).count();
                assert_eq!(table.rows[*row].same_words(place).count(), others, "{text}");
            }
        }
    }
}

#[test]
fn sums_are_those_of_the_made_numbers() {
    let made = made();
    let table = collected(&made).table(Form::latest(), Some(YEARS[1]));
    let sums = number_sums(&table, &table.all_rows());
    let mut checked = 0;
    for (column, sum) in table.columns.iter().zip(sums) {
        let of_report = |report: &MadeReport| match report.answers[column.question.as_str()].1 {
            Made::Number(number) => Some(number),
            _ => None,
        };
        let numbers: Vec<u64> = made.of_year(YEARS[1]).filter_map(of_report).collect();
        assert_eq!(sum.map_or(0, |sum| sum.given), numbers.len());
        if let Some(sum) = sum {
            checked += 1;
            assert_eq!(sum.sum, u128::from(numbers.iter().sum::<u64>()));
            assert_eq!((Some(&sum.least), Some(&sum.greatest)), (numbers.iter().min(), numbers.iter().max()));
        }
    }
    assert_eq!(checked, 5);
}

#[test]
fn those_without_a_report_are_missing() {
    let made = made();
    let collection = collected(&made);
    for year in YEARS {
        let missing: Vec<String> =
            collection.missing(year).into_iter().map(|missing| missing.affiliate.name).collect();
        let has_report = |at: usize| made.of_year(year).any(|report| report.affiliate == at);
        let mut expected: Vec<String> = made
            .affiliates
            .iter()
            .enumerate()
            .filter(|(at, affiliate)| affiliate.is_recognized && !has_report(*at))
            .map(|(_, affiliate)| affiliate.name.clone())
            .collect();
        expected.sort();
        assert_eq!(missing, expected);
        assert_eq!(expected.is_empty(), year == YEARS[0]);
    }
}

#[test]
fn reports_come_from_the_wiki_and_from_files_alike() {
    let made = made();
    let form = Form::latest();
    let (importer, names) = (Importer::new(form), ParameterNames::of(form));
    let mut reading = YearReading::new(form, YEARS[1]);
    let mut answers = made.api_answers(YEARS[1]).into_iter();
    let mut requests = 0;
    while reading.request().is_some() {
        reading.take(&answers.next().unwrap()).unwrap();
        requests += 1;
    }
    assert_eq!((requests, answers.next()), (4, None));
    let mut of_wiki = Collection::default();
    for page in reading.pages() {
        let draft = report_on(&importer, &names, page, DraftId::from_random(1), &str::to_owned, NOW).unwrap();
        of_wiki.add(form, draft, ReportSource::Here);
    }
    let drafts: Vec<Draft> = made.of_year(YEARS[1]).map(|report| made.draft(report)).collect();
    let file = write(&drafts).unwrap();
    let mut of_file = Collection::default();
    for draft in reports_in(&importer, &names, &file, DraftId::from_random(1), &str::to_owned, NOW).unwrap() {
        of_file.add(form, draft, ReportSource::Here);
    }
    let (wiki, file) = (of_wiki.table(form, None), of_file.table(form, None));
    assert_eq!((wiki.rows.len(), file.rows.len()), (drafts.len(), drafts.len()));
    for (one, other) in wiki.rows.iter().zip(&file.rows) {
        assert_eq!((&one.name, one.year, one.answered), (&other.name, other.year, other.answered));
        for (one, other) in one.cells.iter().zip(&other.cells) {
            assert_eq!((one.state(), &one.answer.text), (other.state(), &other.answer.text));
        }
    }
    // What the files have is nothing new then.
    for draft in drafts {
        assert!(matches!(of_wiki.add(form, draft, ReportSource::Here), AddedReport::Same(_)));
    }
}

#[test]
fn what_is_written_out_is_whole() {
    let made = made();
    let collection = collected(&made);
    let table = collection.table(Form::latest(), Some(YEARS[1]));
    let reports = in_rows(&made, &table);
    let rows = TableFilter::default().rows(&table);
    let columns = table.all_columns();

    let csv = records(&reports_csv(&collection, &table, &rows, &columns));
    assert_eq!(csv.len(), rows.len() + 1);
    assert!(csv.iter().all(|record| record.len() == 6 + columns.len() + 5));

    let json = reports_json(&collection, &table, &rows, &columns);
    assert_eq!(against_schema(&serde_json::from_str(&json).unwrap()), None);

    let wikitext = reports_wikitext(&collection, &table, &rows, &columns);
    assert_eq!(wikitext.matches("\n|-\n").count(), rows.len() + 1);
    assert_eq!(wikitext.lines().count(), (rows.len() + 1) * (columns.len() + 3) + 2);

    let entries = portal_entries(&collection, &table, &rows);
    let names: Vec<Option<String>> =
        reports.iter().map(|report| Some(made.affiliates[report.affiliate].name.clone())).collect();
    assert_eq!(in_lua(&entries, "group_name"), names);
    let read = portal_reports(&format!("return {{\n{entries}}}\n")).unwrap();
    let read: Vec<Option<String>> = read.into_iter().map(|report| Some(report.affiliate)).collect();
    assert_eq!(read, names);
    let numbers: Vec<Option<String>> = reports
        .iter()
        .map(|report| match report.answers["participants"].1 {
            Made::Number(number) => Some(number.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(in_lua(&entries, "event_participants"), numbers);
}

#[test]
fn the_same_seed_makes_the_same_reports() {
    let (one, other) = (MadeReports::new(20, 3), MadeReports::new(20, 3));
    let pages =
        |made: &MadeReports| -> Vec<String> { made.reports.iter().map(|report| made.page(report)).collect() };
    assert_eq!(pages(&one), pages(&other));
    assert_ne!(pages(&one), pages(&MadeReports::new(20, 4)));
}
