//! Writes made reports, for whoever wants to see the table of many reports without a wiki: the reports of each year as a file of drafts,
//! as pages and as the answers of a wiki's API, the portal's table, and what the table has to say of them.
//!
//! ```text
//! cargo run -p report --example made_reports -- FOLDER [AFFILIATES [SEED]]
//! ```
//!
//! The same seed makes the same files. Without more there are 200 affiliates and the seed is 1.

#[path = "../../tests/support/made_reports.rs"]
mod made_reports;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use made_reports::{Made, MadeReports, YEARS};
use report::draft::Draft;
use report::draft::file::write;
use serde_json::{Value, json};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, default: u64| arguments.get(at).map_or(Some(default), |text| text.parse().ok());
    let (Some(folder), Some(affiliates), Some(seed)) = (arguments.first(), number(1, 200), number(2, 1))
    else {
        return fail("usage: made_reports FOLDER [AFFILIATES [SEED]]");
    };
    let Ok(affiliates) = usize::try_from(affiliates.min(4_096)) else { return fail("too many affiliates") };
    match write_all(Path::new(folder), &MadeReports::new(affiliates, seed)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("made_reports: {folder}: {error}")),
    }
}

fn write_all(folder: &Path, made: &MadeReports) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let save = |name: &str, text: &str| std::fs::write(folder.join(name), text);
    for year in YEARS {
        let drafts: Vec<Draft> = made.of_year(year).map(|report| made.draft(report)).collect();
        save(&format!("reports-{year}.json"), &write(&drafts).map_err(std::io::Error::other)?)?;
        let pages: BTreeMap<String, String> =
            made.of_year(year).map(|report| (made.title(report), made.page(report))).collect();
        save(&format!("pages-{year}.json"), &format!("{:#}\n", json!(pages)))?;
        save(&format!("api-{year}.json"), &format!("{:#}\n", json!(made.api_answers(year))))?;
        save(&format!("expected-{year}.json"), &format!("{:#}\n", expected(made, year)))?;
    }
    save("Organizational_Informations.lua", &made.portal_module())
}

/// What the table has to say of a year: how many reports there are, who has none, and of each number question the sum and how many
/// gave a number.
fn expected(made: &MadeReports, year: u16) -> Value {
    let mut sums: BTreeMap<&str, (u64, usize)> = BTreeMap::new();
    for (question, (_, what)) in made.of_year(year).flat_map(|report| &report.answers) {
        if let Made::Number(number) = what {
            let (sum, given) = sums.entry(question).or_default();
            *sum += number;
            *given += 1;
        }
    }
    let has_report = |at: usize| made.of_year(year).any(|report| report.affiliate == at);
    let affiliates = made.affiliates.iter().enumerate();
    let missing = affiliates.filter(|(at, affiliate)| affiliate.is_recognized && !has_report(*at));
    let mut missing: Vec<&str> = missing.map(|(_, affiliate)| affiliate.name.as_str()).collect();
    missing.sort_unstable();
    let sums: BTreeMap<&str, Value> = sums
        .into_iter()
        .map(|(question, (sum, given))| (question, json!({ "sum": sum, "given": given })))
        .collect();
    json!({ "reports": made.of_year(year).count(), "missing": missing, "sums": sums })
}

fn fail(line: &str) -> ExitCode {
    // There is nowhere to report a failure to write there.
    let _ = writeln!(std::io::stderr().lock(), "{line}");
    ExitCode::FAILURE
}
