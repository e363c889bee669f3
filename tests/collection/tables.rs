//! Tables of hand-made reports: cells, filters, orders, sums, plots.

use report::collection::{
    CellSign, CellState, Collection, NumberSum, OrderBy, ReportsTable, TableFilter, TableOrder, number_plot,
    number_sums,
};
use report::form::Form;

use crate::support::{add, collection, column, directory, names, report};

const LONG: &str =
    "We met every month with the city's library and taught forty new editors to write about the lake.";

fn cell_line(table: &ReportsTable, row: usize, question: &str) -> String {
    let at = column(table, question);
    let cell = table.cell(row, at).unwrap();
    let others: Vec<&str> = table.rows[row].same_words(at).map(|other| other.name.as_str()).collect();
    format!("{:?} {:?} {:?} {others:?}", table.signs(row, at), cell.answer.number, cell.number_before)
}

#[test]
fn cells_say_what_is_in_an_answer() {
    let table = |answers: &[(&str, &str)]| {
        collection([report("Lake Orin", "2026", answers)]).table(Form::latest(), None)
    };
    for (question, text, state, number, links) in [
        ("mission", "Free pictures", CellState::Answered, None, 0),
        ("mission", "", CellState::Empty, None, 0),
        ("mission", " \n ", CellState::Empty, None, 0),
        ("mission", "TBD", CellState::Empty, None, 0),
        ("mission", "N/A", CellState::NotApplicable, None, 0),
        ("mission", "Sent to AffCom privately", CellState::NotApplicable, None, 0),
        // A number is read only where one is asked for.
        ("mission", "12", CellState::Answered, None, 0),
        ("participants", "1,234", CellState::Answered, Some(1234), 0),
        ("participants", "'''157''' (in all)", CellState::Answered, Some(157), 0),
        ("participants", "0", CellState::Answered, Some(0), 0),
        ("participants", "12 or 15", CellState::Answered, None, 0),
        ("participants", "many", CellState::Answered, None, 0),
        ("participants", "Not counted this year", CellState::NotApplicable, None, 0),
        ("participants", "12 ([https://example.org/2026 list])", CellState::Answered, None, 0),
        (
            "mission",
            "[https://drive.google.com/x plan], https://example.org/login",
            CellState::Answered,
            None,
            2,
        ),
        ("mission", "https://docs.google.com/document/d/e/2PACX/pub", CellState::Answered, None, 0),
    ] {
        let table = table(&[(question, text)]);
        let cell = table.cell(0, column(&table, question)).unwrap();
        let found = (cell.state(), cell.answer.number, cell.answer.closed_links.len());
        assert_eq!(found, (state, number, links), "{question}: {text}");
    }
    let table = table(&[("mission", "[https://drive.google.com/x plan]")]);
    let cell = table.cell(0, column(&table, "mission")).unwrap();
    assert_eq!(cell.answer.closed_links[0].address, "https://drive.google.com/x");
    assert_eq!(cell.answer.closed_links[0].message.key, "suggest-link-drive");
    assert_eq!(cell.answer.text, "plan (https://drive.google.com/x)");
}

#[test]
fn an_answer_is_compared_with_the_report_before() {
    let table = collection([
        report("Lake Orin", "2023", &[("mission", "Free maps"), ("participants", "40")]),
        report(
            "Lake Orin",
            "2024",
            &[("mission", "Free pictures"), ("goals", "N/A"), ("participants", "50")],
        ),
        // The year between is missing: the report before is that of 2024.
        report(
            "lake orin",
            "2026",
            &[("mission", "free PICTURES!"), ("goals", "N/A"), ("participants", "60 people")],
        ),
        report("Other Lake", "2025", &[("mission", "Free pictures")]),
        report("Other Lake", "", &[("mission", "Free pictures")]),
    ])
    .table(Form::latest(), None);
    assert_eq!(
        names(&table, &table.all_rows()),
        ["lake orin 2026", "Lake Orin 2024", "Lake Orin 2023", "Other Lake 2025", "Other Lake"]
    );
    assert_eq!(table.rows[0].earlier.map(|earlier| earlier.year), Some(2024));
    assert_eq!(cell_line(&table, 0, "mission"), "[Answered, Unchanged] None None []");
    assert_eq!(cell_line(&table, 0, "goals"), "[NotApplicable] None None []");
    assert_eq!(cell_line(&table, 0, "participants"), "[Answered] Some(60) Some(50) []");
    assert_eq!(cell_line(&table, 1, "mission"), "[Answered] None None []");
    assert_eq!(cell_line(&table, 2, "mission"), "[Answered] None None []");
    assert_eq!(table.rows[3].earlier, None);
    assert_eq!(table.rows[4].earlier, None);
}

#[test]
fn an_answer_is_compared_with_those_of_other_affiliates() {
    let mut all = collection([
        report("Lake Orin", "2026", &[("mission", LONG), ("goals", "Yes"), ("diversity", LONG)]),
        report("Lake Tamsara", "2025", &[("mission", &LONG.to_uppercase()), ("goals", "Yes")]),
        report("Valdora", "2026", &[("mission", LONG)]),
        // Its own words of another year are no other affiliate's.
        report("Sel", "2025", &[("records", LONG)]),
        report("Sel", "2026", &[("records", LONG)]),
    ]);
    let table = all.table(Form::latest(), Some(2026));
    let lake = cell_line(&table, 0, "mission");
    assert_eq!(lake, r#"[Answered, SameWords] None None ["Lake Tamsara", "Valdora"]"#);
    let choices = "* Partnerships\n* Fundraising\n* Communication and media relations";
    let chosen = collection(["A", "B"].map(|name| report(name, "2026", &[("capacities", choices)])));
    assert_eq!(cell_line(&chosen.table(Form::latest(), None), 0, "capacities"), "[Answered] None None []");
    // Short answers are the same by chance, and the same words under another question are another answer.
    assert_eq!(cell_line(&table, 0, "goals"), "[Answered] None None []");
    assert_eq!(cell_line(&table, 0, "diversity"), "[Answered] None None []");
    assert_eq!(cell_line(&table, 1, "records"), "[Answered, Unchanged] None None []");
    add(&mut all, report("Valdora", "2026", &[("mission", "Own words")]));
    let table = all.table(Form::latest(), Some(2026));
    assert_eq!(cell_line(&table, 0, "mission"), r#"[Answered, SameWords] None None ["Lake Tamsara"]"#);
}

/// Five affiliates, of which one reports no numbers.
fn five() -> Collection {
    let mut collection = collection([
        report("Árvid", "2026", &[("participants", "100"), ("mission", "Maps"), ("goals", "Zebra")]),
        report("Bela", "2026", &[("participants", "about 7"), ("organizers", "3"), ("goals", "N/A")]),
        report("Cora", "2026", &[("participants", "none"), ("goals", "Ähren")]),
        report("Dana", "2026", &[("participants", "1,000"), ("organizers", "4"), ("goals", "apples")]),
        report("eld", "2026", &[("participants", "100"), ("records", "https://drive.google.com/x")]),
    ]);
    collection.set_directory(directory(
        r"return {
	{ group_name = 'Árvid', affiliate_code = 'AAA', org_type = 'Chapter', region = 'Europe' },
	{ group_name = 'Bela', affiliate_code = 'BBB', org_type = 'User Group', region = 'Europe' },
	{ group_name = 'Dana', affiliate_code = 'DDD', org_type = 'User Group', region = 'MENA' },
}",
    ));
    collection
}

#[test]
fn filters_leave_rows_out() {
    let table = five().table(Form::latest(), None);
    let found = |filter: TableFilter| -> String {
        let names = names(&table, &filter.rows(&table));
        names.iter().map(|name| name.trim_end_matches(" 2026")).collect::<Vec<_>>().join(" ")
    };
    let text = |text: &str| TableFilter { text: text.to_owned(), ..TableFilter::default() };
    let sign = |sign: CellSign| TableFilter { sign: Some(sign), ..TableFilter::default() };
    let section = |place: usize, filter: TableFilter| TableFilter { section: Some(place), ..filter };
    let all = "Árvid Bela Cora Dana eld";
    for (filter, rows) in [
        (TableFilter::default(), all),
        (text(" - "), all),
        (text("arvid"), "Árvid"),
        (text("AHREN"), "Cora"),
        (text("bbb"), "Bela"),
        (text("1 000"), "Dana"),
        (text("nothing of that"), ""),
        (TableFilter { region: Some("Europe".into()), ..TableFilter::default() }, "Árvid Bela"),
        (TableFilter { kind: Some("User Group".into()), ..TableFilter::default() }, "Bela Dana"),
        (TableFilter { region: Some("Europe".into()), kind: Some("User Group".into()), ..text("7") }, "Bela"),
        (sign(CellSign::NotApplicable), "Bela"),
        (sign(CellSign::NoNumber), "Cora"),
        (sign(CellSign::ClosedLink), "eld"),
        (sign(CellSign::SameWords), ""),
        // Signs and words are looked for in the section's questions; the name is found in any.
        (section(1, sign(CellSign::ClosedLink)), ""),
        (section(4, sign(CellSign::ClosedLink)), "eld"),
        (section(1, text("Maps")), "Árvid"),
        (section(2, text("Maps")), ""),
        (section(2, text("Dana")), "Dana"),
    ] {
        assert_eq!(found(filter.clone()), rows, "{filter:?}");
    }
    let section = TableFilter { section: Some(1), ..TableFilter::default() };
    let shown = section.columns(&table);
    assert_eq!(shown, [column(&table, "mission"), column(&table, "goals")]);
    assert_eq!(
        TableFilter { section: Some(99), ..TableFilter::default() }.columns(&table),
        Vec::<usize>::new()
    );
}

#[test]
fn rows_are_put_in_order() {
    let table = five().table(Form::latest(), None);
    let ordered = |by: OrderBy, is_descending: bool| -> String {
        let rows =
            TableOrder { by, is_descending }.sorted(&table, table.all_rows().into_iter().rev().collect());
        names(&table, &rows).iter().map(|name| name.trim_end_matches(" 2026")).collect::<Vec<_>>().join(" ")
    };
    let (numbers, goals) = (column(&table, "participants"), column(&table, "goals"));
    for (by, ascending, descending) in [
        (OrderBy::Name, "Árvid Bela Cora Dana eld", "eld Dana Cora Bela Árvid"),
        (OrderBy::Answered, "Bela Cora eld Árvid Dana", "Árvid Dana Bela Cora eld"),
        // Those without a number or an answer are last either way.
        (OrderBy::Column(numbers), "Bela Árvid eld Dana Cora", "Dana Árvid eld Bela Cora"),
        (OrderBy::Column(goals), "Cora Dana Árvid Bela eld", "Árvid Dana Cora Bela eld"),
        (OrderBy::Column(999), "Árvid Bela Cora Dana eld", "Árvid Bela Cora Dana eld"),
    ] {
        assert_eq!(ordered(by, false), ascending, "{by:?}");
        assert_eq!(ordered(by, true), descending, "{by:?}");
    }
}

#[test]
fn sums_stand_at_the_foot() {
    let table = five().table(Form::latest(), None);
    let (participants, organizers) = (column(&table, "participants"), column(&table, "organizers"));
    let sums = number_sums(&table, &table.all_rows());
    assert_eq!(
        sums[participants],
        Some(NumberSum { sum: 1207, given: 4, least: 7, greatest: 1000, median: 100.0 })
    );
    assert_eq!(sums[organizers], Some(NumberSum { sum: 7, given: 2, least: 3, greatest: 4, median: 3.5 }));
    assert_eq!(sums[column(&table, "active-contributors")], None);
    assert_eq!(sums[column(&table, "mission")], None);
    // Only of the rows that are shown; one that is not there is passed over.
    let some = number_sums(&table, &[1, 3, 99]);
    assert_eq!(
        some[participants],
        Some(NumberSum { sum: 1007, given: 2, least: 7, greatest: 1000, median: 503.5 })
    );
    assert_eq!(number_sums(&table, &[]), vec![None; table.columns.len()]);
    // The greatest numbers that are read have 18 digits.
    let large = "999999999999999999";
    let many: Vec<_> =
        (0..30).map(|at| report(&format!("A{at}"), "2026", &[("participants", large)])).collect();
    let table = collection(many).table(Form::latest(), None);
    let sum = number_sums(&table, &table.all_rows())[participants].unwrap();
    assert_eq!(sum.sum, 29_999_999_999_999_999_970);
}

#[test]
fn numbers_are_scaled_for_a_drawing() {
    let table = five().table(Form::latest(), None);
    let participants = column(&table, "participants");
    let plot = number_plot(&table, &table.all_rows(), participants).unwrap();
    let bars: Vec<(&str, u64, f64)> =
        plot.bars.iter().map(|bar| (table.rows[bar.row].name.as_str(), bar.number, bar.share)).collect();
    assert_eq!(bars, [("Dana", 1000, 1.0), ("Árvid", 100, 0.1), ("eld", 100, 0.1), ("Bela", 7, 0.007)]);
    let marks: Vec<u64> = plot.marks.iter().map(|mark| mark.number).collect();
    assert_eq!(marks, [0, 200, 400, 600, 800, 1000]);
    assert_eq!((plot.marks[0].share, plot.marks[5].share), (0.0, 1.0));
    assert_eq!(number_plot(&table, &[], participants), None);
    assert_eq!(number_plot(&table, &table.all_rows(), column(&table, "mission")), None);
    assert_eq!(number_plot(&table, &table.all_rows(), 999), None);
    for (number, marks) in [
        ("0", &[0, 1][..]),
        ("1", &[0, 1]),
        ("5", &[0, 1, 2, 3, 4, 5]),
        ("6", &[0, 2, 4, 6]),
        ("11", &[0, 5, 10, 15]),
        ("26", &[0, 10, 20, 30]),
    ] {
        let table =
            collection([report("A", "2026", &[("participants", number)])]).table(Form::latest(), None);
        let plot = number_plot(&table, &[0], participants).unwrap();
        let found: Vec<u64> = plot.marks.iter().map(|mark| mark.number).collect();
        assert_eq!(found, marks, "{number}");
    }
    let table = collection([report("A", "2026", &[("participants", "999999999999999999")])])
        .table(Form::latest(), None);
    assert_eq!(number_plot(&table, &[0], participants).unwrap().marks.last().unwrap().share, 1.0);
}
