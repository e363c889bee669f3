//! `cargo xtask test`: every proof there is, cheap ones first, all of them even after one has failed.

mod browser;
mod core;
mod fuzz;
mod hosts;
mod report;
mod reproducible;
mod speed;
mod style;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::Instant;

use anyhow::anyhow;

use crate::project::Project;
use crate::wiki::Wiki;
use crate::{app, browser as browsers};

use report::{Report, Skipped};

/// A step of the test: a name to call it by, what it proves, and how.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&Context) -> anyhow::Result<()>,
}

/// The steps, in the order in which they are run.
const STEPS: [Step; 17] = [
    Step { name: "fmt", about: "the code is formatted", run: style::fmt },
    Step { name: "clippy", about: "there is nothing to warn of", run: style::clippy },
    Step {
        name: "docs",
        about: "what is public is documented, and its links lead somewhere",
        run: style::docs,
    },
    Step { name: "circles", about: "no files import each other in a circle", run: style::circles },
    Step { name: "xtask", about: "these commands do what they say", run: core::xtask },
    Step { name: "core", about: "the core is right, natively and without a screen", run: core::core },
    Step { name: "wiki", about: "a real MediaWiki agrees with the core", run: core::wiki },
    Step { name: "units", about: "the app's own parts are right, without a browser", run: core::units },
    Step { name: "fuzz", about: "ten seconds of hostile input break no reader", run: fuzz::fuzz },
    Step { name: "app", about: "the app builds as it is published", run: browser::builds },
    Step { name: "same", about: "built elsewhere it is the same, byte by byte", run: reproducible::same },
    Step { name: "bytes", about: "a first visit transfers no more than it may", run: speed::weight },
    Step {
        name: "audit",
        about: "Lighthouse has nothing to say on access, practices and search",
        run: speed::lighthouse,
    },
    Step { name: "browser", about: "journeys through the app in a real browser", run: browser::journeys },
    Step {
        name: "kill",
        about: "what is typed survives a killed browser and several tabs",
        run: browser::killed,
    },
    Step { name: "hosts", about: "the instructions for hosts lead to an app that works", run: hosts::hosts },
    Step { name: "firefox", about: "the app works in Firefox, too", run: browser::firefox },
];

/// The project and the tools that a step gets to work with.
struct Context<'a> {
    project: &'a Project,
    /// The arguments that the user gave behind `--`, for the programs that run tests.
    rest: &'a [String],
    wiki: OnceLock<Result<Wiki, String>>,
}

impl Context<'_> {
    /// Returns the address of a wiki, started when the first step asks for it and ended after the last.
    fn wiki(&self) -> anyhow::Result<&str> {
        let wiki = self.wiki.get_or_init(|| Wiki::get(self.project).map_err(|error| format!("{error:#}")));
        let url = wiki.as_ref().map(Wiki::url).map_err(|reason| anyhow::Error::msg(reason.clone()));
        self.needed("wiki", url)
    }

    /// Makes sure that Chromium and what drives it are there, and returns Chromium's program.
    fn chromium(&self) -> anyhow::Result<PathBuf> {
        self.needed("Chromium", app::install_packages(self.project).and_then(|()| browsers::chromium()))
    }

    /// Returns something that a step needs of this machine. Without it the step is skipped, but in CI that is a failure.
    fn needed<T>(&self, what: &str, got: anyhow::Result<T>) -> anyhow::Result<T> {
        let lacking = |reason| format!("there is no {what}: {reason:#}");
        got.map_err(
            |reason| if self.project.ci { anyhow!(lacking(reason)) } else { Skipped(lacking(reason)).into() },
        )
    }
}

/// Runs the named steps, or all.
pub fn test(project: &Project, arguments: &[String]) -> ExitCode {
    let split = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    let (names, rest) = arguments.split_at(split);
    let known = |name: &String| STEPS.iter().any(|step| step.name == name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        if unknown != "steps" {
            eprintln!("there is no step `{unknown}`; the steps are:");
        }
        STEPS.iter().for_each(|step| println!("{:8}{}", step.name, step.about));
        return if unknown == "steps" { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let context = Context { project, rest: rest.get(1..).unwrap_or_default(), wiki: OnceLock::new() };
    let wanted = |step: &&Step| names.is_empty() || names.iter().any(|name| name == step.name);
    let mut report = Report::default();
    for step in STEPS.iter().filter(wanted) {
        println!("\n=== {}: {}", step.name, step.about);
        let begun = Instant::now();
        let outcome = (step.run)(&context).into();
        report.add(step.name, outcome, begun.elapsed());
    }
    drop(context);
    print!("{report}");
    if report.has_failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
