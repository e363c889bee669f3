//! `cargo xtask walk`: a walk through the app at random, which checks after each step that nothing broke and nothing is lost.

use std::process::Command;

use anyhow::Context as _;

use crate::project::Project;
use crate::wiki::Wiki;
use crate::{app, browser, command};

/// The minutes of a walk, unless the command is told otherwise.
const MINUTES: u32 = 60;

/// Walks for as many minutes as the first argument says, with a wiki beside it. `SEED` in the environment repeats a walk.
pub fn walk(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let minutes = arguments.first().map_or(Ok(MINUTES), |minutes| minutes.parse());
    let minutes = minutes.context("the first argument is a number of minutes")?;
    let wiki = Wiki::get(project)?;
    command::run(&mut for_minutes(project, minutes, Some(wiki.url()))?)
}

/// Returns the command that walks for so many minutes, and compares the preview with this wiki.
pub fn for_minutes(project: &Project, minutes: u32, wiki: Option<&str>) -> anyhow::Result<Command> {
    let mut walk = project.command("node");
    walk.arg("tests/browser/walk.mjs").env("CHROMIUM", browser::chromium()?);
    walk.env("APP_URL", browser::serve(&app::build(project)?)?).env("MINUTES", minutes.to_string());
    walk.envs(wiki.map(|url| ("MEDIAWIKI_URL", url)));
    Ok(walk)
}
