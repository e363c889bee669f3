//! Steps that run the project's own tests.

use super::Context;
use crate::{command, packages};

/// Runs the tests of these commands, of the publisher, of the splitter, and of what the benchmark tells.
pub fn xtask(context: &Context) -> anyhow::Result<()> {
    let project = context.project;
    command::run(&mut project.cargo("test --quiet --package xtask --package publish --package split"))?;
    packages::install(project)?;
    let scripts = ["--test", "--test-reporter=dot", "benches/browser/report.test.mjs"];
    command::run(project.command("node").args(scripts))
}

/// Runs the core's tests, beside the code, under `tests/` and in its documentation, but for those that ask a wiki.
pub fn core(context: &Context) -> anyhow::Result<()> {
    command::run(context.project.cargo("test --package report --").args(context.rest))
}

/// Runs the app's tests that need no browser, which lie beside its code.
pub fn units(context: &Context) -> anyhow::Result<()> {
    let mut tests = context.project.cargo("test --package affiliate-report-builder --");
    command::run(tests.args(context.rest))
}

/// Runs the tests that ask a real MediaWiki.
pub fn wiki(context: &Context) -> anyhow::Result<()> {
    let url = context.wiki()?;
    println!("asking the wiki at {url}");
    let mut tests = context.project.cargo("test --package report --test wiki --");
    command::run(tests.env("MEDIAWIKI_URL", url).args(context.rest))
}
