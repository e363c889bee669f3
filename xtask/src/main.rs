//! The project's commands: `cargo xtask test`, `cargo xtask start` and a few for development.
//!
//! It installs what it needs (see `tools`, `system`), keeps it outside the clone (see `cache`), and has few and small
//! dependencies, as it is built before anything else is. Every error names the file or the command that failed.

// The commands talk to whoever runs them.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod app;
mod bench;
mod browser;
mod bytes;
mod cache;
mod circles;
mod command;
mod dist;
mod endurance;
mod folder;
mod kept;
mod languages;
mod network;
mod packages;
mod pictures;
mod project;
mod rust;
mod site;
mod start;
mod system;
mod test;
mod tools;
mod wiki;

use std::process::ExitCode;

use anyhow::{Context as _, bail};

use project::Project;
use wiki::Wiki;

const HELP: &str = "\
cargo xtask start           build the app and serve it on this machine
cargo xtask dist            make the folder that is published: dist/
cargo xtask dist --out FOLDER --url ADDRESS
                            make it elsewhere; say where it will be, for Toolhub
cargo xtask test            run every test there is
cargo xtask test STEP…      run only these steps (`cargo xtask test steps` lists them)
cargo xtask test STEP -- …  hand what follows `--` to the tests, such as a test's name
cargo xtask wiki [PORT]     keep a MediaWiki running for the wiki tests, until Ctrl-C
cargo xtask walk [MINUTES]  walk through the app at random for so long (60), and check each step
cargo xtask kill [N]        type, kill the browser and start it again, N times (100)
cargo xtask bench           measure the core, and the app in a browser against its peers
cargo xtask bench core …    only the core, natively; divan's arguments
cargo xtask bench browser   only the app and its peers; `--quick`: once and with few keys, to try something;
                            `--out FOLDER`: where bench.json and bench.svg go (target/bench)
cargo xtask bytes           what a first visit transfers, and whether that is too much
cargo xtask icons           make the app's icons out of public/logo.svg anew
cargo xtask languages       ask a MediaWiki what it knows of languages: data/languages.json
cargo xtask screenshots     make the README's pictures of the app anew";

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run() -> anyhow::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let project = Project::here()?;
    let command = arguments.first().map(String::as_str).unwrap_or_default();
    let rest = arguments.get(1..).unwrap_or_default();
    match command {
        "start" => start::start(&project)?,
        "dist" => dist::dist(&project, rest)?,
        "test" => return Ok(test::test(&project, rest)),
        "wiki" => wiki::keep_running(&project, number(rest, wiki::USUAL_PORT)?)?,
        "bench" => bench::bench(&project, rest)?,
        "bytes" => bytes::bytes(&project)?,
        "icons" => pictures::icons(&project)?,
        "languages" => languages::make(&project)?,
        "kill" => endurance::kill(&project, number(rest, 100)?, Some(endurance::MOST_LOST))?,
        "walk" => {
            endurance::walk(&project, number(rest, 60)?, Some(&Wiki::get(&project)?.url), false)?;
        }
        "screenshots" => pictures::screenshots(&project)?,
        "" | "help" | "--help" | "-h" => println!("{HELP}"),
        unknown => bail!("there is no command `{unknown}`\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads the number that a command may be given as its only argument.
fn number(arguments: &[String], usual: u16) -> anyhow::Result<u16> {
    match arguments {
        [] => Ok(usual),
        [given] => given.parse().with_context(|| format!("`{given}` is not a number up to {}", u16::MAX)),
        [_, more, ..] => bail!("`{more}` is one argument too many"),
    }
}
