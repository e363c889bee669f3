//! What is written out, read back by other programs: a reader of comma-separated values, serde_json and a JSON schema, the core's own
//! reader of wikitext, an interpreter of Lua.

use boon::{Compiler, Schemas};
use mlua::Lua;
use report::answer::plain_text;
use report::collection::{
    Collection, ExportedReports, ExportedSource, ReportSource, ReportsTable, exported_reports, missing_csv,
    portal_entries, reports_csv, reports_json, reports_wikitext,
};
use report::form::Form;
use report::meta::portal::portal_reports;
use report::names::title::PageTitle;
use report::wikitext::read_value;
use serde_json::Value;

use crate::support::{collection, column, directory, report};

/// A schema for what [`reports_json`] writes.
const SCHEMA: &str = include_str!("../../docs/reports.schema.json");

/// Reads comma-separated values without the byte order mark.
pub fn records(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{FEFF}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Returns what is wrong with a value by the schema; `None` where nothing is.
pub fn against_schema(value: &Value) -> Option<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("reports.schema.json", serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let schema = compiler.compile("reports.schema.json", &mut schemas).unwrap();
    schemas.validate(value, schema).err().map(|error| error.to_string())
}

/// Runs the portal's table with these entries as the wiki runs its modules, and returns a field of each: texts, and lists of texts
/// joined by bars.
pub fn in_lua(entries: &str, field: &str) -> Vec<Option<String>> {
    let lua = Lua::new();
    let rows: Vec<mlua::Table> = lua.load(format!("return {{\n{entries}}}\n")).eval().unwrap();
    let value = |row: mlua::Table| match row.get::<mlua::Value>(field).unwrap() {
        mlua::Value::Nil => None,
        mlua::Value::Table(list) => {
            let texts: Vec<String> = list.sequence_values::<String>().map(Result::unwrap).collect();
            Some(texts.join("|"))
        }
        other => Some(other.to_string().unwrap()),
    };
    rows.into_iter().map(value).collect()
}

fn two() -> Collection {
    let mut collection = collection([
        report("Lake Orin", "2025", &[("mission", "Free pictures"), ("participants", "40")]),
        report(
            "Valdora",
            "2026",
            &[
                ("mission", "=HYPERLINK(\"https://example.org\")"),
                ("goals", "One, \"two\"\n\n* three\n* [[Four|4]]!!"),
                ("participants", "-5 or 1,234"),
                ("countries", "A; B's \\ C"),
            ],
        ),
    ]);
    let page = ReportSource::Page {
        title: PageTitle::new("Reports/2026/Lake Orin").unwrap(),
        revision: 7,
        saved: "2027-01-02T03:04:05Z".to_owned(),
    };
    let lake = report(
        "lake orin",
        "2026",
        &[
            ("mission", "FREE PICTURES"),
            ("goals", "N/A"),
            ("participants", "1,234 people"),
            ("records", "https://drive.google.com/x"),
            ("timeline", "January-December"),
        ],
    );
    collection.add(Form::latest(), lake, page);
    collection.set_directory(directory(
        "return { { group_name = 'Lake Orin', affiliate_code = 'WMLO', org_type = 'Chapter', region = 'Europe' }, { group_name = '=Sel', agreement_date = '01/02/2020', reporting_due_date = '2027-01-31T00:00' } }",
    ));
    collection
}

fn shown(table: &ReportsTable) -> Vec<usize> {
    ["mission", "goals", "participants", "records"].map(|question| column(table, question)).to_vec()
}

#[test]
fn spreadsheets_get_a_table() {
    let collection = two();
    let table = collection.table(Form::latest(), Some(2026));
    let columns = shown(&table);
    let csv = reports_csv(&collection, &table, &[1, 0], &columns);
    assert_eq!(csv.matches("\r\n").count(), 3);
    let records = records(&csv);
    let question = |at: usize| table.columns[columns[at]].text.clone();
    assert_eq!(
        records[0],
        [
            "Affiliate",
            "Year",
            "Type",
            "Region",
            "Code",
            "Page",
            &question(0),
            &question(1),
            &question(2),
            &format!("{} (the number)", question(2)),
            &question(3)
        ]
    );
    assert_eq!(
        records[1],
        [
            "Valdora",
            "2026",
            "",
            "",
            "",
            "",
            "'=HYPERLINK(\"https://example.org\")",
            "One, \"two\"\n• three\n• 4 (https://meta.wikimedia.org/wiki/Four)!!",
            "'-5 or 1,234",
            "",
            "",
        ]
    );
    assert_eq!(
        records[2],
        [
            "Lake Orin",
            "2026",
            "Chapter",
            "Europe",
            "WMLO",
            "https://meta.wikimedia.org/wiki/Reports/2026/Lake_Orin",
            "FREE PICTURES",
            "N/A",
            "1,234 people",
            "1234",
            "https://drive.google.com/x"
        ]
    );
    // A place that is not there is passed over.
    assert_eq!(
        reports_csv(&collection, &table, &[99], &[99]),
        "\u{FEFF}Affiliate,Year,Type,Region,Code,Page\r\n"
    );
}

#[test]
fn no_text_becomes_a_formula() {
    for (name, field) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@A1", "'@A1"),
        ("＝1", "'＝1"),
        ("1-1", "1-1"),
        ("'=1", "'=1"),
        ("Lake; Orin", "Lake; Orin"),
    ] {
        let collection = collection([report(name, "2026", &[])]);
        let table = collection.table(Form::latest(), None);
        assert_eq!(records(&reports_csv(&collection, &table, &[0], &[]))[1][0], field, "{name}");
    }
}

#[test]
fn spreadsheets_get_the_missing_ones() {
    let collection = two();
    let records = records(&missing_csv(&collection.missing(2026)));
    assert_eq!(
        records[0],
        ["Affiliate", "Type", "Region", "Code", "Report due", "Last report", "Maybe reported as"]
    );
    assert_eq!(records[1], ["'=Sel", "", "", "", "2027-01-31", "", ""]);
    assert_eq!(records.len(), 2);
}

#[test]
fn programs_get_json_that_is_documented() {
    let collection = two();
    let table = collection.table(Form::latest(), Some(2026));
    let columns = shown(&table);
    let json = reports_json(&collection, &table, &table.all_rows(), &columns);
    let read: ExportedReports = serde_json::from_str(&json).unwrap();
    assert_eq!(read, exported_reports(&collection, &table, &table.all_rows(), &columns));
    assert_eq!(against_schema(&serde_json::from_str(&json).unwrap()), None);
    let [lake, valdora] = read.reports.as_slice() else { panic!("two reports") };
    assert_eq!(lake.affiliate, "Lake Orin");
    assert_eq!(
        (lake.year, lake.compared_with, lake.code.as_deref(), lake.kind.as_deref()),
        (Some(2026), Some(2025), Some("WMLO"), Some("Chapter"))
    );
    assert!(matches!(&lake.source, ExportedSource::Page { revision: 7, .. }));
    assert!(lake.answers["mission"].unchanged && lake.answers["goals"].not_applicable);
    assert_eq!(lake.answers["participants"].number, Some(1234));
    assert_eq!(lake.answers["records"].closed_links, ["https://drive.google.com/x"]);
    assert_eq!((&valdora.source, valdora.answers.contains_key("records")), (&ExportedSource::Pasted, false));
    assert_eq!(valdora.answers["goals"].source, "One, \"two\"\n\n* three\n* [[Four|4]]!!");
}

/// The example in the documentation is what is written.
#[test]
fn the_documentation_says_so() {
    let text = include_str!("../../docs/reports-json.md");
    let example = text.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let value: Value = serde_json::from_str(example).unwrap();
    assert_eq!(against_schema(&value), None);
    let read: ExportedReports = serde_json::from_str(example).unwrap();
    assert_eq!(serde_json::to_string_pretty(&read).unwrap() + "\n", example);
    let fields = SCHEMA.split('"').filter(|word| word.chars().all(char::is_alphanumeric));
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut names = Vec::new();
    property_names(&schema, &mut names);
    assert!(names.len() > 20 && fields.count() > names.len());
    for name in names {
        assert!(text.contains(&format!("`{name}`")), "{name}");
    }
}

fn property_names(schema: &Value, names: &mut Vec<String>) {
    let Some(fields) = schema.as_object() else {
        schema.as_array().into_iter().flatten().for_each(|inner| property_names(inner, names));
        return;
    };
    for (name, inner) in fields {
        if name == "properties" {
            names.extend(inner.as_object().unwrap().keys().cloned());
        }
        property_names(inner, names);
    }
}

#[test]
fn what_is_no_such_json_is_told_by_the_schema() {
    let collection = two();
    let table = collection.table(Form::latest(), Some(2026));
    let json = reports_json(&collection, &table, &table.all_rows(), &shown(&table));
    for (what, instead) in [
        ("\"version\": 1", "\"version\": 2"),
        ("\"affiliate\": \"Lake Orin\"", "\"name\": \"Lake Orin\""),
        ("\"year\": 2026", "\"year\": \"2026\""),
        ("\"number\": 1234", "\"number\": -1"),
        ("\"revision\": 7", "\"revision\": 7.5"),
        ("\"pasted\"", "\"elsewhere\""),
        ("\"isNumber\": true", "\"isNumber\": 1"),
    ] {
        assert!(json.contains(what), "{what}");
        let wrong: Value = serde_json::from_str(&json.replacen(what, instead, 1)).unwrap();
        assert!(against_schema(&wrong).is_some(), "{instead}");
    }
}

#[test]
fn the_wiki_gets_a_table() {
    let collection = two();
    let table = collection.table(Form::latest(), Some(2026));
    let columns = [column(&table, "mission"), column(&table, "goals")];
    let wikitext = reports_wikitext(&collection, &table, &table.all_rows(), &columns);
    let lines: Vec<&str> = wikitext.lines().collect();
    assert_eq!(
        lines,
        [
            "{| class=\"wikitable sortable\"",
            "|-",
            "! scope=\"col\" | Affiliate",
            "! scope=\"col\" | Year",
            "! scope=\"col\" | What is the affiliate mission?",
            "! scope=\"col\" | What are the affiliate goals? Link to the strategic plan, if there is one.",
            "|-",
            "! scope=\"row\" | [[Reports/2026/Lake Orin|Lake Orin]]",
            "| 2026",
            "| FREE PICTURES",
            "| N/A",
            "|-",
            "! scope=\"row\" | Valdora",
            "| 2026",
            "| &#61;HYPERLINK(\"https://example.org\")",
            "| <p>One, \"two\"</p><ul><li>three</li><li>[[Four|4]]!!</li></ul>",
            "|}",
        ]
    );
}

#[test]
fn no_name_breaks_the_wikis_table() {
    for name in
        ["A | B", "A !! B", "|- A", "{{A}}", "'''A'''", "[[A]]", "<b>A", "A ~~~~", "!A", "A]] B", "__TOC__"]
    {
        for source in [
            ReportSource::Pasted,
            ReportSource::Page {
                title: PageTitle::new("Reports/2026/A!!B").unwrap(),
                revision: 1,
                saved: "2027-01-02T03:04:05Z".to_owned(),
            },
        ] {
            let mut collection = Collection::default();
            collection.add(Form::latest(), report(name, "2026", &[]), source);
            let table = collection.table(Form::latest(), None);
            let wikitext = reports_wikitext(&collection, &table, &[0], &[]);
            let head = wikitext.lines().find_map(|line| line.strip_prefix("! scope=\"row\" | ")).unwrap();
            assert!(!head.contains("!!"), "{head}");
            assert_eq!(plain_text(&read_value(head).0), name, "{head}");
        }
    }
}

#[test]
fn the_portal_gets_entries() {
    let collection = two();
    let table = collection.table(Form::latest(), Some(2026));
    let entries = portal_entries(&collection, &table, &table.all_rows());
    let texts = |field: &str| in_lua(&entries, field);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(texts("group_name"), [some("Lake Orin"), some("Valdora")]);
    assert_eq!(texts("event_participants"), [some("1234"), None]);
    assert_eq!(texts("countries_affiliate_operates_in"), [None, some("A|B's \\ C")]);
    assert_eq!(texts("end_date"), [some("31/12/2026"), None]);
    let page = "https://meta.wikimedia.org/wiki/Reports/2026/Lake_Orin";
    assert_eq!(texts("report_link"), [some(page), None]);
    // The core's own reader has the same rows.
    let read = portal_reports(&format!("return {{\n{entries}}}\n")).unwrap();
    let names: Vec<&str> = read.iter().map(|report| report.affiliate.as_str()).collect();
    assert_eq!(names, ["Lake Orin", "Valdora"]);
    assert_eq!(read[0].numbers[3], "1234");
}
