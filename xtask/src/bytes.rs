//! `cargo xtask bytes`: what a first visit transfers, file by file, held against what it may.

use crate::project::Project;
use crate::{app, browser, command};

/// The most bytes of brotli that are transferred until the app takes over from the page's own fields.
///
/// This limit and [`WHOLE`] are set by hand, with room above what is needed. The app should take over within 3.2 s at 1.6 Mbps,
/// which 365 KB leave time for. Aimed at are 280 KB and 540 KB, by structure: what is not needed to write comes late. They are not
/// reached; `docs/size.md` says what each part of the work has added. The limits catch a library that slips in, and not the next
/// feature; code is not written otherwise for the sake of bytes.
const FIRST: u64 = 408_000;
/// The most bytes of brotli that a first visit in English transfers in all, the service worker's own requests included.
const WHOLE: u64 = 1_082_000;

/// Opens the app in a browser, starts a report, and prints what was transferred.
///
/// # Errors
/// When more was transferred than may be.
pub fn bytes(project: &Project) -> anyhow::Result<()> {
    let pages = app::build(project)?;
    let mut visit = project.command("node");
    visit.env("CHROMIUM", browser::chromium()?).arg("benches/browser/bytes.mjs").arg(pages);
    command::run(visit.args([FIRST.to_string(), WHOLE.to_string()]))
}
