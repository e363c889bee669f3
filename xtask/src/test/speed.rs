//! Steps about how the app arrives: what it weighs, and what Lighthouse says of it. Time itself is `bench`'s.

use super::Context;
use super::report::Outcome;
use crate::{app, browser, bytes, command, packages};

/// What a first visit transfers is within the budget.
pub fn weight(context: &Context) -> Outcome {
    if let Err(reason) = app::install_packages(context.project).and_then(|()| browser::chromium()) {
        return context.impossible(format!("there is no browser to visit it with. {reason}"));
    }
    bytes::within_budget(context.project).into()
}

/// Lighthouse finds nothing to complain of: accessibility, best practices, search engines.
pub fn lighthouse(context: &Context) -> Outcome {
    let project = context.project;
    let chromium = match app::install_packages(project).and_then(|()| browser::chromium()) {
        Ok(chromium) => chromium,
        Err(reason) => return context.impossible(format!("there is no browser to ask it in. {reason}")),
    };
    let run = || {
        let address = browser::serve(&app::build(project)?)?;
        let lighthouse = packages::ensure(project, "tests/lighthouse")?;
        let mut audit = project.command("node");
        audit.env("CHROMIUM", &chromium).arg("tests/lighthouse/audit.mjs").arg(address);
        command::run(audit.arg(lighthouse))
    };
    run().into()
}
