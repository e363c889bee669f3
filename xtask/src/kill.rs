//! `cargo xtask kill`: what survives when the whole browser is killed, and when several tabs edit at once.

use crate::project::Project;
use crate::{app, browser, command};
use anyhow::Context as _;

/// The number of kills, unless the command is told otherwise.
const KILLS: u32 = 100;

/// The number of edits that several tabs make for each kill.
const EDITS_PER_KILL: u32 = 10;

/// Kills the browser as often as the first argument says, and prints a table; then edits in several tabs, ten times for each
/// kill.
pub fn kill(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let times = match arguments.first() {
        None => KILLS,
        Some(times) => times.parse().with_context(|| format!("`{times}` is not a number of times"))?,
    };
    times_over(project, times)
}

/// Kills the browser `times` times, then edits in several tabs, ten times for each kill.
pub fn times_over(project: &Project, times: u32) -> anyhow::Result<()> {
    let pages = app::build(project)?;
    let chromium = browser::chromium()?;
    let address = browser::serve(&pages)?;
    for script in ["tests/browser/kill.mjs", "tests/browser/edits.mjs"] {
        let mut run = project.command("node");
        run.env("CHROMIUM", &chromium).env("APP_URL", &address);
        run.env("KILLS", times.to_string()).env("EDITS", (times * EDITS_PER_KILL).to_string());
        command::run(run.arg(script))?;
    }
    Ok(())
}
