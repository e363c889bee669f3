//! Requests to the wiki's Action API and its answers as data: the answers are read strictly, and a failure says why
//! there is none. The app decides when to send them.
//!
//! Answers are untrusted: each reader limits what it takes, and none makes markup of it.

mod answer;
mod asked;
mod failure;
mod handover;
mod lua;
mod mentioned;
mod page;
pub mod portal;
mod preview;
mod reports_of;
mod request;
mod standing;
mod template;
#[cfg(test)]
mod tests;
mod year;

pub use answer::{MAX_BYTES, read_answer};
pub use asked::{Given, GivenError, given};
pub use failure::Failure;
pub use handover::{Base, Handover};
pub use lua::{Lua, LuaError, LuaProblem, LuaTable, read_lua};
pub use mentioned::{Mention, Mentions, NotThere, read_since, since_request};
pub use page::{Page, PageAsked, PageError, page_request, read_page};
pub use preview::{Preview, preview_request, read_preview};
pub use reports_of::{MAX_REPORTS, ReportPage, ReportsListed, read_reports, reports_of, reports_request};
pub use request::Request;
pub use standing::{AnswerDifference, Standing};
pub use template::{template_data_request, template_page, template_title};
pub use year::{MOST_AT_ONCE, UnreadPage, YearReading};
