//! `cargo xtask bytes`: what the app transfers, held against `benches/browser/limits.mjs`.

use crate::project::Project;
use crate::{app, browser, command};

/// Opens the app in a browser, starts a report, and prints what was transferred, and what other languages weigh.
///
/// # Errors
/// When more was transferred than may be, or a language weighs more than it may.
pub fn bytes(project: &Project) -> anyhow::Result<()> {
    let pages = app::build(project)?;
    let mut visit = project.command("node");
    visit.env("CHROMIUM", browser::chromium()?).arg("benches/browser/bytes.mjs").arg(pages);
    command::run(&mut visit)
}
