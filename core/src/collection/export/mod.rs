//! Tables for other programs. What is written out are the rows and columns that are shown, in their order.

mod csv;
mod json;
mod missing;
mod portal;
mod wikitext;

pub use csv::reports_csv;
pub use json::{
    ExportedAnswer, ExportedQuestion, ExportedReport, ExportedReports, ExportedSource, exported_reports,
    reports_json,
};
pub use missing::missing_csv;
pub use portal::portal_entries;
pub use wikitext::reports_wikitext;
