//! The steps that build the app and go through it as its users do, in real browsers.

use anyhow::anyhow;
use std::path::PathBuf;

use super::Context;
use super::report::Skipped;
use crate::browser::Elsewhere;
use crate::project::Project;
use crate::{app, browser, command, endurance};

/// The request that `journeys/elsewhere.mjs` makes to another host, to be noticed.
const PROOF: &str = "GET http://noticed.invalid/";
/// The hosts that Chromium asks by itself, whatever page it shows (the last one for a dictionary to check spelling with). That
/// pages and workers ask none of them either is proved by `support/test.mjs`, where it is known who asks.
const BROWSERS_OWN: [&str; 4] = [
    "accounts.google.com",
    "content-autofill.googleapis.com",
    "update.googleapis.com",
    "redirector.gvt1.com",
];

/// Builds the app as it is published.
pub fn builds(context: &Context) -> anyhow::Result<()> {
    app::build(context.project).map(drop)
}

/// Runs the journeys of `tests/browser/`.
pub fn journeys(context: &Context) -> anyhow::Result<()> {
    let (project, chromium) = (context.project, context.browser(browser::headless_shell)?);
    let wiki = wiki(context)?;
    let folder = app::build(project)?;
    let address = browser::serve(&folder)?;
    println!("the app is at {address}, the wiki at {}", wiki.unwrap_or("no address"));
    let mut runner = browser::playwright(project, "journeys", &chromium, &address);
    runner.env("CONVERT", example(project, "convert")?);
    runner.env("MADE_REPORTS", example(project, "made_reports")?);
    // Journeys through a deploy have hosts of their own.
    runner.env("APP_FOLDER", folder).env("NEXT_APP_FOLDER", app::build_next(project)?);
    if let Some(url) = wiki {
        let asking = browser::serve(&app::build_for_wiki(project, url)?)?;
        runner.env("MEDIAWIKI_URL", url).env("WIKI_APP_URL", asking);
    }
    let elsewhere = Elsewhere::watch()?;
    runner.env("ELSEWHERE", &elsewhere.address);
    let ran = command::run_repeating_errors(runner.args(context.rest));
    // Whom they have asked matters all the more where they have failed.
    match (ran, asked_nobody(elsewhere.asked(), context.rest.is_empty())) {
        (Err(failed), Err(asked)) => Err(anyhow!("{failed}\n{asked}")),
        (ran, asked) => ran.and(asked),
    }
}

/// Returns the address of a wiki to compare with; where there is none, says so.
fn wiki<'a>(context: &'a Context) -> anyhow::Result<Option<&'a str>> {
    context.wiki().map(Some).or_else(|reason| {
        if !reason.is::<Skipped>() {
            return Err(reason);
        }
        eprintln!("SKIPPED what asks a wiki: {reason}");
        Ok(None)
    })
}

/// Checks that no journey has asked another host, but for the one that does so to prove that it is noticed.
fn asked_nobody(asked: impl IntoIterator<Item = String>, with_proof: bool) -> anyhow::Result<()> {
    let asked = asked.into_iter().filter(|asked| !BROWSERS_OWN.contains(&host(asked)));
    let (proof, others): (Vec<String>, Vec<String>) = asked.partition(|asked| asked == PROOF);
    if !others.is_empty() {
        let list = others.into_iter().map(|asked| format!("\n  {asked}")).collect::<String>();
        return Err(anyhow!("the browser has asked others:{list}"));
    }
    if with_proof && proof.is_empty() {
        return Err(anyhow!("`{PROOF}` was not noticed, so nothing would be"));
    }
    Ok(())
}

/// Returns the host that a request to the proxy names: `GET http://host/…` or `CONNECT host:port`.
fn host(asked: &str) -> &str {
    let address = asked.split_once(' ').map_or(asked, |(_, address)| address);
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    address.split(['/', ':']).next().unwrap_or_default()
}

/// Kills the browser ten times, and makes a hundred edits in several tabs; `cargo xtask kill` does ten times as many.
pub fn killed(context: &Context) -> anyhow::Result<()> {
    context.browser(browser::chromium)?;
    endurance::kill(context.project, 10, None)
}

/// Walks for a minute, and then until each fault that is made on purpose is found.
pub fn walked(context: &Context) -> anyhow::Result<()> {
    context.browser(browser::chromium)?;
    endurance::walk(context.project, 1, wiki(context)?, true)
}

/// Runs the smoke test in Firefox.
pub fn firefox(context: &Context) -> anyhow::Result<()> {
    let (project, firefox) = (context.project, context.browser(browser::firefox)?);
    let folder = app::build(project)?;
    let address = browser::serve(&folder)?;
    let elsewhere = Elsewhere::watch()?;
    let mut smoke = project.command("node");
    smoke.env("FIREFOX", &firefox).env("APP_URL", address).env("ELSEWHERE", &elsewhere.address);
    // It opens the app once more on a host of its own, which goes away.
    smoke.env("APP_FOLDER", &folder);
    command::run_repeating_errors(smoke.arg("tests/browser/firefox.mjs"))?;
    asked_nobody(elsewhere.asked(), false)
}

/// Builds one of the core's command lines natively: what it prints is what the app should.
fn example(project: &Project, name: &str) -> anyhow::Result<PathBuf> {
    command::run(&mut project.cargo(&format!("build --quiet --package report --example {name}")))?;
    Ok(project.target().join("debug/examples").join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_proof_may_be_asked_for() {
        let proof = PROOF.to_owned();
        assert!(asked_nobody([], false).is_ok());
        assert!(asked_nobody([], true).is_err());
        assert!(asked_nobody([proof.clone()], true).is_ok());
        assert!(asked_nobody(["CONNECT a.example:443".to_owned(), proof], true).is_err());
        let browsers =
            ["CONNECT update.googleapis.com:443", "POST http://update.googleapis.com/service/update2"];
        assert!(asked_nobody(browsers.map(str::to_owned), false).is_ok());
        assert!(asked_nobody(["CONNECT fonts.googleapis.com:443".to_owned()], false).is_err());
    }
}
