//! `cargo xtask kill`: what survives when the whole browser is killed, and when several tabs edit at once.

use crate::project::Project;
use crate::{app, browser, command};

/// How often the command kills, unless told otherwise.
const KILLS: u32 = 100;

/// How many edits several tabs make for each kill.
const EDITS_PER_KILL: u32 = 10;

/// Kills as often as the first argument says, and prints a table; then edits in several tabs, ten times for each kill.
///
/// # Errors
/// When the app cannot be built or shown, or anything was lost that should not be.
pub fn kill(project: &Project, arguments: &[String]) -> Result<(), String> {
    let times = match arguments.first() {
        None => KILLS,
        Some(times) => times.parse().map_err(|_| format!("`{times}` is not a number of times"))?,
    };
    times_over(project, times)
}

/// Kills so many times.
///
/// # Errors
/// As [`kill`].
pub fn times_over(project: &Project, times: u32) -> Result<(), String> {
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
