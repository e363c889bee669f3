//! What holds for any reports, whatever stands in them.

use std::collections::BTreeSet;

use proptest::prelude::*;
use report::collection::{
    CellSign, CellState, Collection, Directory, ExportedReports, OrderBy, ReportId, TableFilter, TableOrder,
    exported_reports, number_plot, number_sums, portal_entries, reports_csv, reports_json, reports_wikitext,
};
use report::draft::Draft;
use report::form::Form;
use report::meta::portal::{Affiliate, portal_reports};

use crate::exports::{against_schema, in_lua, records};
use crate::support::{add, report};

/// Generates texts as people and attackers type them.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z0-9 ]{1,12}",
        r#"["\\{}\[\]|:,;/<>&'*#=~+@!.\r\n\t-]{1,4}"#,
        "[éẹ́한ऩ\u{301}\u{200d}\u{202e}😀ßİ=＝]{1,3}",
        Just("N/A".to_owned()),
        Just("https://drive.google.com/x ".to_owned()),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// Generates reports of few affiliates and years, so that many are of one.
fn any_reports() -> impl Strategy<Value = Vec<Draft>> {
    let name = prop_oneof![
        3 => prop::sample::select(vec!["Lake Orin", "LAKE ORÍN", "Lake Orin User Group", "Valdora", "WMVA", "Sel", ""])
            .prop_map(str::to_owned),
        1 => any_text(),
    ];
    let year = prop::sample::select(vec!["2024", "2025", "2024-2025", "2026", "", "x"]);
    let texts = (any_text(), any_text(), any_text(), any_text());
    let one = (name, year, texts).prop_map(|(name, year, (mission, goals, participants, countries))| {
        let answers = [
            ("mission", &mission),
            ("goals", &goals),
            ("participants", &participants),
            ("countries", &countries),
        ];
        report(&name, year, &answers.map(|(question, text)| (question, text.as_str())))
    });
    prop::collection::vec(one, 0..12)
}

fn directory() -> Directory {
    let affiliate =
        |name: &str, code: &str| Affiliate { name: name.into(), code: code.into(), ..Affiliate::default() };
    Directory::new(vec![
        affiliate("Wikimedians of Lake Orin", "WULO"),
        affiliate("Wikimedia Valdora", "WMVA"),
        affiliate("Nobody", ""),
    ])
}

fn collected(drafts: &[Draft], with_directory: bool) -> (Collection, Vec<ReportId>) {
    let mut collection = Collection::default();
    if with_directory {
        collection.set_directory(directory());
    }
    let ids = drafts.iter().map(|draft| add(&mut collection, draft.clone())).collect();
    (collection, ids)
}

fn any_filter() -> impl Strategy<Value = TableFilter> {
    let sign = prop::option::of(prop::sample::select(CellSign::ALL.to_vec()));
    (prop::option::of(0..7usize), sign, any_text()).prop_map(|(section, sign, text)| TableFilter {
        section,
        sign,
        text,
        ..TableFilter::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn each_report_is_in_exactly_one_row(drafts in any_reports(), with_directory in any::<bool>()) {
        let (mut collection, ids) = collected(&drafts, with_directory);
        let table = collection.table(Form::latest(), None);
        let mut in_rows: Vec<ReportId> =
            table.rows.iter().flat_map(|row| row.versions.iter().copied().chain([row.report])).collect();
        in_rows.sort();
        let distinct: BTreeSet<ReportId> = ids.iter().copied().collect();
        prop_assert_eq!(&in_rows, &distinct.iter().copied().collect::<Vec<_>>());
        // All of them again are nothing new, and the directory may come before or after.
        for (draft, id) in drafts.iter().zip(&ids) {
            prop_assert_eq!(add(&mut collection, draft.clone()), *id);
        }
        prop_assert_eq!(&collection.table(Form::latest(), None), &table);
        let (mut late, _) = collected(&drafts, false);
        late.set_directory(directory());
        prop_assert_eq!(late.table(Form::latest(), None), collected(&drafts, true).0.table(Form::latest(), None));
        // Each year's table is the part of the whole one.
        for year in collection.years() {
            let of_year = collection.table(Form::latest(), Some(year));
            let part: Vec<_> = table.rows.iter().filter(|row| row.year == Some(year)).cloned().collect();
            prop_assert_eq!(of_year.rows, part);
        }
        for row in &table.rows {
            prop_assert_eq!(row.cells.len(), table.columns.len());
        }
        for id in distinct {
            prop_assert!(collection.remove(id));
        }
        prop_assert!(collection.table(Form::latest(), None).rows.is_empty());
    }

    #[test]
    fn filters_and_orders_invent_no_rows(
        drafts in any_reports(),
        filter in any_filter(),
        column in 0..40usize,
        is_descending in any::<bool>(),
    ) {
        let table = collected(&drafts, true).0.table(Form::latest(), None);
        let rows = filter.rows(&table);
        prop_assert!(rows.is_sorted_by(|one, other| one < other));
        prop_assert!(rows.iter().all(|row| *row < table.rows.len()));
        prop_assert!(filter.columns(&table).iter().all(|column| *column < table.columns.len()));
        if let (Some(sign), None) = (filter.sign, filter.section) {
            let without_text = TableFilter { text: String::new(), ..filter.clone() };
            let with_sign = |row: &usize| table.all_columns().iter().any(|column| table.signs(*row, *column).contains(&sign));
            let expected: Vec<usize> = table.all_rows().into_iter().filter(with_sign).collect();
            prop_assert_eq!(without_text.rows(&table), expected);
        }
        for by in [OrderBy::Name, OrderBy::Answered, OrderBy::Column(column)] {
            let order = TableOrder { by, is_descending };
            let mut sorted = order.sorted(&table, rows.clone());
            prop_assert_eq!(&order.sorted(&table, sorted.iter().rev().copied().collect()), &sorted);
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &rows);
        }
        for (at, sum) in number_sums(&table, &rows).into_iter().enumerate() {
            let plot = number_plot(&table, &rows, at);
            let numbers: Vec<u64> = plot.iter().flat_map(|plot| &plot.bars).map(|bar| bar.number).collect();
            prop_assert_eq!(sum.map_or(0, |sum| sum.given), numbers.len());
            prop_assert_eq!(sum.map_or(0, |sum| sum.sum), numbers.iter().map(|number| u128::from(*number)).sum::<u128>());
            prop_assert!(plot.iter().flat_map(|plot| &plot.bars).all(|bar| (0.0..=1.0).contains(&bar.share)));
        }
    }

    #[test]
    fn what_is_written_out_comes_back(drafts in any_reports()) {
        let (collection, _) = collected(&drafts, true);
        let table = collection.table(Form::latest(), None);
        let (rows, columns) = (table.all_rows(), table.all_columns());

        let records = records(&reports_csv(&collection, &table, &rows, &columns));
        prop_assert_eq!(records.len(), rows.len() + 1);
        for (record, row) in records.iter().skip(1).zip(&table.rows) {
            let is = |field: &str, text: &str| field == text || field.strip_prefix('\'') == Some(text);
            prop_assert!(record.iter().all(|field| !field.starts_with(['=', '+', '-', '@', '\t', '\r', '＝'])));
            prop_assert!(is(&record[0], &row.name), "{} for {}", record[0], row.name);
            let mut fields = record.iter().skip(6);
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let field = fields.next().unwrap();
                let text = if cell.state() == CellState::Empty { "" } else { cell.answer.text.as_str() };
                prop_assert!(is(field, text), "{field} for {text}");
                if column.is_number {
                    prop_assert_eq!(fields.next().unwrap(), &cell.answer.number.map(|number| number.to_string()).unwrap_or_default());
                }
            }
        }

        let json = reports_json(&collection, &table, &rows, &columns);
        let read: ExportedReports = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read, exported_reports(&collection, &table, &rows, &columns));
        prop_assert_eq!(against_schema(&serde_json::from_str(&json).unwrap()), None);

        let wikitext = reports_wikitext(&collection, &table, &rows, &columns);
        prop_assert_eq!(wikitext.lines().count(), (rows.len() + 1) * (columns.len() + 3) + 2);

        let entries = portal_entries(&collection, &table, &rows);
        let read = portal_reports(&format!("return {{\n{entries}}}\n"));
        let in_core: Vec<String> = read.map(|rows| rows.into_iter().map(|row| row.affiliate).collect()).unwrap_or_default();
        let one_line = |name: String| name.replace("<br />", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let in_lua: Vec<String> = in_lua(&entries, "group_name").into_iter().flatten().map(one_line).collect();
        prop_assert_eq!(in_core, in_lua);
    }
}
