//! Rows as entries for the portal's table of reports.

use crate::collection::{Collection, ReportsTable};
use crate::report::named_portal_entry;

/// Writes the reports of rows, given by their places, as entries of `Module:Activities_Reports`, one after the other, as
/// [`named_portal_entry`] does, under the official names where the directory has them. Reports without a value for any field are left out.
pub fn portal_entries(collection: &Collection, table: &ReportsTable, rows: &[usize]) -> String {
    let entries = rows.iter().filter_map(|at| {
        let report = collection.report(table.rows.get(*at)?.report)?;
        let name = collection.listed(report).map(|affiliate| affiliate.name.as_str());
        let page = report.source().address(&report.form().wiki);
        Some(named_portal_entry(name, report.form(), report.draft(), page.as_deref()))
    });
    entries.collect()
}
