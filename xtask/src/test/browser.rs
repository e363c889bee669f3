//! The steps that go through the app as its users do, in real browsers.

use std::path::PathBuf;

use super::Context;
use super::report::Outcome;
use crate::project::Project;
use crate::{app, browser, command};

/// The journeys of `tests/browser/`.
pub fn journeys(context: &Context) -> Outcome {
    let project = context.project;
    if !project.has_app() || !project.has("tests/browser") {
        return Outcome::Nothing;
    }
    let chromium = match app::install_packages(project).and_then(|()| browser::chromium()) {
        Ok(chromium) => chromium,
        Err(reason) => return context.impossible(format!("there is no browser to test in. {reason}")),
    };
    let wiki = match context.wiki() {
        Ok(url) => Some(url),
        Err(reason) if project.ci => return Outcome::Failed(format!("there is no wiki to ask. {reason}")),
        Err(reason) => {
            eprintln!("SKIPPED the journeys to a wiki: there is none. {reason}");
            None
        }
    };
    let run = || {
        let folder = app::build(project)?;
        let address = browser::serve(&folder)?;
        println!("the app is at {address}, the wiki at {}", wiki.unwrap_or("no address"));
        let mut runner = browser::playwright(project, "journeys", &chromium, &address);
        runner.env("CONVERT", convert(project)?);
        // Journeys through a deploy have hosts of their own.
        runner.env("APP_FOLDER", folder).env("NEXT_APP_FOLDER", app::build_next(project)?);
        if let Some(url) = wiki {
            runner.env("MEDIAWIKI_URL", url);
        }
        command::run(runner.args(context.rest))
    };
    run().into()
}

/// The smoke test in Firefox.
pub fn firefox(context: &Context) -> Outcome {
    let project = context.project;
    if !project.has_app() || !project.has("tests/browser") {
        return Outcome::Nothing;
    }
    let firefox = match app::install_packages(project).and_then(|()| browser::firefox()) {
        Ok(firefox) => firefox,
        Err(reason) => return context.impossible(format!("there is no Firefox to test in. {reason}")),
    };
    let run = || {
        let address = browser::serve(&app::build(project)?)?;
        let mut smoke = project.command("node");
        smoke.env("FIREFOX", &firefox).env("APP_URL", address).arg("tests/browser/firefox.mjs");
        command::run(&mut smoke)
    };
    run().into()
}

/// The core's command line, built natively: what it prints is what the app should.
fn convert(project: &Project) -> Result<PathBuf, String> {
    command::run(project.cargo().args([
        "build",
        "--quiet",
        "--no-default-features",
        "--example",
        "convert",
    ]))?;
    Ok(project.target().join("debug/examples/convert"))
}
