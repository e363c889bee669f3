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

use crate::packages;
use crate::project::Project;
use crate::wiki::Wiki;

use report::{Report, Skipped};

/// A step of the test: a name to call it by, what it proves, and how.
type Step = (&'static str, &'static str, fn(&Context) -> anyhow::Result<()>);

/// The steps, in the order in which they are run.
const STEPS: [Step; 18] = [
    ("fmt", "the code is formatted", style::fmt),
    ("clippy", "there is nothing to warn of", style::clippy),
    ("docs", "what is public is documented, and its links lead somewhere", style::docs),
    ("circles", "no files import each other in a circle", style::circles),
    ("xtask", "these commands do what they say", core::xtask),
    ("core", "the core is right, natively and without a screen", core::core),
    ("wiki", "a real MediaWiki agrees with the core", core::wiki),
    ("units", "the app's own parts are right, without a browser", core::units),
    ("fuzz", "ten seconds of hostile input break no reader", fuzz::fuzz),
    ("app", "the app builds as it is published", browser::builds),
    ("same", "built elsewhere it is the same, byte by byte", reproducible::same),
    ("bytes", "a first visit transfers no more than it may", speed::weight),
    ("audit", "Lighthouse has nothing to say on access, practices and search", speed::lighthouse),
    ("browser", "journeys through the app in a real browser", browser::journeys),
    ("kill", "what is typed survives a killed browser and several tabs", browser::killed),
    ("walk", "a minute at random breaks nothing, and faults made on purpose are found", browser::walked),
    ("hosts", "the instructions for hosts lead to an app that works", hosts::hosts),
    ("firefox", "the app works in Firefox, too", browser::firefox),
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
        let url = wiki.as_ref().map(|wiki| wiki.url.as_str()).map_err(|reason| anyhow!("{reason}"));
        self.needed("wiki", url)
    }

    /// Returns the program of a browser, which `find` installs if need be, and makes sure of npm's packages.
    fn browser(&self, find: fn() -> anyhow::Result<PathBuf>) -> anyhow::Result<PathBuf> {
        self.needed("browser", packages::install(self.project).and_then(|()| find()))
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
    let known = |name: &String| STEPS.iter().any(|(step, ..)| step == name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        if unknown != "steps" {
            eprintln!("there is no step `{unknown}`; the steps are:");
        }
        STEPS.iter().for_each(|(step, about, _)| println!("{step:8}{about}"));
        return if unknown == "steps" { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let context = Context { project, rest: rest.get(1..).unwrap_or_default(), wiki: OnceLock::new() };
    let is_wanted = |step: &str| names.is_empty() || names.iter().any(|name| name == step);
    let mut report = Report::default();
    for (step, about, run) in STEPS.into_iter().filter(|(step, ..)| is_wanted(step)) {
        println!("\n=== {step}: {about}");
        let begun = Instant::now();
        let outcome = run(&context);
        report.add(step, outcome, begun.elapsed());
    }
    drop(context);
    print!("{report}");
    if report.has_failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
