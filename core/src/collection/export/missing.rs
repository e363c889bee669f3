//! The affiliates without a report, for spreadsheets.

use super::csv::{MARK, push_line};
use crate::collection::MissingReport;

/// The heads of the columns.
const HEADS: [&str; 7] =
    ["Affiliate", "Type", "Region", "Code", "Report due", "Last report", "Maybe reported as"];

/// Writes the affiliates that owe a report and have none as comma-separated values, as [`reports_csv`](super::reports_csv) does.
pub fn missing_csv(missing: &[MissingReport]) -> String {
    let mut csv = String::from(MARK);
    push_line(&HEADS.map(str::to_owned), &mut csv);
    for MissingReport { affiliate, last_year, near } in missing {
        let near: Vec<&str> = near.iter().map(|near| near.name.as_str()).collect();
        let fields = [
            affiliate.name.clone(),
            affiliate.kind.clone(),
            affiliate.region.clone(),
            affiliate.code.clone(),
            affiliate.due.map(|due| due.to_string()).unwrap_or_default(),
            last_year.map(|year| year.to_string()).unwrap_or_default(),
            near.join("; "),
        ];
        push_line(&fields, &mut csv);
    }
    csv
}
