//! `cargo xtask kill` and `cargo xtask walk`: the app in a browser that is killed, in several tabs, and used at random.

use std::process::Command;

use anyhow::Context as _;

use crate::project::Project;
use crate::wiki::Wiki;
use crate::{app, browser, command};

/// The edits that several tabs make for each kill.
const EDITS_PER_KILL: u32 = 10;

/// The typing that a killed browser may lose, in milliseconds.
const MOST_LOST: u32 = 500;

/// Kills the browser as often as the first argument says (100 times), and prints a table; then edits in several tabs. On a machine that
/// does nothing else, no more than [`MOST_LOST`] may be lost.
pub fn kill(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    kill_times(project, number(arguments, 100)?, Some(MOST_LOST))
}

/// Kills the browser `times` times, then edits in several tabs, ten times for each kill. `most_lost` is the typing that a killed browser
/// may lose, in milliseconds; `None` where the machine is busy, so that only what was called saved has to be there.
pub fn kill_times(project: &Project, times: u32, most_lost: Option<u32>) -> anyhow::Result<()> {
    let mut kill = script(project, "kill")?;
    kill.env("KILLS", times.to_string()).envs(most_lost.map(|most| ("MOST_LOST", most.to_string())));
    command::run_repeating_errors(&mut kill)?;
    command::run_repeating_errors(
        script(project, "edits")?.env("EDITS", (times * EDITS_PER_KILL).to_string()),
    )
}

/// Walks through the app at random for as many minutes as the first argument says (60), with a wiki beside it, and checks after each
/// step that nothing broke and nothing is lost. `SEED` in the environment repeats a walk.
pub fn walk(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let (minutes, wiki) = (number(arguments, 60)?, Wiki::get(project)?);
    command::run_repeating_errors(&mut walk_minutes(project, minutes, Some(wiki.url()))?)
}

/// Returns the command that walks for so many minutes, and compares the preview with this wiki.
pub fn walk_minutes(project: &Project, minutes: u32, wiki: Option<&str>) -> anyhow::Result<Command> {
    let mut walk = script(project, "walk")?;
    walk.env("MINUTES", minutes.to_string()).envs(wiki.map(|url| ("MEDIAWIKI_URL", url)));
    Ok(walk)
}

fn number(arguments: &[String], usual: u32) -> anyhow::Result<u32> {
    let given = arguments.first();
    given.map_or(Ok(usual), |given| given.parse().with_context(|| format!("`{given}` is not a number")))
}

/// Makes the command of a script of `tests/browser/` on the app.
fn script(project: &Project, name: &str) -> anyhow::Result<Command> {
    let address = browser::serve(&app::build(project)?)?;
    let mut run = project.command("node");
    run.env("CHROMIUM", browser::chromium()?).env("APP_URL", address);
    run.arg(format!("tests/browser/{name}.mjs"));
    Ok(run)
}
