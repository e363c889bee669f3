//! `cargo xtask kill` and `cargo xtask walk`: the app in a browser that is killed, in several tabs, and used at random.

use std::process::Command;

use crate::project::Project;
use crate::{app, browser, command};

/// The typing that a killed browser may lose on a machine that does nothing else, in milliseconds.
pub const MOST_LOST: u32 = 500;

/// The edits that several tabs make for each kill.
const EDITS_PER_KILL: u32 = 10;

/// Kills the browser `times` times, and prints a table; then edits in several tabs, ten times for each kill. `most_lost` is the typing
/// that a killed browser may lose, in milliseconds; `None` where the machine is busy, so that only what was called saved has to be there.
pub fn kill(project: &Project, times: u16, most_lost: Option<u32>) -> anyhow::Result<()> {
    let mut kill = script(project, "kill")?;
    kill.env("KILLS", times.to_string()).envs(most_lost.map(|most| ("MOST_LOST", most.to_string())));
    command::run_repeating_errors(&mut kill)?;
    let edits = u32::from(times) * EDITS_PER_KILL;
    command::run_repeating_errors(script(project, "edits")?.env("EDITS", edits.to_string()))
}

/// Walks through the app at random for so many minutes, compares the preview with this wiki, and checks after each step that nothing
/// broke and nothing is lost; to prove that, it may walk until each fault that is made on purpose is found. `SEED` in the environment
/// repeats a walk.
pub fn walk(project: &Project, minutes: u16, wiki: Option<&str>, prove: bool) -> anyhow::Result<()> {
    let mut walk = script(project, "walk")?;
    walk.env("MINUTES", minutes.to_string()).envs(wiki.map(|url| ("MEDIAWIKI_URL", url)));
    command::run_repeating_errors(walk.envs(prove.then_some(("PROVE", "1"))))
}

/// Makes the command of a script of `tests/browser/` on the app.
fn script(project: &Project, name: &str) -> anyhow::Result<Command> {
    let address = browser::serve(&app::build(project)?)?;
    let mut run = project.command("node");
    run.env("CHROMIUM", browser::chromium()?).env("APP_URL", address);
    run.arg(format!("tests/browser/{name}.mjs"));
    Ok(run)
}
