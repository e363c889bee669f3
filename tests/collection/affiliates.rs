//! Whose a report is, and who has none.

use report::collection::{AddedReport, AffiliateKey, Collection, DueState, ReportSource};
use report::date::Date;
use report::form::Form;
use report::meta::portal::Affiliate;
use report::names::title::PageTitle;

use crate::support::{add, collection, directory, names, report};

const PORTAL: &str = r"return {
	{ group_name = 'Wikimedia Orinia', affiliate_code = 'WMOR', org_type = 'Chapter', region = 'Europe', agreement_date = '01/02/2010' },
	{ group_name = 'Wikimedians of Lake Tamsára User Group', affiliate_code = 'WULT', org_type = 'User Group', region = 'MENA' },
	{ group_name = 'Wikimedia Valdora', affiliate_code = 'WMVA', org_type = 'Chapter', region = 'Europe' },
	{ group_name = 'Wikimedians of Valdora User Group', affiliate_code = 'WUVA', org_type = 'User Group', region = 'Europe' },
	{ group_name = 'Young Editors of Sel', org_type = 'User Group', region = 'MENA', agreement_date = '05/11/2026' },
	{ group_name = 'Friends of Maps', org_type = 'Allied or other organization' },
	{ group_name = 'Former Wikimedians', org_type = 'User Group', recognition_status = 'derecognised' },
}";

/// Returns whether reports of these names are taken for one affiliate's.
fn is_one(one: &str, other: &str, with_portal: bool) -> bool {
    let mut collection = Collection::default();
    if with_portal {
        collection.set_directory(directory(PORTAL));
    }
    let (one, other) =
        (add(&mut collection, report(one, "2025", &[])), add(&mut collection, report(other, "2026", &[])));
    collection.affiliate_of(one) == collection.affiliate_of(other)
}

#[test]
fn one_affiliate_has_one_name_however_it_is_written() {
    for (one, other, is_same, is_same_by_portal) in [
        ("Wikimedia Orinia", "Wikimedia Orinia", true, true),
        ("Wikimedia Orinia", "  wikimedia   ORINIA ", true, true),
        ("Wikimédia Orínia", "Wikimedia Orinia", true, true),
        ("Lake Orin User Group", "Lake-Orin usergroup", true, true),
        ("The Lake Orin", "Lake Orin", true, true),
        ("Lake Orin", "Lake Orinia", false, false),
        ("Викимедиа Озеро", "ВИКИМЕДИА ОЗЕРО", true, true),
        // What only the portal knows.
        ("WMOR", "Wikimedia Orinia", false, true),
        ("Wikimedians of Lake Tamsara", "Lake Tamsara Community", false, true),
        ("Tamsara", "Wikimedia Lake Tamsara", false, false),
        // Two affiliates have the same telling word: neither is guessed.
        ("Valdora", "Wikimedia Valdora", false, false),
        ("Wikimedia Valdora", "Wikimedians of Valdora", false, false),
        ("User Group", "Wikimedia", false, false),
        ("", "", false, false),
    ] {
        assert_eq!(is_one(one, other, false), is_same, "{one} and {other}");
        assert_eq!(is_one(one, other, true), is_same_by_portal, "{one} and {other}, by the portal");
    }
}

#[test]
fn a_name_of_which_somebody_says_so_is_the_affiliates() {
    let mut collection = collection([
        report("Old Lake", "2024", &[]),
        report("Older Lake", "2023", &[]),
        report("New Lake", "2025", &[]),
    ]);
    assert_eq!(collection.table(Form::latest(), None).rows.len(), 3);
    collection.call_same("old lake", "New Lake");
    collection.call_same("Older Lake", "OLD LAKE");
    // The other way round, and a name for itself, are nothing new.
    collection.call_same("New Lake", "Older Lake");
    collection.call_same("New Lake", "new lake");
    collection.call_same("", "New Lake");
    let table = collection.table(Form::latest(), None);
    let keys: Vec<&AffiliateKey> = table.rows.iter().map(|row| &row.affiliate).collect();
    assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
    let years: Vec<Option<u16>> = collection.reports_of(keys[0]).iter().map(|report| report.year()).collect();
    assert_eq!(years, [Some(2025), Some(2024), Some(2023)]);
}

#[test]
fn a_report_that_is_there_is_not_added_twice() {
    let mut collection = Collection::default();
    let lake = || report("Lake Orin", "2026", &[("mission", "Free pictures")]);
    let page = ReportSource::Page {
        title: PageTitle::new("Reports/2026/Lake Orin").unwrap(),
        revision: 7,
        saved: "2027-01-02T03:04:05Z".to_owned(),
    };
    let first = add(&mut collection, lake());
    assert_eq!(collection.add(Form::latest(), lake(), page.clone()), AddedReport::Same(first));
    assert_eq!(collection.report(first).unwrap().source(), &page);
    // Where it came from stays, once that is a page.
    assert_eq!(collection.add(Form::latest(), lake(), ReportSource::Pasted), AddedReport::Same(first));
    assert_eq!(collection.report(first).unwrap().source(), &page);

    let other = report("LAKE ORIN", "2026", &[("mission", "Free maps")]);
    let AddedReport::Version { added, before } = collection.add(Form::latest(), other, ReportSource::Pasted)
    else {
        panic!("another version")
    };
    assert_eq!(before, first);
    let table = collection.table(Form::latest(), None);
    assert_eq!(table.rows.len(), 1);
    assert_eq!((table.rows[0].report, table.rows[0].versions.as_slice()), (added, &[first][..]));

    assert!(collection.remove(added));
    assert!(!collection.remove(added));
    let table = collection.table(Form::latest(), None);
    assert_eq!((table.rows[0].report, table.rows[0].versions.as_slice()), (first, &[][..]));
    assert!(collection.remove(first));
    assert!(collection.is_empty());
    assert!(matches!(collection.add(Form::latest(), lake(), page), AddedReport::New(id) if id != first));
}

#[test]
fn the_year_is_the_titles_or_the_answers_last() {
    for (answer, year) in [
        ("2026", Some(2026)),
        ("2025-2026", Some(2026)),
        ("2024/25", Some(2025)),
        ("this year", None),
        ("", None),
    ] {
        let collection = collection([report("Lake Orin", answer, &[])]);
        assert_eq!(collection.reports().next().unwrap().year(), year, "{answer}");
        assert_eq!(collection.years(), year.into_iter().collect::<Vec<_>>(), "{answer}");
    }
}

#[test]
fn who_owes_a_report_and_has_none() {
    let mut collection = collection([
        report("wikimedia orinia", "2026", &[]),
        report("Wikimedia Valdora", "2025", &[]),
        report("Wikimedia Valdora", "2023", &[]),
        report("Valdora", "2026", &[]),
        report("The Valdora Library and the Sel Library", "2026", &[]),
        report("Tamsara Wikis", "2025", &[]),
    ]);
    collection.set_directory(directory(PORTAL));
    let missing = |collection: &Collection, year: u16| -> Vec<String> {
        let lines = collection.missing(year).into_iter().map(|missing| {
            let near: Vec<String> = missing.near.into_iter().map(|near| near.name).collect();
            let last = missing.last_year.map(|year| year.to_string()).unwrap_or_default();
            format!("{} [{last}]: {}", missing.affiliate.name, near.join(" / "))
        });
        lines.collect()
    };
    // Allied organizations owe no report, and neither do those that are no longer or not yet recognized.
    assert_eq!(
        missing(&collection, 2026),
        [
            "Wikimedia Valdora [2025]: Valdora / The Valdora Library and the Sel Library",
            "Wikimedians of Lake Tamsára User Group []: ",
            "Wikimedians of Valdora User Group []: Valdora / The Valdora Library and the Sel Library",
            "Young Editors of Sel []: The Valdora Library and the Sel Library",
        ]
    );
    assert!(
        missing(&collection, 2025)
            .contains(&"Wikimedians of Lake Tamsára User Group []: Tamsara Wikis".to_owned())
    );
    assert!(!missing(&collection, 2025).iter().any(|line| line.starts_with("Young Editors")));
    collection.call_same("Valdora", "Wikimedia Valdora");
    assert!(!missing(&collection, 2026).iter().any(|line| line.starts_with("Wikimedia Valdora")));
    let table = collection.table(Form::latest(), Some(2026));
    assert_eq!(
        names(&table, &table.all_rows()),
        ["The Valdora Library and the Sel Library 2026", "Wikimedia Orinia 2026", "Wikimedia Valdora 2026"]
    );
    assert_eq!((table.regions(), table.kinds()), (vec!["Europe"], vec!["Chapter"]));
}

#[test]
fn days_until_a_report_is_due() {
    let today = Date::new(2026, 11, 29).unwrap();
    for (due, state) in [
        (None, DueState::Unknown),
        (Date::new(2026, 11, 29), DueState::DueIn { days: 0 }),
        (Date::new(2026, 12, 22), DueState::DueIn { days: 23 }),
        (Date::new(2026, 11, 28), DueState::Overdue { days: 1 }),
        (Date::new(2025, 11, 29), DueState::Overdue { days: 365 }),
    ] {
        assert_eq!(DueState::of(&Affiliate { due, ..Affiliate::default() }, today), state, "{due:?}");
    }
}
