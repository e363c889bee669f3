//! Many reports, for a reviewer: gathered from files and pages, set side by side in one table, and exported for other
//! programs.
//!
//! ```text
//! reports ─▶ Collection ─┬─▶ ReportsTable ─▶ filter · order · sums · plot ─▶ CSV · JSON · wikitext · portal entries
//! portal ──▶ Directory ──┘        └─▶ missing reports
//! ```
//!
//! Everything takes time linear in the length of the texts. Nothing here is written to the wiki.

mod collected;
mod directory;
mod export;
mod filter;
mod gather;
mod key;
mod missing;
mod order;
mod plot;
mod reading;
mod shown_short;
mod sums;
mod table;

pub use collected::{CellState, ClosedLink, CollectedAnswer, CollectedReport, ReportId, ReportSource};
pub use directory::{Directory, DueState};
pub use export::{
    ExportedAnswer, ExportedQuestion, ExportedReport, ExportedReports, ExportedSource, exported_reports,
    missing_csv, portal_entries, reports_csv, reports_json, reports_wikitext,
};
pub use filter::{CellSign, TableFilter};
pub use gather::{AddedReport, Collection};
pub use key::AffiliateKey;
pub use missing::{MissingReport, NearReport};
pub use order::{OrderBy, TableOrder};
pub use plot::{NumberPlot, PlotBar, PlotMark, number_plot};
pub use reading::{NotCollected, report_on, reports_in};
pub use sums::{NumberSum, number_sums};
pub use table::{EarlierReport, ReportCell, ReportColumn, ReportRow, ReportsTable, SameWords};
