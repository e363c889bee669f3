//! Steps about how the app arrives: what it weighs, and what Lighthouse says of it. Time itself is `bench`'s.

use super::Context;
use crate::{app, browser, bytes, command, packages};

/// Checks that a first visit transfers no more than the limits allow.
pub fn weight(context: &Context) -> anyhow::Result<()> {
    context.browser(browser::chromium)?;
    bytes::bytes(context.project)
}

/// Checks that Lighthouse has nothing to complain of in accessibility, best practices and search engines.
pub fn lighthouse(context: &Context) -> anyhow::Result<()> {
    let (project, chromium) = (context.project, context.browser(browser::chromium)?);
    let address = browser::serve(&app::build(project)?)?;
    let lighthouse = packages::ensure(project, "tests/lighthouse")?;
    let mut audit = project.command("node");
    audit.env("CHROMIUM", chromium).arg("tests/lighthouse/audit.mjs").arg(address);
    command::run_repeating_errors(audit.arg(lighthouse))
}
